package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GlosserTest {

  @TempDir private static Path folder;
  private static Glosser glosser;

  @BeforeAll
  static void lexicon() throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    zh(words, "港口", "harbour");
    zh(words, "关闭", "close");
    zh(words, "起重机", "crane");
    zh(words, "受伤", "injured");
    words.words(Locale.CHINESE, List.of("港口", "关闭", "起重机", "受伤"));
    de(words, "Hafen", "harbour");
    de(words, "kran", "crane");
    de(words, "Kran Hafen", "crane yard");
    de(words, "schließt", "close");
    de(words, "vertrag", "treaty");
    words.words(Locale.GERMAN, List.of("kran", "vertrag"));
    words.translations(
        Locale.GERMAN,
        Locale.ENGLISH,
        LanguageAnalyzers.lexiconTerms(Language.DE, "bremen").getFirst(),
        1,
        Map.of("brake {braked", .6, "brake", .3, "to brake (a vehicle)", .1));
    words.write(folder.resolve("test"));
    glosser = new Glosser(TranslationLexicon.open(folder));
  }

  private static void zh(LexiconSourceWriter words, String chinese, String english) {
    words.translations(Locale.CHINESE, Locale.ENGLISH, chinese, 1, Map.of(english, 1.0));
    words.translations(Locale.ENGLISH, Locale.CHINESE, english, 1, Map.of(chinese, 1.0));
  }

  private static void de(LexiconSourceWriter words, String german, String english) {
    String term = String.join(" ", LanguageAnalyzers.lexiconTerms(Language.DE, german));
    words.translations(Locale.GERMAN, Locale.ENGLISH, term, 1, Map.of(english, 1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          港口关闭，起重机不关闭。      | Harbour close, crane not close.
          港口的起重机                  | Harbour crane
          港口没有关闭                  | Harbour no close
          （港口）“关闭”                | (Harbour) “close”
          2024年7月18日港口关闭         | 18 July 2024 harbour close
          7月18日关闭                   | 18 July close
          3.5万人受伤                   | 35,000 Ren injured
          1.2亿                         | 120,000,000
          Kim Zetter 关闭 port.example/a?b=1 | Kim Zetter close port.example/a?b=1
          港口关闭GPS,AIS               | Harbour close GPS, AIS
          李强关闭港口                  | Li Qiang close harbour
          谌贻琴和单立文关闭港口        | Chen Yiqin and Shan Liwen close harbour
          斯迈洛夫关闭港口              | Simailuofu close harbour
          西安关闭                      | Xi'an close
          """)
  void readsChineseInEnglish(String text, String gloss) {
    assertThat(glosser.gloss(text, Language.ZH, Language.EN)).isEqualTo(gloss);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Der Hafen schließt nicht.     | The harbour close not.
          Kein Kran, kein Vertrag!      | No crane, no treaty!
          Kran Hafen                    | Crane yard
          Kranvertrag                   | Crane-treaty
          Ludwina Okonkwo (42) schließt | Ludwina Okonkwo (42) close
          bremen                        | brake
          Hafen-Kran, 3,5 Mio.          | Harbour-crane, 3,5 Mio.
          """)
  void readsGermanInEnglish(String text, String gloss) {
    assertThat(glosser.gloss(text, Language.DE, Language.EN)).isEqualTo(gloss);
  }

  @Test
  void readsGermanInChineseWithoutArticles() {
    assertThat(glosser.gloss("Der Hafen schließt nicht.", Language.DE, Language.ZH))
        .isEqualTo("港口 关闭 不.");
  }

  @Test
  void readsTraditionalChinese() {
    assertThat(glosser.gloss("港口關閉", Language.ZH, Language.EN)).isEqualTo("Harbour close");
  }

  @ParameterizedTest
  @EnumSource
  void textInTheLanguageOfTheReaderIsItself(Language language) {
    assertThat(glosser.gloss(" a  港口\nHafen ", language, language)).isEqualTo("a 港口 Hafen");
  }

  @ParameterizedTest
  @EnumSource
  void negationIsNeverLost(Language to) {
    Glosser empty = new Glosser(TranslationLexicon.empty());
    String not = Map.of(Language.ZH, "不", Language.DE, "nicht", Language.EN, "not").get(to);
    for (Language from : Language.values()) {
      String text =
          switch (from) {
            case ZH -> "港口不关闭";
            case DE -> "Der Hafen schließt nicht";
            case EN -> "The harbour does not close";
          };
      if (from != to) {
        assertThat(empty.gloss(text, from, to)).as("%s to %s", from, to).contains(not);
      }
    }
  }

  @Test
  void textWithoutWordsIsKept() {
    assertThat(glosser.gloss("", Language.ZH, Language.EN)).isEmpty();
    assertThat(glosser.gloss("2024 – 15 %", Language.DE, Language.EN)).isEqualTo("2024 – 15 %");
  }

  @Test
  void longTextIsBoundedAndLinear() {
    String text = "港口关闭起重机".repeat(20_000);
    String gloss =
        assertTimeout(Duration.ofSeconds(30), () -> glosser.gloss(text, Language.ZH, Language.EN));
    assertThat(gloss).startsWith("Harbour close crane harbour").endsWith("…");
    assertThat(gloss.length()).isLessThan(10 * Glosser.MAX_TEXT);
  }

  @Test
  void manyCharactersThatAreNoWordsAreGlossedInTime() {
    String text = "谌".repeat(Glosser.MAX_TEXT);
    assertTimeout(Duration.ofSeconds(30), () -> glosser.gloss(text, Language.ZH, Language.EN));
  }
}
