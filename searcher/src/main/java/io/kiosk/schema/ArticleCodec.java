package io.kiosk.schema;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * How the files of an index are written: as Lucene does, but for stored fields, which are packed by
 * DEFLATE (RFC 1951) in blocks that are small enough to read one article quickly. Lucene finds it
 * by its name, which every segment says, in {@code META-INF/services}.
 */
public final class ArticleCodec extends FilterCodec {

  /** What segments say; another format of the files needs another name. */
  static final String CODEC = "Kiosk6";

  private static final int BLOCK_BYTES = 6 << 10;
  private static final int BLOCK_ARTICLES = 512;

  /** Blocks that one entry of the table of blocks stands for, as a power of two. */
  private static final int INDEX_SHIFT = 10;

  private final StoredFieldsFormat stored =
      new Lucene90CompressingStoredFieldsFormat(
          "KioskStoredFields", new DeflateBlocks(), BLOCK_BYTES, BLOCK_ARTICLES, INDEX_SHIFT);

  private final PostingsFormat postings = new DenseNorms(delegate.postingsFormat());

  /** The codec. */
  public ArticleCodec() {
    super(CODEC, new Lucene104Codec());
  }

  @Override
  public PostingsFormat postingsFormat() {
    return postings;
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }
}
