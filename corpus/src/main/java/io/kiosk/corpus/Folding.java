package io.kiosk.corpus;

import java.text.Normalizer;
import java.util.Locale;

/** Forms of text in which lines compare equal that a reader would call the same. Stateless. */
final class Folding {

  private Folding() {}

  /**
   * A form in which two lines compare equal that a reader would call the same: NFKC, lower case,
   * every run of digits as {@code #}, quotes made one.
   */
  static String fold(String text) {
    String compatible = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    String lower = compatible.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isDigit(c)) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != '#') {
          out.append('#');
        }
      } else if (c == '’' || c == '‘' || c == '`') {
        out.append('\'');
      } else if (c == '“' || c == '”' || c == '„' || c == '»' || c == '«') {
        out.append('"');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Folded, and without punctuation at the ends. */
  static String foldEnds(String text) {
    return stripEnds(fold(text));
  }

  /** Without punctuation at the ends. */
  static String stripEnds(String folded) {
    int from = 0;
    int to = folded.length();
    while (from < to && !isContent(folded.charAt(from))) {
      from++;
    }
    while (to > from && !isContent(folded.charAt(to - 1))) {
      to--;
    }
    return folded.substring(from, to);
  }

  private static boolean isContent(char c) {
    return c == '#' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
