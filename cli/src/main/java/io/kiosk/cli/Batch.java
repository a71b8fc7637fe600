package io.kiosk.cli;

import io.kiosk.query.ArticleQuery;
import io.kiosk.query.QuerySyntaxException;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchStoppedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Answers many queries; each gets its hits or its error, and one that is bad stops no other. */
final class Batch {

  private final Terminal terminal;
  private final ArticleSearcher searcher;
  private final SearchOptions options;
  private final ResultPrinter printer;
  private final boolean snippets;

  Batch(
      Terminal terminal,
      ArticleSearcher searcher,
      SearchOptions options,
      ResultPrinter printer,
      boolean snippets) {
    this.terminal = terminal;
    this.searcher = searcher;
    this.options = options;
    this.printer = printer;
    this.snippets = snippets;
  }

  /** Answers the queries of a file in their order and returns the exit status. */
  int run(Path file) throws CommandFailure, IOException {
    options.request(ArticleQuery.plain(""), Optional.empty(), false); // wrong options, said once
    long answered = 0;
    long failed = 0;
    try (QueryFile queries = QueryFile.open(file, terminal)) {
      Optional<QueryFile.Entry> entry;
      while ((entry = queries.next()).isPresent()) {
        Optional<String> problem =
            switch (entry.get()) {
              case QueryFile.Query query -> answer(query);
              case QueryFile.Unreadable unreadable -> Optional.of(unreadable.problem());
            };
        if (terminal.interruption().requested()) {
          throw new InterruptedIOException(
              String.format(Locale.ROOT, "%,d queries done", answered + failed));
        }
        if (problem.isPresent()) {
          failed++;
          terminal.complain(queries.place() + ": " + problem.get());
          printer.failure(entry.get().id(), problem.get());
        } else {
          answered++;
        }
      }
    }
    if (answered + failed == 0) {
      throw CommandFailure.failed(file + ": there is no query in it");
    }
    terminal.say(String.format(Locale.ROOT, "%,d queries answered, %,d failed", answered, failed));
    return failed == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  /** Answers a query, or says why it could not. */
  private Optional<String> answer(QueryFile.Query query) throws CommandFailure, IOException {
    if (query.lang().isPresent() && query.lang().flatMap(Language::of).isEmpty()) {
      return Optional.of("\"lang\" must be zh, de or en, got " + query.lang().get());
    }
    SearchRequest request;
    try {
      request =
          options.request(options.filters().parse(query.text()), query.lang(), snippets).toBuilder()
              .reader(ReaderLanguage.of(terminal))
              .exactTotal(false)
              .cancelled(terminal.interruption()::requested)
              .build();
    } catch (QuerySyntaxException e) {
      return Optional.of(e.getMessage());
    }
    try {
      searcher.search(request, new PrintedHits(printer, Optional.of(query.id()), query.text()));
      printer.end();
      return Optional.empty();
    } catch (RuntimeException | SearchStoppedException e) {
      return Optional.of(Failures.message(e));
    }
  }
}
