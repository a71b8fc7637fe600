package io.kiosk.lexicon;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A section of items in blocks of {@link TableFormat#BLOCK}, as {@link TableFormat} lays it out. A
 * block is copied before it is read: a byte of a mapped file costs several times one of an array.
 */
final class Blocks {

  private final ByteBuffer buffer;
  private final int items;
  private final int count;
  private final int start;

  Blocks(ByteBuffer section) {
    this.buffer = section;
    this.items = section.getInt(0);
    this.count = (items + TableFormat.BLOCK - 1) / TableFormat.BLOCK;
    this.start = 4 + 4 * count;
  }

  int items() {
    return items;
  }

  /** How many blocks there are. */
  int count() {
    return count;
  }

  /** The items of a block from its first one on. */
  ByteReader read(int block) {
    return read(block, Integer.MAX_VALUE);
  }

  /** The beginning of a block, at most so many bytes of it. */
  ByteReader read(int block, int most) {
    int room = buffer.capacity() - start;
    int from = offset(block);
    int end = block + 1 < count ? offset(block + 1) : room;
    Objects.checkFromToIndex(from, end, room);
    byte[] bytes = new byte[Math.min(most, end - from)];
    buffer.get(start + from, bytes);
    return new ByteReader(bytes);
  }

  private int offset(int block) {
    return buffer.getInt(4 + 4 * block);
  }
}
