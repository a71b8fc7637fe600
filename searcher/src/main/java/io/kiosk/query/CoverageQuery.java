package io.kiosk.query;

import io.kiosk.query.WindowScorer.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

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
    Map<String, FieldTerms> dictionaries = new HashMap<>();
    for (Part part : parts) {
      // Not by the searcher, which would hide units behind its cache when no scores are asked for.
      weights.add(
          part.query instanceof UnitQuery unit
              ? unit.createWeight(searcher, scoreMode, boost, dictionaries)
              : part.query.createWeight(searcher, scoreMode, boost));
    }
    return new CoverageWeight(weights);
  }

  private final class CoverageWeight extends Weight {
    private final List<Weight> weights;
    private final ScoreWindow window = new ScoreWindow();
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
        ScoreWindow.Clause clause = clause(weights.get(i), context);
        if (clause != null) {
          members.add(new Member(clause, counts[i]));
          reachable += counts[i];
        }
      }
      return members.isEmpty() || reachable < minimum - WindowScorer.ROUNDING
          ? null
          : WindowScorer.supplier(members, minimum, context, window);
    }

    private static ScoreWindow.Clause clause(Weight weight, LeafReaderContext context)
        throws IOException {
      if (weight instanceof UnitQuery.UnitWeight unit) {
        return unit.clause(context);
      }
      Scorer scorer = weight.scorer(context);
      return scorer == null ? null : new ScorerClause(scorer);
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
          met += counts[i] * met(weights.get(i), context, doc);
          score += detail.getValue().floatValue();
        }
      }
      String said = "weight " + met + " met of at least " + minimum;
      return !details.isEmpty() && met >= minimum
          ? Explanation.match(score, said, details)
          : Explanation.noMatch(said, details);
    }

    /** How much of a clause a document meets that it finds. */
    private static double met(Weight weight, LeafReaderContext context, int doc)
        throws IOException {
      for (double share : new double[] {1, UnitScorer.PART}) {
        ScoreWindow.Clause clause = clause(weight, context);
        if (clause != null
            && WindowScorer.supplier(
                        List.of(new Member(clause, 1)), share, context, new ScoreWindow())
                    .get(1)
                    .iterator()
                    .advance(doc)
                == doc) {
          return share;
        }
      }
      return 0;
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
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
