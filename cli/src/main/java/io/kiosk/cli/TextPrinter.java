package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import io.kiosk.search.Snippet;
import io.kiosk.search.StoredArticle;
import io.kiosk.search.UnitMatch;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hits for people, as wide as their terminal. */
final class TextPrinter implements ResultPrinter {

  private static final int INDENT = 4;
  private static final int MOST_MATCHES = 10;

  /** Lines longer than this are hard to read, however wide the terminal is. */
  private static final int WIDEST = 110;

  private final Writer out;
  private final boolean colors;
  private final int columns;
  private SearchResult begun;
  private boolean first = true;

  TextPrinter(Writer out, boolean colors, int columns) {
    this.out = out;
    this.colors = colors;
    this.columns = columns == Integer.MAX_VALUE ? columns : Math.min(columns, WIDEST);
  }

  @Override
  public void begin(Optional<String> queryId, String query, SearchResult answer) {
    begun = answer;
    first = true;
  }

  @Override
  public void hit(Hit hit) throws IOException {
    if (!first) {
      out.write('\n');
    }
    first = false;
    write(hit);
  }

  @Override
  public void end() throws IOException {
    if (begun.facets().isPresent() && begun.total() > 0) {
      out.write("\n");
      new FacetText(out, colors, columns).write(begun.facets().get());
    }
  }

  private void write(Hit hit) throws IOException {
    StoredArticle article = hit.article();
    Snippet title =
        hit.title().text().isBlank() ? new Snippet("(no title)", List.of()) : hit.title();
    String rank = SafeText.pad(Integer.toString(hit.rank()), INDENT - 1) + " ";
    for (String line : HighlightedText.of(title, colors).lines(columns - INDENT, Style.BOLD)) {
      out.write(rank + line + "\n");
      rank = " ".repeat(INDENT);
    }
    gloss(hit.title());
    String facts =
        Stream.of(
                article.published().or(() -> Optional.of("no date")),
                article.source(),
                Optional.of(article.lang()),
                Optional.of(article.id()))
            .flatMap(Optional::stream)
            .map(SafeText::line)
            .collect(Collectors.joining(" · "));
    indented(SafeText.wrap(facts, columns - INDENT), Style.DIM);
    for (Snippet snippet : hit.snippets()) {
      for (String line : HighlightedText.of(snippet, colors).lines(columns - INDENT, null)) {
        out.write(" ".repeat(INDENT) + line + "\n");
      }
      gloss(snippet);
    }
    if (!hit.matched().isEmpty()) {
      String met =
          hit.matched().stream()
              .map(Texts::matched)
              .map(SafeText::line)
              .distinct()
              .limit(MOST_MATCHES)
              .collect(Collectors.joining(" · ", "met: ", ""));
      indented(SafeText.wrap(met, columns - INDENT), Style.DIM);
    }
    if (!hit.copies().isEmpty()) {
      String copies = "copies: " + SafeText.line(String.join(", ", hit.copies()));
      indented(SafeText.wrap(copies, columns - INDENT), Style.DIM);
    }
    if (!hit.versions().isEmpty()) {
      String versions = "the same story in: " + SafeText.line(Texts.versions(hit.versions()));
      indented(SafeText.wrap(versions, columns - INDENT), Style.DIM);
    }
    explain(hit);
  }

  private void explain(Hit hit) throws IOException {
    if (hit.explanation().isEmpty()) {
      return;
    }
    String score = "score " + Texts.score(hit.score());
    String from =
        hit.liftedBy()
            .map(version -> ", lifted by the same story in " + Texts.versions(List.of(version)))
            .orElse("");
    indented(SafeText.wrap(score + SafeText.line(from), columns - INDENT), Style.DIM);
    UnitText text = new UnitText(out, colors, columns, INDENT);
    for (UnitMatch match : hit.explanation()) {
      String read = "read as " + Texts.name(match.from());
      text.unit(match.unit(), match.met().isEmpty() ? read + ", not met" : read);
      for (UnitMatch.Met met : match.met()) {
        text.candidate(
            met.candidate(), "; " + met.inTitle() + "× in title, " + met.inBody() + "× in body");
      }
    }
  }

  private void gloss(Snippet snippet) throws IOException {
    if (snippet.gloss().isPresent()) {
      String gloss = "≈ " + SafeText.line(snippet.gloss().get());
      indented(SafeText.wrap(gloss, columns - INDENT), Style.DIM);
    }
  }

  private void indented(List<String> lines, Style style) throws IOException {
    for (String line : lines) {
      out.write(" ".repeat(INDENT) + style.on(line, colors) + "\n");
    }
  }
}
