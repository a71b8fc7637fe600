package io.kiosk.schema;

import java.io.IOException;
import org.apache.lucene.store.DataOutput;

/**
 * Packs texts as numbers of the longest strings of a dictionary that they begin with, one after the
 * other. The dictionary is made of texts like them: it begins with all bytes, and while texts are
 * read with what it has so far, two strings that were found side by side often enough become one,
 * until it is full (F. Gargiulo and R. Venturini, "OnPair: Short Strings Compression for Fast
 * Random Access", 2025). Not for several threads.
 */
final class PairEncoder {

  /** Times that a pair is met before it is a string. */
  private static final int OFTEN = 3;

  private static final int BYTES = 1 << Byte.SIZE;
  private static final int SLOT_BITS = 18;
  private static final int COUNTER_BITS = 19;

  private final long[] strings = new long[PairDictionary.MOST];
  private final byte[] lengths = new byte[PairDictionary.MOST];
  private int size;

  /** Numbers of strings plus one, by a hash of the string. */
  private final int[] slots = new int[1 << SLOT_BITS];

  /** Which lengths strings with the same first two bytes have, a bit for each. */
  private final byte[] lengthsByStart = new byte[1 << Short.SIZE];

  private final byte[] packed = new byte[1 << 12];

  /** How often pairs were met lately; one that comes to the place of another drives it out. */
  private static final class PairCounter {
    private final int[] pairs = new int[1 << COUNTER_BITS];
    private final byte[] counts = new byte[1 << COUNTER_BITS];

    /** Whether a pair has been met often enough now, after which it is counted anew. */
    boolean isOften(int left, int right) {
      int pair = left << Short.SIZE | right;
      int slot = (pair * 0x9E3779B1) >>> (Integer.SIZE - COUNTER_BITS);
      if (pairs[slot] != pair) {
        pairs[slot] = pair;
        counts[slot] = 0;
      }
      if (++counts[slot] < OFTEN) {
        return false;
      }
      counts[slot] = 0;
      return true;
    }
  }

  /**
   * An encoder for texts like some.
   *
   * @param texts one behind the other, with {@link PairDictionary#LONGEST} bytes more behind them
   * @param ends of the texts
   * @param count how many there are
   */
  PairEncoder(byte[] texts, int[] ends, int count) {
    for (int each = 0; each < BYTES; each++) {
      add(each, 1);
    }
    PairCounter pairs = new PairCounter();
    // In no order, for those that were written together are in one language.
    int step = coprime(count);
    for (int i = 0, text = 0; i < count && !isFull(); i++, text = (text + step) % count) {
      learn(texts, text == 0 ? 0 : ends[text - 1], ends[text], pairs);
    }
  }

  /** A step that comes to all of some places and leaves none near the last one. */
  private static int coprime(int count) {
    int step = Math.max(1, (int) (count * .618));
    while (gcd(step, count) > 1) {
      step++;
    }
    return step;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private boolean isFull() {
    return size == strings.length;
  }

  private void learn(byte[] texts, int from, int to, PairCounter pairs) {
    int before = -1;
    int at = from;
    while (at < to && !isFull()) {
      int number = longest(PairDictionary.bytesAt(texts, at), to - at);
      at += lengths[number];
      if (before >= 0
          && lengths[before] + lengths[number] <= PairDictionary.LONGEST
          && pairs.isOften(before, number)) {
        number = joined(before, number);
      }
      before = number;
    }
  }

  private int joined(int left, int right) {
    int length = lengths[left] + lengths[right];
    long string = strings[left] | strings[right] << (Byte.SIZE * lengths[left]);
    int known = find(string, length);
    return known < 0 ? add(string, length) : known;
  }

  private int add(long string, int length) {
    strings[size] = string;
    lengths[size] = (byte) length;
    int slot = slot(string, length);
    while (slots[slot] != 0) {
      slot = next(slot);
    }
    slots[slot] = size + 1;
    if (length > 1) {
      lengthsByStart[(int) string & 0xFFFF] |= (byte) (1 << (length - 1));
    }
    return size++;
  }

  /** The number of a string; negative if it has none. */
  private int find(long string, int length) {
    for (int slot = slot(string, length); slots[slot] != 0; slot = next(slot)) {
      int number = slots[slot] - 1;
      if (strings[number] == string && lengths[number] == length) {
        return number;
      }
    }
    return -1;
  }

  private static int slot(long string, int length) {
    long hash = (string + length) * 0x9E3779B97F4A7C15L;
    return (int) ((hash ^ hash >>> 29) * 0xD6E8FEB86659FD93L >>> (Long.SIZE - SLOT_BITS));
  }

  private static int next(int slot) {
    return (slot + 1) & ((1 << SLOT_BITS) - 1);
  }

  /**
   * The number of the longest string that some bytes begin with.
   *
   * @param rest how many of them count, at least 1
   */
  private int longest(long bytes, int rest) {
    int there = lengthsByStart[(int) bytes & 0xFFFF] & 0xFF;
    if (rest < PairDictionary.LONGEST) {
      there &= (1 << rest) - 1;
    }
    while (there != 0) {
      int length = Integer.SIZE - Integer.numberOfLeadingZeros(there);
      int number = find(bytes & -1L >>> (Long.SIZE - Byte.SIZE * length), length);
      if (number >= 0) {
        return number;
      }
      there ^= 1 << (length - 1);
    }
    return (int) bytes & 0xFF;
  }

  /**
   * Packs a text.
   *
   * @param texts with {@link PairDictionary#LONGEST} bytes more behind it, of any value
   * @param from where it begins
   * @param to behind it
   */
  void pack(byte[] texts, int from, int to, DataOutput out) throws IOException {
    int end = 0;
    int at = from;
    while (at < to) {
      if (end == packed.length) {
        out.writeBytes(packed, 0, end);
        end = 0;
      }
      int number = longest(PairDictionary.bytesAt(texts, at), to - at);
      packed[end++] = (byte) number;
      packed[end++] = (byte) (number >>> 8);
      at += lengths[number];
    }
    out.writeBytes(packed, 0, end);
  }

  /** Writes the dictionary. */
  void writeDictionary(DataOutput out) throws IOException {
    PairDictionary.write(strings, lengths, size, out);
  }

  /** Bytes of memory, without those of the texts. */
  long ramBytesUsed() {
    return (long) Long.BYTES * strings.length
        + lengths.length
        + (long) Integer.BYTES * slots.length
        + lengthsByStart.length
        + packed.length;
  }
}
