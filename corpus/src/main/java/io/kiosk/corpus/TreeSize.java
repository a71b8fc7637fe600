package io.kiosk.corpus;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Measures the tree of a page. */
final class TreeSize implements NodeVisitor {

  private int depth;

  /** The document itself is no element of the page. */
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
  public void head(Node node, int level) {
    if (node instanceof Element) {
      nodes++;
      depth = Math.max(depth, level);
    } else if (node instanceof TextNode) {
      nodes++;
    }
  }
}
