package io.kiosk.index;

import java.util.Locale;

/** What became of one input; every input has exactly one. */
public enum Outcome {
  /** Its article is new in the archive. */
  ADDED,
  /** Its article has replaced an older state of itself. */
  UPDATED,
  /** Its article was there as it is. */
  UNCHANGED,
  /** Its article is there from another input that is still in place. */
  DUPLICATE,
  /** It gave no article. */
  REJECTED;

  /** {@return the word that reports print: the name in lower case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
