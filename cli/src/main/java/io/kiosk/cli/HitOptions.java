package io.kiosk.cli;

import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchRequest.Order;
import picocli.CommandLine.Option;

/**
 * The options that decide how many of the articles that match are shown, in which order and how.
 */
final class HitOptions {

  private static final String ALL = "all";

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "relevance, newest or oldest. Default: relevance.")
  private Order sort = Order.RELEVANCE;

  @Option(names = "--limit", paramLabel = "N", description = "Hits at most, or all. Default: 10.")
  private String limit = "10";

  @Option(
      names = "--group",
      paramLabel = "lang",
      description = "With lang: the best N of each language.")
  private String group;

  @Option(
      names = "--gloss",
      description =
          "Under each passage in another language, word by word what it says in the language of"
              + " the query.")
  private boolean gloss;

  @Option(
      names = "--explain",
      description =
          "For each hit every unit of the query with its weight, and which candidates met it with"
              + " their weights and where they come from (text, json, jsonl).")
  private boolean explain;

  @Option(
      names = "--facets",
      description =
          "Also how many of all matching articles have which language, source and month (text,"
              + " json).")
  private boolean facets;

  @Option(
      names = "--copies",
      description = "Show near-identical articles each, not folded under the earliest of them.")
  private boolean copies;

  /** Shows copies each, whatever the user says. */
  void unfold() {
    copies = true;
  }

  /**
   * Adds these options to a request.
   *
   * @throws CommandFailure if an option has a wrong value
   */
  SearchRequest.Builder show(SearchRequest.Builder request, boolean snippets)
      throws CommandFailure {
    return request
        .order(sort)
        .groupByLanguage(grouped())
        .limit(limit())
        .copies(copies)
        .snippets(snippets)
        .gloss(gloss)
        .explain(explain)
        .facets(facets);
  }

  private boolean grouped() throws CommandFailure {
    if (group != null && !group.equals("lang")) {
      throw CommandFailure.usage("--group must be lang, got " + group);
    }
    return group != null;
  }

  private int limit() throws CommandFailure {
    if (limit.equalsIgnoreCase(ALL)) {
      return Integer.MAX_VALUE;
    }
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw CommandFailure.usage("--limit must be a number from 1 or all, got " + limit);
  }
}
