package io.kiosk.lexicon;

import static io.kiosk.lexicon.TinyLexicon.DE;
import static io.kiosk.lexicon.TinyLexicon.EN;
import static io.kiosk.lexicon.TinyLexicon.ZH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationLexiconTest {

  /** Weights are kept in steps of 3 %. */
  private static final double STEP = .03;

  @TempDir private Path folder;
  private TranslationLexicon lexicon;

  @BeforeEach
  void open() throws IOException {
    TinyLexicon.write(folder);
    lexicon = TranslationLexicon.open(folder);
  }

  private List<String> terms(String term, Locale from, Locale to) {
    return lexicon.translate(term, from, to).stream().map(Translation::term).toList();
  }

  @Test
  void mixesSourcesByTrustAndEvidence() {
    List<Translation> ban = lexicon.translate("ban", EN, ZH);

    assertThat(ban).extracting(Translation::term).containsExactly("禁令", "禁止", "班");
    // The first source has evidence 3 at trust 1, the second 2 at .5: three quarters and a quarter.
    assertThat(ban.get(0).weight()).isCloseTo(.75 * .75, within(STEP));
    assertThat(ban.get(1).weight()).isCloseTo(.75 * .25 + .25 * .5, within(STEP));
    assertThat(ban.get(0).sources()).containsExactly("first");
    assertThat(ban.get(1).sources()).containsExactly("first", "second");
  }

  @Test
  void findsTheSameTermsHoweverOftenItIsAsked(@TempDir Path many) throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    for (int i = 0; i < 2_000; i++) {
      String term = IntStream.of(i, i * 31).mapToObj(Integer::toString).toList().toString();
      writer.translations(EN, DE, i % 3 == 0 ? "prefix of all " + term : term, 1, Map.of("x", 1.));
    }
    writer.write(many.resolve("many"));
    TranslationLexicon terms = TranslationLexicon.open(many);

    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 2_000; i++) {
        String term = IntStream.of(i, i * 31).mapToObj(Integer::toString).toList().toString();
        assertThat(terms.contains(term, EN)).isEqualTo(i % 3 != 0);
        assertThat(terms.contains("prefix of all " + term, EN)).isEqualTo(i % 3 == 0);
        assertThat(terms.contains(term.substring(1), EN)).isFalse();
        assertThat(terms.contains(term + "0", EN)).isFalse();
      }
    }
    assertThat(terms.contains("", EN)).isFalse();
    assertThat(terms.contains("prefix", EN)).isFalse();
    assertThat(terms.contains("zzz", EN)).isFalse();
  }

  @Test
  void weightsSumToOneAtMost() {
    for (Locale to : List.of(ZH, DE)) {
      double sum = lexicon.translate("ban", EN, to).stream().mapToDouble(Translation::weight).sum();
      assertThat(sum).isGreaterThan(.9).isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @Test
  void germanAndChineseMeetThroughEnglish() {
    List<Translation> verbot = lexicon.translate("verbot", DE, ZH);

    assertThat(verbot).extracting(Translation::term).containsExactly("禁令", "禁止", "班");
    assertThat(verbot.get(0).sources()).containsExactly("third > ban > first");
    assertThat(terms("禁令", ZH, DE)).containsExactly("verbot", "bann");
  }

  @Test
  void cachedCompositionIsTheSame() {
    assertThat(lexicon.translate("verbot", DE, ZH)).isEqualTo(lexicon.translate("verbot", DE, ZH));
  }

  @Test
  void directTranslationsNeedNoEnglish() {
    assertThat(lexicon.translate("tschechien", DE, ZH))
        .singleElement()
        .satisfies(
            translation -> {
              assertThat(translation.term()).isEqualTo("捷克");
              assertThat(translation.weight()).isCloseTo(1, within(STEP));
              assertThat(translation.sources()).containsExactly("names");
            });
  }

  @Test
  void namesWithoutGermanEntryPassThroughEnglish() {
    // German analysis takes the last letter of Erdogan for an ending.
    assertThat(terms("erdogan", DE, ZH)).containsExactly("埃尔多安");
    assertThat(terms("erdogan", DE, EN)).containsExactly("erdogan");
    assertThat(terms("埃尔多安", ZH, DE)).containsExactly("erdogan");
  }

  @Test
  void aCommonEnglishWordIsALikelierStepThanARareOne(@TempDir Path own) throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    words.translations(DE, EN, "brand", 3, Map.of("fire", .6, "gangrene", .4));
    words.translations(EN, ZH, "fire", 8, Map.of("火灾", .5, "开火", .5));
    words.translations(EN, ZH, "gangrene", 1, Map.of("坏疽", 1.));
    words.translations(ZH, EN, "火灾", 1, Map.of("fire", 1.));
    words.translations(ZH, EN, "开火", 1, Map.of("fire", 1.));
    words.translations(ZH, EN, "坏疽", 1, Map.of("gangrene", 1.));
    words.write(own.resolve("words"));

    assertThat(TranslationLexicon.open(own).translate("brand", DE, ZH))
        .extracting(Translation::term)
        .containsExactly("开火", "火灾", "坏疽");
  }

  @Test
  void anEnglishNameMayBeTheSameInGermanBesideItsTranslation(@TempDir Path own) throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    words.translations(ZH, EN, "约翰逊", 1, Map.of("johnson", 1.));
    words.translations(EN, DE, "johnson", 1, Map.of("johannes", 1.));
    words.form(EN, "johnson", "Johnson");
    words.write(own.resolve("words"));

    assertThat(TranslationLexicon.open(own).translate("约翰逊", ZH, DE))
        .extracting(Translation::term)
        .containsExactlyInAnyOrder("johannes", "johnson");
  }

  @Test
  void partsOfACompoundMakeAPhraseThatIsKnown(@TempDir Path own) throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    writer.translations(DE, EN, "handel", 1, Map.of("trade", .7, "commerce", .3));
    writer.translations(DE, EN, "krieg", 1, Map.of("war", 1.));
    writer.translations(EN, ZH, "trade war", 1, Map.of("贸易战", 1.));
    writer.write(own.resolve("test"));
    TranslationLexicon small = TranslationLexicon.open(own);
    assertThat(small.translateCompound(List.of("handel", "krieg"), ZH))
        .extracting(Translation::term)
        .containsExactly("贸易战");
    assertThat(small.translateCompound(List.of("handel", "krieg"), EN))
        .extracting(Translation::term)
        .containsExactly("trade war");
    assertThat(small.translateCompound(List.of("krieg", "handel"), ZH)).isEmpty();
    assertThat(small.translateCompound(List.of("krieg"), ZH)).isEmpty();
  }

  @Test
  void whatPartsMakeCountsBesideWhatWasLearntFromAnExample(@TempDir Path own) throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    writer.translations(DE, EN, "handel", 1, Map.of("trade", 1.));
    writer.translations(DE, EN, "krieg", 1, Map.of("war", 1.));
    writer.translations(DE, EN, "handelskrieg", .25, Map.of("ruthless", .6, "war", .4));
    writer.translations(DE, EN, "weltkrieg", 1, Map.of("world war", 1.));
    writer.translations(DE, EN, "bürgerkrieg", .25, Map.of("civil war", 1.));
    writer.translations(EN, ZH, "trade war", 1, Map.of("贸易战", 1.));
    writer.translations(EN, ZH, "ruthless", 1, Map.of("无情", 1.));
    writer.translations(EN, ZH, "war", 1, Map.of("战争", 1.));
    writer.translations(EN, ZH, "world war", 1, Map.of("世界大战", 1.));
    writer.translations(EN, ZH, "civil war", 1, Map.of("内战", 1.));
    writer.write(own.resolve("test"));
    TranslationLexicon small = TranslationLexicon.open(own);
    List<String> parts = List.of("handel", "krieg");

    assertThat(small.translateCompound("handelskrieg", parts, ZH).getFirst().term())
        .isEqualTo("贸易战");
    assertThat(small.translateCompound("handelskrieg", parts, EN))
        .extracting(Translation::term)
        .containsExactly("trade war", "ruthless", "war");
    assertThat(small.translateCompound("weltkrieg", parts, ZH))
        .isEqualTo(small.translate("weltkrieg", DE, ZH));
    assertThat(small.translateCompound("bürgerkrieg", List.of("bürger", "krieg"), ZH))
        .isEqualTo(small.translate("bürgerkrieg", DE, ZH));
    assertThat(small.translateCompound("grabenkrieg", parts, ZH)).isEmpty();
  }

  @Test
  void aUsersTranslationOfACompoundStandsAlone(@TempDir Path own) throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    writer.translations(DE, EN, "handel", 1, Map.of("trade", 1.));
    writer.translations(DE, EN, "krieg", 1, Map.of("war", 1.));
    writer.translations(DE, EN, "handelskrieg", .25, Map.of("ruthless", 1.));
    writer.translations(EN, ZH, "trade war", 1, Map.of("贸易战", 1.));
    writer.translations(EN, ZH, "ruthless", 1, Map.of("无情", 1.));
    writer.write(own.resolve("test"));
    TranslationLexicon small = TranslationLexicon.open(own);
    List<String> parts = List.of("handel", "krieg");

    assertThat(small.translateCompound("handelskrieg", parts, ZH))
        .extracting(Translation::term)
        .contains("贸易战");
    assertThat(with(small, "handelskrieg -> 商战").translateCompound("handelskrieg", parts, ZH))
        .extracting(Translation::term)
        .containsExactly("商战");
    assertThat(with(small, "handelskrieg -/> 贸易战").translateCompound("handelskrieg", parts, ZH))
        .extracting(Translation::term)
        .containsExactly("无情");
  }

  private static TranslationLexicon with(TranslationLexicon lexicon, String line)
      throws IOException {
    return lexicon.with(UserLexicon.parse("mine.txt", "de: " + line), (text, language) -> text);
  }

  @Test
  void wordsThatAreNoNamesDoNotPassThrough() {
    assertThat(terms("禁令", ZH, DE)).doesNotContain("prohibition", "prohibition");
    assertThat(terms("prohibition", DE, EN)).isEmpty();
  }

  @Test
  void phrasesAreTermsWithSpaces() {
    assertThat(terms("prime minister", EN, ZH)).containsExactlyInAnyOrder("总理", "首相");
    assertThat(terms("prime", EN, ZH)).isEmpty();
  }

  @Test
  void unknownTermsHaveNoTranslations() {
    assertThat(terms("xyzzy", EN, ZH)).isEmpty();
    assertThat(terms("xyzzy", DE, ZH)).isEmpty();
    assertThat(terms("", EN, ZH)).isEmpty();
    assertThat(terms("ban", EN, EN)).isEmpty();
    assertThat(terms("ban", Locale.FRENCH, ZH)).isEmpty();
  }

  @Test
  void regionAndScriptOfALocaleDoNotMatter() {
    assertThat(lexicon.translate("ban", Locale.US, Locale.TRADITIONAL_CHINESE))
        .isEqualTo(lexicon.translate("ban", EN, ZH));
  }

  @Test
  void keepsTwentyTranslationsNoneBelowAPartOfTheBest() throws IOException {
    Map<String, Double> many = new HashMap<>();
    IntStream.range(0, 40).forEach(i -> many.put("t" + i, .025));
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    writer.translations(EN, DE, "many", 1, many);
    writer.translations(EN, DE, "few", 1, Map.of("best", .98, "least", .01, "some", .02));
    writer.write(folder.resolve("many"));
    lexicon = TranslationLexicon.open(folder);

    assertThat(lexicon.translate("many", EN, DE)).hasSize(20);
    assertThat(terms("few", EN, DE)).containsExactly("best", "some");
  }

  @Test
  void knowsKeysOfAnyDirection() {
    assertThat(lexicon.contains("ban", EN)).isTrue();
    assertThat(lexicon.contains("禁令", ZH)).isTrue();
    assertThat(lexicon.contains("禁止", ZH)).as("a translation without an entry").isFalse();
    assertThat(lexicon.contains("ban", DE)).isFalse();
  }

  @Test
  void wordsAreTheUnionOfTheSources() {
    WordList chinese = lexicon.words(ZH);

    assertThat(List.of("禁令", "埃尔多安", "公司")).allMatch(chinese::contains);
    assertThat(chinese.contains("令公")).isFalse();
    assertThat(chinese.maxLength()).isEqualTo(4);
    assertThat(lexicon.words(DE).contains("haus")).isTrue();
    assertThat(lexicon.words(EN).maxLength()).isZero();
  }

  @Test
  void surfaceIsTheWrittenForm() {
    assertThat(lexicon.surface("verbot", DE)).isEqualTo("Verbot");
    assertThat(lexicon.surface("erdogan", EN)).isEqualTo("Erdoğan");
    assertThat(lexicon.surface("ban", EN)).isEqualTo("ban");
    assertThat(lexicon.surface("unknown", EN)).isEqualTo("unknown");
  }

  @Test
  void versionNamesTheData() throws IOException {
    String before = lexicon.version();
    assertThat(TranslationLexicon.open(folder).version()).isEqualTo(before);

    LexiconSourceWriter changed = new LexiconSourceWriter(1);
    changed.translations(DE, ZH, "tschechien", 1, Map.of("捷克", .5));
    changed.write(folder.resolve("names"));

    assertThat(TranslationLexicon.open(folder).version()).isNotEqualTo(before);
    assertThat(lexicon.sources()).containsExactly("first", "names", "second", "third");
  }

  @Test
  void emptyLexiconKnowsNothing() {
    TranslationLexicon empty = TranslationLexicon.empty();

    assertThat(empty.translate("ban", EN, ZH)).isEmpty();
    assertThat(empty.contains("ban", EN)).isFalse();
    assertThat(empty.surface("ban", EN)).isEqualTo("ban");
    assertThat(empty.words(ZH).contains("禁令")).isFalse();
    assertThat(empty.sources()).isEmpty();
    assertThat(empty.version()).isNotEqualTo(lexicon.version());
  }

  @Test
  void threadsGetTheSameAnswers() throws Exception {
    List<Translation> expected = TranslationLexicon.open(folder).translate("verbot", DE, ZH);
    Callable<Boolean> reader =
        () ->
            IntStream.range(0, 2000)
                .allMatch(
                    i ->
                        lexicon.translate("verbot", DE, ZH).equals(expected)
                            && lexicon.translate("missing" + i, DE, ZH).isEmpty());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(Collections.nCopies(8, reader))) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  @Test
  void sayWhichFolderIsMissingOrEmpty() throws IOException {
    Path missing = folder.resolve("nowhere");
    assertThatThrownBy(() -> TranslationLexicon.open(missing))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("expected");
    Path empty = Files.createDirectories(folder.resolve("first/empty"));
    assertThatThrownBy(() -> TranslationLexicon.open(empty))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(empty.toString());
  }
}
