package io.kiosk.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Where a term stands in the leaves of an index, looked up when a query's weight is made. */
final class TermPostings implements UnitQuery.MatchedPostings {
  private final String field;
  private final BytesRef term;
  private final TermState[] states;
  private int documentFrequency;

  TermPostings(FieldTerms terms, String term) throws IOException {
    this.field = terms.field();
    this.term = new BytesRef(term);
    this.states = new TermState[terms.leaves().size()];
    for (LeafReaderContext leaf : terms.leaves()) {
      TermsEnum dictionary = terms.in(leaf);
      if (dictionary.seekExact(this.term)) {
        states[leaf.ord] = dictionary.termState();
        documentFrequency += dictionary.docFreq();
      }
    }
  }

  @Override
  public double documentFrequency() {
    return documentFrequency;
  }

  @Override
  public PostingsEnum in(LeafReaderContext leaf) throws IOException {
    if (states[leaf.ord] == null) {
      return null;
    }
    TermsEnum dictionary = leaf.reader().terms(field).iterator();
    dictionary.seekExact(term, states[leaf.ord]);
    return dictionary.postings(null, PostingsEnum.FREQS);
  }
}
