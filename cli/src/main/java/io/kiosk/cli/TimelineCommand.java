package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts when the articles that match were published. */
@Command(
    name = "timeline",
    header = "Count the articles that match per day, week or month and language.",
    footer = {
      "",
      "Examples:",
      "  kiosk timeline \"Kaspersky ban\" --by week",
      "  kiosk timeline Huawei --format html --output huawei.html"
    })
final class TimelineCommand extends Verb {

  /** More rows or bars than this are taken for the work of a stray date. */
  private static final long LONGEST = 20_000;

  /** How the counts are written. */
  private enum Format {
    TEXT,
    CSV,
    SVG,
    HTML
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "QUERY",
      description = "What to search for; * counts all articles.")
  private List<String> words;

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;
  @Mixin private FilterOptions filters;

  @Option(
      names = "--by",
      paramLabel = "UNIT",
      description = "day, week (from Monday) or month. Default: month.")
  private Timeline.Unit unit = Timeline.Unit.MONTH;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, csv, svg or html, each a picture of its own. Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write there, and to FILE.meta.json what was asked when of which index.")
  private Path output;

  TimelineCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    String text = String.join(" ", words);
    ArticleQuery query = filters.parse(text);
    SearchRequest request = filters.interruptible(query, terminal.interruption());
    TranslationLexicon lexicon = dictionaries.open(terminal);
    try (ArticleSearcher searcher = index.open(terminal, lexicon)) {
      Timeline timeline = searcher.timeline(request, unit);
      if (format != Format.TEXT && timeline.length() > LONGEST) {
        throw CommandFailure.failed(tooLong(timeline));
      }
      if (output == null) {
        write(timeline, text, terminal.out(), terminal.columns());
      } else {
        try (ResultFile file = ResultFile.create(output)) {
          write(timeline, text, file.writer(), Integer.MAX_VALUE);
          file.complete(text, searcher.statistics());
        }
      }
      terminal.say(Texts.count(timeline.total(), "article"));
      if (format != Format.TEXT) {
        TimelineNotes.of(timeline).forEach(terminal::say);
      }
    }
    return ExitStatus.DONE;
  }

  private static String tooLong(Timeline timeline) {
    return "the articles are spread over "
        + Texts.count(timeline.length(), TimelineNotes.name(timeline.unit()))
        + ", from "
        + timeline.buckets().firstKey()
        + " to "
        + timeline.buckets().lastKey()
        + ": narrow that by --from and --to, or count by a longer unit";
  }

  private void write(Timeline timeline, String query, Writer out, int columns) throws IOException {
    switch (format) {
      case TEXT -> TimelineText.write(timeline, out, columns);
      case CSV -> TimelineCsv.write(timeline, out);
      case SVG -> TimelinePicture.svg(timeline, query, out);
      case HTML -> TimelinePicture.html(timeline, query, out);
    }
  }
}
