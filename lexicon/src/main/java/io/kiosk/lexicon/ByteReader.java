package io.kiosk.lexicon;

import java.nio.ByteBuffer;

/** A position in a shared buffer, read forwards; one instance serves one look-up. */
final class ByteReader {

  private final ByteBuffer buffer;
  private int position;

  ByteReader(ByteBuffer buffer, int position) {
    this.buffer = buffer;
    this.position = position;
  }

  int position() {
    return position;
  }

  void skip(int bytes) {
    position += bytes;
  }

  byte readByte() {
    return buffer.get(position++);
  }

  /** Seven bits a byte, lowest first; the highest bit says that more follow. */
  int readInt() {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte b = buffer.get(position++);
      value |= (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException("number longer than 5 bytes at " + (position - 5));
  }

  void readBytes(byte[] target, int offset, int length) {
    buffer.get(position, target, offset, length);
    position += length;
  }
}
