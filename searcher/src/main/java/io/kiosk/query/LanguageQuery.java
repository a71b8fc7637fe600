package io.kiosk.query;

import io.kiosk.schema.Language;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * A query over the articles of one language.
 *
 * @param articles their language, empty for those without an analysis of their own
 * @param query what Lucene runs
 * @param readings the units it asks for, by the language that the query was read in
 */
public record LanguageQuery(Optional<Language> articles, Query query, List<Reading> readings) {

  /** Copies the list. */
  public LanguageQuery {
    readings = List.copyOf(readings);
  }

  /**
   * A unit that is met by what a finder finds, not by the terms of its alternatives.
   *
   * @param unit has one alternative, which stands for all that is found
   * @param finder finds it in a text
   */
  public record Literal(QueryUnit unit, TextFinder finder) {}

  /** The units of a query as read in one language. */
  public static final class Reading {
    private final Language language;
    private final List<QueryUnit> units;
    private final List<UnitQuery> scored;
    private final List<Literal> literals;

    Reading(
        Language language, List<QueryUnit> units, List<UnitQuery> scored, List<Literal> literals) {
      this.language = language;
      this.units = List.copyOf(units);
      this.scored = List.copyOf(scored);
      this.literals = List.copyOf(literals);
    }

    /** {@return the language that the query was read in} */
    public Language language() {
      return language;
    }

    /** {@return its units in the order of the query} */
    public List<QueryUnit> units() {
      return units;
    }

    /** {@return those of its units that are met in another way than by terms} */
    public List<Literal> literals() {
      return literals;
    }

    /** Whether a search has met one of the units; if not, it may have looked in titles alone. */
    boolean hasMet(QueryUnit unit) {
      return scored.stream().anyMatch(each -> each.unit() == unit && each.information() > 0);
    }

    /** Score of an article that says nothing but what the query asks for; known after a search. */
    double ideal() {
      return scored.stream().mapToDouble(UnitQuery::ideal).sum();
    }
  }

  /**
   * {@return the score that an article of this language could reach at most: the sum of weight
   * times inverse document frequency over the units; known after a search}
   */
  public double ideal() {
    return readings.stream().mapToDouble(Reading::ideal).max().orElse(0);
  }
}
