package io.kiosk.schema;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * How the files of an index are written: as Lucene does, but for stored fields, each document's of
 * which can be read by themselves. Lucene finds it by its name, which every segment says, in {@code
 * META-INF/services}.
 */
public final class ArticleCodec extends FilterCodec {

  /** What segments say; another format of the files needs another name. */
  static final String CODEC = "Kiosk7";

  private final StoredFieldsFormat stored = new PairStoredFields();
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
