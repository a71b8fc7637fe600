package io.kiosk.cli;

import io.kiosk.query.Match;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to say when nothing was found: what was searched, and what to leave out to find more. */
final class Loosening {

  private record Change(String option, SearchRequest request) {}

  private final ArticleSearcher searcher;
  private final SearchRequest request;

  Loosening(ArticleSearcher searcher, SearchRequest request) {
    this.searcher = searcher;
    this.request =
        request.toBuilder()
            .limit(1)
            .offset(0)
            .snippets(false)
            .explain(false)
            .copies(true)
            .facets(false)
            .build();
  }

  /** The lines to say. */
  List<String> lines(SearchResult answer) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("nothing found among " + searched());
    for (Change change : changes()) {
      long total = total(change.request);
      if (total > 0) {
        lines.add("  " + Texts.count(total, "article") + " " + change.option);
      }
    }
    if (lines.size() == 1 && answer.suggestions().isEmpty()) {
      lines.add(
          request.query().hasWords()
              ? "  try other words, or fewer; kiosk translate shows what was looked for"
              : "  try another filter; kiosk stats shows what the index holds");
    }
    return lines;
  }

  private String searched() {
    StringBuilder text = new StringBuilder();
    text.append(
        request.in().isEmpty()
            ? "all articles"
            : "the articles in " + String.join(", ", request.in()));
    request.source().ifPresent(name -> text.append(" of \"").append(name).append('"'));
    request.from().ifPresent(day -> text.append(" from ").append(day));
    request.to().ifPresent(day -> text.append(" to ").append(day));
    if (request.query().hasWords() && request.match() != Match.ANY) {
      text.append(" that meet ")
          .append(request.match().name().toLowerCase(Locale.ROOT))
          .append(" of the query");
    }
    return text.toString();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    if (request.from().isPresent() || request.to().isPresent()) {
      if (!request.undated()) {
        changes.add(new Change("with --undated", request.toBuilder().undated(true).build()));
      }
      changes.add(
          new Change(
              "without " + given("--from", request.from(), "--to", request.to()),
              request.toBuilder().from(null).to(null).build()));
    }
    if (request.source().isPresent()) {
      changes.add(new Change("without --source", request.toBuilder().source(null).build()));
    }
    if (!request.in().isEmpty()) {
      changes.add(new Change("without --in", request.toBuilder().in(List.of()).build()));
    }
    if (!request.translate()) {
      changes.add(
          new Change("without --no-translate", request.toBuilder().translate(true).build()));
    }
    if (request.query().hasWords() && request.match() != Match.ANY) {
      changes.add(new Change("with --match any", request.toBuilder().match(Match.ANY).build()));
    }
    if (changes.size() > 1) {
      changes.add(
          new Change(
              "with all of these changes",
              request.toBuilder()
                  .from(null)
                  .to(null)
                  .source(null)
                  .in(List.of())
                  .translate(true)
                  .match(Match.ANY)
                  .build()));
    }
    return changes;
  }

  private static String given(String first, Optional<?> one, String second, Optional<?> other) {
    return List.of(one.map(v -> first), other.map(v -> second)).stream()
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" and "));
  }

  private long total(SearchRequest changed) throws IOException {
    return searcher.search(changed).total();
  }
}
