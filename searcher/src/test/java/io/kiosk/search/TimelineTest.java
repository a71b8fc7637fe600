package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.Timeline.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
  @TempDir Path folder;

  @BeforeEach
  void index() throws IOException {
    try (TestIndex index = new TestIndex(folder)) {
      index
          .add("a", "de", "2024-02-26", "s", "Kran", "Bremen")
          .add("b", "de", "2024-03-03", "s", "Kran", "Bremen")
          .add("c", "en", "2024-03-03", "s", "Crane", "Bremen")
          .add("d", "zh-Hant-TW", "2024-05", "s", "起重機", "Bremen")
          .add("e", "zh", "2024", "s", "起重機", "Bremen")
          .add("f", "fr", null, "s", "École", "Bremen")
          .add("g", "fr", "2024-03-03", "s", "École", "Paris");
      index.commit();
    }
  }

  private Timeline timeline(String query, Unit unit) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      return searcher.timeline(
          SearchRequest.builder(ArticleQuery.parse(query)).limit(1).build(), unit);
    }
  }

  @Test
  void everyArticleIsCountedOnce() throws IOException {
    for (Unit unit : Unit.values()) {
      assertThat(timeline("Bremen", unit).total()).as(unit.name()).isEqualTo(6);
      assertThat(timeline("*", unit).total()).as(unit.name()).isEqualTo(7);
    }
  }

  @Test
  void aMonthIsADateOfMonthsAndVagueInDays() throws IOException {
    Timeline days = timeline("Bremen", Unit.DAY);
    assertThat(days.buckets().keySet())
        .containsExactly(LocalDate.of(2024, 2, 26), LocalDate.of(2024, 3, 3));
    assertThat(days.vague()).isEqualTo(Map.of("zh", 2L));
    assertThat(days.undated()).isEqualTo(Map.of("other", 1L));
    Timeline months = timeline("Bremen", Unit.MONTH);
    assertThat(months.vague()).isEqualTo(Map.of("zh", 1L));
    assertThat(months.count(LocalDate.of(2024, 5, 1), "zh")).isEqualTo(1);
  }

  @Test
  void bucketsWithoutArticlesAreAmongItsDays() throws IOException {
    Timeline months = timeline("Bremen", Unit.MONTH);
    assertThat(months.days().map(LocalDate::toString).toList())
        .isEqualTo(List.of("2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"));
    assertThat(months.length()).isEqualTo(4);
    assertThat(months.count(LocalDate.of(2024, 3, 1))).isEqualTo(2);
    assertThat(months.count(LocalDate.of(2024, 4, 1))).isZero();
  }

  @Test
  void weeksBeginOnMonday() throws IOException {
    Timeline weeks = timeline("Bremen", Unit.WEEK);
    assertThat(weeks.buckets())
        .isEqualTo(Map.of(LocalDate.of(2024, 2, 26), Map.of("de", 2L, "en", 1L)));
  }

  @Test
  void nothingFoundIsAnEmptyTimeline() throws IOException {
    Timeline none = timeline("Vulkan", Unit.DAY);
    assertThat(none.length()).isZero();
    assertThat(none.days()).isEmpty();
    assertThat(none.total()).isZero();
  }
}
