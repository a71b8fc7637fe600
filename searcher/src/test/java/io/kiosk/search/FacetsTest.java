package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetsTest {
  @TempDir Path folder;

  @BeforeEach
  void index() throws IOException {
    try (TestIndex index = new TestIndex(folder)) {
      index
          .add("a", "de", "2024-03-02", "Weserbote", "Kran", "Bremen")
          .add("b", "de", "2024-03-30", "Weserbote", "Kran", "Bremen")
          .add("c", "en", "2024-04", "Harbour Post", "Crane", "Bremen")
          .add("d", "zh-Hant-TW", "2023", null, "起重機", "Bremen")
          .add("e", "zh", "2024-04-01", "港口日報", "起重機", "Bremen")
          .add("f", "fr", null, "Le Quai", "École", "Bremen")
          .add("g", "fr", null, "Le Quai", "École", "Paris");
      index.commit();
    }
  }

  private Facets facets(SearchRequest.Builder request) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      return searcher.search(request.facets(true).limit(1).build()).facets().orElseThrow();
    }
  }

  @Test
  void countAllThatMatchWhateverTheLimit() throws IOException {
    Facets facets = facets(SearchRequest.builder(ArticleQuery.parse("Bremen")));
    assertThat(facets.languages()).isEqualTo(Map.of("zh", 2L, "de", 2L, "en", 1L, "fr", 1L));
    assertThat(facets.sources())
        .isEqualTo(Map.of("Weserbote", 2L, "Harbour Post", 1L, "港口日報", 1L, "Le Quai", 1L));
    assertThat(facets.sources().keySet()).first().isEqualTo("Weserbote");
    assertThat(facets.months())
        .containsExactly(
            Map.entry(YearMonth.of(2024, 3), 2L), Map.entry(YearMonth.of(2024, 4), 2L));
    assertThat(facets.unnamed()).isEqualTo(1);
    assertThat(facets.yearOnly()).isEqualTo(1);
    assertThat(facets.undated()).isEqualTo(1);
  }

  @Test
  void followTheFiltersOfTheRequest() throws IOException {
    Facets facets =
        facets(
            SearchRequest.builder(ArticleQuery.parse("*"))
                .in(List.of("de", "fr"))
                .from(LocalDate.of(2024, 3, 15))
                .undated(true));
    assertThat(facets.languages()).isEqualTo(Map.of("fr", 2L, "de", 1L));
    assertThat(facets.undated()).isEqualTo(2);
  }

  @Test
  void areCountedOnlyWhenAskedFor() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      SearchRequest request = SearchRequest.of(ArticleQuery.parse("Bremen"));
      assertThat(searcher.search(request).facets()).isEmpty();
    }
  }

  @Test
  void groupingGivesEachLanguageItsBestAlsoByDateAndWithoutWords() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      for (String query : List.of("Bremen", "*")) {
        SearchRequest request =
            SearchRequest.builder(ArticleQuery.parse(query))
                .groupByLanguage(true)
                .order(SearchRequest.Order.NEWEST)
                .limit(1)
                .build();
        assertThat(searcher.search(request).hits())
            .extracting(hit -> hit.article().id())
            .as(query)
            .containsExactly("e", "b", "c", "f");
      }
    }
  }
}
