package io.kiosk.analysis;

/** The words that were seen behind one Chinese word, with what each pair costs. Immutable. */
final class ChinesePairs {
  private static final int GOLDEN = 0x9E3779B9;

  private final long signature;

  /** For each place a word and, beside it, the bits of its cost. */
  private final long[] words;

  private final int shift;

  /**
   * Makes a table.
   *
   * @param seen the words, none of them 0
   * @param seenCosts what each costs
   */
  ChinesePairs(int[] seen, double[] seenCosts) {
    int bits = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(seen.length);
    words = new long[2 << bits];
    shift = Integer.SIZE - bits;
    long bitsOfAll = 0;
    for (int i = 0; i < seen.length; i++) {
      bitsOfAll |= bit(seen[i]);
      int slot = slot(seen[i]);
      while (words[slot] != 0) {
        slot = next(slot);
      }
      words[slot] = seen[i];
      words[slot + 1] = Double.doubleToRawLongBits(seenCosts[i]);
    }
    signature = bitsOfAll;
  }

  /**
   * A bit set for each word, of 64 that all share: most that are asked for were not seen, and need
   * not be looked for.
   */
  long signature() {
    return signature;
  }

  /** The bit of a word in signatures. */
  static long bit(int word) {
    return 1L << (word * GOLDEN >>> 8); // shifts go by the lowest six bits
  }

  private int slot(int word) {
    return (word * GOLDEN >>> shift) << 1;
  }

  private int next(int slot) {
    return slot + 2 & words.length - 1;
  }

  /** What a word costs here, or infinity if it was not seen. */
  double cost(int word) {
    for (int slot = slot(word); words[slot] != 0; slot = next(slot)) {
      if (words[slot] == word) {
        return Double.longBitsToDouble(words[slot + 1]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
