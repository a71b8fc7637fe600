package io.kiosk.corpus;

/**
 * What a line of text looks like, counted in one pass and comparable between languages: a Chinese
 * character weighs about .6 of a word.
 *
 * @param chars characters other than white space
 * @param weight length in words: runs of letters or digits, Chinese characters at .6
 * @param letters letters of any script
 * @param digits digits
 * @param hanzi Chinese characters
 * @param commas commas of any script
 * @param sentences sentence ends inside or at the end of the text
 * @param endsSentence whether the text ends like a sentence (closing quotes and brackets may
 *     follow)
 */
record TextMeasure(
    int chars,
    double weight,
    int letters,
    int digits,
    int hanzi,
    int commas,
    int sentences,
    boolean endsSentence) {

  private static final double HANZI_WEIGHT = .6;

  /** Characters of the brackets behind a last sentence. */
  private static final int MAX_SIGNATURE = 40;

  private enum Sign {
    LETTER,
    DIGIT,
    HANZI,
    SPACE,
    /** Parts no word that it stands in. */
    JOINER,
    COMMA,
    END,
    OTHER
  }

  private static final Sign[] ASCII = new Sign[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = look(c);
    }
  }

  static TextMeasure of(String text) {
    int chars = 0;
    int words = 0;
    int letters = 0;
    int digits = 0;
    int hanzi = 0;
    int commas = 0;
    int sentences = 0;
    boolean inWord = false;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      Sign sign = c < 128 ? ASCII[c] : look(c);
      chars += sign == Sign.SPACE ? 0 : 1;
      switch (sign) {
        case LETTER, DIGIT -> {
          letters += sign == Sign.LETTER ? 1 : 0;
          digits += sign == Sign.DIGIT ? 1 : 0;
          words += inWord ? 0 : 1;
          inWord = true;
        }
        case HANZI -> {
          hanzi++;
          inWord = false;
        }
        case SPACE, OTHER -> inWord = false;
        case JOINER -> {}
        case COMMA -> {
          commas++;
          inWord = false;
        }
        case END -> {
          sentences += endsWord(text, i) ? 1 : 0;
          inWord = false;
        }
      }
    }
    return new TextMeasure(
        chars,
        words + hanzi * HANZI_WEIGHT,
        letters + hanzi,
        digits,
        hanzi,
        commas,
        sentences,
        endsLikeSentence(text));
  }

  private static Sign look(char c) {
    if (isHanzi(c)) {
      return Sign.HANZI;
    }
    if (c >= '0' && c <= '9') {
      return Sign.DIGIT;
    }
    if (Character.isLetter(c)) {
      return Sign.LETTER;
    }
    if (c <= ' ' || c == '\u00a0' || Character.isWhitespace(c)) {
      return Sign.SPACE;
    }
    return switch (c) {
      case '\'', '’', '-' -> Sign.JOINER;
      case ',', '，', '、' -> Sign.COMMA;
      default -> Character.isSurrogate(c) ? Sign.JOINER : isSentenceEnd(c) ? Sign.END : Sign.OTHER;
    };
  }

  static boolean isHanzi(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf' || c == '\u3007';
  }

  static boolean isSentenceEnd(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '；' -> true;
      default -> false;
    };
  }

  /** A full stop inside a number, an address or a file name ends nothing. */
  private static boolean endsWord(String text, int at) {
    if (text.charAt(at) >= '\u3000') {
      return true;
    }
    int next = at + 1;
    if (next >= text.length()) {
      return true;
    }
    char c = text.charAt(next);
    return c < 128
        ? ASCII[c] != Sign.LETTER && ASCII[c] != Sign.DIGIT
        : !Character.isLetterOrDigit(c);
  }

  private static boolean endsLikeSentence(String text) {
    int at = text.length() - 1;
    while (at >= 0 && isClosing(text.charAt(at))) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    char c = text.charAt(at);
    return isSentenceEnd(c) || c == ':' || c == '：' || isSigned(text);
  }

  /** {@code ... said the mayor. (Erika Mustermann)}, with or without crosses or stars behind. */
  private static boolean isSigned(String text) {
    int end = text.length();
    while (end > 0 && "+* ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0 || ")）".indexOf(text.charAt(end - 1)) < 0) {
      return false;
    }
    int start = end - 1;
    int least = Math.max(0, end - MAX_SIGNATURE);
    while (start >= least && "(（".indexOf(text.charAt(start)) < 0) {
      if (text.charAt(start) >= '0' && text.charAt(start) <= '9') {
        return false;
      }
      start--;
    }
    int before = start - 1;
    while (before >= 0 && isClosing(text.charAt(before))) {
      before--;
    }
    return start >= least && before >= 0 && isSentenceEnd(text.charAt(before));
  }

  private static boolean isClosing(char c) {
    return switch (c) {
      case '"', '\'', '”', '“', '’', '‘', '»', '«', ')', '）', ']', '】', '」', '』', '》', '›', '*' ->
          true;
      default -> (c <= ' ' || c > '~' && !isHanzi(c)) && Character.isWhitespace(c);
    };
  }
}
