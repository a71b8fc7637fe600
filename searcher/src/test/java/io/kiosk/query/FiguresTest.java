package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.schema.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  private static List<String> written(String text, Language from, Language to) {
    return Figures.in(text, from, to).stream().flatMap(f -> f.written().stream()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ZH | 1.5亿美元     | EN | 150 million   | 150,000,000",
        "ZH | 7500 万英镑   | DE | 75 Millionen  | 75.000.000",
        "ZH | 2.3万亿       | EN | 2.3 trillion  | 2,300,000,000,000",
        "EN | $100 billion  | ZH | 1000亿        | 100,000,000,000",
        "EN | 66-million    | DE | 66 Millionen  | 66.000.000",
        "DE | 1,5 Mrd. Euro | ZH | 15亿          | 1,500,000,000",
        "DE | 3 Billionen   | EN | 3 trillion    | 3,000,000,000,000"
      })
  void largeNumbersAreCountedAsTheOtherLanguageCounts(
      Language from, String text, Language to, String counted, String grouped) {
    assertThat(written(text, from, to)).contains(counted, grouped);
  }

  @Test
  void digitsAreGroupedAndDecimalsMarkedInTheOtherManner() {
    assertThat(written("60,000 people", Language.EN, Language.DE)).contains("60.000", "60000");
    assertThat(written("60 000 Menschen", Language.DE, Language.ZH)).contains("6万", "60,000");
    assertThat(written("1.500 Euro", Language.DE, Language.EN)).containsExactly("1500", "1,500");
    assertThat(written("3.5%", Language.EN, Language.DE)).containsExactly("3,5");
  }

  @Test
  void monthsInDigitsHaveNames() {
    assertThat(written("5 月的袭击", Language.ZH, Language.EN)).containsExactly("May");
    assertThat(written("2018年12月3日", Language.ZH, Language.DE)).containsExactly("Dezember");
    assertThat(written("2月球", Language.ZH, Language.DE)).isEmpty();
  }

  @Test
  void ordinalsAndCenturiesFollowTheLanguage() {
    assertThat(written("the 10th series", Language.EN, Language.ZH)).containsExactly("第10", "第十");
    assertThat(written("die 21. Staffel", Language.DE, Language.EN)).contains("21st");
    assertThat(written("第12届", Language.ZH, Language.EN)).contains("12th");
    assertThat(written("19th-century art", Language.EN, Language.DE))
        .containsExactly("19. Jahrhundert");
    assertThat(written("im 19. Jahrhundert", Language.DE, Language.ZH))
        .containsExactly("19世纪", "十九世纪");
    assertThat(written("20世纪的", Language.ZH, Language.EN)).containsExactly("20th century");
  }

  @Test
  void decadesFollowTheLanguage() {
    assertThat(written("in the 1980s", Language.EN, Language.ZH)).contains("80年代");
    assertThat(written("die 1980er-Jahre", Language.DE, Language.EN)).containsExactly("1980s");
    assertThat(written("19 世纪 80 年代的纽约", Language.ZH, Language.DE)).containsExactly("1880er");
    assertThat(written("60年代", Language.ZH, Language.EN)).containsExactly("1960s");
    assertThat(written("1980年代", Language.ZH, Language.DE)).containsExactly("1980er");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018",
        "G7",
        "am 1.5.2020",
        "am 3. Oktober",
        "A380000",
        "95-year-old",
        "v1.2.3",
        "",
        "., "
      })
  void whatAllLanguagesWriteAlikeIsNoFigure(String text) {
    for (Language from : Language.values()) {
      assertThat(written(text, from, from == Language.EN ? Language.DE : Language.EN)).isEmpty();
    }
  }

  @Test
  void standWhereTheyStandInTheText() {
    Figures.Figure figure =
        Figures.in("über 75 Millionen Euro", Language.DE, Language.EN).getFirst();

    assertThat(figure.start()).isEqualTo(5);
    assertThat(figure.end()).isEqualTo(17);
  }

  /** Unicode takes these letters for an s and an i in another case. */
  @Test
  void lettersThatOnlyLookLikeAScaleAreNone() {
    assertThat(written("5 tau\u017fend", Language.DE, Language.EN)).isEmpty();
    assertThat(written("5 m\u0131llion", Language.EN, Language.DE)).isEmpty();
  }
}
