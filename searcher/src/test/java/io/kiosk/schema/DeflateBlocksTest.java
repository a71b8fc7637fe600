package io.kiosk.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class DeflateBlocksTest {

  private static byte[] text(int length) {
    Random random = new Random(length);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + random.nextInt(5));
    }
    return text;
  }

  private static byte[] packed(CompressionMode mode, byte[] text) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    mode.newCompressor().compress(new ByteBuffersDataInput(List.of(ByteBuffer.wrap(text))), out);
    return out.toArrayCopy();
  }

  @Test
  void anyPartOfABlockIsAsItWasWritten() throws IOException {
    byte[] text = text(20_000);
    byte[] packed = packed(new DeflateBlocks(), text);
    Decompressor decompressor = new DeflateBlocks().newDecompressor();
    BytesRef part = new BytesRef();
    for (int[] each : new int[][] {{0, 20_000}, {0, 1}, {19_999, 1}, {7_000, 300}, {5, 0}}) {
      decompressor.decompress(new ByteArrayDataInput(packed), text.length, each[0], each[1], part);
      assertThat(BytesRef.deepCopyOf(part).bytes)
          .isEqualTo(Arrays.copyOfRange(text, each[0], each[0] + each[1]));
    }
  }

  @Test
  void theFormatIsLucenes() throws IOException {
    byte[] text = text(3_000);
    byte[] packed = packed(CompressionMode.HIGH_COMPRESSION, text);
    assertThat(packed(new DeflateBlocks(), text)).isEqualTo(packed);
    BytesRef whole = new BytesRef();
    new DeflateBlocks()
        .newDecompressor()
        .clone()
        .decompress(new ByteArrayDataInput(packed), text.length, 0, text.length, whole);
    assertThat(BytesRef.deepCopyOf(whole).bytes).isEqualTo(text);
  }

  @Test
  void aDamagedBlockIsNoArticle() throws IOException {
    byte[] packed = packed(new DeflateBlocks(), text(9_000));
    Arrays.fill(packed, packed.length / 2, packed.length, (byte) 0xFF);
    assertThatExceptionOfType(CorruptIndexException.class)
        .isThrownBy(
            () ->
                new DeflateBlocks()
                    .newDecompressor()
                    .decompress(
                        new ByteArrayDataInput(packed), 9_000, 8_000, 1_000, new BytesRef()));
  }
}
