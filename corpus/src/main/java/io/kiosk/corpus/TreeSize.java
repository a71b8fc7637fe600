package io.kiosk.corpus;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Measures the tree of a page. */
final class TreeSize implements TreeWalk.Visitor {

  /** The document itself is no element of the page. */
  private int open = -1;

  private int depth;
  private int nodes = -1;

  /** Elements and texts. */
  int nodes() {
    return nodes;
  }

  /** Elements inside each other. */
  int depth() {
    return depth;
  }

  @Override
  public void enter(Element element) {
    nodes++;
    depth = Math.max(depth, ++open);
  }

  @Override
  public void leave(Element element) {
    open--;
  }

  @Override
  public void text(TextNode text) {
    nodes++;
  }
}
