package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that are checked in, as the build unpacks them. */
class LexiconDataTest {

  private static final Path FOLDER = Path.of("target", "lexicon-data");
  private static TranslationLexicon lexicon;

  @BeforeAll
  static void open() throws IOException {
    lexicon = TranslationLexicon.open(FOLDER);
  }

  private static List<String> terms(String term, String from, String to) {
    return lexicon.translate(term, Locale.of(from), Locale.of(to)).stream()
        .map(Translation::term)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "en, zh, ban, 禁令",
    "en, zh, kaspersky, 卡巴斯基",
    "en, zh, white house, 白宫",
    "en, zh, erdogan, 埃尔多安",
    "en, zh, government, 政府",
    "en, zh, germany, 德国",
    "zh, en, 禁令, ban",
    "zh, en, 埃尔多安, erdogan",
    "zh, en, 软件, software",
    "zh, en, 德国, germany",
    "zh, en, 选举, election",
    "zh, en, 众议院, representative",
    "de, en, regierung, government",
    "de, en, verbot, ban",
    "de, en, kanzler, chancellor",
    "de, en, gesundheit, health",
    "de, en, krankenhaus, hospital",
    "de, en, tschechien, czechia",
    "en, de, government, regierung",
    "en, de, tax, steuer",
    "en, de, prime minister, premierminister",
    "de, zh, regierung, 政府",
    "de, zh, gesundheit, 健康",
    "de, zh, deutschland, 德国",
    "de, zh, erdogan, 埃尔多安",
    "de, zh, putin, 普京",
    "zh, de, 政府, regierung",
    "zh, de, 德国, deutschland",
    "zh, de, 医院, krankenhaus",
    "zh, de, 埃尔多安, erdogan",
    "zh, de, 税, steuer"
  })
  void knowsTheTranslation(String from, String to, String term, String translation) {
    assertThat(terms(term, from, to)).contains(translation);
  }

  @ParameterizedTest
  @CsvSource({
    "en, zh, obama, 奥巴马", "en, zh, germany, 德国", "en, zh, white house, 白宫",
    "de, en, gesundheit, health", "de, zh, frankreich, 法国", "zh, de, 法国, frankreich",
    "en, de, switzerland, schweiz"
  })
  void theBestTranslationComesFirst(String from, String to, String term, String translation) {
    assertThat(terms(term, from, to)).first().isEqualTo(translation);
  }

  @Test
  void weightsAreProbabilities() {
    for (String term : List.of("ban", "house", "company", "white house", "erdogan")) {
      List<Translation> translations = lexicon.translate(term, Locale.ENGLISH, Locale.CHINESE);
      assertThat(translations).isNotEmpty().hasSizeLessThanOrEqualTo(20);
      assertThat(translations.stream().mapToDouble(Translation::weight).sum())
          .isLessThanOrEqualTo(1 + 1e-9);
      double best = translations.getFirst().weight();
      assertThat(translations).allMatch(t -> t.weight() >= .015 * best && t.weight() <= best);
    }
  }

  @Test
  void numbersAreNoKeys() {
    assertThat(List.of("95", "30", "2015", "3.5"))
        .allMatch(number -> terms(number, "en", "zh").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "de, gesundheit, Gesundheit", "en, erdogan, Erdoğan", "en, nato, NATO",
    "de, deutschland, Deutschland", "en, government, government", "zh, 政府, 政府"
  })
  void writtenFormsAreReadable(String language, String term, String written) {
    assertThat(lexicon.surface(term, Locale.of(language))).isEqualTo(written);
  }

  @Test
  void chineseWordsSegmentNews() {
    WordList words = lexicon.words(Locale.CHINESE);
    assertThat(List.of("禁令", "卡巴斯基", "众议院", "美国", "软件", "埃尔多安")).allMatch(words::contains);
    assertThat(List.of("国禁", "的软", "斯基在")).noneMatch(words::contains);
  }

  @Test
  void germanWordsAreSimple() {
    WordList words = lexicon.words(Locale.GERMAN);
    assertThat(List.of("minister", "gesundheit", "kanzler", "steuer", "haus", "wahl", "sicherheit"))
        .allMatch(words::contains);
    assertThat(List.of("bundeskanzler", "gesundheitsminister", "xyzzy")).noneMatch(words::contains);
  }

  @Test
  void everySourceHasItsNotice() throws IOException {
    assertThat(lexicon.sources()).isNotEmpty();
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertThat(folders)
          .allSatisfy(folder -> assertThat(folder.resolve("NOTICE")).content().contains("Licence"))
          .hasSameSizeAs(lexicon.sources());
    }
  }

  @Test
  void tablesStayWithinTheirSize() throws IOException {
    long mapped = 0;
    for (String source : lexicon.sources()) {
      mapped += Files.size(FOLDER.resolve(source).resolve(TableFormat.FILE_NAME));
    }
    assertThat(mapped).isLessThanOrEqualTo(80_000_000L);
    long packed = 0;
    for (String source : lexicon.sources()) {
      packed += Files.size(Path.of("data", source, "table.bin.xz"));
    }
    assertThat(packed).isLessThanOrEqualTo(30_000_000L);
  }

  @Test
  void openingTakesLittleHeap() throws IOException {
    long before = usedHeap();
    TranslationLexicon another = TranslationLexicon.open(FOLDER);
    another.translate("ban", Locale.ENGLISH, Locale.CHINESE);
    another.words(Locale.CHINESE).contains("禁令");

    assertThat(usedHeap() - before).isLessThan(30_000_000L);
    assertThat(another.version()).isEqualTo(lexicon.version());
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
