package io.kiosk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextMakeTest {

  private static final String PAGE =
      "<html><head><title>Bridge shut | The Post</title><link rel=canonical href=http://p/b>"
          + "<script>var a;</script></head><body><ul><li><a href=/>Home</a></ul><h1>Bridge shut</h1>"
          + "<p>The <a href=/t>town</a> says <b>so</b>.</p><img src=b.jpg alt=Bridge>"
          + "<table><tr><td>Cost<td>8</table></body></html>";

  @Test
  void plainTextHasALineForEachBlock() {
    assertThat(make("plain text, a line for each block").lines())
        .containsExactly("Home", "Bridge shut", "The town says so.", "Cost", "8");
  }

  @Test
  void piecesOfASentenceAreTorn() {
    assertThat(make("plain text, a line for each piece").lines())
        .containsSequence("The", "town", "says", "so", ".");
  }

  @Test
  void textBrowsersListTheTargetsOfLinks() {
    assertThat(make("text browser").lines())
        .contains("* [1]Home", "The [2]town says so.", "References", "1. /", "2. /t");
  }

  @Test
  void markdownHasHeadingsListsLinksPicturesAndRows() {
    assertThat(make("markdown with links, pictures").lines())
        .containsSequence("---", "title: Bridge shut | The Post", "url: http://p/b", "---")
        .contains("* [Home](/)", "# Bridge shut", "The [town](/t) says so.", "Cost | 8 |")
        .anyMatch(line -> line.contains("![Bridge](b.jpg)"));
  }

  @Test
  void extractionBeginsWithTheTitleAndLeavesMenusOut() {
    String page =
        PAGE.replace("says", "says " + "again and again ".repeat(5)).replace("<p>", "<div><p>");

    assertThat(make("simple extraction", page).lines())
        .startsWith("Bridge shut", "")
        .noneMatch("Home"::equals);
  }

  @Test
  void linesAreWrappedAtSpacesAndBetweenChineseCharacters() {
    assertThat(TextMake.wrap("one two three", 8)).isEqualTo("one two\nthree");
    assertThat(TextMake.wrap("今天很好。明天也好", 10)).isEqualTo("今天很好。\n明天也好");
  }

  private static String make(String name) {
    return make(name, PAGE);
  }

  private static String make(String name, String html) {
    GoldPage page =
        new GoldPage(
            "p",
            "en",
            "s",
            html.getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            true,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return TextMake.all().stream()
        .filter(make -> make.name().startsWith(name))
        .findFirst()
        .orElseThrow()
        .text(page);
  }
}
