package io.kiosk.cli;

import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** A whole article for people, as wide as their terminal. */
final class ArticleText {

  private static final int WIDEST = 100;
  private static final int LABEL = 10;

  private final Terminal terminal;

  /** Prints to the output of a terminal. */
  ArticleText(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints an article.
   *
   * @param versions of its story in other languages
   * @param glosses what stands under each paragraph, if anything
   */
  void print(StoredArticle article, List<StoredArticle> versions, Optional<ArticleGloss> glosses)
      throws IOException {
    Writer out = terminal.out();
    int columns = Math.min(terminal.columns(), WIDEST);
    boolean colors = terminal.colorsOut();
    for (String line :
        SafeText.wrap(SafeText.line(article.title().orElse("(no title)")), columns)) {
      out.write(Style.BOLD.on(line, colors) + "\n");
    }
    if (glosses.isPresent() && article.title().isPresent()) {
      gloss(glosses.get().of(article.title().get()), columns);
    }
    fact("published", article.published().map(date -> date + from(article)));
    fact("source", article.source());
    fact("author", article.author());
    fact("language", Optional.of(article.lang()));
    fact("url", article.url());
    fact("fetched", article.fetched());
    fact("id", Optional.of(article.id()));
    fact("file", article.file());
    fact("indexed", article.indexed());
    if (!versions.isEmpty()) {
      out.write("the same story in:\n");
      for (StoredArticle version : versions) {
        String title = version.title().map(text -> " · " + text).orElse("");
        String line = SafeText.line(version.id() + title);
        fact("  " + version.lang(), Optional.of(SafeText.fit(line, columns - LABEL)));
      }
    }
    for (String paragraph : article.body().split("\n\n")) {
      out.write('\n');
      for (String line : SafeText.lines(paragraph).split("\n")) {
        for (String part : SafeText.wrap(line, columns)) {
          out.write(part + "\n");
        }
      }
      if (glosses.isPresent()) {
        gloss(glosses.get().of(paragraph), columns);
      }
    }
  }

  private void gloss(String words, int columns) throws IOException {
    for (String line : SafeText.wrap("≈ " + SafeText.line(words), columns)) {
      terminal.out().write(Style.DIM.on(line, terminal.colorsOut()) + "\n");
    }
  }

  private static String from(StoredArticle article) {
    return article.publishedFrom().map(origin -> " (from " + origin + ")").orElse("");
  }

  private void fact(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      String label = Style.DIM.on(SafeText.pad(name, LABEL), terminal.colorsOut());
      terminal.out().write(label + SafeText.line(value.get()) + "\n");
    }
  }
}
