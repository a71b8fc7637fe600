package io.kiosk.cli;

import io.kiosk.corpus.Article;
import java.util.Optional;

/** How cleaned articles are written. */
enum CleanedFormat {
  TEXT("txt"),
  JSON("json"),
  MARKDOWN("md");

  private final String extension;

  CleanedFormat(String extension) {
    this.extension = extension;
  }

  /** The last part of a file's name. */
  String extension() {
    return extension;
  }

  /** An article's body, with a line end behind its last line. */
  static String text(Article article) {
    return SafeText.lines(article.body()) + "\n";
  }

  /** An article as markdown, its facts in front matter that {@code clean} and others read. */
  static String markdown(Article article) {
    StringBuilder text = new StringBuilder("---\n");
    fact(text, "title", article.title());
    fact(text, "url", article.url());
    fact(text, "source", article.source());
    fact(text, "author", article.author());
    fact(text, "date", article.published());
    fact(text, "lang", Optional.of(article.language().toLanguageTag()));
    text.append("---\n\n");
    article
        .title()
        .ifPresent(title -> text.append("# ").append(Markdown.text(title)).append("\n\n"));
    article.body().lines().forEach(line -> text.append(Markdown.block(line)).append('\n'));
    return text.toString();
  }

  private static void fact(StringBuilder text, String name, Optional<?> value) {
    value.ifPresent(
        v -> {
          String safe = SafeText.line(v.toString()).replace("\\", "\\\\").replace("\"", "\\\"");
          text.append(name).append(": \"").append(safe).append("\"\n");
        });
  }
}
