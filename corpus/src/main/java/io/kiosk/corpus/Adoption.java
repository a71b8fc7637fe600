package io.kiosk.corpus;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Ends formatting elements that other elements overlap: {@code <b><p></b></p>}. The standard calls
 * it the adoption agency algorithm (WHATWG HTML Standard, section 13.2.6.4.7).
 */
final class Adoption {

  private static final int MAX_OUTER = 8;
  private static final int MAX_INNER = 3;

  private final PageTree tree;

  Adoption(PageTree tree) {
    this.tree = tree;
  }

  void end(ElementKind kind) {
    OpenElements open = tree.open;
    if (open.kind() == kind && tree.formatting.indexOf(open.current()) < 0) {
      open.pop();
      return;
    }
    for (int i = 0; i < MAX_OUTER; i++) {
      int listed = tree.formatting.lastOf(kind);
      if (listed < 0) {
        tree.endOther(kind);
        return;
      }
      int at = open.indexOf(tree.formatting.get(listed).element());
      if (at < 0) {
        tree.formatting.remove(listed);
        return;
      }
      if (!isInScope(at)) {
        return;
      }
      int block = at + 1;
      while (block < open.size() && !open.kind(block).is(ElementKind.SPECIAL)) {
        block++;
      }
      if (block == open.size()) {
        open.popTo(at);
        tree.formatting.remove(listed);
        return;
      }
      divide(listed, at, block);
    }
  }

  private boolean isInScope(int at) {
    for (int i = tree.open.size() - 1; i > at; i--) {
      if (tree.open.kind(i).is(ElementKind.SCOPE)) {
        return false;
      }
    }
    return true;
  }

  /** Ends an element before a block in it and begins it anew inside the block. */
  private void divide(int listed, int at, int block) {
    OpenElements open = tree.open;
    FormattingElements formatting = tree.formatting;
    Element ended = open.get(at);
    ElementKind kind = open.kind(at);
    Element outer = open.get(at - 1);
    boolean fosters = open.kind(at - 1).is(ElementKind.FOSTERING);
    Element furthest = open.get(block);
    int bookmark = listed;
    Element last = furthest;
    int inner = 0;
    for (int i = block - 1; open.get(i) != ended; i--) {
      inner++;
      Element between = open.get(i);
      int entry = formatting.indexOf(between);
      if (inner > MAX_INNER && entry >= 0) {
        formatting.remove(entry);
        bookmark -= entry < bookmark ? 1 : 0;
        entry = -1;
      }
      if (entry < 0) {
        open.remove(i);
        continue;
      }
      ElementKind betweenKind = open.kind(i);
      Element copy = new Element(betweenKind.tag, null, PageTree.copy(between));
      formatting.set(entry, new FormattingElements.Entry(copy, betweenKind));
      open.set(i, copy, betweenKind);
      bookmark = last == furthest ? entry + 1 : bookmark;
      copy.appendChild(last);
      last = copy;
    }
    if (fosters) {
      last.remove();
      tree.foster(last);
    } else {
      outer.appendChild(last);
    }
    Element copy = new Element(kind.tag, null, PageTree.copy(ended));
    List<Node> children = List.copyOf(furthest.childNodes());
    copy.appendChildren(children);
    furthest.appendChild(copy);
    int old = formatting.indexOf(ended);
    formatting.remove(old);
    formatting.add(bookmark - (old < bookmark ? 1 : 0), new FormattingElements.Entry(copy, kind));
    open.remove(open.indexOf(ended));
    open.add(open.indexOf(furthest) + 1, copy, kind);
  }
}
