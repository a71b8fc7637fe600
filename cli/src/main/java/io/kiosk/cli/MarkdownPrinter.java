package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import io.kiosk.search.Snippet;
import io.kiosk.search.Snippet.Highlight;
import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A numbered list of links with their snippets, to be pasted into a report. */
final class MarkdownPrinter implements ResultPrinter {

  private final Writer out;

  MarkdownPrinter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Optional<String> queryId, String query, SearchResult answer)
      throws IOException {
    out.write("# " + Markdown.text(query) + "\n\n");
  }

  @Override
  public void hit(Hit hit) throws IOException {
    StoredArticle article = hit.article();
    String facts =
        Stream.of(article.source(), article.published(), Optional.of(article.lang()))
            .flatMap(Optional::stream)
            .map(Markdown::text)
            .collect(Collectors.joining(", "));
    out.write(
        hit.rank()
            + ". "
            + Markdown.link(article.title().orElse(article.id()), article.url())
            + " ("
            + facts
            + ")\n");
    for (Snippet snippet : hit.snippets()) {
      out.write("   > " + highlighted(snippet) + "\n");
      if (snippet.gloss().isPresent()) {
        out.write("   >\n   > ≈ " + Markdown.text(snippet.gloss().get()) + "\n");
      }
    }
    if (!hit.versions().isEmpty()) {
      out.write("   The same story in: " + Markdown.text(Texts.versions(hit.versions())) + "\n");
    }
    out.write("\n");
  }

  private static String highlighted(Snippet snippet) {
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (Highlight highlight : snippet.highlights()) {
      text.append(Markdown.text(snippet.text().substring(end, highlight.start())))
          .append("**")
          .append(Markdown.text(snippet.text().substring(highlight.start(), highlight.end())))
          .append("**");
      end = highlight.end();
    }
    return text.append(Markdown.text(snippet.text().substring(end))).toString();
  }
}
