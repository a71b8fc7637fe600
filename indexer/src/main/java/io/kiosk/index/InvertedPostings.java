package io.kiosk.index;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.FilterLeafReader.FilterFields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;

/**
 * Another format's postings, those of texts in the place of the keys of a {@link TextInversion}.
 */
final class InvertedPostings extends PostingsFormat {

  private final PostingsFormat format;
  private final TextInversion inversion;

  InvertedPostings(PostingsFormat format, TextInversion inversion) {
    super(format.getName());
    this.format = format;
    this.inversion = inversion;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    FieldsConsumer consumer = format.fieldsConsumer(state);
    return new FieldsConsumer() {
      @Override
      public void write(Fields fields, NormsProducer norms) throws IOException {
        consumer.write(inverted(fields, state), norms);
      }

      @Override
      public void merge(MergeState merged, NormsProducer norms) throws IOException {
        consumer.merge(merged, norms); // segments on disk have no keys
      }

      @Override
      public void close() throws IOException {
        consumer.close();
      }
    };
  }

  private Fields inverted(Fields fields, SegmentWriteState state) {
    return new FilterFields(fields) {
      @Override
      public Terms terms(String field) throws IOException {
        Terms terms = super.terms(field);
        return terms == null || !inversion.has(field)
            ? terms
            : new InvertedField(terms, inversion, state.segmentInfo.maxDoc(), terms.hasPositions());
      }
    };
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }
}
