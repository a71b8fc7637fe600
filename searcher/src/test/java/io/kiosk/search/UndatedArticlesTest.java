package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndatedArticlesTest {

  @TempDir private Path folder;
  private TestIndex index;

  @BeforeEach
  void write() throws IOException {
    index =
        new TestIndex(folder)
            .add("dated.en", "en", "2024-03-02", null, "Ferry", "A ferry to Bremen")
            .add("undated.en", "en", null, null, "Ferry", "Another ferry to Bremen");
    index.commit(); // a segment of each commit
    index
        .add("second.en", "en", null, null, "Ferry", "A third ferry to Bremen")
        .add("undated.de", "de", null, null, "Hafen", "Der Hafen von Bremen")
        .add("undated.fr", "fr", null, null, "Port", "Le port de Bremen");
    index.commit();
    index.add("dated.zh", "zh", "2024", null, "港口", "Bremen 港口").commit();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private long undated(String query, String... languages) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      SearchRequest.Builder request =
          SearchRequest.builder(ArticleQuery.parse(query))
              .in(List.of(languages))
              .from(LocalDate.parse("2024-01-01"));
      long undated = searcher.search(request.build()).undated();
      assertThat(searcher.search(request.build()).undated()).isEqualTo(undated); // once known
      return undated;
    }
  }

  @Test
  void areCountedOverAllSegmentsAndLanguages() throws IOException {
    assertThat(undated("Bremen")).isEqualTo(4);
    assertThat(undated("*")).isEqualTo(4);
  }

  @Test
  void countOnlyWhatTheQueryFindsInTheLanguagesAskedFor() throws IOException {
    assertThat(undated("Bremen", "en")).isEqualTo(2);
    assertThat(undated("Bremen", "zh")).isZero();
    assertThat(undated("Bremen", "fr")).isEqualTo(1);
    assertThat(undated("ferry", "en", "de")).isEqualTo(2);
    assertThat(undated("*", "de")).isEqualTo(1);
    assertThat(undated("nowhere")).isZero();
  }

  @Test
  void aDeletedOneIsNotCounted() throws IOException {
    index.delete("second.en");
    index.commit();
    assertThat(undated("Bremen")).isEqualTo(3);
  }

  @Test
  void oneThatGetsADateIsNotCounted() throws IOException {
    index.add("undated.en", "en", "2023-05", null, "Ferry", "Another ferry to Bremen").commit();
    assertThat(undated("Bremen", "en")).isEqualTo(1);
  }
}
