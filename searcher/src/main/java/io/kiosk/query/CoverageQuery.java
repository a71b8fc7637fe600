package io.kiosk.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Articles that meet enough of some clauses; the scores of the clauses they meet add up. How much
 * is enough says {@link Match}; under {@link Match#MOST} it is half of the query's weight, where a
 * unit weighs what it says (its weight times its inverse document frequency), a unit that no
 * article has weighs nothing, and no more than the three heaviest clauses make up the query's
 * weight: an article that answers a long question repeats few of its words.
 */
final class CoverageQuery extends Query {

  /**
   * A clause.
   *
   * @param query what is asked for
   * @param core whether meeting it counts; others only add to the score
   */
  record Part(Query query, boolean core) {}

  private static final int HEAVIEST = 3;
  private static final double ROUNDING = 1e-9;

  private final List<Part> parts;
  private final Match match;

  /**
   * Some clauses.
   *
   * @param parts at least one
   * @param match how much of them must be met
   */
  CoverageQuery(List<Part> parts, Match match) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("no clauses");
    }
    this.parts = List.copyOf(parts);
    this.match = match;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    List<Part> rewritten = new ArrayList<>();
    boolean changed = false;
    for (Part part : parts) {
      Query query = part.query.rewrite(searcher);
      changed |= query != part.query;
      rewritten.add(new Part(query, part.core));
    }
    return changed ? new CoverageQuery(rewritten, match) : this;
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
    private final double[] counts;
    private final double minimum;

    CoverageWeight(List<Weight> weights) {
      super(CoverageQuery.this);
      this.weights = weights;
      this.counts = match == Match.MOST ? information() : cores();
      double[] ascending = counts.clone();
      Arrays.sort(ascending);
      double heaviest =
          Arrays.stream(ascending).skip(Math.max(0, ascending.length - HEAVIEST)).sum();
      this.minimum =
          switch (match) {
            case ANY -> 0;
            case MOST -> ScoringModel.MOST * heaviest;
            case ALL -> Arrays.stream(counts).sum();
          };
    }

    private double[] cores() {
      return parts.stream().mapToDouble(part -> part.core ? 1 : 0).toArray();
    }

    /** What meeting each clause says; one that is not a unit counts as much as the best unit. */
    private double[] information() {
      double most =
          parts.stream()
              .mapToDouble(part -> part.query instanceof UnitQuery unit ? unit.information() : 0)
              .max()
              .orElse(0);
      return parts.stream()
          .mapToDouble(
              part ->
                  !part.core
                      ? 0
                      : part.query instanceof UnitQuery unit
                          ? unit.information()
                          : Math.max(most, 1))
          .toArray();
    }

    @Override
    public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      List<Member> members = new ArrayList<>();
      double reachable = 0;
      for (int i = 0; i < weights.size(); i++) {
        Scorer scorer = weights.get(i).scorer(context);
        if (scorer != null) {
          members.add(new Member(scorer, counts[i]));
          reachable += counts[i];
        }
      }
      if (members.isEmpty() || reachable < minimum - ROUNDING) {
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
          met += counts[i];
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
      this.minimum = minimum - ROUNDING;
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
    return "coverage(" + match + " of " + parts + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoverageQuery query
        && parts.equals(query.parts)
        && match == query.match;
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts, match);
  }
}
