package io.kiosk.lexicon;

/**
 * A Bloom filter (1970) of the fingerprints of words, small enough for a cache: most strings that
 * are looked up are no words. Once filled, safe for many threads.
 */
final class LikelyWords {

  private final long[] bits;
  private final int shift;

  /**
   * An empty filter.
   *
   * @param size bits to take at least, unless that is more than 2<sup>26</sup>
   */
  LikelyWords(long size) {
    int log = Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(size), 7, 26);
    bits = new long[1 << log - 6];
    shift = Integer.SIZE - (log - 6);
  }

  /** Both bits of a word lie together, so that a look-up waits for memory once. */
  private static long mask(int fingerprint) {
    return 1L << fingerprint | 1L << (fingerprint >>> 6);
  }

  void add(int fingerprint) {
    bits[fingerprint >>> shift] |= mask(fingerprint);
  }

  boolean mayHave(int fingerprint) {
    long mask = mask(fingerprint);
    return (bits[fingerprint >>> shift] & mask) == mask;
  }
}
