package io.kiosk.query;

import java.io.IOException;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Where a term stands in the leaves of an index, looked up when a query's weight is made. */
final class TermPostings implements UnitQuery.MatchedPostings {

  /** Postings that make up one block, of which Lucene keeps no highest frequencies. */
  private static final int SHORT = 128;

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
  public UnitQuery.LeafPostings in(LeafReaderContext leaf, boolean onlyBest) throws IOException {
    if (states[leaf.ord] == null) {
      return null;
    }
    TermsEnum dictionary = leaf.reader().terms(field).iterator();
    dictionary.seekExact(term, states[leaf.ord]);
    if (onlyBest && dictionary.docFreq() > SHORT) {
      ImpactsEnum impacts = dictionary.impacts(PostingsEnum.FREQS);
      return new UnitQuery.LeafPostings(impacts, impacts);
    }
    return new UnitQuery.LeafPostings(dictionary.postings(null, PostingsEnum.FREQS), null);
  }
}
