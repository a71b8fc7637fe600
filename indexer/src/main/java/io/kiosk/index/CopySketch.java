package io.kiosk.index;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * A summary of a text by which near-identical texts are found. Case, punctuation and the division
 * into paragraphs do not matter; a Chinese character counts as one word.
 *
 * <p>Its first {@value #BINS} bytes are a one-permutation MinHash (Li, Owen, Zhang 2012) of the
 * text's shingles of {@value #WORDS} words, empty bins filled from others (Shrivastava 2017), of
 * which {@value #BIN_BITS} bits are kept (Li, Koenig 2010), one byte each: the share of equal bytes
 * estimates the Jaccard similarity of the shingles. Behind them are the {@value #NUMBERS} smallest
 * hashes of the numbers in the text, 4 bytes each of which the first is 0: reports made from one
 * template share their words but not their numbers. {@link #packed} is without the bits that are
 * always 0.
 */
final class CopySketch {

  /** Bytes of the MinHash; eight of them are packed into {@value #BIN_BITS}. */
  static final int BINS = 184;

  /** Bits of a byte of the MinHash that are not always 0. */
  static final int BIN_BITS = 7;

  private static final int PACKED_BINS = BINS / Byte.SIZE * BIN_BITS;
  private static final int NUMBER_BITS = 24;
  private static final int PACKED_NUMBER = NUMBER_BITS / Byte.SIZE;

  private static final int WORDS = 3;
  private static final int NUMBERS = 24;
  private static final long IN_BIN = -1L >>> Byte.SIZE;
  private static final long EMPTY = -1;

  /** Below this similarity texts are no copies; it leaves room for 15 % of other words. */
  private static final double MIN_SIMILARITY = .33;

  /** The least similarity of texts of which one has no numbers. */
  private static final double MIN_WITHOUT_NUMBERS = .4;

  /** Copies appear within some days; what is further apart must be the same text. */
  private static final long MAX_DAYS = 3;

  /** The least similarity of texts further apart. */
  private static final double MIN_REPRINT = .85;

  private final long[] minima = new long[BINS];
  private final long[] last = new long[WORDS];
  private final int[] numbers = new int[NUMBERS]; // the smallest, in ascending order
  private int numbersSize;
  private int words;

  private CopySketch() {
    Arrays.fill(minima, EMPTY);
  }

  /** The sketch of a text. */
  static byte[] of(String text) {
    CopySketch sketch = new CopySketch();
    sketch.read(text.toCharArray());
    return sketch.bytes();
  }

  /**
   * Whether two texts are near-identical.
   *
   * @param days between their publications; 0 if one has no date
   */
  static boolean areCopies(byte[] a, byte[] b, long days) {
    double similarity = similarity(a, b);
    if (similarity < (days > MAX_DAYS ? MIN_REPRINT : MIN_SIMILARITY)) {
      return false;
    }
    return shareNumbers(a, b, similarity);
  }

  private void read(char[] text) {
    int length = text.length;
    for (int i = 0; i < length; ) {
      int c = codePoint(text, i);
      if (!isLetterOrDigit(c)) {
        i += Character.charCount(c);
        continue;
      }
      long word = 0;
      boolean number = false;
      boolean whole = isIdeographic(c);
      do {
        word = mix(word + (whole ? c : toLowerCase(c)));
        number |= !whole && isDigit(c);
        i += Character.charCount(c);
        c = i < length ? codePoint(text, i) : ' ';
      } while (!whole && isLetterOrDigit(c) && !isIdeographic(c));
      if (number) {
        addNumber((int) word >>> Integer.SIZE - NUMBER_BITS);
      }
      last[words++ % WORDS] = word;
      if (words >= WORDS) {
        addShingle();
      }
    }
    if (words < WORDS) {
      addShingle();
    }
  }

  // The most frequent of all characters need not be looked up.

  private static int codePoint(char[] text, int at) {
    char c = text[at];
    return Character.isHighSurrogate(c) ? Character.codePointAt(text, at) : c;
  }

  private static boolean isAsciiLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isCommonChinese(int c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  private static boolean isDigit(int c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private static boolean isLetterOrDigit(int c) {
    return c < 0x80
        ? isAsciiLetter(c) || isDigit(c)
        : isCommonChinese(c) || Character.isLetterOrDigit(c);
  }

  private static int toLowerCase(int c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c : Character.toLowerCase(c);
  }

  /** Whether it is a Chinese character. */
  static boolean isIdeographic(int c) {
    return isCommonChinese(c) || c >= 0x2E80 && Character.isIdeographic(c);
  }

  private void addNumber(int hash) {
    int place = Arrays.binarySearch(numbers, 0, numbersSize, hash);
    if (place >= 0 || -1 - place == NUMBERS) {
      return; // there already, or larger than all
    }
    place = -1 - place;
    numbersSize = Math.min(NUMBERS, numbersSize + 1);
    System.arraycopy(numbers, place, numbers, place + 1, numbersSize - 1 - place);
    numbers[place] = hash;
  }

  private void addShingle() {
    long shingle = 0;
    for (int k = 0; k < WORDS; k++) {
      shingle = mix(shingle + last[(words + k) % WORDS]);
    }
    int bin = bin(shingle);
    long value = shingle & IN_BIN;
    if (minima[bin] == EMPTY || value < minima[bin]) {
      minima[bin] = value;
    }
  }

  /** By the upper half of the hash. */
  private static int bin(long hash) {
    return (int) ((hash >>> Integer.SIZE) * BINS >>> Integer.SIZE);
  }

  private byte[] bytes() {
    ByteBuffer sketch = ByteBuffer.allocate(BINS + numbersSize * Integer.BYTES);
    for (int bin = 0; bin < BINS; bin++) {
      int from = bin;
      for (int attempt = 1; minima[from] == EMPTY; attempt++) {
        from = bin(mix((long) bin << 32 | attempt));
      }
      sketch.put((byte) (mix(minima[from]) & (1 << BIN_BITS) - 1));
    }
    for (int i = 0; i < numbersSize; i++) {
      sketch.putInt(numbers[i]);
    }
    return sketch.array();
  }

  /** A sketch as it is kept. */
  static byte[] packed(byte[] sketch) {
    int numbers = (sketch.length - BINS) / Integer.BYTES;
    byte[] packed = new byte[PACKED_BINS + PACKED_NUMBER * numbers];
    int at = 0;
    for (int bin = 0; bin < BINS; bin += Byte.SIZE) {
      long bits = 0;
      for (int i = 0; i < Byte.SIZE; i++) {
        bits = bits << BIN_BITS | sketch[bin + i];
      }
      for (int i = BIN_BITS - 1; i >= 0; i--) {
        packed[at++] = (byte) (bits >>> i * Byte.SIZE);
      }
    }
    for (int number = 0; number < numbers; number++) {
      int from = BINS + number * Integer.BYTES + Integer.BYTES - PACKED_NUMBER;
      System.arraycopy(sketch, from, packed, at, PACKED_NUMBER);
      at += PACKED_NUMBER;
    }
    return packed;
  }

  /** The sketch that was {@link #packed}. */
  static byte[] unpacked(BytesRef packed) {
    int numbers = (packed.length - PACKED_BINS) / PACKED_NUMBER;
    byte[] sketch = new byte[BINS + numbers * Integer.BYTES];
    unpackBins(packed, sketch);
    int at = packed.offset + PACKED_BINS;
    for (int number = 0; number < numbers; number++) {
      int to = BINS + number * Integer.BYTES + Integer.BYTES - PACKED_NUMBER;
      System.arraycopy(packed.bytes, at, sketch, to, PACKED_NUMBER);
      at += PACKED_NUMBER;
    }
    return sketch;
  }

  /** Reads the MinHash of a sketch that was {@link #packed} into the beginning of an array. */
  static void unpackBins(BytesRef packed, byte[] sketch) {
    int at = packed.offset;
    for (int bin = 0; bin < BINS; bin += Byte.SIZE) {
      long bits = 0;
      for (int i = 0; i < BIN_BITS; i++) {
        bits = bits << Byte.SIZE | packed.bytes[at++] & 0xFF;
      }
      for (int i = Byte.SIZE - 1; i >= 0; i--) {
        sketch[bin + i] = (byte) (bits & (1 << BIN_BITS) - 1);
        bits >>>= BIN_BITS;
      }
    }
  }

  /** The estimated Jaccard similarity of two texts' shingles, from 0 to 1. */
  static double similarity(byte[] a, byte[] b) {
    int same = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (a[bin] == b[bin]) {
        same++;
      }
    }
    return similarity(same);
  }

  private static double similarity(int equalBins) {
    double byChance = 1.0 / (1 << BIN_BITS);
    return Math.max(0, ((double) equalBins / BINS - byChance) / (1 - byChance));
  }

  /** Whether texts may be near-identical if so many bytes of their MinHash are equal. */
  static boolean mayBeCopies(int equalBins) {
    return similarity(equalBins) >= MIN_SIMILARITY;
  }

  /**
   * Whether the text that has fewer numbers shares with the other as many of its n as remain, but
   * in one of fifty texts, when 15 % of the words change: .85 n - 2 sqrt(n .85 .15).
   */
  private static boolean shareNumbers(byte[] a, byte[] b, double similarity) {
    IntBuffer first = ByteBuffer.wrap(a, BINS, a.length - BINS).slice().asIntBuffer();
    IntBuffer second = ByteBuffer.wrap(b, BINS, b.length - BINS).slice().asIntBuffer();
    int limit = Math.min(limit(first), limit(second));
    int common = 0;
    int i = 0;
    int j = 0;
    int inFirst = count(first, limit);
    int inSecond = count(second, limit);
    while (i < inFirst && j < inSecond) {
      int order = Integer.compare(first.get(i), second.get(j));
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      common += order == 0 ? 1 : 0;
    }
    int fewer = Math.min(inFirst, inSecond);
    return fewer == 0
        ? similarity >= MIN_WITHOUT_NUMBERS
        : common >= Math.max(1, .85 * fewer - .71 * Math.sqrt(fewer));
  }

  private static int count(IntBuffer numbers, int limit) {
    int count = 0;
    while (count < numbers.limit() && numbers.get(count) <= limit) {
      count++;
    }
    return count;
  }

  /** Up to which hash a sketch has all numbers of its text. */
  private static int limit(IntBuffer numbers) {
    return numbers.limit() < NUMBERS ? Integer.MAX_VALUE : numbers.get(NUMBERS - 1);
  }

  /** The finisher of SplitMix64 (Steele, Lea, Flood 2014). */
  static long mix(long z) {
    long h = z + 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
