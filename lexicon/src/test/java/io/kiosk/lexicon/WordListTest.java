package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordListTest {

  @Test
  void containsItsWordsAndNoOthers() {
    List<String> words = IntStream.range(0, 5000).mapToObj(i -> "wort" + 7 * i).toList();
    WordList list = WordList.of(words);

    assertThat(words).allMatch(list::contains);
    assertThat(IntStream.range(0, 5000).mapToObj(i -> "wort" + (7 * i + 1)))
        .noneMatch(list::contains);
    assertThat(list.maxLength()).isEqualTo("wort34993".length());
  }

  @Test
  void looksIntoTextWithoutAString() {
    WordList list = WordList.of(List.of("公司", "禁令"));
    char[] text = "美国公司的禁令".toCharArray();

    assertThat(list.contains(text, 2, 2)).isTrue();
    assertThat(list.contains(text, 5, 2)).isTrue();
    assertThat(list.contains(text, 1, 2)).isFalse();
    assertThat(list.contains(text, 0, 0)).isFalse();
    assertThat(list.contains(text, 0, 7)).isFalse();
  }

  @Test
  void emptyStringsAreNoWords() {
    assertThat(WordList.of(List.of("")).maxLength()).isZero();
    assertThat(WordList.of(List.of("", "a")).contains("")).isFalse();
    assertThat(WordList.empty().contains("a")).isFalse();
  }
}
