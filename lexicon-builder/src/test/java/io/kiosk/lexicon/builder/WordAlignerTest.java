package io.kiosk.lexicon.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordAlignerTest {

  @Test
  void learnsWhichWordsOfPhrasesBelongTogether() {
    WordAligner aligner = new WordAligner();
    aligner.add(List.of("white", "house"), List.of("weiss", "haus"), 1);
    aligner.add(List.of("house"), List.of("haus"), 1);
    aligner.add(List.of("white", "wine"), List.of("weiss", "wein"), 1);
    WordAligner.Learnt learnt = aligner.learn();

    assertThat(learnt.forward().get("house").get("haus")).isGreaterThan(.7);
    assertThat(learnt.forward().get("white").get("weiss")).isGreaterThan(.7);
    assertThat(learnt.backward().get("wein").get("wine")).isGreaterThan(.5);
    assertThat(learnt.leftCounts()).containsEntry("white", 2.);
  }

  @Test
  void pairsWithoutWordsTeachNothing() {
    WordAligner aligner = new WordAligner();
    aligner.add(List.of(), List.of("haus"), 1);

    assertThat(aligner.learn().forward()).isEmpty();
  }
}
