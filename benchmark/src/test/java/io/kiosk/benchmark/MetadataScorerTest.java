package io.kiosk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.benchmark.MetadataScorer.Field;
import io.kiosk.benchmark.MetadataScorer.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataScorerTest {
  private final MetadataScorer scorer = new MetadataScorer();

  private Optional<Outcome> add(Field field, String gold, String answer) {
    return scorer.add("de", field, Optional.ofNullable(gold), Optional.ofNullable(answer));
  }

  @Test
  void titlesAreEqualBesidesCaseQuotesSpacesAndWidth() {
    assertThat(add(Field.TITLE, "„Kran“ stürzt um", "\"KRAN\" stürzt  um"))
        .contains(Outcome.CORRECT);
    assertThat(add(Field.TITLE, "Kran １", "Kran 1")).contains(Outcome.CORRECT);
    assertThat(add(Field.TITLE, "Kran", "Kran | Weserbote")).contains(Outcome.WRONG);
  }

  @Test
  void datesAreComparedAtThePrecisionOfTheGold() {
    assertThat(add(Field.DATE, "2024-07", "2024-07-18")).contains(Outcome.CORRECT);
    assertThat(add(Field.DATE, "2024-07-18", "2024-07-19")).contains(Outcome.WRONG);
    assertThat(add(Field.DATE, "2024-07-18", "2024-07")).contains(Outcome.WRONG);
  }

  @Test
  void pagesWithoutGoldDoNotCount() {
    assertThat(add(Field.AUTHOR, null, "Ludwina Okonkwo")).isEmpty();
    assertThat(scorer.rows()).isEmpty();
  }

  @Test
  void countsCorrectWrongAndAbsentApart() {
    add(Field.TITLE, "Kran", "Kran");
    add(Field.TITLE, "Kran", "Kahn");
    add(Field.TITLE, "Kran", null);
    add(Field.TITLE, "Kran", null);
    assertThat(scorer.rows())
        .containsExactly(
            List.of("all", "title", "4", "25.0", "25.0", "50.0"),
            List.of("de", "title", "4", "25.0", "25.0", "50.0"));
  }
}
