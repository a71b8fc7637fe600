package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words with gaps, inexact words, phrases and exact words: what they find and what they mark. */
class PatternSearchTest {
  @TempDir private static Path folder;
  private static TestIndex index;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void open() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5_001; i++) {
      many.append(" zz").append(i);
    }
    index =
        new TestIndex(folder)
            .add("tax.de", "de", null, "Der Bote", "Umsatzsteuer", "Die Mehrwertsteuern steigen.")
            .add("ride.de", "de", null, "Der Bote", "Fahrt", "Laufende Kosten der Müller-Linie.")
            .add("marks.en", "en", null, "Post", "Markets", "The EU-Commission marketed Kaspersky.")
            .add("one.en", "en", null, "Post", "Market", "One market, and commissions for the EU.")
            .add("lab.zh", "zh", null, "报", "實驗室", "俄羅斯卡巴斯基實驗室宣布。国家队，斯基杜。尤金·卡巴斯基")
            .add("many.fr", "fr", null, "Le Quai", "Mots", many.toString());
    index.commit();
    searcher = ArticleSearcher.open(folder, TranslationLexicon.empty());
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "markets*, marks.en",
    "mark?ted, marks.en",
    "title:market, one.en marks.en",
    "title:mark?ts, marks.en",
    "title:=Market, one.en",
    "*steuer, tax.de",
    "*steuer*, tax.de",
    "mehr*steuern, tax.de",
    "umsatz*, tax.de",
    "body:umsatz*, ''",
    "lauf?nde, ride.de",
    "laufenden*, ''",
    "m?ller, ride.de",
    "muell*, ride.de",
    "MÜLL*, ride.de",
    "müller-lin*, ride.de",
    "m*r-linie, ride.de",
    "linie-m*, ''",
    "eu-comm*, marks.en",
    "eu-*missions, ''",
    "Casper~1, ''",
    "kasperski~1, marks.en",
    "Mülller~1, ride.de",
    "müler-linie~1, ride.de",
    "俄?斯, lab.zh",
    "卡?斯基, lab.zh",
    "俄*斯基, lab.zh",
    "俄*实验室, ''",
    "卡*实验室, lab.zh",
    "罗*基, lab.zh",
    "国*斯基, ''",
    "尤*斯基, lab.zh",
    "卡巴*, lab.zh",
    "*实验室, lab.zh",
    "卡八斯基~1, lab.zh",
    "卡巴斯~1, lab.zh",
    "卡八司基~1, ''",
    "title:卡?斯基, ''",
  })
  void findsWordsAsTheyAreWritten(String query, String ids) throws IOException {
    assertThat(search(query).hits())
        .extracting(hit -> hit.article().id())
        .containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "mark*, marketed",
    "m*r-linie, Müller-Linie",
    "kasperski~1, Kaspersky",
    "卡?斯基, 卡巴斯基",
    "\"laufende Kosten\", Laufende Kosten",
    "\"Linie Laufende\"~5, Laufende|Linie",
    "=Kosten, Kosten"
  })
  void marksWhatItFound(String query, String marked) throws IOException {
    Hit hit = search(query).hits().getFirst();
    assertThat(hit.snippets())
        .flatExtracting(
            snippet ->
                snippet.highlights().stream()
                    .map(place -> snippet.text().substring(place.start(), place.end()))
                    .toList())
        .contains(marked.split("\\|"));
    assertThat(hit.matched()).isNotEmpty();
  }

  @Test
  void tooManyWordsAreRefusedWithTheirNumber() {
    assertThatExceptionOfType(QuerySyntaxException.class)
        .isThrownBy(() -> search("Bote zz*"))
        .withMessageContaining("\"zz*\" stands for 5,001 different words")
        .withMessageContaining("expected at most 5,000: write more of the word")
        .satisfies(error -> assertThat(error.offset()).isEqualTo(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"国*", "国*?", "斯基~1"})
  void aChinesePatternNeedsTwoCharacters(String query) {
    assertThatExceptionOfType(QuerySyntaxException.class)
        .isThrownBy(() -> search(query))
        .withMessageContaining("write at least two characters");
  }

  private static SearchResult search(String query) throws IOException {
    return searcher.search(SearchRequest.builder(ArticleQuery.parse(query)).limit(100).build());
  }

  @Test
  void exactTextIsComparedInComposedForm() throws IOException {
    assertThat(search("=Mu\u0308ller").hits())
        .extracting(hit -> hit.article().id())
        .isEqualTo(List.of("ride.de"));
  }
}
