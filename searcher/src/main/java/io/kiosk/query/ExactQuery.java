package io.kiosk.query;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Articles whose text holds a string exactly as typed: case, endings and accents included. The
 * index has only stems, so its answer is checked against the stored text of each candidate; that
 * keeps the index small and costs reading the candidates.
 */
final class ExactQuery extends Query {
  private final Query candidates;
  private final String field;
  private final String text;

  /**
   * A string in a field.
   *
   * @param candidates a query that finds at least all articles with the string
   * @param field the stored field that must hold it
   * @param text what to look for; at its ends a word must begin and end, except in Chinese
   */
  ExactQuery(Query candidates, String field, String text) {
    this.candidates = candidates;
    this.field = field;
    this.text = text;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = candidates.rewrite(searcher);
    return rewritten == candidates ? this : new ExactQuery(rewritten, field, text);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner = searcher.createWeight(candidates, ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        Scorer scorer = inner.scorer(context);
        if (scorer == null) {
          return null;
        }
        StoredFields stored = context.reader().storedFields();
        TwoPhaseIterator checked =
            new TwoPhaseIterator(scorer.iterator()) {
              @Override
              public boolean matches() throws IOException {
                String value = stored.document(approximation().docID(), Set.of(field)).get(field);
                return value != null && holds(value, text);
              }

              @Override
              public float matchCost() {
                return 10_000; // reads a stored document
              }
            };
        Scorer exact = new ConstantScoreScorer(score(), scoreMode, checked);
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return exact;
          }

          @Override
          public long cost() {
            return exact.iterator().cost();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** Whether a text holds a word or phrase with no letter or digit directly at either end of it. */
  static boolean holds(String text, String wanted) {
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (isEdge(text, wanted.charAt(0), at - 1)
          && isEdge(text, wanted.charAt(wanted.length() - 1), at + wanted.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEdge(String text, char end, int neighbour) {
    return neighbour < 0
        || neighbour >= text.length()
        || Character.isIdeographic(end)
        || !Character.isLetterOrDigit(end)
        || !Character.isLetterOrDigit(text.charAt(neighbour))
        || Character.isIdeographic(text.charAt(neighbour));
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor);
  }

  @Override
  public String toString(String defaultField) {
    return field + "=\"" + text + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactQuery query
        && candidates.equals(query.candidates)
        && field.equals(query.field)
        && text.equals(query.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(candidates, field, text);
  }
}
