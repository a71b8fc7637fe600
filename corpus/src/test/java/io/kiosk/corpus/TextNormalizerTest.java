package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a\\r\\nb\\rc'                | 'a\\nb\\nc'
          'a\\u2028b\\u2029c\\u0085d'   | 'a\\nb\\nc\\nd'
          'u\\u0308ber'                 | '\\u00FCber'
          'a\\u0000b\\u0007c\\u001Bd'   | 'abcd'
          'x\\u202Ey\\u2066z\\u200F'    | 'xyz'
          'so\\u00ADft\\u200B \\uFEFFa' | 'soft a'
          'a\\u00A0\\u3000 b'           | 'a b'
          'a \\t b'                     | 'a\\tb'
          '  a  \\n  b  '               | 'a\\nb'
          'a\\uD800b'                   | 'a\\uFFFDb'
          'a\\uDC00'                    | 'a\\uFFFD'
          'a\\uFFFEb\\uFDD0'            | 'ab'
          '\\uD83D\\uDC69\\u200D\\uD83D\\uDCBB' | '\\uD83D\\uDC69\\u200D\\uD83D\\uDCBB'
          'icon\\uF099 \\uE5E5x'       | 'icon x'
          'zero\\u200Djoin'             | 'zerojoin'
          """)
  void bringsTextIntoOneForm(String raw, String expected) {
    assertThat(TextNormalizer.normalize(unescape(raw))).isEqualTo(unescape(expected));
  }

  @Test
  void makesOneLine() {
    assertThat(TextNormalizer.line(" a\n\tb \u3000 c\u202E\n")).isEqualTo("a b c");
  }

  @Test
  void readsParagraphsFromLinesWhenThereIsNoBlankLine() {
    assertThat(TextNormalizer.body("one\r\ntwo\r\n")).isEqualTo("one\n\ntwo");
  }

  @Test
  void keepsLineBreaksWithinParagraphsWhenThereAreBlankLines() {
    assertThat(TextNormalizer.body("one\ntwo\n \n\n\nthree")).isEqualTo("one\ntwo\n\nthree");
  }

  @Test
  void isStable() {
    String once = TextNormalizer.body("a\u00A0b\n\nc\u0301\td\n e");

    assertThat(TextNormalizer.body(once)).isEqualTo(once);
  }

  @Test
  void boundsTheTimeThatAMillionAccentsTake() {
    String text = "a" + "\u0301\u0316".repeat(500_000);

    String normal =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> TextNormalizer.normalize(text));

    assertThat(normal).hasSizeLessThan(40);
  }

  private static String unescape(String text) {
    return unicode(text).translateEscapes();
  }

  private static String unicode(String text) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
