package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.lexicon.UserLexicon.Kind;
import io.kiosk.lexicon.UserLexicon.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserLexiconTest {

  private static final Locale ZH = Locale.CHINESE;
  private static final Locale DE = Locale.GERMAN;
  private static final Locale EN = Locale.ENGLISH;

  @TempDir private Path folder;
  private TranslationLexicon dictionaries;

  @BeforeEach
  void dictionaries() throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    words.translations(EN, ZH, "ban", 1, Map.of("班", .6, "禁", .4));
    words.translations(DE, EN, "bann", 1, Map.of("ban", .7, "spell", .3));
    words.write(folder.resolve("data/test"));
    dictionaries = TranslationLexicon.open(folder.resolve("data"));
  }

  private TranslationLexicon with(String... lines) throws IOException {
    return dictionaries.with(
        UserLexicon.parse("mine.txt", String.join("\n", lines)),
        (text, language) -> text.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Double> weights(List<Translation> translations) {
    return translations.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Translation::term, t -> Math.round(100 * t.weight()) / 100.0));
  }

  @Test
  void aPinIsTheOnlyTranslationAndNamesTheUser() throws IOException {
    List<Translation> ban = with("ban -> 禁令").translate("ban", EN, ZH);
    assertThat(ban).containsExactly(new Translation("禁令", 1, List.of("user")));
    assertThat(weights(with("ban -> 禁令 .8, 封禁 .2").translate("ban", EN, ZH)))
        .isEqualTo(Map.of("禁令", .8, "封禁", .2));
  }

  @Test
  void aVetoTakesOneTranslationAway() throws IOException {
    assertThat(weights(with("ban -/> 班").translate("ban", EN, ZH))).isEqualTo(Map.of("禁", .4));
    assertThat(with("ban -> 禁令", "ban -/> 禁令").translate("ban", EN, ZH)).isEmpty();
    assertThat(weights(with("de: Bann -/> spell").translate("bann", DE, EN)))
        .containsOnlyKeys("ban");
  }

  @Test
  void anAdditionStandsBesideTheDictionaries() throws IOException {
    List<Translation> ban = with("ban +> 封杀 .5").translate("ban", EN, ZH);
    assertThat(weights(ban)).isEqualTo(Map.of("班", .4, "封杀", .33, "禁", .27));
    assertThat(ban.get(1).sources()).containsExactly("user");
    assertThat(with("gizmo +> 小玩意").translate("gizmo", EN, ZH)).hasSize(1);
  }

  @Test
  void holdsOnTheWayThroughEnglish() throws IOException {
    List<Translation> bann = with("ban -> 禁令").translate("bann", DE, ZH);
    assertThat(bann).singleElement().extracting(Translation::term).isEqualTo("禁令");
    assertThat(bann.getFirst().sources()).containsExactly("test > ban > user");
    assertThat(with("Bann -> 魔咒", "de: Bann -> 魔咒").translate("bann", DE, ZH))
        .containsExactly(new Translation("魔咒", 1, List.of("user")));
    assertThat(weights(with("de: Bann -/> 班").translate("bann", DE, ZH))).containsOnlyKeys("禁");
  }

  @Test
  void holdsInTheDirectionItIsWritten() throws IOException {
    assertThat(with("ban -> 禁令").translate("禁令", ZH, EN)).isEmpty();
    assertThat(dictionaries.translate("ban", EN, ZH)).hasSize(2);
  }

  @Test
  void itsWordsAreKnownReadableAndSegmentedBy() throws IOException {
    TranslationLexicon lexicon = with("封杀令 -> Gag Order");
    assertThat(lexicon.contains("封杀令", ZH)).isTrue();
    assertThat(lexicon.words(ZH).contains("封杀令")).isTrue();
    assertThat(lexicon.words(DE).contains("封杀令")).isFalse();
    assertThat(lexicon.surface("gag order", EN)).isEqualTo("Gag Order");
    assertThat(lexicon.sources()).containsExactly("test", "user");
    assertThat(lexicon.version()).isNotEqualTo(dictionaries.version());
    assertThat(with().version()).isEqualTo(dictionaries.version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ban -> 禁令              | en | zh | ban
          禁令 -> ban              | zh | en | 禁令
          Überwachung -> 监控      | de | zh | Überwachung
          Überwachung->monitoring  | de | en | Überwachung
          de: Bann -> 禁令         | de | zh | Bann
          de: Bann -> ban          | de | en | Bann
          en: ban -> Bann          | en | de | ban
          Bann -> en: ban          | de | en | Bann
          ban -> DE:Bann           | en | de | ban
          Boeing 737 -> 波音737    | en | zh | Boeing 737
          """)
  void recognizesTheLanguages(String line, String from, String to, String text) throws IOException {
    assertThat(UserLexicon.parse("x", line).entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.from().getLanguage()).isEqualTo(from);
              assertThat(entry.to().getLanguage()).isEqualTo(to);
              assertThat(entry.text()).isEqualTo(text);
            });
  }

  @Test
  void leavesOutCommentsAndBlankLines() throws IOException {
    assertThat(
            UserLexicon.parse("x", "\uFEFF# mine\r\n\r\nC# -> 编程, 语言 .25 # a language\n ban -/> 班")
                .entries())
        .containsExactly(
            new UserLexicon.Entry(
                3,
                Kind.PIN,
                Locale.of("en"),
                "C#",
                Locale.of("zh"),
                List.of(new Target("编程", 1), new Target("语言", .25))),
            new UserLexicon.Entry(
                4,
                Kind.VETO,
                Locale.of("en"),
                "ban",
                Locale.of("zh"),
                List.of(new Target("班", 1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ban = 禁令           | found "ban = 禁令", expected WORD -> TRANSLATION
          ban ->               | found "", expected a word on each side
          ban -> 禁令,, 班     | found "", expected a word on each side
          -> 禁令              | found "", expected a word on each side
          ban -> Verbot        | found English on both sides
          fr: ban -> 禁令      | found fr:, expected zh:, de: or en:
          ban -> 禁令 1.5      | found the weight 1.5, expected one above 0
          ban -> 禁令 -.5      | found the weight -.5, expected one above 0
          ban -/> 班 .5        | expected none after -/>
          a b c d e f -> 班    | expected 5 words at most
          """)
  void whatIsNoEntryIsNamedWithItsLine(String line, String message) {
    assertThatThrownBy(() -> UserLexicon.parse("mine.txt", "# first\n" + line))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("mine.txt:2: ")
        .hasMessageContaining(message);
  }

  @Test
  void aFileOfAnotherEncodingIsNamed() throws IOException {
    Path file = folder.resolve("mine.txt");
    Files.write(file, "für -> 为".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> UserLexicon.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }
}
