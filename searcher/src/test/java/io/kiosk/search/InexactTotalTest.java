package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.SearchRequest.Order;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that need not say how many articles match. */
class InexactTotalTest {
  private static final int ARTICLES = 4_000;

  @TempDir private static Path folder;
  private static TestIndex index;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void open() throws IOException {
    index = new TestIndex(folder);
    for (int i = 0; i < ARTICLES; i++) {
      // The best come first, so that what follows need not be looked at.
      String body = "harbour ".repeat(i < 60 ? 9 : 1) + (i % 400 == 0 ? "lighthouse" : "quay");
      index.add("a" + i, "en", "2024-01-02", "Post", "Title " + i, body);
    }
    index.commit();
    searcher = ArticleSearcher.open(folder, TranslationLexicon.empty());
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    index.close();
  }

  private static SearchResult search(String query, Order order, boolean exact) throws IOException {
    return searcher.search(
        SearchRequest.builder(ArticleQuery.parse(query))
            .order(order)
            .exactTotal(exact)
            .limit(30)
            .build());
  }

  @Test
  void theHitsAreTheSame() throws IOException {
    for (String query : new String[] {"harbour", "harbour lighthouse", "+harbour -lighthouse"}) {
      assertThat(search(query, Order.RELEVANCE, false).hits())
          .isEqualTo(search(query, Order.RELEVANCE, true).hits());
    }
  }

  @Test
  void manyAreNotCountedToTheEnd() throws IOException {
    SearchResult counted = search("harbour", Order.RELEVANCE, true);
    assertThat(counted.total()).isEqualTo(ARTICLES);
    assertThat(counted.totalIsExact()).isTrue();
    SearchResult uncounted = search("harbour", Order.RELEVANCE, false);
    assertThat(uncounted.total()).isGreaterThan(1_000).isLessThan(ARTICLES);
    assertThat(uncounted.totalIsExact()).isFalse();
  }

  @Test
  void fewAndThoseByDateAreCounted() throws IOException {
    SearchResult few = search("lighthouse", Order.RELEVANCE, false);
    assertThat(few.total()).isEqualTo(ARTICLES / 400);
    assertThat(few.totalIsExact()).isTrue();
    SearchResult dated = search("harbour", Order.NEWEST, false);
    assertThat(dated.total()).isEqualTo(ARTICLES);
    assertThat(dated.totalIsExact()).isTrue();
  }
}
