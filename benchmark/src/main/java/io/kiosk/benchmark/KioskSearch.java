package io.kiosk.benchmark;

import io.kiosk.benchmark.JudgedSet.Query;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchResult;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks an index of Kiosk what the speed benchmark asks. */
final class KioskSearch implements Closeable {

  private static final int BATCH_HITS = 100;

  private final ArticleSearcher searcher;

  KioskSearch(Path index, TranslationLexicon lexicon) throws IOException {
    this.searcher = ArticleSearcher.open(index, lexicon);
  }

  /** The ten best, untranslated, with all that is stored of them. */
  SearchResult search(TimedQuery query) throws IOException {
    return searcher.search(untranslated(query).limit(PlainSearch.HITS).build());
  }

  /** The ids of all articles that a query finds. */
  Set<String> ids(TimedQuery query) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (Hit hit : searcher.search(untranslated(query).limit(Integer.MAX_VALUE).build()).hits()) {
      ids.add(hit.article().id());
    }
    return ids;
  }

  private static SearchRequest.Builder untranslated(TimedQuery query) {
    boolean phrase = query.kind() == TimedQuery.Kind.PHRASE;
    SearchRequest.Builder request =
        SearchRequest.builder(ArticleQuery.parse(phrase ? '"' + query.text() + '"' : query.text()))
            .in(List.of(query.language().tag()))
            .queryLanguages(List.of(query.language()))
            .translate(false)
            .match(Match.ALL)
            .copies(true)
            .exactTotal(false)
            .snippets(false);
    query
        .year()
        .ifPresent(year -> request.from(LocalDate.of(year, 1, 1)).to(LocalDate.of(year, 12, 31)));
    return request;
  }

  /**
   * The ten best of some languages for a judged query.
   *
   * @param in tags of the languages, empty for all
   */
  SearchResult search(Query query, List<String> in, boolean snippets) throws IOException {
    return searcher.search(question(query).in(in).snippets(snippets).build());
  }

  /** A query as it is asked in a batch. */
  SearchResult batch(Query query) throws IOException {
    return searcher.search(
        question(query).limit(BATCH_HITS).copies(true).exactTotal(false).snippets(false).build());
  }

  private static SearchRequest.Builder question(Query query) {
    return SearchRequest.builder(ArticleQuery.parse(query.text()))
        .queryLanguages(List.of(Language.of(query.lang()).orElseThrow()));
  }

  @Override
  public void close() throws IOException {
    searcher.close();
  }
}
