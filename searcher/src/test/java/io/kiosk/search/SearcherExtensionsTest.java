package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearcherExtensionsTest {
  @TempDir Path folder;
  private TestIndex index;

  @BeforeEach
  void fill() throws IOException {
    index = new TestIndex(folder);
    for (int i = 0; i < 5; i++) {
      String body = "The crane fell. " + "A crane is a crane. ".repeat(5 - i);
      index.add("a" + i, "en", "2024-03-01", "Post", "Crane " + i, body);
    }
    index.commit();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void aRerankerOrdersTheBestAndLeavesTheRest() throws IOException {
    Reranker backwards =
        (query, best) -> best.stream().mapToDouble(article -> article.id().charAt(1)).toArray();
    try (ArticleSearcher searcher = builder().reranker(backwards, 3).open()) {
      assertThat(ids(searcher)).containsExactly("a2", "a1", "a0", "a3", "a4");
    }
  }

  @Test
  void aRerankerIsShownNoMoreThanItAskedFor() throws IOException {
    List<Integer> shown = new ArrayList<>();
    Reranker counting =
        (query, best) -> {
          shown.add(best.size());
          return new double[best.size()];
        };
    try (ArticleSearcher searcher = builder().reranker(counting, 100).open()) {
      assertThat(ids(searcher)).containsExactly("a0", "a1", "a2", "a3", "a4");
    }
    assertThat(shown).containsExactly(5);
  }

  @Test
  void aRerankerThatMiscountsIsToldSo() throws IOException {
    try (ArticleSearcher searcher = builder().reranker((query, best) -> new double[1], 3).open()) {
      assertThatThrownBy(() -> ids(searcher))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the reranker gave 1 scores for 3 articles");
    }
  }

  @Test
  void aListenerHearsOfSearchesExpansionsRefreshesAndFailures() throws IOException {
    List<String> heard = new ArrayList<>();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void searched(SearchRequest request, long hits, Duration took) {
            heard.add("searched " + hits);
          }

          @Override
          public void failed(SearchRequest request, Exception cause, Duration took) {
            heard.add("failed " + cause.getMessage());
          }

          @Override
          public void expanded(int units, int alternatives, Duration took) {
            heard.add("expanded " + units + " " + alternatives);
          }

          @Override
          public void refreshed(Duration took) {
            heard.add("refreshed");
          }
        };
    Reranker failing =
        (query, best) -> {
          throw new IOException("no model");
        };
    try (ArticleSearcher searcher = builder().listener(listener).open();
        ArticleSearcher broken = builder().listener(listener).reranker(failing, 3).open()) {
      ids(searcher);
      searcher.refresh();
      assertThatThrownBy(() -> ids(broken)).isInstanceOf(IOException.class);
    }
    assertThat(heard)
        .containsExactly(
            "expanded 1 1", "searched 5", "refreshed", "expanded 1 1", "failed no model");
  }

  private ArticleSearcher.Builder builder() {
    return ArticleSearcher.builder(folder, TranslationLexicon.empty());
  }

  private static List<String> ids(ArticleSearcher searcher) throws IOException {
    SearchRequest request =
        SearchRequest.builder(ArticleQuery.parse("crane"))
            .queryLanguages(List.of(Language.EN))
            .build();
    return searcher.search(request).hits().stream().map(hit -> hit.article().id()).toList();
  }
}
