package io.kiosk.corpus;

/**
 * Parts of a page as strings. The same class stands on many elements and the same white space
 * between them; of what is short and was met before, the string is given again. For one thread.
 */
final class SharedStrings {

  private static final int MAX_LENGTH = 80;

  /** Power of two; a newer string drives an older one out. */
  private static final int SLOTS = 512;

  private final String html;
  private final char[] chars;
  private final String[] slots = new String[SLOTS];

  SharedStrings(String html, char[] chars) {
    this.html = html;
    this.chars = chars;
  }

  String of(int from, int to) {
    if (to - from > MAX_LENGTH) {
      return html.substring(from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    String known = slots[slot];
    if (known == null || known.length() != to - from || !html.startsWith(known, from)) {
      known = html.substring(from, to);
      slots[slot] = known;
    }
    return known;
  }
}
