package io.kiosk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSoundsTest {

  private static double similarity(String chinese, String latin) {
    return NameSounds.similarity(
        NameSounds.ofChinese(chinese).orElseThrow(), NameSounds.ofLatin(NameTerms.fold(latin)));
  }

  private static String key(String latin) {
    return NameSounds.key(NameSounds.ofLatin(NameTerms.fold(latin)));
  }

  @ParameterizedTest
  @CsvSource({
    "蓬佩奥,Pompeo",
    "泽连斯基,Zelensky",
    "托卡耶夫,Tokajew",
    "库切,Coetzee",
    "奥孔科沃,Okonkwo",
    "加里萨,Garissa",
    "施罗德,Schröder",
    "沃伦,Warren",
    "阿里夫,Arif",
  })
  void namesOfTwoScriptsSoundAlikeAndHaveOneKey(String chinese, String latin) {
    assertThat(similarity(chinese, latin)).isGreaterThan(.65);
    assertThat(NameSounds.key(NameSounds.ofChinese(chinese).orElseThrow())).isEqualTo(key(latin));
  }

  @ParameterizedTest
  @CsvSource({"蓬佩奥,Zelensky", "泽连斯基,Garissa", "加里萨,Tokajew", "沃克,Schröder"})
  void otherNamesDoNot(String chinese, String latin) {
    assertThat(similarity(chinese, latin)).isLessThan(.4);
  }

  @Test
  void theSoundDoesNotDependOnTheOrderOfComparison() {
    assertThat(NameSounds.similarity("pompeo", "penpeiao"))
        .isEqualTo(NameSounds.similarity("penpeiao", "pompeo"));
    assertThat(NameSounds.similarity("", "")).isEqualTo(1);
    assertThat(NameSounds.similarity("", "tak")).isLessThanOrEqualTo(0);
  }

  @Test
  void charactersThatNamesAreNotWrittenWithHaveNoSound() {
    assertThat(NameSounds.ofChinese("蓬的")).isEmpty();
    assertThat(NameSounds.isOfNames('斯')).isTrue();
    assertThat(NameSounds.isOfNames('的')).isFalse();
  }
}
