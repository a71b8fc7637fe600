package io.kiosk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Article text on its way to a terminal: without anything that a terminal obeys, and measured in
 * its columns. Everything that was not written by us goes through here before it is printed.
 */
final class SafeText {

  /** Whole sequences that begin with ESC or its one-character forms, so that no rest is shown. */
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?" // CSI: colours, cursor
              + "|(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])" // OSC, DCS, SOS, PM, APC
              + "[^\\x07\\x1b\\x9c\\n]{0,4096}(?:\\x07|\\x1b\\\\|\\x9c)?"
              + "|\\x1b[ -/]*[0-~]?");

  /** Punctuation that must not begin a line of Chinese. */
  private static final String CLOSING = "，。、；：！？）》」』】〉”’…％,.;:!?)]}";

  private SafeText() {}

  /** One line: line ends and tabs are blanks, and nothing is left that is not printed. */
  static String line(String text) {
    return clean(text, false);
  }

  /** Several lines: line ends stay. */
  static String lines(String text) {
    return clean(text.replace("\r\n", "\n"), true);
  }

  private static String clean(String text, boolean keepLineEnds) {
    if (isPlain(text)) {
      return text;
    }
    String rest = text;
    if (hasSequence(text)) {
      rest = SEQUENCE.matcher(text).replaceAll("");
    }
    StringBuilder safe = new StringBuilder(rest.length());
    rest.codePoints()
        .forEach(
            c -> {
              if (c == '\n' && keepLineEnds) {
                safe.append('\n');
              } else if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029) {
                safe.append(' ');
              } else if (c >= 0xD800 && c <= 0xDFFF) {
                safe.append('\uFFFD');
              } else if (isPrinted(c)) {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasSequence(String text) {
    return text.chars().anyMatch(c -> c == 0x1b || c >= 0x80 && c <= 0x9f);
  }

  /**
   * Format characters move or hide text (bidi controls, tags); only the joiners of scripts stay.
   */
  private static boolean isPrinted(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE -> false;
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  /** Columns that a terminal needs for a safe text: two for Chinese, none for combining marks. */
  static int width(String text) {
    return text.codePoints().map(SafeText::width).sum();
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** East Asian Width W and F of Unicode Standard Annex 11, in blocks. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || c >= 0x2E80 && c <= 0x303E
            || c >= 0x3041 && c <= 0xA4CF
            || c >= 0xA960 && c <= 0xA97F
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1F64F
            || c >= 0x1F680 && c <= 0x1F6FF
            || c >= 0x1F900 && c <= 0x1F9FF
            || c >= 0x20000 && c <= 0x3FFFD);
  }

  /** The end of the text, cut with {@code …} before it if all needs more columns than that. */
  static String fitEnd(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int used = 1;
    int start = text.length();
    while (start > 0 && used + width(text.codePointBefore(start)) <= columns) {
      int c = text.codePointBefore(start);
      used += width(c);
      start -= Character.charCount(c);
    }
    return "…" + text.substring(start);
  }

  /** The text, cut with {@code …} if it needs more columns than that. */
  static String fit(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (used + width(c) > columns - 1) {
        break;
      }
      used += width(c);
      end += Character.charCount(c);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** The text and blanks up to a number of columns. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * Where to break a safe line so that no part needs more columns: the offsets at which new lines
   * begin, ascending; blanks before them are still in the part before.
   */
  static List<Integer> breaks(String text, int columns) {
    List<Integer> breaks = new ArrayList<>();
    int used = 0;
    int start = 0;
    int possible = 0;
    int usedAtPossible = 0;
    int before = ' ';
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean mayBreak =
          i > start
              && c != ' '
              && (before == ' ' || isWide(before) || isWide(c))
              && CLOSING.indexOf(c) < 0;
      if (mayBreak) {
        possible = i;
        usedAtPossible = used;
      }
      if (c != ' ' && used + width(c) > columns && i > start) {
        boolean inside = possible > start;
        start = inside ? possible : i;
        used = inside ? used - usedAtPossible : 0;
        breaks.add(start);
      }
      used += width(c);
      before = c;
      i += Character.charCount(c);
    }
    return breaks;
  }

  /** A safe line in parts that need no more columns than that, without blanks at their ends. */
  static List<String> wrap(String text, int columns) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int next : breaks(text, columns)) {
      parts.add(text.substring(start, next).stripTrailing());
      start = next;
    }
    parts.add(text.substring(start).stripTrailing());
    return parts;
  }
}
