package io.kiosk.schema;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Another format's postings, written with the norms of a field in an array. Lucene asks for the
 * norm of each document of each term; an article has text in the fields of one language only, and
 * to look a document up among those that have a norm took a third of the time of writing. The files
 * are those of the other format.
 */
final class DenseNorms extends PostingsFormat {

  private final PostingsFormat format;

  DenseNorms(PostingsFormat format) {
    super(format.getName());
    this.format = format;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new Consumer(format.fieldsConsumer(state), state.segmentInfo.maxDoc());
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }

  private static final class Consumer extends FieldsConsumer {
    private final FieldsConsumer fields;
    private final int documents;

    Consumer(FieldsConsumer fields, int documents) {
      this.fields = fields;
      this.documents = documents;
    }

    @Override
    public void write(Fields terms, NormsProducer norms) throws IOException {
      fields.write(terms, dense(norms));
    }

    @Override
    public void merge(MergeState state, NormsProducer norms) throws IOException {
      fields.merge(state, dense(norms));
    }

    private NormsProducer dense(NormsProducer norms) {
      return norms == null ? null : new Producer(norms, documents);
    }

    @Override
    public void close() throws IOException {
      fields.close();
    }
  }

  /** Has the norms of one field at a time, as the postings of one after the other are written. */
  private static final class Producer extends NormsProducer {
    private final NormsProducer norms;
    private final byte[] values; // 0 where a document has none: no norm is 0
    private FieldInfo current;
    private boolean fits;

    Producer(NormsProducer norms, int documents) {
      this.norms = norms;
      this.values = new byte[documents];
    }

    @Override
    public NumericDocValues getNorms(FieldInfo field) throws IOException {
      if (field != current) {
        read(norms.getNorms(field));
        current = field;
      }
      return fits ? new Values(values) : norms.getNorms(field);
    }

    private void read(NumericDocValues all) throws IOException {
      Arrays.fill(values, (byte) 0);
      fits = true;
      for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
        long norm = all.longValue();
        values[doc] = (byte) norm;
        fits &= norm == values[doc] && norm != 0;
      }
    }

    @Override
    public void checkIntegrity() throws IOException {
      norms.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      norms.close();
    }
  }

  private static final class Values extends NumericDocValues {
    private final byte[] values;
    private int doc = -1;

    Values(byte[] values) {
      this.values = values;
    }

    @Override
    public long longValue() {
      return values[doc];
    }

    @Override
    public boolean advanceExact(int target) {
      doc = target;
      return values[target] != 0;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) {
      doc = target;
      while (doc < values.length && values[doc] == 0) {
        doc++;
      }
      if (doc >= values.length) {
        doc = NO_MORE_DOCS;
      }
      return doc;
    }

    @Override
    public long cost() {
      return values.length;
    }
  }
}
