package io.kiosk.corpus;

import java.text.Normalizer;

/**
 * Brings text into the one form that articles have: NFC, lines ended by {@code \n}, every other
 * white space an ordinary space, and none of the characters that a reader cannot see but a terminal
 * or a search would stumble over. Stateless.
 */
final class TextNormalizer {

  /**
   * Marks that may follow one base character; the bound of Unicode's Stream-Safe Text Format (UAX
   * 15, section 13). More is an attack: ordering marks costs the square of their number.
   */
  private static final int MAX_MARKS = 30;

  /** What the wide space A3A0 of GBK pages is decoded to; browsers show a space. */
  private static final int GBK_SPACE = 0xE5E5;

  private TextNormalizer() {}

  /**
   * The text with line breaks kept: NFC; control characters, bidirectional and zero-width
   * formatting, noncharacters removed; lone surrogates replaced by U+FFFD; runs of spaces and tabs
   * made one space (one tab, if one was among them); no white space at either end of a line.
   */
  static String normalize(String text) {
    if (isNormal(text)) {
      return text;
    }
    return text.indexOf('\r') < 0 ? byLines(text) : rewritten(text);
  }

  /** Rewrites the lines that need it; nothing joins across the end of a line. */
  private static String byLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      String line = text.substring(start, end);
      out.append(isNormal(line) ? line : rewritten(line)).append('\n');
      start = end + 1;
    }
    return out.append(rewritten(text.substring(start))).toString();
  }

  /** Whether nothing is to be done, told by characters that are the same beside any other. */
  private static boolean isNormal(String text) {
    char last = '\n';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' '
          ? last == ' ' || last == '\n'
          : c == '\n' ? last == ' ' : !LineBuffer.isStable(c)) {
        return false;
      }
      last = c;
    }
    return last != ' ';
  }

  private static String rewritten(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (c == '\r') {
        newline(out);
        width = text.startsWith("\r\n", i) ? 2 : 1;
      } else if (isLineBreak(c)) {
        newline(out);
      } else if (c == '\t' || Character.isSpaceChar(c) || c == GBK_SPACE) {
        space(out, c);
      } else if (c >= ' ' && c < 0x7F) {
        out.append((char) c);
        marks = 0;
      } else if (!isInvisible(c) || joins(c, out)) {
        marks = isMark(c) ? marks + 1 : 0;
        if (marks <= MAX_MARKS) {
          out.appendCodePoint(isLoneSurrogate(c) ? 0xFFFD : c);
        }
      }
      i += width;
    }
    trimEnd(out);
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** The text as one line: as {@link #normalize}, and every run of white space one space. */
  static String line(String text) {
    return isLine(text) ? text : new LineBuffer(text).line();
  }

  /** The same, not the quick way. */
  static String rewrittenLine(String text) {
    String normal = rewritten(text);
    StringBuilder out = new StringBuilder(normal.length());
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (c != '\n' && c != '\t' && c != ' ') {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  /** Whether nothing is to be done, told by characters that are the same beside any other. */
  private static boolean isLine(String text) {
    int last = text.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      boolean single = c == ' ' && i > 0 && i < last && text.charAt(i + 1) != ' ';
      if (!single && !LineBuffer.isStable(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Normalised text as an article's body: its paragraphs separated by one blank line. Text without
   * any blank line has one paragraph a line; otherwise single line breaks stay where they are.
   */
  static String body(String text) {
    String normal = normalize(text).strip();
    if (!normal.contains("\n\n")) {
      return normal.replace("\n", "\n\n");
    }
    return normal.contains("\n\n\n") ? normal.replaceAll("\n{2,}", "\n\n") : normal;
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.CONTROL
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.PRIVATE_USE // icon fonts
        || c == 0x034F // combining grapheme joiner
        || c == 0x115F // hangul fillers, shown as nothing
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0xFFFC // object replacement: an image was here
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** Whether this is a joiner that shapes a word of an Indic or Arabic script, or an emoji. */
  private static boolean joins(int c, StringBuilder before) {
    if (c != 0x200C && c != 0x200D || before.isEmpty()) {
      return false;
    }
    int last = before.codePointBefore(before.length());
    return (last >= 0x0600 && last < 0x1100)
        || (last >= 0x2600 && last < 0x2800)
        || last == 0xFE0F
        || (last >= 0x1F000 && last < 0x20000);
  }

  private static void newline(StringBuilder out) {
    trimEnd(out);
    out.append('\n');
  }

  private static void space(StringBuilder out, int c) {
    int end = out.length() - 1;
    if (end < 0 || out.charAt(end) == '\n') {
      return;
    }
    char last = out.charAt(end);
    if (last != ' ' && last != '\t') {
      out.append(c == '\t' ? '\t' : ' ');
    } else if (c == '\t') {
      out.setCharAt(end, '\t');
    }
  }

  private static void trimEnd(StringBuilder out) {
    int end = out.length();
    while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
      end--;
    }
    out.setLength(end);
  }
}
