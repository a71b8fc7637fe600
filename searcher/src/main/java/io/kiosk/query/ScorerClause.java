package io.kiosk.query;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;

/** Any scorer as a clause. */
final class ScorerClause implements ScoreWindow.Clause {
  private final Scorer scorer;
  private final TwoPhaseIterator twoPhase;
  private final DocIdSetIterator approximation;

  ScorerClause(Scorer scorer) {
    this.scorer = scorer;
    this.twoPhase = scorer.twoPhaseIterator();
    this.approximation = twoPhase == null ? scorer.iterator() : twoPhase.approximation();
  }

  @Override
  public int advance(int target) throws IOException {
    int doc = approximation.docID();
    return doc < target ? approximation.advance(target) : doc;
  }

  @Override
  public void addTo(ScoreWindow window, double weight) throws IOException {
    int at = window.taking(0);
    while (at != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = advance(window.start() + at);
      if (doc >= window.end()) {
        return;
      }
      int found = doc - window.start();
      if (window.takes(found) && (twoPhase == null || twoPhase.matches())) {
        window.add(found, scorer.score(), weight);
      }
      at = window.taking(found + 1);
    }
  }

  @Override
  public float maxScore() throws IOException {
    return scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
  }

  @Override
  public float maxScore(int from, int to) throws IOException {
    return maxScore();
  }

  @Override
  public int sameUntil(int from) {
    return DocIdSetIterator.NO_MORE_DOCS;
  }

  @Override
  public long cost() {
    return approximation.cost();
  }
}
