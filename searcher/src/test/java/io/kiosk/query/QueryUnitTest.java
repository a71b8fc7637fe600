package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryUnitTest {

  private static Alternative alternative(String text, double weight, String source) {
    return new Alternative(text, List.of(text), List.of(0), weight, List.of(source));
  }

  private static List<String> kept(Alternative... alternatives) {
    return new QueryUnit("unit", 0, 1, true, List.of(alternatives))
        .withoutFaint().alternatives().stream().map(Alternative::text).toList();
  }

  @Test
  void translationsFarBelowTheBestDoNotCount() {
    assertThat(
            kept(
                alternative("earthquake", 1, "query"),
                alternative("erdbeben", .76, "ding"),
                alternative("beben", .32, "ding"),
                alternative("gab", .01, "tatoeba")))
        .containsExactly("earthquake", "erdbeben", "beben");
  }

  @Test
  void besideTheWordItselfAChanceEntryDoesNotCountAlone() {
    assertThat(kept(alternative("usa", 1, "query"), alternative("mehrere", .05, "ding")))
        .containsExactly("usa");
  }

  @Test
  void withoutTheWordItselfTheBestTranslationCountsHoweverUnlikely() {
    assertThat(kept(alternative("kran", .04, "ding"), alternative("hahn", .001, "ding")))
        .containsExactly("kran");
    assertThat(kept()).isEmpty();
  }
}
