package io.kiosk.query;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;

/**
 * Documents that meet clauses of enough weight, window by window. The clauses that together weigh
 * too little to find a document, or score too little for it to be among the best, only add to what
 * the others have found (MaxScore, Turtle and Flood, "Query evaluation: strategies and
 * optimizations", 1995): these are the frequent words, whose postings make up most of the work.
 */
final class WindowScorer extends Scorer {
  /** Sums of weights that differ by less are equal. */
  static final double ROUNDING = 1e-9;

  /** Scores are summed up in another order, and in the end they are floats. */
  private static final double ROUNDING_UP = 1 + 1e-6;

  /**
   * A clause.
   *
   * @param weight what meeting it counts, {@literal >= 0}
   */
  record Member(ScoreWindow.Clause clause, double weight) {
    /** The heaviest first, between equals the rarest. */
    static final Comparator<Member> HEAVIEST =
        Comparator.comparingDouble((Member member) -> -member.weight)
            .thenComparingLong(member -> member.clause.cost());
  }

  private final List<Member> members;
  private final double minimum;
  private final double total;
  private final ScoreWindow window;
  private int leading;
  private int doc = -1;

  /**
   * Scores a leaf.
   *
   * @param members at least one
   * @param minimum what a document must meet
   */
  static ScorerSupplier supplier(List<Member> members, double minimum, LeafReaderContext context)
      throws IOException {
    WindowScorer scorer = new WindowScorer(members, minimum, context.reader().maxDoc());
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return scorer;
      }

      @Override
      public long cost() {
        return scorer.cost();
      }
    };
  }

  private WindowScorer(List<Member> members, double minimum, int maxDoc) throws IOException {
    this.members = members.stream().sorted(Member.HEAVIEST).toList();
    this.minimum = minimum - ROUNDING;
    this.total = members.stream().mapToDouble(Member::weight).sum();
    this.leading = members.size();
    lead(0);
    this.window = new ScoreWindow(maxDoc);
  }

  /** Lets go of leading clauses that the others, which only follow, need not have beside them. */
  private void lead(float minScore) throws IOException {
    double weight = 0;
    double score = 0;
    for (int i = members.size() - 1; i > 0; i--) {
      weight += members.get(i).weight;
      score += members.get(i).clause.maxScore();
      if (weight < minimum || score * ROUNDING_UP < minScore) {
        leading = Math.min(leading, i);
      }
    }
  }

  @Override
  public void setMinCompetitiveScore(float minScore) throws IOException {
    lead(minScore);
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public float score() {
    return window.score(doc);
  }

  @Override
  public float getMaxScore(int upTo) throws IOException {
    double max = 0;
    for (Member member : members) {
      max += member.clause.maxScore();
    }
    return (float) max;
  }

  @Override
  public DocIdSetIterator iterator() {
    return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
  }

  @Override
  public TwoPhaseIterator twoPhaseIterator() {
    return new TwoPhaseIterator(approximation()) {
      @Override
      public boolean matches() throws IOException {
        if (!window.covers(doc)) {
          fill(doc);
        }
        return window.takes(doc - window.start());
      }

      @Override
      public float matchCost() {
        return members.size();
      }
    };
  }

  /** What the window has found, and behind it what a leading clause may find. */
  private DocIdSetIterator approximation() {
    return new DocIdSetIterator() {
      @Override
      public int docID() {
        return doc;
      }

      @Override
      public int nextDoc() throws IOException {
        return advance(doc + 1);
      }

      @Override
      public int advance(int target) throws IOException {
        doc = window.covers(target) ? window.next(target) : NO_MORE_DOCS;
        if (doc == NO_MORE_DOCS && target != NO_MORE_DOCS) {
          doc = first(Math.max(target, window.end()));
        }
        return doc;
      }

      @Override
      public long cost() {
        return WindowScorer.this.cost();
      }
    };
  }

  private int first(int target) throws IOException {
    int first = DocIdSetIterator.NO_MORE_DOCS;
    for (int i = 0; i < leading; i++) {
      first = Math.min(first, members.get(i).clause.advance(target));
    }
    return first;
  }

  private long cost() {
    return members.stream().limit(leading).mapToLong(member -> member.clause.cost()).sum();
  }

  private void fill(int first) throws IOException {
    window.moveTo(first);
    double others = total;
    for (int i = 0; i < members.size(); i++) {
      if (i >= leading) {
        window.require(minimum - others);
        if (window.isEmpty()) {
          return;
        }
      }
      Member member = members.get(i);
      member.clause.addTo(window, member.weight);
      others -= member.weight;
    }
    window.require(minimum);
  }
}
