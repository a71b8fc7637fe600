package io.kiosk.query;

import java.io.IOException;
import java.util.Arrays;
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
  private static final double ROUNDING_UP = 1 + 1e-5;

  /** Documents of the shortest stretch whose best score is asked for, which costs something. */
  private static final int SHORTEST = 256;

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
  private final int maxDoc;

  /** By member, in the stretch that is looked at. */
  private final double[] best;

  private float minScore;
  private int leading;
  private int behind = DocIdSetIterator.NO_MORE_DOCS;
  private int doc = -1;

  /**
   * Scores a leaf.
   *
   * @param members at least one
   * @param minimum what a document must meet
   * @param window that no scorer of another leaf needs any more
   */
  static ScorerSupplier supplier(
      List<Member> members, double minimum, LeafReaderContext context, ScoreWindow window)
      throws IOException {
    WindowScorer scorer = new WindowScorer(members, minimum, context.reader().maxDoc(), window);
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

  private WindowScorer(List<Member> members, double minimum, int maxDoc, ScoreWindow window)
      throws IOException {
    this.members = members.stream().sorted(Member.HEAVIEST).toList();
    this.minimum = minimum - ROUNDING;
    this.total = members.stream().mapToDouble(Member::weight).sum();
    this.maxDoc = maxDoc;
    this.best = new double[members.size()];
    for (int i = 0; i < best.length; i++) {
      best[i] = this.members.get(i).clause.maxScore();
    }
    this.leading = leading();
    this.window = window;
    window.serve(maxDoc);
  }

  /**
   * How many clauses lead: the others, which only follow, need not have one of them beside them.
   */
  private int leading() {
    double weight = 0;
    double score = 0;
    int leading = members.size();
    for (int i = members.size() - 1; i > 0; i--) {
      weight += members.get(i).weight;
      score += best[i];
      if (weight < minimum || score * ROUNDING_UP < minScore) {
        leading = i;
      }
    }
    return leading;
  }

  @Override
  public void setMinCompetitiveScore(float newMinScore) {
    minScore = newMinScore;
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
          doc = next(Math.max(target, window.end()));
        }
        return doc;
      }

      @Override
      public long cost() {
        return WindowScorer.this.cost();
      }
    };
  }

  /**
   * The first document from one on that a leading clause may find, in a stretch that may have a
   * document among the best.
   */
  private int next(int target) throws IOException {
    if (minScore == 0) {
      return first(target);
    }
    int from = target;
    while (from < maxDoc) {
      behind = look(from);
      if (isHopeless()) {
        from = behind;
        continue;
      }
      int first = first(from);
      if (first < behind) {
        return first;
      }
      from = leading == members.size() ? first : behind;
    }
    return DocIdSetIterator.NO_MORE_DOCS;
  }

  /** Asks what the clauses score at most in the next stretch, and returns its end. */
  private int look(int from) throws IOException {
    int until = from + ScoreWindow.SIZE;
    for (Member member : members) {
      until = Math.min(until, member.clause.sameUntil(from));
    }
    int to = Math.min(Math.max(until, from + SHORTEST), maxDoc);
    for (int i = 0; i < best.length; i++) {
      best[i] = members.get(i).clause.maxScore(from, to);
    }
    leading = leading();
    return to;
  }

  /** Whether all clauses together score too little in the stretch. */
  private boolean isHopeless() {
    return Arrays.stream(best).sum() * ROUNDING_UP < minScore;
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
    window.moveTo(first, behind);
    double weight = total;
    double score = Arrays.stream(best).sum();
    for (int i = 0; i < members.size(); i++) {
      if (i >= leading) {
        window.require(minimum - weight, minScore - score * ROUNDING_UP);
        if (window.isEmpty()) {
          return;
        }
      }
      Member member = members.get(i);
      member.clause.addTo(window, member.weight);
      weight -= member.weight;
      score -= best[i];
    }
    window.require(minimum, 0);
  }
}
