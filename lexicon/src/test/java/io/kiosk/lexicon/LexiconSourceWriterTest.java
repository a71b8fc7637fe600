package io.kiosk.lexicon;

import static io.kiosk.lexicon.TinyLexicon.DE;
import static io.kiosk.lexicon.TinyLexicon.EN;
import static io.kiosk.lexicon.TinyLexicon.ZH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconSourceWriterTest {

  @TempDir private Path folder;

  @Test
  void theOrderOfTheCallsDoesNotMatter() throws IOException {
    LexiconSourceWriter forwards = new LexiconSourceWriter(1);
    forwards.translations(EN, ZH, "a", 1, Map.of("甲", .5, "乙", .5));
    forwards.translations(EN, ZH, "b", 1, Map.of("丙", 1.));
    forwards.words(ZH, List.of("甲乙", "丙丁"));
    forwards.write(folder.resolve("forwards"));
    LexiconSourceWriter backwards = new LexiconSourceWriter(1);
    backwards.words(ZH, List.of("丙丁", "甲乙", "甲乙"));
    backwards.translations(EN, ZH, "b", 1, Map.of("丙", 1.));
    backwards.translations(EN, ZH, "a", 1, Map.of("乙", .5, "甲", .5));
    backwards.write(folder.resolve("backwards"));

    assertThat(folder.resolve("backwards/table.bin"))
        .hasSameBinaryContentAs(folder.resolve("forwards/table.bin"));
  }

  @Test
  void everyOneOfManyTermsIsFound() throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    for (int i = 37; i < 1000; i++) {
      writer.translations(EN, DE, "term " + i, 1, Map.of("wort" + i % 37, .5, "wort" + i, .25));
    }
    writer.write(folder.resolve("many"));
    TranslationLexicon lexicon = TranslationLexicon.open(folder);

    for (int i = 37; i < 1000; i++) {
      assertThat(lexicon.translate("term " + i, EN, DE))
          .extracting(Translation::term)
          .containsExactly("wort" + i % 37, "wort" + i);
    }
    assertThat(List.of("term", "term 1000", "term 99a", "aaa", "zzz", "wort1"))
        .allMatch(term -> lexicon.translate(term, EN, DE).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "gesundheit, Gesundheit", "nato, NATO", "white house, White House", "erdogan, Erdoğan",
    "go, go", "company, companies", "mcdonald, McDonald's", "t恤, T恤"
  })
  void writtenFormsComeBack(String term, String written) throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    for (String other : List.of(term, "a", "m", "z")) {
      writer.translations(EN, DE, other, 1, Map.of("x", 1.));
    }
    writer.form(EN, term, written);
    writer.write(folder.resolve("forms"));

    assertThat(TranslationLexicon.open(folder).surface(term, EN)).isEqualTo(written);
    assertThat(TranslationLexicon.open(folder).surface("m", EN)).isEqualTo("m");
  }

  @Test
  void termsWithoutTranslationsAreLeftOut() throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(1);
    writer.translations(EN, DE, "nothing", 1, Map.of());
    writer.write(folder.resolve("source"));

    assertThat(TranslationLexicon.open(folder).contains("nothing", EN)).isFalse();
    assertThat(Files.size(folder.resolve("source/table.bin"))).isGreaterThan(0);
  }

  @Test
  void trustMustBePositive() {
    assertThatThrownBy(() -> new LexiconSourceWriter(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trust must be > 0, got 0.0");
  }
}
