package io.kiosk.schema;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * Strings of one to eight bytes by their numbers, of two bytes each, for which they stand in packed
 * text. {@link PairEncoder} makes it. Unpacking writes eight bytes for each number, whatever the
 * length of its string, and goes on behind the string: a tenth of the time of DEFLATE, where every
 * article can be read by itself.
 */
final class PairDictionary {

  /** The longest string. */
  static final int LONGEST = Long.BYTES;

  /** As many strings as two bytes can number. */
  static final int MOST = 1 << Short.SIZE;

  private static final VarHandle BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] strings; // the first byte is the lowest; 0 behind the end
  private final byte[] lengths;

  private PairDictionary(long[] strings, byte[] lengths) {
    this.strings = strings;
    this.lengths = lengths;
  }

  /** Reads what {@link #write} has written. */
  static PairDictionary read(DataInput in) throws IOException {
    int size = in.readVInt();
    long[] strings = new long[size];
    byte[] lengths = new byte[size];
    in.readLongs(strings, 0, size);
    in.readBytes(lengths, 0, size);
    return new PairDictionary(strings, lengths);
  }

  /**
   * Writes a dictionary as it is in memory, to be read without a look at each string.
   *
   * @param size how many of the strings count
   */
  static void write(long[] strings, byte[] lengths, int size, DataOutput out) throws IOException {
    out.writeVInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(strings[i]);
    }
    out.writeBytes(lengths, 0, size);
  }

  /** Eight bytes of an array as they stand in a dictionary. */
  static long bytesAt(byte[] text, int at) {
    return (long) BYTES.get(text, at);
  }

  /**
   * Unpacks a text.
   *
   * @param packed numbers, the lower byte first
   * @param size how many bytes of them
   * @param text has room for {@value #LONGEST} bytes more than the text has
   * @return the length of the text
   * @throws IndexOutOfBoundsException if that is not what was packed
   */
  int unpack(byte[] packed, int size, byte[] text) {
    int end = 0;
    for (int i = 0; i < size; i += 2) {
      int number = packed[i] & 0xFF | (packed[i + 1] & 0xFF) << 8;
      BYTES.set(text, end, strings[number]);
      end += lengths[number];
    }
    return end;
  }
}
