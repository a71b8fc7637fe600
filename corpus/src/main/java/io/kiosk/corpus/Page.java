package io.kiosk.corpus;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A parsed page as blocks and the elements around them. Elements are numbered in document order, so
 * that a parent comes before its children; each holds a run of blocks. Number 0 is the root. For
 * one thread.
 */
final class Page {

  private final List<Block> blocks;
  private final int count;
  private final Element[] elements;
  private final int[] parents;
  private final int[] starts;
  private final int[] ends;
  private final int[] hints;
  private final String[] names;

  Page(
      List<Block> blocks,
      int count,
      Element[] elements,
      int[] parents,
      int[] starts,
      int[] ends,
      int[] hints) {
    this.blocks = blocks;
    this.count = count;
    this.elements = Arrays.copyOf(elements, count);
    this.parents = Arrays.copyOf(parents, count);
    this.starts = Arrays.copyOf(starts, count);
    this.ends = Arrays.copyOf(ends, count);
    this.hints = Arrays.copyOf(hints, count);
    this.names = new String[count];
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Number of elements. */
  int count() {
    return count;
  }

  Element element(int e) {
    return elements[e];
  }

  /** Tag and class of an element; neighbours of one name hold things of one kind. */
  String name(int e) {
    if (names[e] == null) {
      String classes = elements[e].attributesSize() == 0 ? "" : elements[e].className();
      names[e] = elements[e].normalName() + "." + classes;
    }
    return names[e];
  }

  /** -1 for the root. */
  int parent(int e) {
    return parents[e];
  }

  /** First block in the element. */
  int start(int e) {
    return starts[e];
  }

  /** Block behind the last one in the element. */
  int end(int e) {
    return ends[e];
  }

  /** Hints of the element's own names. */
  int hints(int e) {
    return hints[e];
  }

  boolean isWithin(int e, int ancestor) {
    int at = e;
    while (at > ancestor) {
      at = parents[at];
    }
    return at == ancestor;
  }
}
