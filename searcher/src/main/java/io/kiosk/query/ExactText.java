package io.kiosk.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A string exactly as typed: case, endings and accents included. At its ends a word must begin and
 * end, except in Chinese.
 *
 * @param wanted not empty
 */
record ExactText(String wanted) implements TextFinder {

  @Override
  public List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      if (isEdge(text, wanted.charAt(0), at - 1)
          && isEdge(text, wanted.charAt(wanted.length() - 1), end)) {
        spans.add(new Span(at, end));
      }
    }
    return spans;
  }

  private static boolean isEdge(String text, char end, int neighbour) {
    return neighbour < 0
        || neighbour >= text.length()
        || Character.isIdeographic(end)
        || !Character.isLetterOrDigit(end)
        || !Character.isLetterOrDigit(text.charAt(neighbour))
        || Character.isIdeographic(text.charAt(neighbour));
  }
}
