package io.kiosk.cli;

import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchRequest.Order;
import java.time.Duration;
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
      names = "--page",
      paramLabel = "N",
      description = "The N-th as many hits as --limit says. Default: 1, the best.")
  private String page = "1";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Give up a search that takes longer. Default: never.")
  private String timeout;

  @Option(
      names = "--group",
      paramLabel = "lang",
      description = "With lang: the best N of each language.")
  private String group;

  @Option(
      names = "--gloss",
      description =
          "Under each passage in another language, word by word what it says in the language of"
              + " the query; where that is in doubt, as for a name, in that of LC_ALL, LC_MESSAGES"
              + " or LANG, else in English.")
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
        .offset(offset())
        .timeout(timeout())
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
    return limit.equalsIgnoreCase(ALL)
        ? Integer.MAX_VALUE
        : number(limit, "--limit must be a number from 1 or all, got " + limit);
  }

  private int offset() throws CommandFailure {
    long before = (long) (page() - 1) * limit();
    if (before >= Integer.MAX_VALUE) {
      throw CommandFailure.usage(
          limit.equalsIgnoreCase(ALL)
              ? "--page needs a --limit that is a number"
              : "--page " + page + " is beyond the last that can be counted");
    }
    return (int) before;
  }

  /** Which page of hits is shown, from 1. */
  int page() throws CommandFailure {
    return number(page, "--page must be a number from 1, got " + page);
  }

  private Duration timeout() throws CommandFailure {
    if (timeout == null) {
      return null;
    }
    try {
      double seconds = Double.parseDouble(timeout);
      if (seconds >= .001 && seconds <= 1e6) {
        return Duration.ofMillis((long) (seconds * 1e3));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw CommandFailure.usage("--timeout must be a number of seconds such as 2.5, got " + timeout);
  }

  /** A whole number from 1. */
  static int number(String text, String problem) throws CommandFailure {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw CommandFailure.usage(problem);
  }
}
