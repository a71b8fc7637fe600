package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "erdogan, erdogan",
    "luther, luther",
    "williams, william",
    "johannes, johannes",
    "angela merkel, angela merkel",
    "boris johnson, boris johnson"
  })
  void namesKeepTheirLettersExceptAGenitive(String english, String german) {
    assertThat(NameFolding.german(english)).isEqualTo(german);
    if (english.indexOf(' ') < 0) {
      assertThat(NameFolding.english(german)).contains(english);
    }
  }
}
