package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Suggestion;
import io.kiosk.search.SearchRequest.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** More hits than are fetched at once: their order, pages, copies, and how a search is stopped. */
class ManyHitsTest {
  private static final int EACH = 170;

  @TempDir private static Path folder;
  private static TestIndex index;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void open() throws IOException {
    index = new TestIndex(folder);
    List<String> copies = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String day = i % 7 == 0 ? null : LocalDate.parse("2024-01-01").plusDays(i % 50).toString();
      String words = "berlin ".repeat(1 + i % 9) + "word".repeat(1 + i % 4);
      index.add("a" + i + ".en", "en", day, "Post", "Title " + i, words + " harbour");
      index.add("b" + i + ".de", "de", day, "Bote", "Titel " + i, words + " Hafen");
      index.add("c" + i + ".en", "en", day, "Post", "Copied", "Berlin lighthouse painted red");
      copies.add("c" + i + ".en");
    }
    index.group(7, copies.toArray(String[]::new));
    index.commit();
    searcher = ArticleSearcher.open(folder, TranslationLexicon.empty());
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    index.close();
  }

  private static SearchRequest.Builder berlin() {
    return SearchRequest.builder(ArticleQuery.parse("berlin")).snippets(false);
  }

  private static List<String> ids(SearchRequest.Builder request) throws IOException {
    return searcher.search(request.build()).hits().stream().map(hit -> hit.article().id()).toList();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void pagesHaveAllHitsInTheOrderOfOneList(Order order) throws IOException {
    List<String> all = ids(berlin().order(order).limit(Integer.MAX_VALUE));
    assertThat(all).hasSize(2 * EACH + 1).doesNotHaveDuplicates();
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < 3 * EACH; offset += 60) {
      paged.addAll(ids(berlin().order(order).offset(offset).limit(60)));
    }
    assertThat(paged).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void scoresAndRanksFollowTheOrder(Order order) throws IOException {
    List<Hit> hits = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    searcher.search(
        berlin().order(order).copies(true).limit(Integer.MAX_VALUE).build(),
        new HitHandler() {
          @Override
          public void begin(SearchResult answer) {
            assertThat(hits).isEmpty();
            totals.add(answer.total());
          }

          @Override
          public void hit(Hit hit) {
            hits.add(hit);
          }
        });
    assertThat(totals).containsExactly(3L * EACH);
    assertThat(hits).hasSize(3 * EACH);
    assertThat(hits).extracting(Hit::rank).isSorted().startsWith(1).endsWith(3 * EACH);
    assertThat(hits)
        .extracting(Hit::score)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .allMatch(score -> Math.abs(score) < 1e4);
  }

  @Test
  void newestFirstAndUndatedLastThroughAllPages() throws IOException {
    List<Optional<String>> days =
        searcher
            .search(berlin().order(Order.NEWEST).limit(Integer.MAX_VALUE).build())
            .hits()
            .stream()
            .map(hit -> hit.article().published())
            .toList();
    List<String> dated = days.stream().flatMap(Optional::stream).toList();
    assertThat(dated).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(days.subList(0, dated.size())).allMatch(Optional::isPresent);
  }

  @Test
  void oneHitStandsForAllItsCopies() throws IOException {
    SearchRequest.Builder request =
        SearchRequest.builder(ArticleQuery.parse("lighthouse OR title:169"));
    List<Hit> hits = searcher.search(request.build()).hits();
    assertThat(hits).hasSize(3);
    assertThat(hits)
        .filteredOn(hit -> !hit.copies().isEmpty())
        .singleElement()
        .satisfies(hit -> assertThat(hit.copies()).hasSize(EACH - 1));
  }

  @Test
  void theBestOfEachLanguageArePagedEach() throws IOException {
    List<String> first = ids(berlin().groupByLanguage(true).limit(5));
    List<String> second = ids(berlin().groupByLanguage(true).limit(5).offset(5));
    assertThat(first).hasSize(10).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(10);
  }

  @Test
  void aSearchThatTakesTooLongOrIsCancelledIsStopped() {
    assertThatExceptionOfType(SearchStoppedException.class)
        .isThrownBy(() -> searcher.search(berlin().timeout(Duration.ofNanos(1)).build()))
        .withMessageContaining("took longer than");
    SearchRequest cancelled = berlin().cancelled(() -> true).build();
    assertThatExceptionOfType(SearchStoppedException.class)
        .isThrownBy(() -> searcher.search(cancelled))
        .withMessageContaining("cancelled");
    assertThatExceptionOfType(SearchStoppedException.class)
        .isThrownBy(() -> searcher.timeline(cancelled, Timeline.Unit.DAY))
        .withMessageContaining("cancelled");
    assertThatExceptionOfType(SearchStoppedException.class)
        .isThrownBy(() -> searcher.compare(cancelled))
        .withMessageContaining("cancelled");
  }

  @ParameterizedTest
  @CsvSource({
    "lighthuose, lighthuose, lighthouse",
    "berlin harbor, harbor, harbour",
    "Hafne, Hafne, Hafen",
    "lighthouse, '', ''",
    "qqqqqqq, '', ''",
    "=lighthuose, '', ''",
    "lighth*, '', ''",
    "x1y2z3, '', ''",
  })
  void proposesSpellingsForWordsThatNoArticleHas(String query, String word, String instead)
      throws IOException {
    List<Suggestion> suggestions =
        searcher.search(SearchRequest.of(ArticleQuery.parse(query))).suggestions();
    if (word.isEmpty()) {
      assertThat(suggestions).isEmpty();
    } else {
      assertThat(suggestions).singleElement().isNotNull();
      assertThat(suggestions.getFirst().word()).isEqualTo(word);
      assertThat(suggestions.getFirst().offset()).isEqualTo(query.indexOf(word));
      assertThat(suggestions.getFirst().instead()).contains(instead);
    }
  }
}
