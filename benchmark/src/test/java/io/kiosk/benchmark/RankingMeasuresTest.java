package io.kiosk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMeasuresTest {
  private static final Set<String> RIGHT = Set.of("a.de", "a.en");

  @Test
  void reciprocalRankTakesTheFirstRightOne() {
    assertThat(RankingMeasures.reciprocalRank(List.of("x", "y", "a.en", "a.de"), RIGHT))
        .isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void rightOnesBehindTheTenthDoNotCount() {
    List<String> ranked = IntStream.range(0, 11).mapToObj(i -> i < 10 ? "x" + i : "a.de").toList();
    assertThat(RankingMeasures.reciprocalRank(ranked, RIGHT)).isZero();
    assertThat(RankingMeasures.ndcg(ranked, RIGHT)).isZero();
    assertThat(RankingMeasures.recall(ranked, RIGHT, 10)).isZero();
    assertThat(RankingMeasures.recall(ranked, RIGHT, 100)).isEqualTo(.5);
  }

  @Test
  void gainIsDiscountedByRankAndNormalizedByTheBestOrder() {
    assertThat(RankingMeasures.ndcg(List.of("a.de", "a.en"), RIGHT)).isCloseTo(1, within(1e-9));
    double second = Math.log(2) / Math.log(3);
    assertThat(RankingMeasures.ndcg(List.of("x", "a.de"), RIGHT))
        .isCloseTo(second / (1 + second), within(1e-9));
  }

  @Test
  void nothingFoundIsZero() {
    assertThat(RankingMeasures.reciprocalRank(List.of(), RIGHT)).isZero();
    assertThat(RankingMeasures.ndcg(List.of(), RIGHT)).isZero();
    assertThat(RankingMeasures.recall(List.of(), RIGHT, 10)).isZero();
  }
}
