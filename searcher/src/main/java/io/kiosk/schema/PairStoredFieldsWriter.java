package io.kiosk.schema;

import io.kiosk.schema.PairStoredFields.Type;
import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.packed.DirectMonotonicWriter;

/**
 * Writes {@link PairStoredFields}. The first documents wait in memory, and the dictionary is made
 * of them; where segments are merged, of some of their documents.
 */
final class PairStoredFieldsWriter extends StoredFieldsWriter {

  /** Bytes of documents that a dictionary is made of; most are full after a third of them. */
  private static final int SAMPLE = 16 << 20;

  private final IndexOutput data;
  private final IndexOutput meta;
  private final DocumentBuffer documents = new DocumentBuffer();
  private int[] lengths = new int[16]; // of the packed documents, by document
  private int written;
  private PairEncoder encoder; // null while documents wait

  PairStoredFieldsWriter(Directory directory, SegmentInfo segment, IOContext context)
      throws IOException {
    IndexOutput opened = null;
    try {
      opened =
          create(
              directory,
              segment,
              PairStoredFields.DATA_EXTENSION,
              PairStoredFields.DATA_CODEC,
              context);
      meta =
          create(
              directory,
              segment,
              PairStoredFields.META_EXTENSION,
              PairStoredFields.META_CODEC,
              context);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(opened);
      throw e;
    }
    data = opened;
  }

  private static IndexOutput create(
      Directory directory, SegmentInfo segment, String extension, String codec, IOContext context)
      throws IOException {
    IndexOutput out =
        directory.createOutput(
            IndexFileNames.segmentFileName(segment.name, "", extension), context);
    try {
      CodecUtil.writeIndexHeader(out, codec, PairStoredFields.VERSION, segment.getId(), "");
      return out;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(out);
      throw e;
    }
  }

  @Override
  public void startDocument() {}

  @Override
  public void finishDocument() throws IOException {
    documents.endDocument();
    if (encoder != null || documents.size() >= SAMPLE) {
      packWaiting();
    }
  }

  private void packWaiting() throws IOException {
    byte[] bytes = documents.bytes();
    encoder =
        encoder == null ? new PairEncoder(bytes, documents.ends(), documents.count()) : encoder;
    int from = 0;
    for (int i = 0; i < documents.count(); i++) {
      int to = documents.ends()[i];
      pack(bytes, from, to);
      from = to;
    }
    documents.clear();
  }

  private void pack(byte[] bytes, int from, int to) throws IOException {
    long start = data.getFilePointer();
    data.writeVInt(to - from);
    encoder.pack(bytes, from, to, data);
    lengths = ArrayUtil.grow(lengths, written + 1);
    lengths[written++] = Math.toIntExact(data.getFilePointer() - start);
  }

  private void field(FieldInfo field, Type type) throws IOException {
    documents.writeVInt(field.number << PairStoredFields.TYPE_BITS | type.ordinal());
  }

  @Override
  public void writeField(FieldInfo field, int value) throws IOException {
    field(field, Type.INT);
    documents.writeZInt(value);
  }

  @Override
  public void writeField(FieldInfo field, long value) throws IOException {
    field(field, Type.LONG);
    documents.writeZLong(value);
  }

  @Override
  public void writeField(FieldInfo field, float value) throws IOException {
    field(field, Type.FLOAT);
    documents.writeInt(Float.floatToIntBits(value));
  }

  @Override
  public void writeField(FieldInfo field, double value) throws IOException {
    field(field, Type.DOUBLE);
    documents.writeLong(Double.doubleToLongBits(value));
  }

  @Override
  public void writeField(FieldInfo field, BytesRef value) throws IOException {
    field(field, Type.BYTES);
    documents.writeVInt(value.length);
    documents.writeBytes(value.bytes, value.offset, value.length);
  }

  @Override
  public void writeField(FieldInfo field, String value) throws IOException {
    field(field, Type.STRING);
    documents.writeString(value);
  }

  @Override
  public int merge(MergeState state) throws IOException {
    if (state.needsIndexSort || !canCopy(state)) {
      return super.merge(state);
    }
    learn(state);
    int count = 0;
    for (int i = 0; i < state.storedFieldsReaders.length; i++) {
      PairStoredFieldsReader reader = (PairStoredFieldsReader) state.storedFieldsReaders[i];
      Bits live = state.liveDocs[i];
      for (int doc = 0; doc < state.maxDocs[i]; doc++) {
        if (live == null || live.get(doc)) {
          int length = reader.unpack(doc);
          pack(reader.unpacked(), 0, length);
          count++;
        }
      }
    }
    finish(count);
    return count;
  }

  /** Whether all segments have this format and the merged one's numbers of fields. */
  private static boolean canCopy(MergeState state) {
    for (int i = 0; i < state.storedFieldsReaders.length; i++) {
      if (!(state.storedFieldsReaders[i] instanceof PairStoredFieldsReader)) {
        return false;
      }
      for (FieldInfo field : state.fieldInfos[i]) {
        FieldInfo merged = state.mergeFieldInfos.fieldInfo(field.number);
        if (merged == null || !merged.name.equals(field.name)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Makes the dictionary of documents from all over the segments. */
  private void learn(MergeState state) throws IOException {
    long bytes = 0;
    for (int i = 0; i < state.storedFieldsReaders.length; i++) {
      state.storedFieldsReaders[i].checkIntegrity();
      bytes += ((PairStoredFieldsReader) state.storedFieldsReaders[i]).size();
    }
    // packed texts have a third to a half of their bytes
    int every = Math.toIntExact(1 + 2 * bytes / SAMPLE);
    for (int i = 0; i < state.storedFieldsReaders.length; i++) {
      PairStoredFieldsReader reader = (PairStoredFieldsReader) state.storedFieldsReaders[i];
      for (int doc = i % every; doc < state.maxDocs[i]; doc += every) {
        int length = reader.unpack(doc);
        documents.writeBytes(reader.unpacked(), 0, length);
        documents.endDocument();
      }
    }
    encoder = new PairEncoder(documents.bytes(), documents.ends(), documents.count());
    documents.clear();
  }

  @Override
  public void finish(int count) throws IOException {
    packWaiting();
    if (written != count) {
      throw new CorruptIndexException(
          "wrote " + written + " documents, expected " + count, data.getName());
    }
    meta.writeVInt(count);
    meta.writeVLong(data.getFilePointer());
    encoder.writeDictionary(data);
    meta.writeVLong(data.getFilePointer());
    DirectMonotonicWriter offsets =
        DirectMonotonicWriter.getInstance(meta, data, count + 1L, PairStoredFields.OFFSETS_SHIFT);
    long offset = CodecUtil.indexHeaderLength(PairStoredFields.DATA_CODEC, "");
    offsets.add(offset);
    for (int i = 0; i < count; i++) {
      offset += lengths[i];
      offsets.add(offset);
    }
    offsets.finish();
    meta.writeVLong(data.getFilePointer());
    CodecUtil.writeFooter(meta);
    CodecUtil.writeFooter(data);
  }

  @Override
  public long ramBytesUsed() {
    return documents.ramBytesUsed()
        + (long) Integer.BYTES * lengths.length
        + (encoder == null ? 0 : encoder.ramBytesUsed());
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(meta, data);
  }
}
