package io.kiosk.cli;

import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import io.kiosk.search.SearchRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that decide which articles match a query. */
final class FilterOptions {

  @Mixin private ArticleFilters articles;

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

  /** Sets how much of the query an article must meet if the user does not say. */
  void matchUsually(Match usual) {
    usualMatch = usual;
  }

  /** The options that are about the articles, whatever the query. */
  ArticleFilters articles() {
    return articles;
  }

  /** Reads a query as these options say. */
  ArticleQuery parse(String text) {
    return plain ? ArticleQuery.plain(text) : ArticleQuery.parse(text);
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
    return articles
        .filter(SearchRequest.builder(query))
        .queryLanguages(language.map(List::of).orElse(List.of()))
        .translate(!noTranslate)
        .match(match == null ? usualMatch : match);
  }

  /** The request of a command that Ctrl-C ends in good order. */
  SearchRequest interruptible(ArticleQuery query, Interruption interruption) throws CommandFailure {
    SearchRequest request =
        request(query, Optional.empty()).cancelled(interruption::requested).build();
    interruption.endsBy(() -> {});
    return request;
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
}
