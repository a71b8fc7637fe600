package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds articles about the same as a given one, in all languages. */
@Command(
    name = "similar",
    header = "Find articles about the same as a given one, in all languages.",
    footer = {"", "Example:", "  kiosk similar 48f8ab5f1c2d --in zh,en --limit 5"})
final class SimilarCommand extends Verb {

  @Parameters(paramLabel = "ID", description = "The id of an article, as search prints it.")
  private String id;

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;
  @Mixin private ArticleFilters filters;
  @Mixin private HitOptions hits;
  @Mixin private OutputOptions output;

  SimilarCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    ResultFormat chosen = output.format(ResultFormat.TEXT);
    if (chosen == ResultFormat.TREC) {
      hits.unfold();
    }
    terminal.interruption().endsBy(() -> {});
    TranslationLexicon lexicon = dictionaries.open(terminal);
    try (ArticleSearcher searcher = index.open(terminal, lexicon)) {
      Optional<StoredArticle> article = searcher.article(id);
      if (article.isEmpty()) {
        throw CommandFailure.failed("no article " + id + " in " + index.folder(terminal));
      }
      SearchRequest request =
          hits.show(
                  filters.filter(SearchRequest.similarTo(article.get())),
                  output.showsSnippets(chosen))
              .reader(ReaderLanguage.of(terminal))
              .exactTotal(chosen == ResultFormat.JSON)
              .cancelled(terminal.interruption()::requested)
              .build();
      return output.write(
          terminal,
          searcher,
          "similar to " + id,
          chosen,
          printer -> {
            PrintedHits printed =
                new PrintedHits(printer, Optional.empty(), "similar to " + id)
                    .rememberedBy(terminal::remember);
            searcher.search(request, printed);
            printer.end();
            summarize(printed.count(), article.get());
            return ExitStatus.DONE;
          });
    }
  }

  private void summarize(long shown, StoredArticle article) {
    String title = article.title().map(text -> SafeText.fit(SafeText.line(text), 60)).orElse(id);
    terminal.say(
        shown == 0
            ? "no other article is about \"" + title + "\""
            : "the " + Texts.count(shown, "article") + " nearest to \"" + title + "\"");
  }
}
