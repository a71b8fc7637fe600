package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstringsTest {

  private static final Substrings STRINGS =
      new Substrings(List.of("headline", " tit ", "geändert", "发布时间", "©"));

  @ParameterizedTest
  @ValueSource(
      strings = {"headline", "mainHeadLine2", "a tit b", "zuletzt GEÄNDERT am", "。发布时间：", "© 2024"})
  void findsStringsAnywhereAndInAnyCase(String text) {
    assertThat(STRINGS.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h", "headlin", "title", "tit", "发布", "时间"})
  void findsNoParts(String text) {
    assertThat(STRINGS.isIn(text)).isFalse();
  }

  @Test
  void findsNothingIfThereIsNothing() {
    assertThat(new Substrings(List.of()).isIn("text")).isFalse();
  }
}
