package io.kiosk.cli;

import io.kiosk.corpus.PublicationDate;
import io.kiosk.search.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that restrict the articles, whatever is asked of them. */
final class ArticleFilters {

  @Option(
      names = "--in",
      split = ",",
      paramLabel = "LANG",
      description = "Languages of the articles, as in zh,de,en; zh takes all zh-*. Default: all.")
  private List<String> in = List.of();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Published on that day, month or year or later.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Published on that day, in that month or year, or earlier.")
  private String to;

  @Option(
      names = "--undated",
      description = "With --from or --to: also articles without a date of publication.")
  private boolean undated;

  @Option(names = "--source", paramLabel = "NAME", description = "Published by NAME.")
  private String source;

  /** Whether any of them is given. */
  boolean restrict() {
    return hasDates() || source != null || !in.isEmpty();
  }

  /** Whether dates restrict the articles. */
  boolean hasDates() {
    return from != null || to != null;
  }

  /**
   * Adds these filters to a request.
   *
   * @throws CommandFailure if an option has a wrong value
   */
  SearchRequest.Builder filter(SearchRequest.Builder request) throws CommandFailure {
    LocalDate first = date("--from", from, PublicationDate::firstDay);
    LocalDate last = date("--to", to, PublicationDate::lastDay);
    if (first != null && last != null && first.isAfter(last)) {
      throw CommandFailure.usage("--from " + from + " is after --to " + to);
    }
    return request
        .in(in.stream().map(String::strip).toList())
        .from(first)
        .to(last)
        .undated(undated)
        .source(source);
  }

  private static LocalDate date(
      String option, String value, Function<PublicationDate, LocalDate> day) throws CommandFailure {
    if (value == null) {
      return null;
    }
    try {
      return day.apply(PublicationDate.parse(value));
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          option + " must be a date like 2024-07-18, 2024-07 or 2024, got " + value);
    }
  }
}
