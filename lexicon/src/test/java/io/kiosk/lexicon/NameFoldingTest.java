package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "erdogan, erdoga",
    "luther, luth",
    "putin, puti",
    "biden, bide",
    "obama, obama",
    "kennedy, kennedy",
    "hannes, hann",
    "bush, bush",
    "angela merkel, angela merkel",
    "boris johnson, bori johnso"
  })
  void germanTermsOfNamesAreStemmed(String english, String german) {
    assertThat(NameFolding.german(english)).isEqualTo(german);
    if (english.indexOf(' ') < 0) {
      assertThat(NameFolding.english(german)).contains(english);
    }
  }
}
