package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TypicalTermsTest {

  @Test
  void ratioIsThatOfTheContingencyTable() {
    // 10 of 20 here, 10 of 80 there: 2 * sum of observed * ln(observed / expected)
    double expected =
        2
            * (10 * Math.log(10 / 4.0)
                + 10 * Math.log(10 / 16.0)
                + 10 * Math.log(10 / 16.0)
                + 70 * Math.log(70 / 64.0));
    assertThat(TypicalTerms.ratio(10, 20, 10, 80)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aWordThatOthersHaveAsOftenSaysNothing() {
    assertThat(TypicalTerms.ratio(10, 20, 40, 80)).isZero();
    assertThat(TypicalTerms.ratio(5, 20, 40, 80)).isZero();
    assertThat(TypicalTerms.ratio(20, 20, 0, 0)).isZero();
    assertThat(TypicalTerms.ratio(0, 0, 5, 80)).isZero();
  }

  @Test
  void moreArticlesSayMore() {
    assertThat(TypicalTerms.ratio(20, 20, 0, 80)).isGreaterThan(TypicalTerms.ratio(2, 20, 0, 80));
  }
}
