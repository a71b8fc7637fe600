package io.kiosk.schema;

import io.kiosk.schema.PairStoredFields.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.StoredFieldDataInput;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.DirectMonotonicReader;

/** Reads {@link PairStoredFields}. For one thread; each takes a clone. */
final class PairStoredFieldsReader extends StoredFieldsReader {

  /** What all clones share. */
  private static final class Shared {
    private final FieldInfos fields;
    private final long dictionaryStart;
    private final long offsetsStart;
    private final long offsetsEnd;
    private final DirectMonotonicReader.Meta offsets;
    private PairDictionary dictionary;

    Shared(ChecksumIndexInput meta, FieldInfos fields, SegmentInfo segment) throws IOException {
      this.fields = fields;
      int count = meta.readVInt();
      if (count != segment.maxDoc()) {
        throw new CorruptIndexException(
            "has " + count + " documents, expected " + segment.maxDoc(), meta);
      }
      dictionaryStart = meta.readVLong();
      offsetsStart = meta.readVLong();
      offsets = DirectMonotonicReader.loadMeta(meta, count + 1L, PairStoredFields.OFFSETS_SHIFT);
      offsetsEnd = meta.readVLong();
    }

    /** The dictionary, which is read when the first document is. */
    synchronized PairDictionary dictionary(IndexInput data) throws IOException {
      if (dictionary == null) {
        data.seek(dictionaryStart);
        dictionary = PairDictionary.read(data);
      }
      return dictionary;
    }
  }

  private final Shared shared;
  private final IndexInput data;
  private final LongValues offsets;
  private PairDictionary dictionary;
  private byte[] packed = BytesRef.EMPTY_BYTES;
  private byte[] unpacked = BytesRef.EMPTY_BYTES;

  private PairStoredFieldsReader(Shared shared, IndexInput data) throws IOException {
    this.shared = shared;
    this.data = data;
    this.offsets =
        DirectMonotonicReader.getInstance(
            shared.offsets,
            data.randomAccessSlice(shared.offsetsStart, shared.offsetsEnd - shared.offsetsStart));
  }

  static PairStoredFieldsReader open(
      Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context)
      throws IOException {
    Shared shared = readMeta(directory, segment, fields);
    IndexInput data = directory.openInput(name(segment, PairStoredFields.DATA_EXTENSION), context);
    try {
      checkHeader(data, PairStoredFields.DATA_CODEC, segment);
      CodecUtil.retrieveChecksum(data); // whether there is a footer
      return new PairStoredFieldsReader(shared, data);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(data);
      throw e;
    }
  }

  private static Shared readMeta(Directory directory, SegmentInfo segment, FieldInfos fields)
      throws IOException {
    try (ChecksumIndexInput meta =
        directory.openChecksumInput(name(segment, PairStoredFields.META_EXTENSION))) {
      Throwable failure = null;
      try {
        checkHeader(meta, PairStoredFields.META_CODEC, segment);
        return new Shared(meta, fields, segment);
      } catch (IOException | RuntimeException e) {
        failure = e;
        throw e;
      } finally {
        CodecUtil.checkFooter(meta, failure);
      }
    }
  }

  private static String name(SegmentInfo segment, String extension) {
    return IndexFileNames.segmentFileName(segment.name, "", extension);
  }

  private static void checkHeader(IndexInput in, String codec, SegmentInfo segment)
      throws IOException {
    CodecUtil.checkIndexHeader(
        in, codec, PairStoredFields.VERSION, PairStoredFields.VERSION, segment.getId(), "");
  }

  /** Bytes of all documents as they are packed. */
  long size() {
    return shared.dictionaryStart;
  }

  /** Unpacks a document to {@link #unpacked} and returns how many bytes it has. */
  int unpack(int doc) throws IOException {
    if (dictionary == null) {
      dictionary = shared.dictionary(data);
    }
    long start = offsets.get(doc);
    long end = offsets.get(doc + 1L);
    data.seek(start);
    int length = data.readVInt();
    int size = Math.toIntExact(end - data.getFilePointer());
    if (length < 0 || length > (long) size / Short.BYTES * PairDictionary.LONGEST) {
      throw new CorruptIndexException(
          "document " + doc + " cannot have " + length + " bytes", data);
    }
    packed = ArrayUtil.growNoCopy(packed, size);
    data.readBytes(packed, 0, size);
    unpacked = ArrayUtil.growNoCopy(unpacked, length + PairDictionary.LONGEST);
    try {
      if (dictionary.unpack(packed, size, unpacked) == length) {
        return length;
      }
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptIndexException("document " + doc + " cannot be unpacked", data, e);
    }
    throw new CorruptIndexException("document " + doc + " has not " + length + " bytes", data);
  }

  /** The bytes of the document that was unpacked last, and others behind them. */
  byte[] unpacked() {
    return unpacked;
  }

  @Override
  public void document(int doc, StoredFieldVisitor visitor) throws IOException {
    int length = unpack(doc);
    ByteArrayDataInput in = new ByteArrayDataInput(unpacked, 0, length);
    while (!in.eof()) {
      int header = in.readVInt();
      FieldInfo field = shared.fields.fieldInfo(header >>> PairStoredFields.TYPE_BITS);
      Type type = Type.of(header);
      switch (visitor.needsField(field)) {
        case YES -> read(field, type, in, visitor);
        case NO -> skip(type, in);
        case STOP -> {
          return;
        }
      }
    }
  }

  private void read(FieldInfo field, Type type, ByteArrayDataInput in, StoredFieldVisitor visitor)
      throws IOException {
    switch (type) {
      case STRING -> {
        int length = in.readVInt();
        int start = in.getPosition();
        in.skipBytes(length);
        visitor.stringField(field, new String(unpacked, start, length, StandardCharsets.UTF_8));
      }
      case BYTES -> {
        int length = in.readVInt();
        int end = in.getPosition() + length;
        visitor.binaryField(field, new StoredFieldDataInput(in, length));
        in.setPosition(end);
      }
      case INT -> visitor.intField(field, in.readZInt());
      case LONG -> visitor.longField(field, in.readZLong());
      case FLOAT -> visitor.floatField(field, Float.intBitsToFloat(in.readInt()));
      case DOUBLE -> visitor.doubleField(field, Double.longBitsToDouble(in.readLong()));
    }
  }

  private static void skip(Type type, ByteArrayDataInput in) throws IOException {
    switch (type) {
      case STRING, BYTES -> in.skipBytes(in.readVInt());
      case INT -> in.readZInt();
      case LONG -> in.readZLong();
      case FLOAT -> in.readInt();
      case DOUBLE -> in.readLong();
    }
  }

  @Override
  public StoredFieldsReader clone() {
    try {
      return new PairStoredFieldsReader(shared, data.clone());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StoredFieldsReader getMergeInstance() {
    return clone();
  }

  @Override
  public void checkIntegrity() throws IOException {
    CodecUtil.checksumEntireFile(data);
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
