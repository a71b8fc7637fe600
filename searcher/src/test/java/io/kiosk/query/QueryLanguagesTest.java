package io.kiosk.query;

import static io.kiosk.schema.Language.DE;
import static io.kiosk.schema.Language.EN;
import static io.kiosk.schema.Language.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLanguagesTest {

  @TempDir private static Path folder;
  private static TranslationLexicon lexicon;

  @BeforeAll
  static void lexicon() throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    for (String word : List.of("bank", "interest", "rate", "siemens", "hotel", "die")) {
      String term = String.join(" ", LanguageAnalyzers.lexiconTerms(EN, word));
      words.translations(Locale.ENGLISH, Locale.CHINESE, term, 1, Map.of("词", 1.0));
    }
    for (String word : List.of("Bank", "Zins", "Kredit", "Hotel", "Siemens")) {
      String term = String.join(" ", LanguageAnalyzers.lexiconTerms(DE, word));
      words.translations(Locale.GERMAN, Locale.ENGLISH, term, 1, Map.of("word", 1.0));
    }
    words.words(Locale.GERMAN, List.of("bank", "kredit", "zins"));
    words.write(folder.resolve("test"));
    lexicon = TranslationLexicon.open(folder);
  }

  private static List<Language> languages(String query) {
    return ArticleQuery.parse(query).languages(lexicon);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bank interest", "interest", "title:interest bank", "+hotel +rates"})
  void wordsThatOnlyEnglishHasAreEnglish(String query) {
    assertThat(languages(query)).containsExactly(EN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bank Zinsen",
        "Zins",
        "body:\"Hotel Kredit\"",
        "Kreditbank Siemens",
        "auf die",
        "Zins war"
      })
  void wordsThatOnlyGermanHasAreGerman(String query) {
    assertThat(languages(query)).containsExactly(DE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bank",
        "Siemens hotel",
        "Verstappen",
        "interest Zinsen",
        "bank 2024",
        "Interest Bank",
        "hotel war"
      })
  void whatBothOrNoneHaveMayBeEither(String query) {
    assertThat(languages(query)).containsExactly(DE, EN);
  }

  @Test
  void functionWordsAreThoseOfTheirLanguage() {
    assertThat(languages("die Bank")).containsExactly(DE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"war", "War", "die", "hat falls", "die in", "interest war", "the war"})
  void germanStopWordsMayBeEnglishWords(String query) {
    assertThat(languages(query)).containsExactly(EN);
  }

  @Test
  void syntaxAndFiltersAreNoWords() {
    assertThat(languages("title:Zinsen AND source:interest")).containsExactly(DE);
  }

  @Test
  void chineseNeedsNoLexicon() {
    assertThat(languages("银行利率")).containsExactly(ZH);
  }

  @Test
  void withoutLexiconBothAreLeft() {
    assertThat(ArticleQuery.parse("bank interest").languages(TranslationLexicon.empty()))
        .containsExactly(DE, EN);
  }
}
