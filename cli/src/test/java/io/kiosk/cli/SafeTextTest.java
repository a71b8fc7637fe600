package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @Test
  void removesWhatATerminalObeys() {
    assertThat(SafeText.line("a\u001b[31mb\u001b[0mc")).isEqualTo("abc");
    assertThat(SafeText.line("a\u001b]8;;http://x\u0007b")).isEqualTo("ab");
    assertThat(SafeText.line("a\u009b2Jb\u0085c\u007fd")).isEqualTo("abcd");
    assertThat(SafeText.line("a\u202eb\u2066c\u200bd\ufeffe")).isEqualTo("abcde");
    assertThat(SafeText.line("a\tb\nc\u2028d")).isEqualTo("a b c d");
    assertThat(SafeText.line("a\ud800b")).isEqualTo("a\ufffdb");
    assertThat(SafeText.line("a\u001b")).isEqualTo("a");
  }

  @Test
  void leavesTextAsItIs() {
    String text = "Größe 卡巴斯基 😀 é नमस्ते क्‍ष";
    assertThat(SafeText.line(text)).isEqualTo(text);
    assertThat(SafeText.lines("a\r\nb\nc")).isEqualTo("a\nb\nc");
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "Größe,5", "卡巴斯基,8", "（，）,6", "한국,4", "é,1", "😀,2", "'',0"})
  void measuresTerminalColumns(String text, int columns) {
    assertThat(SafeText.width(text)).isEqualTo(columns);
  }

  @Test
  void wrapsAtBlanksAndBetweenChineseCharacters() {
    assertThat(SafeText.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(SafeText.wrap("卡巴斯基退出", 5)).containsExactly("卡巴", "斯基", "退出");
    assertThat(SafeText.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(SafeText.wrap("", 4)).containsExactly("");
  }

  @Test
  void keepsChinesePunctuationWithItsWord() {
    assertThat(SafeText.wrap("卡巴斯，基", 6)).containsExactly("卡巴", "斯，基");
  }

  @Test
  void cutsWhatDoesNotFit() {
    assertThat(SafeText.fit("卡巴斯基", 5)).isEqualTo("卡巴…");
    assertThat(SafeText.fit("abc", 3)).isEqualTo("abc");
    assertThat(SafeText.fit("abcd", 3)).isEqualTo("ab…");
  }
}
