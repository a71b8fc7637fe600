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
  void findsTheLongestWordAtAPlace() {
    List<String> words = IntStream.range(0, 5000).mapToObj(i -> "w" + 7 * i).toList();
    WordList list = WordList.of(words);

    for (int i = 0; i < 2000; i++) {
      String text = "a w" + i + "x";
      int longest = 0;
      for (int length = 1; length <= text.length() - 2; length++) {
        longest = list.contains(text.substring(2, 2 + length)) ? length : longest;
      }
      assertThat(list.longest(text.toCharArray(), 2, text.length())).isEqualTo(longest);
    }
    assertThat(list.longest("w70".toCharArray(), 0, 2)).isEqualTo(2); // w7
    assertThat(WordList.empty().longest("w7".toCharArray(), 0, 2)).isZero();
  }

  @Test
  void emptyStringsAreNoWords() {
    assertThat(WordList.of(List.of("")).maxLength()).isZero();
    assertThat(WordList.of(List.of("", "a")).contains("")).isFalse();
    assertThat(WordList.empty().contains("a")).isFalse();
  }
}
