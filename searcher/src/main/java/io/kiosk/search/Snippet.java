package io.kiosk.search;

import java.util.List;

/**
 * A passage of an article that shows why it matched.
 *
 * @param text the passage, on one line
 * @param highlights where words of the query were met, ascending, not overlapping
 */
public record Snippet(String text, List<Highlight> highlights) {

  /** Copies the list. */
  public Snippet {
    highlights = List.copyOf(highlights);
  }

  /**
   * A span of a text.
   *
   * @param start first UTF-16 unit
   * @param end behind the last
   */
  public record Highlight(int start, int end) {}
}
