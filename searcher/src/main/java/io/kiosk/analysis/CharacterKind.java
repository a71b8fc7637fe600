package io.kiosk.analysis;

/** A kind of characters that smartcn tells apart. */
enum CharacterKind {
  HAN,
  LETTER,
  DIGIT,
  SPACE,
  DELIMITER,
  SURROGATE,
  /** Anything else: a sign of its own. */
  OTHER;

  static final char FIRST_HAN = '\u4E00';
  static final char LAST_HAN = '\u9FA5';
  static final int HAN_CHARACTERS = LAST_HAN - FIRST_HAN + 1;

  /** The kind of a character, half or full width. */
  static CharacterKind of(char c) {
    if (isHan(c)) {
      return HAN;
    } else if (Character.isSurrogate(c)) {
      return SURROGATE;
    } else if (isIn(c, 'A', 'Z') || isIn(c, 'a', 'z') || isIn(c, 'Ａ', 'Ｚ') || isIn(c, 'ａ', 'ｚ')) {
      return LETTER;
    } else if (isIn(c, '0', '9') || isIn(c, '０', '９')) {
      return DIGIT;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u3000') {
      return SPACE;
    } else if (isIn(c, '!', '\u00BB')
        || isIn(c, '\u2010', '\u2642')
        || isIn(c, '\u3001', '\u301E')
        || isIn(c, '\uFE30', '\uFF63')) {
      return DELIMITER;
    }
    return OTHER;
  }

  static boolean isHan(char c) {
    return isIn(c, FIRST_HAN, LAST_HAN);
  }

  private static boolean isIn(char c, char first, char last) {
    return c >= first && c <= last;
  }
}
