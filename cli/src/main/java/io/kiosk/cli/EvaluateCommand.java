package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.query.QuerySyntaxException;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the ranking against judged queries. */
@Command(
    name = "evaluate",
    header = "Measure the ranking for each pair of languages against judged queries.",
    footer = {"", "Example:", "  kiosk evaluate --queries queries.jsonl --qrels qrels.txt"})
final class EvaluateCommand extends Verb {

  private static final int DEPTH = 100;

  private enum Format {
    TEXT,
    JSON
  }

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON Lines with id, text and perhaps lang; else the id's suffix is the language.")
  private Path queries;

  @Option(
      names = "--qrels",
      required = true,
      paramLabel = "FILE",
      description = "Judgements in TREC's format: QUERY_ID 0 ARTICLE_ID GRADE.")
  private Path qrels;

  @Option(
      names = "--in",
      split = ",",
      paramLabel = "LANG",
      description = "Languages of the articles; default: all that are judged.")
  private Set<String> in = Set.of();

  @Option(names = "--no-translate", description = "Search the words as typed only.")
  private boolean noTranslate;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Also write the run there, in TREC's format.")
  private Path run;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  EvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    Judgements judgements = Judgements.read(qrels);
    Evaluation evaluation = new Evaluation();
    int status;
    TranslationLexicon lexicon = dictionaries.open(terminal);
    try (ArticleSearcher searcher = index.open(terminal, lexicon);
        QueryFile file = QueryFile.open(queries, terminal);
        Writer lines =
            run == null
                ? Writer.nullWriter()
                : Files.newBufferedWriter(run, StandardCharsets.UTF_8)) {
      status = evaluate(searcher, file, judgements, evaluation, lines);
    }
    if (evaluation.isEmpty()) {
      throw CommandFailure.failed("no query of " + queries + " is judged in " + qrels);
    }
    switch (format) {
      case TEXT -> evaluation.print(terminal.out());
      case JSON -> JsonOutput.line(terminal.out(), evaluation::write);
    }
    return status;
  }

  private int evaluate(
      ArticleSearcher searcher,
      QueryFile file,
      Judgements judgements,
      Evaluation evaluation,
      Writer lines)
      throws IOException {
    int status = ExitStatus.DONE;
    Set<String> asked = new HashSet<>();
    Optional<QueryFile.Entry> entry;
    while ((entry = file.next()).isPresent()) {
      asked.add(entry.get().id());
      Optional<String> problem =
          switch (entry.get()) {
            case QueryFile.Unreadable unreadable -> Optional.of(unreadable.problem());
            case QueryFile.Query query -> ask(searcher, query, judgements, evaluation, lines);
          };
      if (problem.isPresent()) {
        status = ExitStatus.FAILED;
        terminal.complain(file.place() + ": " + problem.get());
      }
    }
    long missing = judgements.queries().stream().filter(id -> !asked.contains(id)).count();
    if (missing > 0) {
      terminal.say(missing + " judged queries are not in " + queries + " and do not count");
    }
    return status;
  }

  /** Asks in each language that has judged articles; a query that cannot be read finds nothing. */
  private Optional<String> ask(
      ArticleSearcher searcher,
      QueryFile.Query query,
      Judgements judgements,
      Evaluation evaluation,
      Writer lines)
      throws IOException {
    String from = query.lang().orElseGet(() -> Judgements.suffix(query.id()));
    Optional<String> problem = Optional.empty();
    for (Map.Entry<String, Map<String, Integer>> judged :
        judgements.byLanguage(query.id()).entrySet()) {
      if (!in.isEmpty() && !in.contains(judged.getKey())) {
        continue;
      }
      List<Hit> hits = List.of();
      try {
        hits = searcher.search(request(query.text(), from, judged.getKey(), !noTranslate)).hits();
      } catch (QuerySyntaxException e) {
        problem = Optional.of(e.getMessage());
      }
      evaluation.add(
          from,
          judged.getKey(),
          query.id(),
          hits.stream().map(hit -> hit.article().id()).toList(),
          judged.getValue());
      for (Hit hit : hits) {
        lines.write(TrecPrinter.line(query.id(), hit));
      }
    }
    return problem;
  }

  /** What is asked of the searcher; an empty language of the articles stands for all. */
  static SearchRequest request(String text, String from, String to, boolean translate) {
    return SearchRequest.builder(ArticleQuery.parse(text))
        .queryLanguages(Language.of(from).map(List::of).orElse(List.of()))
        .in(to.isEmpty() ? List.of() : List.of(to))
        .translate(translate)
        .match(Match.ANY)
        .copies(true)
        .limit(DEPTH)
        .snippets(false)
        .build();
  }
}
