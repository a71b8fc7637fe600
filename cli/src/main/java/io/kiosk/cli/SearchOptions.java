package io.kiosk.cli;

import io.kiosk.query.ArticleQuery;
import io.kiosk.search.SearchRequest;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The options that decide which articles a query finds, in which order, and how they are shown. */
final class SearchOptions {

  @Mixin private FilterOptions filters;
  @Mixin private HitOptions hits;

  /** The options that decide which articles match. */
  FilterOptions filters() {
    return filters;
  }

  /** The options that decide how they are shown. */
  HitOptions hits() {
    return hits;
  }

  /**
   * What to ask.
   *
   * @param lang the language that a batch gives for this query, if any; wins over the option
   * @throws CommandFailure if an option has a wrong value
   */
  SearchRequest request(ArticleQuery query, Optional<String> lang, boolean snippets)
      throws CommandFailure {
    return hits.show(filters.request(query, lang), snippets).build();
  }
}
