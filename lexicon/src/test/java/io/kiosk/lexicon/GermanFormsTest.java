package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanFormsTest {

  @ParameterizedTest
  @CsvSource({
    "zuege, zug",
    "geldscheine, geldschein",
    "grundstuecke, grundstuck",
    "daecher, dach",
    "schueler, schuler",
    "schule, schule",
    "fischer, fischer",
    "fische, fisch",
    "buchse, buchse",
    "laender, land",
    "landes, land",
    "leber, leber",
    "angeklagten, angeklagte"
  })
  void formsOfANounHaveItsTerm(String word, String term) {
    assertThat(GermanForms.term(word, true)).isEqualTo(term);
  }

  @ParameterizedTest
  @CsvSource({
    "kostenlose, kostenlos", "ging, gehen", "gefeierten, feiern", "gestiegene, steigen",
    "bekannte, bekannt", "besser, gut", "sinkt, sinken", "neuen, neu"
  })
  void formsOfOtherWordsHaveTheirs(String word, String term) {
    assertThat(GermanForms.term(word, false)).isEqualTo(term);
  }

  @Test
  void theCapitalLetterTellsNounsFromOtherWords() {
    assertThat(GermanForms.term("zahlen", true)).isEqualTo("zahl");
    assertThat(GermanForms.term("zahlen", false)).isEqualTo("zahlen");
    assertThat(GermanForms.term("zug", false)).as("known as a noun only").isEqualTo("zug");
    assertThat(GermanForms.term("vertrag", false)).as("no command").isEqualTo("vertrag");
    assertThat(GermanForms.term("kostenlose", true)).as("begins a sentence").isEqualTo("kostenlos");
    assertThat(GermanForms.term("laufende", true)).isEqualTo(GermanForms.term("laufende", false));
  }

  @Test
  void umlautsCountOnlyBetweenWordsThatDifferInThem() {
    assertThat(GermanForms.term("zaehlt", false)).isEqualTo("zaehlen");
    assertThat(GermanForms.term("mueller", true)).isEqualTo("muller");
    assertThat(GermanForms.term("muller", true)).isEqualTo("muller");
    assertThat(GermanForms.term("neuer", false)).isEqualTo("neu");
  }

  @ParameterizedTest
  @CsvSource({
    "impfpraemien, impfpramie",
    "werbesprueche, werbespruch",
    "wasserpreise, wasserpreis",
    "asienmeisterschaften, asienmeisterschaft",
    "welttollwuttage, welttollwuttag"
  })
  void unknownCompoundsEndLikeTheirLastPart(String word, String term) {
    assertThat(GermanForms.term(word, true)).isEqualTo(term);
  }

  @ParameterizedTest
  @CsvSource({
    "erdogan, erdogan", "verstappen, verstappen", "kavanaughs, kavanaugh", "osloer, oslo",
    "kambodschanischem, kambodschanisch", "x, x", "'', ''", "日本, 日本"
  })
  void otherUnknownWordsLoseAGenitiveOrARegularEndingOnly(String word, String term) {
    assertThat(GermanForms.term(word, true)).isEqualTo(term);
  }

  @Test
  void endsWithoutAHangOnAnyWord() {
    assertThat(GermanForms.term("e".repeat(10_000), true)).hasSizeLessThanOrEqualTo(10_000);
  }

  @Test
  void whatFollowsFromOtherFormsIsNotWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("forms.bin");
    GermanFormsWriter.write(
        Map.of(
            "tag", new GermanFormsWriter.Readings("tag", null),
            "tage", new GermanFormsWriter.Readings("tag", null),
            "sagen", new GermanFormsWriter.Readings("sage", "sagen"),
            "sagte", new GermanFormsWriter.Readings(null, "sagen"),
            "zuege", new GermanFormsWriter.Readings("zug", null)),
        file);
    GermanFormTable table =
        GermanFormTable.of(
            ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    assertThat(table.find("tage")).isNegative();
    assertThat(table.find("zuege")).isNotNegative();
    assertThat(GermanForms.reading(table, "tage", true)).isEqualTo("tag");
    assertThat(GermanForms.reading(table, "tage", false)).isNull();
    assertThat(GermanForms.reading(table, "sagte", false)).isEqualTo("sagen");
    assertThat(GermanForms.reading(table, "sagen", true)).isEqualTo("sage");
    assertThat(GermanForms.reading(table, "zuege", true)).isEqualTo("zug");
  }
}
