package io.kiosk.query;

/** What the characters of a query are taken for. */
final class QueryChars {

  private QueryChars() {}

  /** White space of any kind, no-break and ideographic spaces included. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether the character at an offset is a letter or digit; false outside the text. */
  static boolean isWordChar(String text, int offset) {
    return offset >= 0 && offset < text.length() && Character.isLetterOrDigit(at(text, offset));
  }

  /** Whether the character at an offset is a letter; false outside the text. */
  static boolean isLetter(String text, int offset) {
    return offset >= 0 && offset < text.length() && Character.isLetter(at(text, offset));
  }

  /** Whether the character at an offset is Chinese or Japanese; false outside the text. */
  static boolean isIdeograph(String text, int offset) {
    if (offset < 0 || offset >= text.length()) {
      return false;
    }
    return switch (Character.UnicodeScript.of(at(text, offset))) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  /** Whether any character of a text is Chinese or Japanese. */
  static boolean hasIdeograph(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isIdeograph(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** The character that a UTF-16 unit belongs to. */
  private static int at(String text, int offset) {
    return offset > 0 && Character.isLowSurrogate(text.charAt(offset))
        ? text.codePointBefore(offset + 1)
        : text.codePointAt(offset);
  }

  /** Whether a text has no sign that a word or picture could be made of. */
  static boolean isWordless(String text) {
    return text.codePoints().allMatch(QueryChars::isPunctuation);
  }

  /** Whether the character at an offset is kept from being syntax by a backslash before it. */
  static boolean isEscape(String text, int offset) {
    return text.charAt(offset) == '\\'
        && offset + 1 < text.length()
        && text.charAt(offset + 1) < 128
        && !Character.isLetterOrDigit(text.charAt(offset + 1))
        && !isSpace(text.charAt(offset + 1));
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
