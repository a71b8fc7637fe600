package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNamesTest {

  @ParameterizedTest
  @CsvSource({
    "李 强 说话, 2",
    "张 继 科 说话, 3",
    "张 继 科 明, 1",
    "欧阳 修 说话, 2",
    "欧阳 玉 靖 说话, 3",
    "欧 阳 玉 靖, 4",
    "欧阳 说话, 1",
    "东方 红, 1",
    "李 市, 1",
    "奥 巴 马 说话, 3"
  })
  void aNameEndsWhereItsCharactersDo(String text, int end) {
    assertThat(ChineseNames.end(words(text), 0)).isEqualTo(end);
  }

  /** Words as the blanks part them, side by side. */
  private static List<QueryWord> words(String text) {
    List<QueryWord> words = new ArrayList<>();
    int offset = 0;
    for (String word : text.split(" ")) {
      words.add(new QueryWord(word, word, offset, false));
      offset += word.length();
    }
    return words;
  }
}
