package io.kiosk.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of {@code markup-hints.txt} as a tree of letters, in which a name is looked up while it
 * is read: no part of it is copied. Immutable.
 */
final class HintWords {

  /** Letters a to z, and the sign between two words. */
  private static final int LETTERS = 27;

  private static final int SIGN = 26;

  /** What no word begins with. The root is 0, to which nothing leads back. */
  private static final int NONE = 0;

  private static final int SMALL = 1;
  private static final int CAPITAL = 2;
  private static final int DIGIT = 3;
  private static final int OTHER_LETTER = 4;
  private static final byte[] ASCII = ascii();

  private char[] next = new char[LETTERS * 1_024];
  private int[] whole = new int[1_024];
  private int[] open = new int[1_024];
  private int states = 1;

  HintWords() {
    Map<String, List<String>> sections = WordLists.sections(List.of("markup-hints.txt"));
    for (Hint hint : Hint.values()) {
      for (String word : sections.remove(hint.name().toLowerCase(Locale.ROOT))) {
        boolean ending = word.endsWith("*");
        int state = add(ending ? word.substring(0, word.length() - 1) : word);
        (ending ? open : whole)[state] |= hint.bit();
      }
    }
    if (!sections.isEmpty()) {
      throw new IllegalStateException("unknown hints: " + sections.keySet());
    }
  }

  private int add(String word) {
    int state = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int letter = c == '-' ? SIGN : c - 'a';
      if (letter < 0 || letter >= LETTERS) {
        throw new IllegalStateException("markup-hints.txt: letters and hyphens only: " + word);
      }
      int slot = state * LETTERS + letter;
      if (next[slot] == NONE) {
        char added = (char) state(); // first, for it may make a longer array
        next[slot] = added;
      }
      state = next[slot];
    }
    return state;
  }

  private int state() {
    if (states > Character.MAX_VALUE) {
      throw new IllegalStateException("markup-hints.txt: too many words");
    }
    if (states == whole.length) {
      int size = states * 2;
      whole = Arrays.copyOf(whole, size);
      open = Arrays.copyOf(open, size);
      next = Arrays.copyOf(next, LETTERS * size);
    }
    return states++;
  }

  /**
   * Bits of {@link Hint} that the words of one name give. {@code "wp-captionBar"} has the words wp,
   * caption, bar and the pairs of neighbours. Parts with digits inside are no words.
   */
  int bits(char[] names, int from, int to) {
    Walk walk = new Walk();
    int last = 0;
    for (int i = from; i < to; i++) {
      char c = names[i];
      int type = type(c);
      if (type == 0) {
        walk.end();
      } else if (type == DIGIT) {
        walk.digit();
      } else {
        if (isCapital(c, type) && i > from && isSmall(names[i - 1], last)) {
          walk.end();
        }
        walk.letter((c | 0x20) - 'a');
      }
      last = type;
    }
    walk.end();
    return walk.bits();
  }

  private static boolean isCapital(char c, int type) {
    return type == CAPITAL || type == OTHER_LETTER && Character.isUpperCase(c);
  }

  private static boolean isSmall(char c, int type) {
    return type == SMALL || type == OTHER_LETTER && Character.isLowerCase(c);
  }

  /**
   * Follows the word that is being read from three places at once: from the root, and from where
   * the word before has led, for a pair may be written with the sign between its words or without.
   */
  private final class Walk {
    private int words;
    private int bits;
    private int single;

    // The word before: where it has led, and what it met that leaves its ending open.
    private int before;
    private int openBefore;

    // The word that is being read.
    private boolean begun;
    private boolean digits;
    private boolean broken;
    private int alone;
    private int open;
    private int joined;
    private int signed;
    private int openSigned;

    int bits() {
      return words == 1 ? single : bits;
    }

    void digit() {
      digits = true;
    }

    void letter(int letter) {
      broken |= digits;
      if (!begun) {
        begun = true;
        joined = before;
        signed = before == NONE ? NONE : next[before * LETTERS + SIGN];
        openSigned = HintWords.this.open[signed];
        alone = follow(0, letter);
      } else if (alone != NONE) {
        alone = follow(alone, letter);
      }
      open |= HintWords.this.open[alone];
      if (joined != NONE) {
        joined = follow(joined, letter);
      }
      if (signed != NONE) {
        signed = follow(signed, letter);
        openSigned |= HintWords.this.open[signed];
      }
    }

    private int follow(int state, int letter) {
      return letter >= 0 && letter < SIGN ? next[state * LETTERS + letter] : NONE;
    }

    void end() {
      if (begun && !broken) {
        single = open | whole[alone];
        bits |= single & ~Hint.HIDDEN.bit(); // beside another word it says what is hidden
        if (words++ > 0) {
          bits |= openBefore | openSigned | whole[joined] | whole[signed];
        }
        before = alone;
        openBefore = open;
      }
      begun = false;
      digits = false;
      broken = false;
      open = 0;
    }
  }

  /** 0 for a sign, which parts words. */
  private static int type(char c) {
    if (c < 128) {
      return ASCII[c];
    }
    return Character.isLetter(c) ? OTHER_LETTER : Character.isDigit(c) ? DIGIT : 0;
  }

  private static byte[] ascii() {
    byte[] types = new byte[128];
    Arrays.fill(types, 'a', 'z' + 1, (byte) SMALL);
    Arrays.fill(types, 'A', 'Z' + 1, (byte) CAPITAL);
    Arrays.fill(types, '0', '9' + 1, (byte) DIGIT);
    return types;
  }
}
