package io.kiosk.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.PriorityQueue;

/**
 * Articles that meet clauses of enough weight; the scores of the clauses they meet add up. What
 * {@link org.apache.lucene.search.BooleanQuery} does with a minimum number of clauses, by weight.
 */
final class CoverageQuery extends Query {

  /**
   * A clause.
   *
   * @param query what is asked for
   * @param weight what meeting it counts towards the minimum, {@literal >= 0}
   */
  record Part(Query query, double weight) {}

  private final List<Part> parts;
  private final double minimum;

  /**
   * Some clauses.
   *
   * @param parts at least one
   * @param minimum the weight that must be met; 0 for any clause
   */
  CoverageQuery(List<Part> parts, double minimum) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("no clauses");
    }
    this.parts = List.copyOf(parts);
    this.minimum = minimum;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    List<Part> rewritten = new ArrayList<>();
    boolean changed = false;
    for (Part part : parts) {
      Query query = part.query.rewrite(searcher);
      changed |= query != part.query;
      rewritten.add(new Part(query, part.weight));
    }
    return changed ? new CoverageQuery(rewritten, minimum) : this;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (Part part : parts) {
      weights.add(searcher.createWeight(part.query, scoreMode, boost));
    }
    return new CoverageWeight(weights);
  }

  private final class CoverageWeight extends Weight {
    private final List<Weight> weights;

    CoverageWeight(List<Weight> weights) {
      super(CoverageQuery.this);
      this.weights = weights;
    }

    @Override
    public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      List<Member> members = new ArrayList<>();
      double reachable = 0;
      for (int i = 0; i < weights.size(); i++) {
        Scorer scorer = weights.get(i).scorer(context);
        if (scorer != null) {
          members.add(new Member(scorer, parts.get(i).weight));
          reachable += parts.get(i).weight;
        }
      }
      if (members.isEmpty() || reachable < minimum) {
        return null;
      }
      Scorer scorer = new CoverageScorer(members, minimum);
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) {
          return scorer;
        }

        @Override
        public long cost() {
          return scorer.iterator().cost();
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      List<Explanation> details = new ArrayList<>();
      double met = 0;
      float score = 0;
      for (int i = 0; i < weights.size(); i++) {
        Explanation detail = weights.get(i).explain(context, doc);
        if (detail.isMatch()) {
          details.add(detail);
          met += parts.get(i).weight;
          score += detail.getValue().floatValue();
        }
      }
      String said = "weight " + met + " met of at least " + minimum;
      return !details.isEmpty() && met >= minimum
          ? Explanation.match(score, said, details)
          : Explanation.noMatch(said, details);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }
  }

  private static final class Member {
    private final Scorer scorer;
    private final DocIdSetIterator iterator;
    private final TwoPhaseIterator twoPhase;
    private final double weight;
    private int doc = -1;
    private int checked = -1;
    private boolean matches;

    Member(Scorer scorer, double weight) {
      this.scorer = scorer;
      this.twoPhase = scorer.twoPhaseIterator();
      this.iterator = twoPhase == null ? scorer.iterator() : twoPhase.approximation();
      this.weight = weight;
    }

    boolean matches() throws IOException {
      if (checked != doc) {
        checked = doc;
        matches = twoPhase == null || twoPhase.matches();
      }
      return matches;
    }
  }

  private static final class CoverageScorer extends Scorer {
    private final PriorityQueue<Member> queue;
    private final List<Member> members;
    private final double minimum;
    private final long cost;
    private int doc = -1;

    CoverageScorer(List<Member> members, double minimum) {
      this.members = members;
      this.minimum = minimum - 1e-9;
      this.queue =
          new PriorityQueue<>(members.size()) {
            @Override
            protected boolean lessThan(Member a, Member b) {
              return a.doc < b.doc;
            }
          };
      queue.addAll(members);
      cost = members.stream().mapToLong(member -> member.iterator.cost()).sum();
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public float score() throws IOException {
      double score = 0;
      for (Member member : members) {
        if (member.doc == doc && member.matches()) {
          score += member.scorer.score();
        }
      }
      return (float) score;
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      double max = 0;
      for (Member member : members) {
        max += member.scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
      }
      return (float) max;
    }

    private boolean isCovered() throws IOException {
      double met = 0;
      boolean any = false;
      for (Member member : members) {
        if (member.doc == doc && member.matches()) {
          met += member.weight;
          any = true;
        }
      }
      return any && met >= minimum;
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
          return isCovered();
        }

        @Override
        public float matchCost() {
          return members.size();
        }
      };
    }

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
          Member top = queue.top();
          while (top.doc < target) {
            top.doc = top.iterator.advance(target);
            top = queue.updateTop();
          }
          doc = top.doc;
          return doc;
        }

        @Override
        public long cost() {
          return cost;
        }
      };
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor child = visitor.getSubVisitor(Occur.SHOULD, this);
    parts.forEach(part -> part.query.visit(child));
  }

  @Override
  public String toString(String field) {
    return "coverage(" + parts + ">=" + minimum + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoverageQuery query
        && parts.equals(query.parts)
        && minimum == query.minimum;
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts, minimum);
  }
}
