package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18.07.2024",
        "Thursday, July 18, 2024 at 10:30 am",
        "2024年7月18日 10:30",
        "By Jane Doe",
        "Von Jana Beispiel",
        "Autor: Jana Beispiel",
        "来源：示例日报"
      })
  void tellsDateAuthorOrOrigin(String line) {
    assertThat(Stamp.is(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Council agrees on the plan",
        "By the time the council agreed, its plan of 18 July 2024 was known to all in the town.",
        "Town halls: a history",
        "市议会通过新规划"
      })
  void otherLinesTellNone(String line) {
    assertThat(Stamp.is(line)).isFalse();
  }
}
