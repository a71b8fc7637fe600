package io.kiosk.cli;

import io.kiosk.corpus.PublicationDate;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import io.kiosk.search.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that decide which articles match a query. */
final class FilterOptions {

  @Option(
      names = "--in",
      split = ",",
      paramLabel = "LANG",
      description = "Languages of the articles, as in zh,de,en; zh takes all zh-*. Default: all.")
  private List<String> in = List.of();

  @Option(
      names = "--query-lang",
      paramLabel = "LANG",
      description = "Language of the query: zh, de or en. Default: recognised.")
  private String queryLang;

  @Option(names = "--no-translate", description = "Search the words as typed only.")
  private boolean noTranslate;

  @Option(names = "--plain", description = "The query has no syntax, all of it is text.")
  private boolean plain;

  @Option(
      names = "--match",
      paramLabel = "HOW",
      description =
          "How much of the query an article must meet: most, any or all. Default: most; any with"
              + " --format trec, whose lists are cut by their length alone.")
  private Match match;

  private Match usualMatch = Match.MOST;

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

  /** Sets how much of the query an article must meet if the user does not say. */
  void matchUsually(Match usual) {
    usualMatch = usual;
  }

  /** Reads a query as these options say. */
  ArticleQuery parse(String text) {
    return plain ? ArticleQuery.plain(text) : ArticleQuery.parse(text);
  }

  /** Whether dates restrict the articles. */
  boolean hasDates() {
    return from != null || to != null;
  }

  /**
   * A request for the articles that match.
   *
   * @param lang the language that a batch gives for this query, if any; wins over the option
   * @throws CommandFailure if an option has a wrong value
   */
  SearchRequest.Builder request(ArticleQuery query, Optional<String> lang) throws CommandFailure {
    Optional<Language> language =
        lang.isPresent() ? lang.flatMap(Language::of) : queryLanguage(queryLang);
    LocalDate first = date("--from", from, PublicationDate::firstDay);
    LocalDate last = date("--to", to, PublicationDate::lastDay);
    if (first != null && last != null && first.isAfter(last)) {
      throw CommandFailure.usage("--from " + from + " is after --to " + to);
    }
    return SearchRequest.builder(query)
        .in(in.stream().map(FilterOptions::tag).toList())
        .queryLanguages(language.map(List::of).orElse(List.of()))
        .translate(!noTranslate)
        .match(match == null ? usualMatch : match)
        .from(first)
        .to(last)
        .undated(undated)
        .source(source);
  }

  private static String tag(String text) {
    return text.strip();
  }

  /** The language of an option's value, if it is given. */
  static Optional<Language> queryLanguage(String value) throws CommandFailure {
    return language("--query-lang", value);
  }

  /** The language that an option names, if it is given. */
  static Optional<Language> language(String option, String value) throws CommandFailure {
    if (value == null) {
      return Optional.empty();
    }
    Optional<Language> language = Language.of(value.toLowerCase(Locale.ROOT));
    if (language.isEmpty()) {
      throw CommandFailure.usage(option + " must be zh, de or en, got " + value);
    }
    return language;
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
