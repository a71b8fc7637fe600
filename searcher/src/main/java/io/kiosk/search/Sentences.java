package io.kiosk.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the sentences of a text end. */
final class Sentences {
  private Sentences() {}

  /**
   * The ends of all sentences, ascending; the last is the length of the text. A line break ends a
   * sentence; an ordinal (20. Juli), an initial or an acronym (the U.S. government) does not.
   */
  static List<Integer> ends(String text, Locale locale) {
    List<Integer> ends = new ArrayList<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
    int start = 0;
    while (start < text.length()) {
      int line = text.indexOf('\n', start);
      int stop = line < 0 ? text.length() : line + 1;
      sentences.setText(text.substring(start, stop));
      for (int end = sentences.following(0); end != BreakIterator.DONE; end = sentences.next()) {
        if (start + end == stop || !isInside(text, start + end)) {
          ends.add(start + end);
        }
      }
      start = stop;
    }
    return ends;
  }

  /** Whether the point before a break belongs to a number, an initial or an acronym. */
  private static boolean isInside(String text, int at) {
    int point = at - 1;
    while (point > 0 && Character.isWhitespace(text.charAt(point))) {
      point--;
    }
    if (point < 1 || text.charAt(point) != '.') {
      return false;
    }
    char before = text.charAt(point - 1);
    boolean letterAlone =
        Character.isUpperCase(before)
            && (point < 2 || !Character.isLetterOrDigit(text.charAt(point - 2)));
    return letterAlone || Character.isDigit(before) && !isYear(text, point);
  }

  private static boolean isYear(String text, int end) {
    int digits = 0;
    while (digits < end && Character.isDigit(text.charAt(end - 1 - digits))) {
      digits++;
    }
    return digits > 2;
  }
}
