package io.kiosk.query;

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
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossLanguageExpanderTest {

  private static final Locale ZH = Locale.CHINESE;
  private static final Locale DE = Locale.GERMAN;
  private static final Locale EN = Locale.ENGLISH;

  @TempDir private static Path folder;
  private static CrossLanguageExpander expander;

  @BeforeAll
  static void lexicon() throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    words.translations(EN, ZH, "burnout", 1, Map.of("倦怠", 1.));
    words.translations(EN, ZH, "trade war", 1, Map.of("贸易战", 1.));
    words.translations(EN, ZH, "trade", 1, Map.of("贸易", 1.));
    words.translations(EN, ZH, "war", 1, Map.of("战争", 1.));
    words.translations(DE, EN, "handelskrieg", 1, Map.of("trade war", 1.));
    words.translations(DE, EN, "kriegshandel", .25, Map.of("ruthless", 1.));
    words.translations(EN, ZH, "ruthless", 1, Map.of("无情", 1.));
    words.translations(EN, ZH, "war trade", 1, Map.of("战时贸易", 1.));
    words.translations(DE, EN, "handel", 1, Map.of("trade", 1.));
    words.translations(DE, EN, "krieg", 1, Map.of("war", 1.));
    words.translations(EN, DE, "gdp", 1, Map.of("bip", 1.));
    words.translations(EN, DE, "sky", 1, Map.of("himmel", 1.));
    words.translations(ZH, EN, "月的", 1, Map.of("lunar", 1.));
    words.translations(ZH, EN, "袭击", 1, Map.of("attack", 1.));
    words.translations(ZH, EN, "民族", 1, Map.of("nation", 1.));
    words.translations(ZH, EN, "党", 1, Map.of("party", 1.));
    words.words(ZH, List.of("月的", "袭击", "民族", "党"));
    words.words(DE, List.of("handel", "krieg"));
    words.write(folder.resolve("words"));
    TranslationLexicon lexicon = TranslationLexicon.open(folder);
    expander =
        new CrossLanguageExpander(
            lexicon, LanguageAnalyzers.of(lexicon.words(DE)), ArchiveNames.none(), true);
  }

  private static List<QueryUnit> units(String text, Language from, Language to) {
    return expander.units(text, 0, from, Optional.of(to));
  }

  private static QueryUnit unit(String text, List<QueryUnit> units) {
    return units.stream().filter(unit -> unit.text().equals(text)).findFirst().orElseThrow();
  }

  private static List<String> texts(QueryUnit unit) {
    return unit.alternatives().stream().map(Alternative::text).toList();
  }

  @Test
  void aGermanWordThatNoDictionaryHasMayBeEnglish() {
    List<QueryUnit> units = units("Der Burnout of Anna", Language.DE, Language.ZH);

    assertThat(texts(unit("Burnout", units))).containsExactly("Burnout", "倦怠");
    assertThat(units).extracting(QueryUnit::text).containsExactly("Burnout", "Anna");
  }

  @Test
  void anAcronymAmongChineseIsEnglish() {
    assertThat(texts(unit("GDP", units("GDP增长", Language.ZH, Language.DE))))
        .containsExactly("GDP", "bip");
    assertThat(texts(unit("GDP", units("GDP增长", Language.ZH, Language.EN)))).containsExactly("GDP");
    assertThat(texts(unit("Sky", units("Sky收购", Language.ZH, Language.DE)))).containsExactly("Sky");
  }

  @Test
  void aCompoundKnownFromAnExampleIsAlsoWhatItsPartsMake() {
    List<QueryUnit> units = units("Kriegshandel", Language.DE, Language.ZH);

    assertThat(texts(unit("Kriegshandel", units))).contains("战时贸易", "无情");
    assertThat(unit("Kriegshandel", units).core()).isTrue();
  }

  @Test
  void partsOfAKnownCompoundAddToTheScore() {
    List<QueryUnit> units = units("Handelskrieg", Language.DE, Language.ZH);

    assertThat(texts(unit("Handelskrieg", units))).contains("贸易战");
    assertThat(unit("Handelskrieg", units).core()).isTrue();
    assertThat(units)
        .filteredOn(unit -> !unit.core())
        .extracting(unit -> texts(unit).getFirst())
        .containsExactly("贸易", "战争");
  }

  @Test
  void figuresAreUnitsInTheMannerOfTheArticlesLanguage() {
    List<QueryUnit> units = units("7500万 in 5 月的袭击", Language.ZH, Language.EN);

    assertThat(texts(unit("7500万", units))).contains("75 million");
    assertThat(texts(unit("5 月", units))).containsExactly("May");
    assertThat(texts(unit("袭击", units))).containsExactly("attack");
    assertThat(units).filteredOn(QueryUnit::core).hasSize(3);
  }

  @Test
  void wordsOfANumberAddToTheScore() {
    List<QueryUnit> units = units("75 million", Language.EN, Language.DE);

    assertThat(unit("75 million", units).weight()).isEqualTo(1);
    assertThat(unit("75", units).weight()).isLessThan(1);
    assertThat(unit("75", units).core()).isFalse();
    assertThat(unit("75", units).offset()).isZero();
  }

  @Test
  void aLongUnknownChineseWordIsReadByTheKnownWordsInIt() {
    assertThat(units("民族党", Language.ZH, Language.EN))
        .extracting(unit -> texts(unit).getFirst())
        .containsExactly("nation", "party");
  }
}
