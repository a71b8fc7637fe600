package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "臺灣總統, 台湾总统",
    "著名, 著名",
    "皇后, 皇后",
    "以後, 以后",
    "歐盟委員會, 欧盟委员会",
    "乾淨, 干净",
    "裡面, 里面",
    "它俱樂部, 它俱乐部",
    "Kaspersky 卡巴斯基, Kaspersky 卡巴斯基"
  })
  void foldsTraditionalCharacters(String text, String simplified) {
    assertThat(HanFolding.simplified(text)).isEqualTo(simplified);
  }

  @Test
  void unchangedTextIsTheSameObject() {
    String text = "简体中文 text 𠀀";
    assertThat(HanFolding.simplified(text)).isSameAs(text);
  }

  @Test
  void foldingTwiceIsFoldingOnceForEveryCharacter() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      char once = HanFolding.simplified(c);
      assertThat(HanFolding.simplified(once)).isEqualTo(once);
    }
  }
}
