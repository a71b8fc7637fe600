package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.IndexableFieldType;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Compares the documents of a segment with what they should be: every term of every field, at every
 * position where a field has them, every point and every value. Terms and points are compared by
 * sums of 64-bit hashes, so memory is 16 bytes for each document.
 */
final class DocumentCheck {

  /** Values that are not made of the article, or are compared elsewhere. */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          ArticleSchema.CONTENT,
          ArticleSchema.COPIES,
          ArticleSchema.VERSIONS,
          ArticleSchema.LINE,
          ArticleSchema.MODIFIED,
          ArticleSchema.STAMP);

  private final LeafReader leaf;
  private final Analyzer analyzer;
  private final long[] terms;
  private final long[] points;

  /**
   * Reads all postings and points of a segment.
   *
   * @param analyzer the writer's, for fields that do not bring their own
   */
  DocumentCheck(LeafReader leaf, Analyzer analyzer) throws IOException {
    this.leaf = leaf;
    this.analyzer = analyzer;
    this.terms = new long[leaf.maxDoc()];
    this.points = new long[leaf.maxDoc()];
    for (FieldInfo field : leaf.getFieldInfos()) {
      if (field.getIndexOptions() != IndexOptions.NONE) {
        addPostings(field);
      }
      if (field.getPointDimensionCount() > 0) {
        addPoints(field.name);
      }
    }
  }

  private void addPostings(FieldInfo field) throws IOException {
    Terms all = leaf.terms(field.name);
    if (all == null) {
      return;
    }
    boolean positions = hasPositions(field.getIndexOptions());
    TermsEnum each = all.iterator();
    PostingsEnum postings = null;
    while (each.next() != null) {
      long term = hash(field.name, each.term());
      postings = each.postings(postings, positions ? PostingsEnum.POSITIONS : PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        for (int i = positions ? postings.freq() : 1; i > 0; i--) {
          terms[doc] += CopySketch.mix(term + (positions ? postings.nextPosition() : 0));
        }
      }
    }
  }

  private void addPoints(String field) throws IOException {
    PointValues values = leaf.getPointValues(field);
    if (values == null) {
      return;
    }
    values.intersect(
        new PointValues.IntersectVisitor() {
          @Override
          public void visit(int doc) {
            throw new IllegalStateException("every cell is looked into");
          }

          @Override
          public void visit(int doc, byte[] packed) {
            points[doc] += CopySketch.mix(hash(field, new BytesRef(packed)));
          }

          @Override
          public PointValues.Relation compare(byte[] lowest, byte[] highest) {
            return PointValues.Relation.CELL_CROSSES_QUERY;
          }
        });
  }

  /**
   * The names of what differs; empty if a document is as it should be.
   *
   * @param expected its fields, made anew
   * @param dated whether its date could be read back, so that points are known
   */
  List<String> differences(int doc, Iterable<IndexableField> expected, boolean dated)
      throws IOException {
    List<String> differing = new ArrayList<>();
    Map<String, Set<Long>> seen = new HashMap<>();
    long wantedTerms = 0;
    long wantedPoints = 0;
    for (IndexableField field : expected) {
      IndexableFieldType type = field.fieldType();
      if (type.indexOptions() != IndexOptions.NONE) {
        wantedTerms += sum(field, seen.computeIfAbsent(field.name(), name -> new HashSet<>()));
      }
      if (type.pointDimensionCount() > 0) {
        wantedPoints += CopySketch.mix(hash(field.name(), field.binaryValue()));
      }
      if (type.docValuesType() != DocValuesType.NONE
          && !NOT_COMPARED.contains(field.name())
          && !hasValue(doc, field)) {
        differing.add(field.name());
      }
    }
    if (wantedTerms != terms[doc]) {
      differing.add("text");
    }
    if (dated && wantedPoints != points[doc]) {
      differing.add(ArticleSchema.PUBLISHED);
    }
    return differing;
  }

  /** What {@link #addPostings} must have found of one field. */
  private long sum(IndexableField field, Set<Long> seen) throws IOException {
    boolean positions = hasPositions(field.fieldType().indexOptions());
    long sum = 0;
    try (TokenStream tokens = field.tokenStream(analyzer, null)) {
      TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        long hash = hash(field.name(), term.getBytesRef());
        if (positions) {
          sum += CopySketch.mix(hash + position);
        } else if (seen.add(hash)) {
          sum += CopySketch.mix(hash);
        }
      }
      tokens.end();
    }
    return sum;
  }

  private boolean hasValue(int doc, IndexableField field) throws IOException {
    String name = field.name();
    return switch (field.fieldType().docValuesType()) {
      case NUMERIC -> {
        NumericDocValues values = DocValues.getNumeric(leaf, name);
        yield values.advanceExact(doc) && values.longValue() == field.numericValue().longValue();
      }
      case BINARY -> {
        BinaryDocValues values = DocValues.getBinary(leaf, name);
        yield values.advanceExact(doc) && values.binaryValue().equals(field.binaryValue());
      }
      case SORTED -> {
        SortedDocValues values = DocValues.getSorted(leaf, name);
        yield values.advanceExact(doc)
            && values.lookupOrd(values.ordValue()).equals(field.binaryValue());
      }
      case NONE, SORTED_NUMERIC, SORTED_SET ->
          throw new IllegalStateException("no field of ours has such values: " + name);
    };
  }

  private static boolean hasPositions(IndexOptions options) {
    return options.compareTo(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) >= 0;
  }

  private static long hash(String field, BytesRef term) {
    return field.hashCode() * 31L
        + StringHelper.murmurhash3_x64_128(term.bytes, term.offset, term.length, 0)[0];
  }
}
