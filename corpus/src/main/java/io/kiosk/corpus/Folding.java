package io.kiosk.corpus;

/** Forms of text in which lines compare equal that a reader would call the same. Stateless. */
final class Folding {

  private Folding() {}

  /**
   * Lower case, full-width signs as ASCII, every run of digits as {@code #}, quotes made one.
   * Written out rather than left to NFKC, which takes longer than all the rest of the cleaner.
   */
  static String fold(String text) {
    String plain = text.indexOf('…') < 0 ? text : text.replace("…", "...");
    int length = plain.length();
    char[] out = new char[length];
    int to = 0;
    boolean digits = false;
    for (int i = 0; i < length; i++) {
      char c = plain.charAt(i);
      if (c >= '\uff01' && c <= '\uff5e') {
        c -= '\ufee0';
      }
      if (c >= '0' && c <= '9') {
        if (!digits) {
          out[to++] = '#';
        }
        digits = true;
        continue;
      }
      digits = false;
      if (c < 128) {
        out[to++] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '`' ? '\'' : c;
      } else {
        out[to++] = fold(c);
      }
    }
    return new String(out, 0, to);
  }

  private static char fold(char c) {
    return switch (c) {
      case '’', '‘' -> '\'';
      case '“', '”', '„', '»', '«' -> '"';
      case '\u3000' -> ' ';
      default -> c < '\u2000' ? Character.toLowerCase(c) : c;
    };
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
}
