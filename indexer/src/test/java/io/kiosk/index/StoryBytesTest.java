package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StoryBytesTest {

  private static final int TERM_BITS = StorySketch.HASH_BITS + StorySketch.WEIGHT_BITS;

  @RepeatedTest(200)
  void termsComeBack(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int[] terms = terms(random, random.nextInt(300), random.nextBoolean());
    byte[] bytes = StoryBytes.of(terms);
    byte[] among = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, among, 3, bytes.length);
    assertThat(StoryBytes.terms(among, 3, bytes.length)).isEqualTo(terms);
  }

  @Test
  void theLeastAndTheLargestHashesComeBack() {
    int[] ends = {1, (1 << TERM_BITS) - 1};
    byte[] bytes = StoryBytes.of(ends);
    assertThat(StoryBytes.terms(bytes, 0, bytes.length)).isEqualTo(ends);
    int[] dense =
        IntStream.range(0, 2000).map(hash -> hash << StorySketch.WEIGHT_BITS | 3).toArray();
    byte[] packed = StoryBytes.of(dense);
    assertThat(StoryBytes.terms(packed, 0, packed.length)).isEqualTo(dense);
  }

  @Test
  void noTermsTakeNoByte() {
    assertThat(StoryBytes.of(new int[0])).isEmpty();
    assertThat(StoryBytes.terms(new byte[4], 2, 0)).isEmpty();
  }

  @Test
  void termsOfFullWeightTakeTwoBytes() {
    int[] terms = terms(new Random(1), 50, true);
    assertThat(StoryBytes.of(terms)).hasSizeLessThan(2 * terms.length + 4);
  }

  /** Terms in ascending order, each hash once. */
  private static int[] terms(Random random, int most, boolean full) {
    return random
        .ints(most, 0, 1 << StorySketch.HASH_BITS)
        .sorted()
        .distinct()
        .map(
            hash ->
                hash << StorySketch.WEIGHT_BITS
                    | (full
                        ? StorySketch.FULL_WEIGHT
                        : 1 + random.nextInt(StorySketch.FULL_WEIGHT)))
        .toArray();
  }
}
