package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.IndexStatistics;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Counts what is in an index. */
@Command(
    name = "stats",
    header = "Count what is in the index.",
    footer = {"", "Example:", "  kiosk stats --index archive"})
final class StatsCommand extends Verb {

  private static final int MOST_SOURCES = 10;

  private enum Format {
    TEXT,
    JSON
  }

  @Mixin private IndexOption index;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  StatsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    IndexStatistics statistics;
    try (ArticleSearcher searcher = index.open(terminal, TranslationLexicon.empty())) {
      statistics = searcher.statistics();
    }
    switch (format) {
      case TEXT -> print(statistics);
      case JSON -> JsonOutput.line(terminal.out(), json -> write(json, statistics));
    }
    return ExitStatus.DONE;
  }

  private void print(IndexStatistics statistics) throws IOException {
    row("index", index.folder(terminal).toString());
    row("articles", number(statistics.articles()));
    statistics.byLanguage().forEach((tag, count) -> indented(tag, count));
    if (statistics.first().isPresent() && statistics.last().isPresent()) {
      row("published", statistics.first().get() + " to " + statistics.last().get());
    }
    row("undated", number(statistics.undated()));
    row("sources", number(statistics.bySource().size()));
    statistics.bySource().entrySet().stream()
        .limit(MOST_SOURCES)
        .forEach(source -> indented(source.getKey(), source.getValue()));
    int more = statistics.bySource().size() - MOST_SOURCES;
    if (more > 0) {
      terminal.printUnchecked("  (" + more + " more; --format json has them all)");
    }
    row("size", String.format(Locale.ROOT, "%.1f MB", statistics.bytes() / 1e6));
    row("schema", statistics.schema());
    row("lexicon", statistics.lexicon());
  }

  private void row(String name, String value) {
    terminal.printUnchecked(SafeText.pad(name, 12) + SafeText.line(value));
  }

  private void indented(String name, long count) {
    String number = SafeText.pad("", 10 - number(count).length()) + number(count);
    terminal.printUnchecked(number + "  " + SafeText.fit(SafeText.line(name), 60));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void write(JsonGenerator json, IndexStatistics statistics) {
    json.writeNumberProperty("articles", statistics.articles());
    write(json, "by_language", statistics.byLanguage());
    write(json, "by_source", statistics.bySource());
    json.writeNumberProperty("undated", statistics.undated());
    JsonOutput.property(json, "first", statistics.first().map(Object::toString));
    JsonOutput.property(json, "last", statistics.last().map(Object::toString));
    json.writeNumberProperty("bytes", statistics.bytes());
    json.writeStringProperty("schema", statistics.schema());
    json.writeStringProperty("lexicon", statistics.lexicon());
  }

  private static void write(JsonGenerator json, String key, Map<String, Long> counts) {
    json.writeObjectPropertyStart(key);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }
}
