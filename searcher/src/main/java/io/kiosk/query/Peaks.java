package io.kiosk.query;

import java.io.IOException;
import org.apache.lucene.index.FreqAndNormBuffer;
import org.apache.lucene.index.Impacts;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * How frequent a term is at most in stretches of documents, normalised by the lengths of their
 * texts: Lucene keeps the highest frequencies of every block of postings, so that blocks without a
 * document among the best need not be read (Ding and Suel, "Faster top-k document retrieval using
 * block-max indexes", SIGIR 2011). Like the postings it only goes forward.
 */
final class Peaks {
  private final PostingsEnum postings;
  private final ImpactsEnum impacts;
  private final float[] factors;
  private int lastOfBlock = -1;
  private float highestOfBlock;

  /**
   * The peaks of a list.
   *
   * @param factors of a frequency, by the byte that stands for a length
   */
  Peaks(UnitQuery.LeafPostings found, float[] factors) {
    this.postings = found.postings();
    this.impacts = found.impacts();
    this.factors = factors;
  }

  /**
   * No document of a stretch has a higher normalised frequency; infinite where that is not kept.
   *
   * @param from first document; the postings must not be asked for one before it any more
   * @param to behind the last one
   */
  float highest(int from, int to) throws IOException {
    if (postings.docID() >= to) {
      return 0;
    }
    if (impacts == null) {
      return Float.POSITIVE_INFINITY;
    }
    impacts.advanceShallow(Math.max(from, postings.docID()));
    Impacts kept = impacts.getImpacts();
    for (int level = 0; level < kept.numLevels(); level++) {
      int last = kept.getDocIdUpTo(level);
      if (last >= to - 1) {
        return level == 0 ? highestOfBlock(kept, last) : highest(kept.getImpacts(level));
      }
    }
    return Float.POSITIVE_INFINITY;
  }

  /** The end of the stretch from a document on for which one block says the highest frequency. */
  int sameUntil(int from) throws IOException {
    if (impacts == null || postings.docID() == DocIdSetIterator.NO_MORE_DOCS) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    impacts.advanceShallow(Math.max(from, postings.docID()));
    int last = impacts.getImpacts().getDocIdUpTo(0);
    return last == DocIdSetIterator.NO_MORE_DOCS ? last : last + 1;
  }

  private float highestOfBlock(Impacts kept, int last) {
    if (last != lastOfBlock) {
      lastOfBlock = last;
      highestOfBlock = highest(kept.getImpacts(0));
    }
    return highestOfBlock;
  }

  private float highest(FreqAndNormBuffer pairs) {
    float highest = 0;
    for (int i = 0; i < pairs.size; i++) {
      float factor = factors[(int) pairs.norms[i] & 0xFF];
      highest = Math.max(highest, pairs.freqs[i] * factor);
    }
    return highest;
  }
}
