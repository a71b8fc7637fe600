package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.Alternative;
import io.kiosk.query.ArticleQuery;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchResult.Translated;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a query becomes in each language. */
@Command(
    name = "translate",
    header = "Show what a query becomes in each language, and where each word comes from.",
    footer = {"", "Example:", "  kiosk translate \"Sanktionen gegen Huawei\""})
final class TranslateCommand extends Verb {

  private static final int WIDEST = 110;

  private enum Format {
    TEXT,
    JSON
  }

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to translate.")
  private List<String> words;

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;

  @Option(
      names = "--query-lang",
      paramLabel = "LANG",
      description = "Language of the query: zh, de or en. Default: recognised.")
  private String queryLang;

  @Option(names = "--plain", description = "The query has no syntax, all of it is text.")
  private boolean plain;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  TranslateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    String text = String.join(" ", words);
    ArticleQuery query = plain ? ArticleQuery.plain(text) : ArticleQuery.parse(text);
    Optional<Language> language = FilterOptions.queryLanguage(queryLang);
    TranslationLexicon lexicon = dictionaries.open(terminal);
    try (ArticleSearcher searcher = index.open(terminal, lexicon)) {
      List<Translated> translations =
          searcher.translate(query, language.map(List::of).orElse(List.of()));
      switch (format) {
        case TEXT -> print(translations.stream().filter(t -> t.from() != t.to()).toList());
        case JSON ->
            JsonOutput.line(
                terminal.out(),
                json -> {
                  json.writeStringProperty("query", text);
                  JsonHits.translations(json, translations);
                });
      }
    }
    return ExitStatus.DONE;
  }

  private void print(List<Translated> translations) throws IOException {
    Writer out = terminal.out();
    boolean colors = terminal.colorsOut();
    UnitText text = new UnitText(out, colors, Math.min(terminal.columns(), WIDEST), 2);
    String heading = "";
    for (Translated translated : translations) {
      String direction = Texts.name(translated.from()) + " → " + Texts.name(translated.to());
      if (!direction.equals(heading)) {
        out.write((heading.isEmpty() ? "" : "\n") + Style.BOLD.on(direction, colors) + "\n");
        heading = direction;
      }
      List<Alternative> candidates = translated.unit().alternatives();
      text.unit(translated.unit(), candidates.isEmpty() ? "not known" : "");
      for (Alternative candidate : candidates) {
        text.candidate(candidate, "");
      }
    }
    if (translations.isEmpty()) {
      terminal.say("there is no word in the query");
    }
  }
}
