package io.kiosk.query;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** BM25 with the constants that units are scored with, for all other queries and for norms. */
public final class ArticleSimilarity {
  /** The similarity for writing and for reading an index. */
  public static final Similarity INSTANCE = new BM25Similarity(ScoringModel.K1, ScoringModel.B);

  private ArticleSimilarity() {}
}
