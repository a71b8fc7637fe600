package io.kiosk.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * The dictionaries of a field in all leaves of an index. A question asks for hundreds of terms in
 * each, and looking them up is most of the work of rare ones, so that each dictionary is opened
 * once. For one thread.
 */
final class FieldTerms {
  private final String field;
  private final List<LeafReaderContext> leaves;
  private final TermsEnum[] enums;

  FieldTerms(IndexReader reader, String field) {
    this.field = field;
    this.leaves = reader.leaves();
    this.enums = new TermsEnum[leaves.size()];
  }

  /**
   * Counts of a field.
   *
   * @param documents that have it, at least one
   * @param occurrences of terms in it
   */
  record Statistics(long documents, long occurrences) {}

  String field() {
    return field;
  }

  /** How many documents have the field, and how many terms these have; null if none has it. */
  Statistics statistics() throws IOException {
    long documents = 0;
    long occurrences = 0;
    for (LeafReaderContext leaf : leaves) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        documents += terms.getDocCount();
        occurrences += terms.getSumTotalTermFreq();
      }
    }
    return documents == 0 ? null : new Statistics(documents, occurrences);
  }

  List<LeafReaderContext> leaves() {
    return leaves;
  }

  /**
   * The dictionary of a leaf, where the last one who asked left it; empty if the leaf does not have
   * the field.
   */
  TermsEnum in(LeafReaderContext leaf) throws IOException {
    if (enums[leaf.ord] == null) {
      Terms terms = leaf.reader().terms(field);
      enums[leaf.ord] = terms == null ? TermsEnum.EMPTY : terms.iterator();
    }
    return enums[leaf.ord];
  }
}
