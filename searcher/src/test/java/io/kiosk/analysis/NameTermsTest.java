package io.kiosk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.analysis.NameTerms.Kind;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameTermsTest {
  private final NameTerms names = new NameTerms(TranslationLexicon.empty());

  private static String pair(String chinese, String latin) {
    return NameTerms.prefix(Kind.CHINESE_PAIR, chinese) + latin;
  }

  private Set<String> chinese(String text) {
    return names.of(Language.ZH, text);
  }

  @Test
  void theOriginalInBracketsIsLearntWithItsSurname() {
    assertThat(chinese("记者金·泽特（Kim Zetter）写道"))
        .contains(pair("金泽特", "Kim Zetter"), pair("泽特", "Zetter"))
        .contains(NameTerms.prefix(Kind.LATIN_PAIR, "kim zetter") + "金泽特");
    assertThat(chinese("总统帕格努科(英文：Pagnucco)说")).contains(pair("帕格努科", "Pagnucco"));
    assertThat(chinese("演員裴斯泰洛齊（Pestalozzi）")).contains(pair("裴斯泰洛齐", "Pestalozzi"));
  }

  @Test
  void theNameBeginsWhereItBeginsToSoundLikeTheOriginal() {
    assertThat(chinese("他是埃尔南·费鲁奇（Hernan Ferruchi）")).contains(pair("埃尔南费鲁奇", "Hernan Ferruchi"));
  }

  @Test
  void bracketsWithSomethingElseTeachNothing() {
    assertThat(chinese("世界卫生组织（WHO）和《圣经》（Bible），共10人（Ten）"))
        .noneMatch(term -> term.startsWith("0") || term.startsWith("1"));
  }

  @Test
  void unknownNamesAreKeptByTheirSound() {
    assertThat(names.of(Language.EN, "Mike Pompeo met them in LONDON."))
        .containsExactlyInAnyOrder(
            NameTerms.prefix(Kind.LATIN_SOUND, "m") + "mike",
            NameTerms.prefix(Kind.LATIN_SOUND, "b") + "pompeo");
    assertThat(chinese("蓬佩奥说的是")).contains(NameTerms.prefix(Kind.CHINESE_SOUND, "b") + "蓬佩奥");
  }

  @Test
  void hostileTextGivesFewTermsSoon() {
    assertThat(chinese("斯".repeat(100_000))).isEmpty();
    assertThat(chinese("金·泽特（Kim Zetter）".repeat(10_000))).hasSizeLessThan(100);
    assertThat(chinese("金".repeat(50_000) + "（" + "A ".repeat(50_000))).hasSizeLessThan(100);
    assertThat(names.of(Language.DE, "Abcde ".repeat(50_000))).hasSize(1);
  }

  @Test
  void foldingKeepsLettersOnly() {
    assertThat(NameTerms.fold("Erdoğan’s Straße")).isEqualTo("erdogans strasse");
  }
}
