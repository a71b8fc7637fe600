package io.kiosk.schema;

import java.io.IOException;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Stored fields packed by a {@link PairDictionary} that each segment makes of its own texts. Lucene
 * packs blocks of documents by LZ4 or DEFLATE; here a document is read without those beside it.
 *
 * <p>The data are, document by document, the number of its bytes (vInt) and their packed form; then
 * the dictionary; then where the documents begin, as {@code DirectMonotonicWriter} has it, which
 * the other file describes. The bytes of a document are, for each field, its number and type (vInt)
 * and its value, as {@code DataOutput} writes it.
 */
final class PairStoredFields extends StoredFieldsFormat {

  static final String DATA_EXTENSION = "psd";
  static final String DATA_CODEC = "KioskStoredFieldsData";
  static final String META_EXTENSION = "psm";
  static final String META_CODEC = "KioskStoredFieldsMeta";
  static final int VERSION = 0;

  /** Documents of a block of offsets, as a power of two. */
  static final int OFFSETS_SHIFT = 10;

  static final int TYPE_BITS = 3;

  /** Types of a field's value, by their places here. */
  enum Type {
    STRING,
    BYTES,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    private static final Type[] ALL = values();

    static Type of(int number) {
      return ALL[number & (1 << TYPE_BITS) - 1];
    }
  }

  @Override
  public StoredFieldsReader fieldsReader(
      Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context)
      throws IOException {
    return PairStoredFieldsReader.open(directory, segment, fields, context);
  }

  @Override
  public StoredFieldsWriter fieldsWriter(
      Directory directory, SegmentInfo segment, IOContext context) throws IOException {
    return new PairStoredFieldsWriter(directory, segment, context);
  }
}
