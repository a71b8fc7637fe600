package io.kiosk.query;

import java.util.List;
import java.util.Objects;

/**
 * A word or phrase of the query that is asked for as one, with everything that meets it in the
 * articles of one language. Its alternatives are one weighted term when articles are scored.
 *
 * @param text the unit as typed
 * @param offset where it begins in the query, in UTF-16 units
 * @param weight its share in the score, {@literal > 0}; an ordinary word has 1
 * @param core whether it counts for how much of the query an article meets; parts of a longer unit
 *     only add to the score
 * @param alternatives best first; empty when nothing is known of it in that language
 */
public record QueryUnit(
    String text, int offset, double weight, boolean core, List<Alternative> alternatives) {

  private static final double FAINT = .1;

  /** Beside the word itself, a translation of less is a chance entry: "USA" as "mehrere", .05. */
  private static final double LEAST = .07;

  private static final List<String> ITSELF = List.of("query");

  /** Checks the weight and copies the alternatives. */
  public QueryUnit {
    Objects.requireNonNull(text, "text");
    alternatives = List.copyOf(alternatives);
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight must be > 0, got " + weight);
    }
  }

  /**
   * The same without the translations that mean it far less likely than the likeliest one: they
   * rank articles, but an article that has nothing else does not say what is asked for.
   */
  QueryUnit withoutFaint() {
    double least = least();
    return new QueryUnit(
        text,
        offset,
        weight,
        core,
        alternatives.stream().filter(each -> each.weight() >= least).toList());
  }

  /** The weight of an alternative below which it is faint. */
  double least() {
    double best =
        alternatives.stream()
            .filter(each -> !each.sources().equals(ITSELF))
            .mapToDouble(Alternative::weight)
            .max()
            .orElse(0);
    boolean itself = alternatives.stream().anyMatch(each -> each.sources().equals(ITSELF));
    return itself ? Math.max(FAINT * best, LEAST) : FAINT * best;
  }
}
