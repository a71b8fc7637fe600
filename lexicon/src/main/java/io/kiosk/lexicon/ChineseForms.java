package io.kiosk.lexicon;

import java.util.BitSet;

/** Tells traditional from simplified Chinese by characters that only one of them writes. */
final class ChineseForms {

  private static final ChineseForms INSTANCE = new ChineseForms();

  private final BitSet simplified = new BitSet();
  private final BitSet traditional = new BitSet();

  private ChineseForms() {
    for (String line : ResourceLines.of("chinese-forms.txt")) {
      for (String pair : line.split(" ")) {
        int[] forms = pair.codePoints().toArray();
        simplified.set(forms[0]);
        traditional.set(forms[1]);
      }
    }
    BitSet both = (BitSet) simplified.clone();
    both.and(traditional);
    simplified.andNot(both);
    traditional.andNot(both);
  }

  static ChineseForms get() {
    return INSTANCE;
  }

  /** Whether more characters are traditional only than simplified only. */
  boolean isTraditional(String text) {
    int balance = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c >= 0x4E00) {
        balance += traditional.get(c) ? 1 : simplified.get(c) ? -1 : 0;
      }
      i += Character.charCount(c);
    }
    return balance > 0;
  }
}
