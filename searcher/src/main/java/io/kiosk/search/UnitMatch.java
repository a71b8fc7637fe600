package io.kiosk.search;

import io.kiosk.query.Alternative;
import io.kiosk.query.QueryUnit;
import io.kiosk.schema.Language;
import java.util.List;

/**
 * How an article met one unit of the query.
 *
 * @param from the language that the query was read in
 * @param unit what was asked for, with its weight and all its candidates
 * @param met the candidates that the article has, the heaviest first; empty if it has none
 */
public record UnitMatch(Language from, QueryUnit unit, List<Met> met) {

  /** Copies the list. */
  public UnitMatch {
    met = List.copyOf(met);
  }

  /**
   * A candidate that an article has.
   *
   * @param candidate with its weight and where it comes from
   * @param inTitle how often the title has it
   * @param inBody how often the body has it
   */
  public record Met(Alternative candidate, int inTitle, int inBody) {}
}
