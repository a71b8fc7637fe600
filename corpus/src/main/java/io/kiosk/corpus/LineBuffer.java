package io.kiosk.corpus;

import java.util.Arrays;

/** Collects the characters of a block and gives them as one normalised line; for one thread. */
final class LineBuffer {

  private char[] chars;
  private int length;

  LineBuffer() {
    chars = new char[1024];
  }

  LineBuffer(String text) {
    chars = text.toCharArray();
    length = chars.length;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  void clear() {
    length = 0;
  }

  void append(String words) {
    int end = length + words.length();
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, chars.length * 2));
    }
    words.getChars(0, words.length(), chars, length);
    length = end;
  }

  /** Number of characters from an offset on that are not white space. */
  int visible(int from) {
    int visible = 0;
    for (int i = from; i < length; i++) {
      visible += chars[i] <= ' ' || chars[i] == '\u00a0' || chars[i] == '\u3000' ? 0 : 1;
    }
    return visible;
  }

  /**
   * What {@link TextNormalizer#line} makes of the characters. Characters that it would leave alone,
   * which is nearly all, are copied here; the first other one sends the line there.
   */
  String line() {
    char[] out = chars;
    int to = 0;
    boolean space = false;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c > ' ' && c < 0x7f) {
        if (space) {
          out[to++] = ' ';
          space = false;
        }
        out[to++] = c;
        continue;
      }
      if (c == ' '
          || c == '\n'
          || c == '\t'
          || c == '\r'
          || c == '\f'
          || c == '\u00a0'
          || c == '\u3000') {
        space = to > 0;
        continue;
      }
      if (!isStable(c)) {
        if (space) {
          out[to++] = ' ';
        }
        System.arraycopy(chars, i, out, to, length - i);
        return TextNormalizer.rewrittenLine(new String(out, 0, to + length - i));
      }
      if (space) {
        out[to++] = ' ';
        space = false;
      }
      out[to++] = c;
    }
    return new String(out, 0, to);
  }

  /** Visible, and the same in NFC whatever stands beside it. */
  static boolean isStable(char c) {
    return c > ' ' && c < 0x7f
        || c > 0xa0 && c < 0x300 && c != 0xad
        || c >= 0x4e00 && c < 0xa000
        || c >= 0x2010 && c < 0x2028
        || c >= 0x2030 && c < 0x205f
        || c > 0x3000 && c < 0x302a
        || c > 0xff00 && c < 0xff5f
        || c >= 0x388 && c < 0x483;
  }
}
