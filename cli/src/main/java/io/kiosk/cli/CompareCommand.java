package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Comparison;
import io.kiosk.search.Comparison.Coverage;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** Shows how the coverage of something differs by language. */
@Command(
    name = "compare",
    header = "Show how the coverage differs by language: how much, when, who, in which words.",
    footer = {"", "Example:", "  kiosk compare \"Kaspersky ban\" --from 2024"})
final class CompareCommand extends Verb {

  private static final int WIDTH = 80;
  private static final int WIDEST = 110;
  private static final int INDENT = 11;
  private static final int MOST_SOURCES = 6;

  private enum Format {
    TEXT,
    JSON
  }

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to search for.")
  private List<String> words;

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;
  @Mixin private FilterOptions filters;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  CompareCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    String text = String.join(" ", words);
    ArticleQuery query = filters.parse(text);
    SearchRequest request = filters.interruptible(query, terminal.interruption());
    TranslationLexicon lexicon = dictionaries.open(terminal);
    Comparison comparison;
    try (ArticleSearcher searcher = index.open(terminal, lexicon)) {
      comparison = searcher.compare(request);
    }
    switch (format) {
      case TEXT -> {
        String separator = "";
        for (Coverage coverage : comparison.coverages()) {
          terminal.out().write(separator);
          print(coverage);
          separator = "\n";
        }
      }
      case JSON -> JsonOutput.line(terminal.out(), json -> write(json, text, comparison));
    }
    terminal.say(
        Texts.count(
            comparison.coverages().stream().mapToLong(Coverage::articles).sum(), "article"));
    return ExitStatus.DONE;
  }

  private void print(Coverage coverage) throws IOException {
    String language = coverage.language().map(Texts::name).orElse("Others");
    terminal.out().write(Style.BOLD.on(language, terminal.colorsOut()) + "\n");
    row(
        "articles",
        String.format(
            Locale.ROOT,
            "%,d of %,d (%.1f %%)",
            coverage.articles(),
            coverage.collection(),
            coverage.collection() == 0
                ? 0.0
                : 100.0 * coverage.articles() / coverage.collection()));
    if (coverage.first().isPresent() && coverage.last().isPresent()) {
      row("published", coverage.first().get() + " to " + coverage.last().get());
    }
    if (coverage.undated() > 0) {
      row("no date", String.format(Locale.ROOT, "%,d", coverage.undated()));
    }
    if (!coverage.sources().isEmpty()) {
      row("sources", sources(coverage));
    }
    if (!coverage.terms().isEmpty()) {
      row("typical", coverage.terms().stream().map(this::term).collect(Collectors.joining(" · ")));
    }
  }

  private static String sources(Coverage coverage) {
    String most =
        coverage.sources().entrySet().stream()
            .limit(MOST_SOURCES)
            .map(
                source ->
                    String.format(
                        Locale.ROOT,
                        "%s %,d",
                        SafeText.fit(SafeText.line(source.getKey()), 40),
                        source.getValue()))
            .collect(Collectors.joining(" · "));
    int more = coverage.sources().size() - MOST_SOURCES;
    return more > 0 ? most + " · " + Texts.count(more, "other") : most;
  }

  private String term(Comparison.Term term) {
    String word = SafeText.line(term.word().text());
    return term.gloss().map(gloss -> word + " (" + SafeText.line(gloss) + ")").orElse(word);
  }

  private void row(String name, String value) throws IOException {
    int columns = terminal.columns() == Integer.MAX_VALUE ? WIDTH : terminal.columns();
    String label = Style.DIM.on(SafeText.pad(name, INDENT), terminal.colorsOut());
    for (String line : SafeText.wrap(value, Math.min(columns, WIDEST) - INDENT)) {
      terminal.out().write(label + line + "\n");
      label = " ".repeat(INDENT);
    }
  }

  private static void write(JsonGenerator json, String query, Comparison comparison) {
    json.writeStringProperty("query", query);
    json.writeStringProperty(
        "query_lang",
        comparison.queryLanguages().stream().findFirst().map(Language::tag).orElse("und"));
    json.writeArrayPropertyStart("languages");
    for (Coverage coverage : comparison.coverages()) {
      json.writeStartObject();
      json.writeStringProperty(
          "lang", coverage.language().map(Language::tag).orElse(ArticleSchema.OTHER));
      json.writeNumberProperty("articles", coverage.articles());
      json.writeNumberProperty("collection", coverage.collection());
      json.writeNumberProperty("undated", coverage.undated());
      JsonOutput.property(json, "first", coverage.first().map(Object::toString));
      JsonOutput.property(json, "last", coverage.last().map(Object::toString));
      json.writeObjectPropertyStart("sources");
      coverage.sources().forEach(json::writeNumberProperty);
      json.writeEndObject();
      json.writeArrayPropertyStart("terms");
      for (Comparison.Term term : coverage.terms()) {
        json.writeStartObject();
        json.writeStringProperty("text", term.word().text());
        JsonOutput.property(json, "gloss", term.gloss());
        json.writeNumberProperty("articles", term.word().articles());
        json.writeNumberProperty("score", term.word().score());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
