package io.kiosk.cli;

import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.index.Origin;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.IndexStatistics;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

  private static final int MOST_ROWS = 12;

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

  private void print(IndexStatistics statistics) {
    row("index", index.folder(terminal).toString());
    row("articles", number(statistics.articles()));
    rows(statistics.byLanguage());
    if (statistics.first().isPresent() && statistics.last().isPresent()) {
      row("published", statistics.first().get() + " to " + statistics.last().get());
      rows(statistics.byMonth());
    }
    row("undated", number(statistics.undated()));
    row("sources", number(statistics.bySource().size()));
    rows(statistics.bySource());
    if (statistics.withoutSource() > 0) {
      indented("(none)", statistics.withoutSource());
    }
    row(
        "duplicates",
        Texts.count(statistics.duplicates(), "input") + ", giving an article once more");
    row("rejected", Texts.count(sum(statistics.rejected()), "input") + ", giving no article");
    rows(statistics.rejected());
    statistics.updated().ifPresent(time -> row("last change", time.toString()));
    row("size", String.format(Locale.ROOT, "%.1f MB", statistics.bytes() / 1e6));
    row("schema", statistics.schema());
    row("analyzers", statistics.analyzers());
    row("lexicon", statistics.lexicon());
    row("cleaner", cleaners(statistics));
  }

  /** This program's version, and what others have made. */
  private static String cleaners(IndexStatistics statistics) {
    String current = Integer.toString(ArticleCleaner.VERSION);
    String clean = Integer.toString(Origin.NOT_CLEANED);
    return statistics.cleaners().entrySet().stream()
        .map(
            entry ->
                number(entry.getValue())
                    + (entry.getKey().equals(clean)
                        ? " came clean"
                        : " by version "
                            + entry.getKey()
                            + (entry.getKey().equals(current) ? "" : " (now " + current + ")")))
        .collect(Collectors.joining(", "));
  }

  private void rows(Map<?, Long> counts) {
    counts.entrySet().stream()
        .limit(MOST_ROWS)
        .forEach(entry -> indented(entry.getKey().toString(), entry.getValue()));
    int more = counts.size() - MOST_ROWS;
    if (more > 0) {
      terminal.printUnchecked(
          SafeText.pad("", 12) + "(" + number(more) + " more; --format json has all)");
    }
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
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
    write(json, "by_month", statistics.byMonth());
    json.writeNumberProperty("undated", statistics.undated());
    JsonOutput.property(json, "first", statistics.first().map(Object::toString));
    JsonOutput.property(json, "last", statistics.last().map(Object::toString));
    json.writeNumberProperty("duplicates", statistics.duplicates());
    write(json, "rejected", statistics.rejected());
    JsonOutput.property(json, "updated", statistics.updated().map(Object::toString));
    json.writeNumberProperty("bytes", statistics.bytes());
    json.writeStringProperty("schema", statistics.schema());
    json.writeStringProperty("analyzers", statistics.analyzers());
    json.writeStringProperty("lexicon", statistics.lexicon());
    write(json, "cleaners", statistics.cleaners());
  }

  private static void write(JsonGenerator json, String key, Map<?, Long> counts) {
    json.writeObjectPropertyStart(key);
    counts.forEach((name, count) -> json.writeNumberProperty(name.toString(), count));
    json.writeEndObject();
  }
}
