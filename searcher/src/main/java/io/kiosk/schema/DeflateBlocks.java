package io.kiosk.schema;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The blocks of {@link CompressionMode#HIGH_COMPRESSION}, unpacked only as far as an article goes,
 * where Lucene unpacks all that stand in the block with it: half of the work on average, and
 * reading ten articles is the larger part of many a search.
 */
final class DeflateBlocks extends CompressionMode {

  @Override
  public Compressor newCompressor() {
    return HIGH_COMPRESSION.newCompressor();
  }

  @Override
  public Decompressor newDecompressor() {
    return new Unpacking();
  }

  @Override
  public String toString() {
    return "DEFLATE";
  }

  private static final class Unpacking extends Decompressor {
    private byte[] packed = BytesRef.EMPTY_BYTES;

    @Override
    public void decompress(DataInput in, int originalLength, int offset, int length, BytesRef bytes)
        throws IOException {
      bytes.offset = offset;
      bytes.length = length;
      if (length == 0) {
        return;
      }
      int size = in.readVInt();
      packed = ArrayUtil.growNoCopy(packed, size + 1);
      in.readBytes(packed, 0, size);
      packed[size] = 0; // an Inflater without headers wants one byte more
      int end = offset + length;
      bytes.bytes = ArrayUtil.growNoCopy(bytes.bytes, end);
      int unpacked = unpack(size + 1, bytes.bytes, end, in);
      if (unpacked != end) {
        throw new CorruptIndexException(
            "a block of articles has " + unpacked + " bytes, expected at least " + end, in);
      }
    }

    private int unpack(int size, byte[] target, int end, DataInput in) throws IOException {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setInput(packed, 0, size);
        return inflater.inflate(target, 0, end);
      } catch (DataFormatException e) {
        throw new CorruptIndexException("a block of articles cannot be unpacked", in, e);
      } finally {
        inflater.end();
      }
    }

    @Override
    public Decompressor clone() {
      return new Unpacking();
    }
  }
}
