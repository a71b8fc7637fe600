package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.query.Suggestion;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchResult;
import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds articles: one query, or a batch of them. */
@Command(
    name = "search",
    header = "Find articles in all three languages.",
    footer = {
      "",
      "Example:",
      "  kiosk search \"Kaspersky leaves the US market\" --from 2024-06 --limit 5"
    })
final class SearchCommand extends Verb {

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to search for.")
  private List<String> words = List.of();

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;
  @Mixin private SearchOptions options;
  @Mixin private OutputOptions output;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description =
          "A batch: JSON Lines with id, text and lang, or one query a line; - is standard input.")
  private Path queries;

  @Option(
      names = "--open",
      paramLabel = "N",
      description =
          "Print the N-th article itself; with --gloss what it says under each paragraph.")
  private String open;

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    ResultFormat chosen = chosenFormat();
    if (chosen == ResultFormat.TREC) {
      options.filters().matchUsually(Match.ANY);
      options.hits().unfold();
    }
    // A query that cannot be read, or a wrong option, is said before anything is opened.
    String text = String.join(" ", words);
    ArticleQuery query = queries == null ? options.filters().parse(text) : null;
    if (query != null) {
      options.request(query, Optional.empty(), false);
    }
    TranslationLexicon lexicon = dictionaries.open(terminal);
    terminal.interruption().endsBy(() -> {});
    try (ArticleSearcher searcher = index.open(terminal, lexicon)) {
      if (open != null) {
        return open(searcher, request(query, false), lexicon);
      }
      return output.write(
          terminal,
          searcher,
          queries == null ? text : "@" + queries,
          chosen,
          printer -> answer(searcher, query, printer, output.showsSnippets(chosen)));
    }
  }

  /** Prints the article of a hit. */
  private int open(ArticleSearcher searcher, SearchRequest request, TranslationLexicon lexicon)
      throws CommandFailure, IOException {
    int number = HitOptions.number(open, "--open must be a number from 1, got " + open);
    SearchResult answer =
        searcher.search(request.toBuilder().limit(1).offset(number - 1).facets(false).build());
    if (answer.hits().isEmpty()) {
      throw CommandFailure.failed(
          "there is no article number "
              + number
              + " among the "
              + Texts.count(answer.total(), "article")
              + " found");
    }
    StoredArticle article = answer.hits().getFirst().article();
    new ArticleText(terminal)
        .print(
            article,
            searcher.versions(article.id()),
            request.gloss()
                ? ArticleGloss.of(article, readBy(answer), lexicon, terminal)
                : Optional.empty());
    return ExitStatus.DONE;
  }

  /** The language of the query, if that is sure. */
  private static Optional<Language> readBy(SearchResult answer) {
    return answer.queryLanguages().size() == 1
        ? Optional.of(answer.queryLanguages().getFirst())
        : Optional.empty();
  }

  private int answer(
      ArticleSearcher searcher, ArticleQuery query, ResultPrinter printer, boolean snippets)
      throws CommandFailure, IOException {
    if (query == null) {
      return new Batch(terminal, searcher, options, printer, snippets).run(queries);
    }
    SearchRequest request = request(query, snippets);
    PrintedHits printed =
        new PrintedHits(printer, Optional.empty(), String.join(" ", words))
            .rememberedBy(terminal::remember);
    searcher.search(request, printed);
    printer.end();
    terminal.flush();
    summarize(searcher, request, printed);
    return ExitStatus.DONE;
  }

  private SearchRequest request(ArticleQuery query, boolean snippets) throws CommandFailure {
    return options.request(query, Optional.empty(), snippets).toBuilder()
        .reader(ReaderLanguage.of(terminal))
        .cancelled(terminal.interruption()::requested)
        .build();
  }

  private void summarize(ArticleSearcher searcher, SearchRequest request, PrintedHits printed)
      throws CommandFailure, IOException {
    SearchResult answer = printed.answer();
    terminal.say(summary(request, printed));
    for (Suggestion suggestion : answer.suggestions()) {
      terminal.say(
          "\""
              + suggestion.word()
              + "\" is in no article and no dictionary; did you mean "
              + String.join(" or ", suggestion.instead())
              + "?");
    }
    if (answer.total() == 0) {
      new Loosening(searcher, request).lines(answer).forEach(terminal::say);
    }
  }

  private String summary(SearchRequest request, PrintedHits printed) throws CommandFailure {
    SearchResult answer = printed.answer();
    StringBuilder text = new StringBuilder(Texts.count(answer.total(), "article"));
    if (printed.count() == 0 && answer.total() > 0) {
      text.append(", all of them on earlier pages");
    } else if (request.groupByLanguage()) {
      if (printed.count() < answer.total()) {
        text.append(", at most ")
            .append(request.limit())
            .append(" of each language shown (--page ")
            .append(options.hits().page() + 1)
            .append(" has more)");
      }
    } else if (printed.count() == request.limit() && printed.last() < answer.total()) {
      text.append(", ")
          .append(printed.first() == 1 ? "the first " + printed.last() : place(printed))
          .append(" of them shown (--page ")
          .append(options.hits().page() + 1)
          .append(" has more)");
    } else if (printed.last() < answer.total()) {
      text.append(", ")
          .append(answer.total() - printed.last())
          .append(" of them copies folded under the others (--copies shows them)");
    }
    if (options.filters().articles().hasDates() && answer.undated() > 0) {
      text.append("; ")
          .append(answer.undated())
          .append(" more without a date of publication (--undated takes them in)");
    }
    if (!answer.queryLanguages().isEmpty()) {
      text.append("; read as ")
          .append(
              answer.queryLanguages().stream()
                  .map(Texts::name)
                  .collect(Collectors.joining(" or ")));
    }
    return text.append(" (").append(answer.took().toMillis()).append(" ms)").toString();
  }

  private static String place(PrintedHits printed) {
    return "numbers " + printed.first() + " to " + printed.last();
  }

  private ResultFormat chosenFormat() throws CommandFailure {
    if (queries == null && words.isEmpty()) {
      if (!options.filters().articles().restrict()) {
        throw CommandFailure.usage("a query is missing; * lists all articles, newest first");
      }
      words = List.of("*");
    }
    if (open != null && (queries != null || output.isUsed())) {
      throw CommandFailure.usage(
          "--open prints one article: leave out --queries, --format, --output");
    }
    if (queries != null && !words.isEmpty()) {
      throw CommandFailure.usage("either a query or --queries, not both");
    }
    ResultFormat chosen = output.format(queries == null ? ResultFormat.TEXT : ResultFormat.JSONL);
    if (queries != null && chosen != ResultFormat.TREC && chosen != ResultFormat.JSONL) {
      throw CommandFailure.usage("--queries needs --format trec or jsonl");
    }
    return chosen;
  }
}
