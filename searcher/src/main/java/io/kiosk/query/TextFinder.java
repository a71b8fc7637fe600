package io.kiosk.query;

import java.util.List;

/**
 * Finds in a text what cannot be found by index terms alone: an exact string, a word with gaps.
 * Safe for many threads.
 */
@FunctionalInterface
public interface TextFinder {

  /**
   * A place in a text.
   *
   * @param start first UTF-16 unit
   * @param end behind the last
   */
  record Span(int start, int end) {}

  /**
   * {@return all places in the order of the text}
   *
   * @param text a title or body as stored
   */
  List<Span> in(String text);
}
