package io.kiosk.lexicon;

import java.util.HashSet;
import java.util.Set;

/** Tells traditional from simplified Chinese by characters that only one of them writes. */
final class ChineseForms {

  private static final ChineseForms INSTANCE = new ChineseForms();

  private final Set<Integer> simplified = new HashSet<>();
  private final Set<Integer> traditional = new HashSet<>();

  private ChineseForms() {
    for (String line : ResourceLines.of("chinese-forms.txt")) {
      for (String pair : line.split(" ")) {
        int[] forms = pair.codePoints().toArray();
        simplified.add(forms[0]);
        traditional.add(forms[1]);
      }
    }
    Set<Integer> both = new HashSet<>(simplified);
    both.retainAll(traditional);
    simplified.removeAll(both);
    traditional.removeAll(both);
  }

  static ChineseForms get() {
    return INSTANCE;
  }

  /** Whether more characters are traditional only than simplified only. */
  boolean isTraditional(String text) {
    int balance =
        text.codePoints()
            .map(
                c -> c < 0x4E00 ? 0 : traditional.contains(c) ? 1 : simplified.contains(c) ? -1 : 0)
            .sum();
    return balance > 0;
  }
}
