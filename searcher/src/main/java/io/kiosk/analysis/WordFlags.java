package io.kiosk.analysis;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Predicate;

/**
 * Remembers of words whether something holds for them, in 1 MB: of words that share a place the
 * last one. A word is known by 63 bits of its hash, so that one in 10<sup>18</sup> is mistaken for
 * another. Safe for many threads.
 */
final class WordFlags {

  private static final int PLACE_BITS = 17;
  private static final long HOLDS = 1;

  private final AtomicLongArray known = new AtomicLongArray(1 << PLACE_BITS);

  /** Whether it holds for a word, which is so many characters of a text. */
  boolean test(char[] text, int offset, int length, Predicate<String> condition) {
    long hash = hash(text, offset, length) & ~HOLDS;
    int place = (int) (hash >>> Long.SIZE - PLACE_BITS);
    long found = known.getOpaque(place);
    if (hash == (found & ~HOLDS) && hash != 0) {
      return (found & HOLDS) != 0;
    }
    boolean holds = condition.test(new String(text, offset, length));
    known.setOpaque(place, holds ? hash | HOLDS : hash);
    return holds;
  }

  /** FNV-1a over UTF-16 units, finished as in SplitMix64. */
  private static long hash(char[] text, int offset, int length) {
    long hash = 0xCBF29CE484222325L;
    for (int i = offset; i < offset + length; i++) {
      hash = (hash ^ text[i]) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
