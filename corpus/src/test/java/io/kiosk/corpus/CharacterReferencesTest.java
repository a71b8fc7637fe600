package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterReferencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a &amp; b &lt;c&gt; &quot;d&quot;&nbsp;e",
        "&amp;amp; &amp;lt;",
        "&",
        "a && b",
        "&amp &copy &auml; &#228; &#x4e2d; &bogus;",
        "?a=b&copy=c&amp;d",
        "?a=b&ltx=c&amp=d&bogus=e",
        "?a=b&copy-c&reg_d&lt",
        "AT&T and &é & &; &=",
        "&#x27;s &#X41; &apos;s &#x; &#;",
        "&#xD800;&#0;&#x110000;"
      })
  void resolvesThemAsJsoupDoes(String text) {
    for (boolean attribute : new boolean[] {false, true}) {
      assertThat(CharacterReferences.resolve(text, attribute))
          .isEqualTo(Parser.unescapeEntities(text, attribute));
    }
  }
}
