package io.kiosk.corpus;

import org.jsoup.parser.Parser;

/** Resolves character references: the few that nearly all are here, others by jsoup. */
final class CharacterReferences {

  private static final String[] NAMES = {"amp;", "nbsp;", "quot;", "lt;", "gt;"};
  private static final char[] CHARACTERS = {'&', '\u00a0', '"', '<', '>'};

  private CharacterReferences() {}

  /** The text without references; in attributes some that lack the semicolon are none. */
  static String resolve(String text, boolean attribute) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    int sign = text.indexOf('&');
    while (sign >= 0) {
      int reference = reference(text, sign + 1);
      if (reference < 0) {
        return Parser.unescapeEntities(text, attribute);
      }
      out.append(text, done, sign).append(CHARACTERS[reference]);
      done = sign + 1 + NAMES[reference].length();
      sign = text.indexOf('&', done);
    }
    return out.append(text, done, text.length()).toString();
  }

  private static int reference(String text, int from) {
    for (int i = 0; i < NAMES.length; i++) {
      if (text.startsWith(NAMES[i], from)) {
        return i;
      }
    }
    return -1;
  }
}
