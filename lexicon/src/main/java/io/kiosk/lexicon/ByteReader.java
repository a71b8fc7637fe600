package io.kiosk.lexicon;

import java.util.Arrays;

/** A position in some bytes, read forwards; one instance serves one look-up. */
final class ByteReader {

  private final byte[] bytes;
  private int position;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return position;
  }

  void skip(int count) {
    position += count;
  }

  byte readByte() {
    return bytes[position++];
  }

  /** Seven bits a byte, lowest first; the highest bit says that more follow. */
  int readInt() {
    byte first = bytes[position++];
    return first >= 0 ? first : readRest(first & 0x7F);
  }

  private int readRest(int lowest) {
    int value = lowest;
    for (int shift = 7; shift < 35; shift += 7) {
      byte b = bytes[position++];
      value |= (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException("number longer than 5 bytes at " + (position - 5));
  }

  void readBytes(byte[] target, int offset, int length) {
    System.arraycopy(bytes, position, target, offset, length);
    position += length;
  }

  /** How many of the next bytes, at most so many, are those of an array from a place on. */
  int countSame(int most, byte[] other, int from) {
    int length = Math.min(most, other.length - from);
    int mismatch = Arrays.mismatch(bytes, position, position + length, other, from, from + length);
    return mismatch < 0 ? length : mismatch;
  }

  /** The order of the next bytes, at most so many, and all of an array, as unsigned numbers. */
  int compare(int length, byte[] other) {
    int end = Math.min(bytes.length, position + length);
    return Arrays.compareUnsigned(bytes, position, end, other, 0, other.length);
  }
}
