package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchResult;
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
    try (ArticleSearcher searcher = index.open(terminal, lexicon)) {
      return output.write(
          terminal,
          searcher,
          queries == null ? text : "@" + queries,
          chosen,
          printer -> answer(searcher, query, printer, output.showsSnippets(chosen)));
    }
  }

  private int answer(
      ArticleSearcher searcher, ArticleQuery query, ResultPrinter printer, boolean snippets)
      throws CommandFailure, IOException {
    if (query == null) {
      return new Batch(terminal, searcher, options, printer, snippets).run(queries);
    }
    SearchResult result = searcher.search(options.request(query, Optional.empty(), snippets));
    printer.result(Optional.empty(), String.join(" ", words), result);
    summarize(result);
    return ExitStatus.DONE;
  }

  private void summarize(SearchResult result) {
    StringBuilder text = new StringBuilder(Texts.count(result.total(), "article"));
    if (result.hits().size() < result.total()) {
      text.append(", the first ").append(result.hits().size()).append(" of them shown");
    }
    if (options.filters().articles().hasDates() && result.undated() > 0) {
      text.append("; ")
          .append(result.undated())
          .append(" more without a date of publication (--undated takes them in)");
    }
    if (!result.queryLanguages().isEmpty()) {
      text.append("; read as ")
          .append(
              result.queryLanguages().stream()
                  .map(Texts::name)
                  .collect(Collectors.joining(" or ")));
    }
    text.append(" (").append(result.took().toMillis()).append(" ms)");
    terminal.say(text.toString());
    if (result.total() == 0) {
      terminal.say("nothing found: try fewer words, --match any, or no filter");
    }
  }

  private ResultFormat chosenFormat() throws CommandFailure {
    if (queries == null && words.isEmpty()) {
      throw CommandFailure.usage("a query is missing; * lists all articles, newest first");
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
