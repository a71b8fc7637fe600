package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void textIsNoMarkup() {
    assertThat(Markdown.text("a *b* [c](d) <e> `f` https://g"))
        .isEqualTo("a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` https\\://g");
  }

  @Test
  void linesBeginNoBlock() {
    assertThat(Markdown.block("1. first")).isEqualTo("1\\. first");
    assertThat(Markdown.block("- item")).isEqualTo("\\- item");
    assertThat(Markdown.block("# head")).isEqualTo("\\# head");
    assertThat(Markdown.block("2024 was long - and warm")).isEqualTo("2024 was long - and warm");
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    assertThat(Markdown.link("t", Optional.of("https://x/a b>c")))
        .isEqualTo("[t](<https://x/a%20b%3Ec>)");
    assertThat(Markdown.link("t", Optional.of("javascript:x"))).isEqualTo("t");
    assertThat(Markdown.link("t", Optional.empty())).isEqualTo("t");
  }
}
