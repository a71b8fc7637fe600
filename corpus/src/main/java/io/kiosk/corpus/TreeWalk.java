package io.kiosk.corpus;

import java.util.Arrays;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks once through a page in the order of the document and shows it to several visitors, without
 * recursion. Sooner than jsoup's own traversal, which allows for trees that change meanwhile.
 */
final class TreeWalk {

  /** Sees every element before and after its content, and every text. */
  interface Visitor {
    void enter(Element element);

    void leave(Element element);

    void text(TextNode text);
  }

  private Element[] open = new Element[64];
  private int[] next = new int[64];
  private int depth = -1;

  private TreeWalk() {}

  static void over(Document page, Visitor... visitors) {
    new TreeWalk().walk(page, visitors);
  }

  private void walk(Document page, Visitor... visitors) {
    enter(page, visitors);
    while (depth >= 0) {
      Element parent = open[depth];
      int at = next[depth]++;
      if (at == parent.childNodeSize()) {
        depth--;
        for (Visitor visitor : visitors) {
          visitor.leave(parent);
        }
        continue;
      }
      Node child = parent.childNode(at);
      if (child instanceof Element element) {
        enter(element, visitors);
      } else if (child instanceof TextNode text) {
        for (Visitor visitor : visitors) {
          visitor.text(text);
        }
      }
    }
  }

  private void enter(Element element, Visitor... visitors) {
    for (Visitor visitor : visitors) {
      visitor.enter(element);
    }
    if (++depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      next = Arrays.copyOf(next, depth * 2);
    }
    open[depth] = element;
    next[depth] = 0;
  }
}
