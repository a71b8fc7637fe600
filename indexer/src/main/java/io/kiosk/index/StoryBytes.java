package io.kiosk.index;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/**
 * The terms of a {@link StorySketch} as bytes. The first byte has the parameter of the code and, as
 * its highest bit, whether all weights are {@link StorySketch#FULL_WEIGHT} and left out, as they
 * are in English. Then each term follows, in ascending order: the distance of its hash from the one
 * before in a Golomb code whose parameter is a power of two (Rice 1979), and its weight. The last
 * byte is filled with ones, which begin no term.
 */
final class StoryBytes {

  private static final int ALL_FULL = 0x80;

  private StoryBytes() {}

  /**
   * {@return the bytes; none without terms}
   *
   * @param terms in ascending order, each hash once
   */
  static byte[] of(int[] terms) {
    if (terms.length == 0) {
      return new byte[0];
    }
    boolean full = true;
    for (int term : terms) {
      full &= weight(term) == StorySketch.FULL_WEIGHT;
    }
    int parameter =
        Integer.SIZE
            - 1
            - Integer.numberOfLeadingZeros((1 << StorySketch.HASH_BITS) / terms.length | 1);
    Writer bits = new Writer(terms.length);
    bits.write((full ? ALL_FULL : 0) | parameter, Byte.SIZE);
    int next = 0;
    for (int term : terms) {
      int distance = hash(term) - next;
      for (int i = distance >>> parameter; i > 0; i--) {
        bits.write(1, 1);
      }
      bits.write(0, 1);
      bits.write(distance & (1 << parameter) - 1, parameter);
      if (!full) {
        bits.write(weight(term), StorySketch.WEIGHT_BITS);
      }
      next = hash(term) + 1;
    }
    return bits.end();
  }

  /** Reads what {@link #of} made. */
  static int[] terms(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return new int[0];
    }
    Reader bits = new Reader(bytes, offset + length, offset + 1);
    boolean full = (bytes[offset] & ALL_FULL) != 0;
    int parameter = bytes[offset] & ALL_FULL - 1;
    int[] terms = new int[Byte.SIZE * length / (parameter + 1)];
    int count = 0;
    int next = 0;
    for (int quotient = bits.ones(); quotient >= 0; quotient = bits.ones()) {
      int hash = next + (quotient << parameter | bits.read(parameter));
      int weight = full ? StorySketch.FULL_WEIGHT : bits.read(StorySketch.WEIGHT_BITS);
      terms[count++] = hash << StorySketch.WEIGHT_BITS | weight;
      next = hash + 1;
    }
    return Arrays.copyOf(terms, count);
  }

  private static int hash(int term) {
    return term >>> StorySketch.WEIGHT_BITS;
  }

  private static int weight(int term) {
    return term & StorySketch.FULL_WEIGHT;
  }

  /** Bits of a byte from the highest to the lowest. */
  private static final class Writer {
    private byte[] bytes;
    private int size;
    private long pending; // of which the lowest bits are not yet in a byte
    private int bitsPending; // so many, fewer than a byte has

    Writer(int terms) {
      bytes = new byte[3 * terms + 1];
    }

    /** Takes a number that has no more bits than are to be written, at most 32. */
    void write(int value, int bits) {
      pending = pending << bits | value;
      bitsPending += bits;
      while (bitsPending >= Byte.SIZE) {
        bitsPending -= Byte.SIZE;
        bytes = ArrayUtil.grow(bytes, size + 1);
        bytes[size++] = (byte) (pending >>> bitsPending);
      }
    }

    byte[] end() {
      int free = -bitsPending & Byte.SIZE - 1;
      write((1 << free) - 1, free);
      return Arrays.copyOf(bytes, size);
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private final int end;
    private long at; // of the next bit

    Reader(byte[] bytes, int end, int from) {
      this.bytes = bytes;
      this.end = end;
      this.at = (long) Byte.SIZE * from;
    }

    /** The next bits from the highest on, at least 57; ones behind the end. */
    private long next() {
      int from = (int) (at / Byte.SIZE);
      long bits = 0;
      for (int i = from; i < from + Long.BYTES; i++) {
        bits = bits << Byte.SIZE | (i < end ? bytes[i] & 0xFF : 0xFF);
      }
      return bits << at % Byte.SIZE;
    }

    /** How many ones there are before the next zero, which is read too; -1 if none follows. */
    int ones() {
      int ones = 0;
      while (at < (long) Byte.SIZE * end) {
        int more = Math.min(Long.SIZE - Byte.SIZE, Long.numberOfLeadingZeros(~next()));
        ones += more;
        at += more;
        if (more < Long.SIZE - Byte.SIZE) {
          boolean zero = at < (long) Byte.SIZE * end;
          at++;
          return zero ? ones : -1;
        }
      }
      return -1;
    }

    int read(int bits) {
      int value = (int) (next() >>> Integer.SIZE >>> Integer.SIZE - bits);
      at += bits;
      return value;
    }
  }
}
