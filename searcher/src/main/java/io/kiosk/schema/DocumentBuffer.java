package io.kiosk.schema;

import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.ArrayUtil;

/** The bytes of documents one behind the other, in memory. */
final class DocumentBuffer extends DataOutput {
  private static final int SMALL = 1 << 16;

  private byte[] bytes = new byte[SMALL];
  private int size;
  private int[] ends = new int[16];
  private int count;

  @Override
  public void writeByte(byte value) {
    bytes = ArrayUtil.grow(bytes, size + 1 + PairDictionary.LONGEST);
    bytes[size++] = value;
  }

  @Override
  public void writeBytes(byte[] values, int offset, int length) {
    bytes = ArrayUtil.grow(bytes, Math.addExact(size, length + PairDictionary.LONGEST));
    System.arraycopy(values, offset, bytes, size, length);
    size += length;
  }

  /** Says that a document ends here. */
  void endDocument() {
    ends = ArrayUtil.grow(ends, count + 1);
    ends[count++] = size;
  }

  /** How many documents there are. */
  int count() {
    return count;
  }

  /** Where they end. */
  int[] ends() {
    return ends;
  }

  /** Their bytes, with {@link PairDictionary#LONGEST} bytes more behind them. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes they have. */
  int size() {
    return size;
  }

  /** Forgets them, and gives back memory for many. */
  void clear() {
    if (size > SMALL) {
      bytes = new byte[SMALL];
      ends = new int[16];
    }
    size = 0;
    count = 0;
  }

  long ramBytesUsed() {
    return bytes.length + (long) Integer.BYTES * ends.length;
  }
}
