package io.kiosk.analysis;

/** The words that were seen behind one Chinese word, with what each pair costs. Immutable. */
final class ChinesePairs {
  private static final int GOLDEN = 0x9E3779B9;

  /** A bit set for each word, of 64 that all share: most that are asked for were not seen. */
  private final long signature;

  private final int[] words;
  private final double[] costs;
  private final int shift;

  /**
   * Makes a table.
   *
   * @param seen the words, none of them 0
   * @param seenCosts what each costs
   */
  ChinesePairs(int[] seen, double[] seenCosts) {
    int bits = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(seen.length);
    words = new int[1 << bits];
    costs = new double[1 << bits];
    shift = Integer.SIZE - bits;
    long bitsOfAll = 0;
    for (int i = 0; i < seen.length; i++) {
      bitsOfAll |= bit(seen[i] * GOLDEN);
      int slot = seen[i] * GOLDEN >>> shift;
      while (words[slot] != 0) {
        slot = slot + 1 & words.length - 1;
      }
      words[slot] = seen[i];
      costs[slot] = seenCosts[i];
    }
    signature = bitsOfAll;
  }

  private static long bit(int hash) {
    return 1L << (hash >>> 8); // shifts go by the lowest six bits
  }

  /** What a word costs here, or infinity if it was not seen. */
  double cost(int word) {
    int hash = word * GOLDEN;
    if ((signature & bit(hash)) != 0) {
      for (int slot = hash >>> shift; words[slot] != 0; slot = slot + 1 & words.length - 1) {
        if (words[slot] == word) {
          return costs[slot];
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
