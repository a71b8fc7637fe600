package io.kiosk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextScoreTest {

  private static GoldPage page(String lang, List<String> with, List<String> without, String text) {
    return new GoldPage(
        "page",
        lang,
        "set",
        new byte[0],
        StandardCharsets.UTF_8,
        true,
        with,
        without,
        List.of("Share"),
        Optional.ofNullable(text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void countsSegmentsThatMustAndMustNotBeThere() {
    GoldPage page = page("en", List.of("a bridge", "a tower"), List.of("Menu", "Cookies"), null);
    TextScore score = TextScore.of(page, "There is a\u00a0 bri\u200bdge.\nMenu");
    assertThat(score).isEqualTo(new TextScore(1, 1, 1, Optional.empty()));
  }

  @Test
  void lineCountsOnlyAsAWholeLine() {
    GoldPage page = page("en", List.of(), List.of(), null);
    assertThat(TextScore.of(page, "Share prices fell").falsePositives()).isZero();
    assertThat(TextScore.of(page, "Prices fell\n Share ").falsePositives()).isOne();
  }

  @Test
  void chineseIsComparedWithoutWhiteSpace() {
    GoldPage page = page("zh", List.of("裁减了约50名员工"), List.of(), "裁减了约50名员工");
    TextScore score = TextScore.of(page, "裁减了约 50\u3000名员工");
    assertThat(score.truePositives()).isOne();
    assertThat(score.textF1()).contains(1.0);
  }

  @Test
  void textsShareRunsOfFourWords() {
    GoldPage page = page("en", List.of(), List.of(), "one two three four five");
    // runs: two of the gold, three of the text, of them one in both
    TextScore score = TextScore.of(page, "one two three four six seven");
    assertThat(score.textF1().orElseThrow()).isCloseTo(2.0 / 5, within(1e-9));
  }

  @Test
  void noTextIsAMiss() {
    GoldPage page = page("de", List.of("Brücke"), List.of("Menü"), "Die Brücke ist zu");
    assertThat(TextScore.of(page, "")).isEqualTo(new TextScore(0, 0, 1, Optional.of(0.0)));
  }

  @Test
  void meanCountsSegmentsTogetherAndAveragesTexts() {
    TextScore.Mean mean =
        TextScore.mean(
            List.of(
                new TextScore(3, 1, 0, Optional.of(.5)),
                new TextScore(0, 0, 1, Optional.of(1.0)),
                new TextScore(0, 0, 0, Optional.empty())));
    assertThat(mean.precision()).isCloseTo(.75, within(1e-9));
    assertThat(mean.recall()).isCloseTo(.75, within(1e-9));
    assertThat(mean.segmentF1()).isCloseTo(.75, within(1e-9));
    assertThat(mean.pageF1()).isCloseTo(.75, within(1e-9));
  }
}
