package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

  private static final String PARAGRAPH =
      "<p>"
          + "The council voted on the plan after a long debate, and its members agreed to it. "
              .repeat(8)
          + "</p>";

  private static final String TOO_DEEP = "too large: nested deeper than 512 elements";

  private final ArticleCleaner cleaner = new ArticleCleaner();

  @Test
  void takesScriptsAndControlCharactersOutOfTitles() {
    Article article =
        article(
            "<title>Plan\u0000 \u202Eagreed\u001B[31m &lt;script&gt;x&lt;/script&gt;</title>"
                + "<body>"
                + PARAGRAPH);

    assertThat(article.title()).contains("Plan agreed[31m <script>x</script>");
  }

  @Test
  void replacesLoneSurrogates() {
    Article article = article("<title>Plan &#xD800; agreed by all</title><body>" + PARAGRAPH);

    assertThat(article.title().orElseThrow())
        .doesNotContain("\uD800")
        .startsWith("Plan")
        .endsWith("agreed by all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<span class=x>",
        "<blockquote>",
        "<x-y>"
      })
  void rejectsAMillionNestedElements(String tag) {
    String nested = tag.repeat(1_000_000 / tag.split("<").length);

    assertThat(rejection("<html><body>" + nested + PARAGRAPH)).isEqualTo(TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<template></template>", "<math></math>"})
  void rejectsDeepNestingWhoeverParses(String start) {
    String page = "<html><body>" + start + "<div>".repeat(100_000) + PARAGRAPH;

    assertThat(rejection(page)).isEqualTo(TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<template></template>"})
  void rejectsMoreElementsThanTheLimit(String start) {
    String page = "<html><body>" + start + "<br>".repeat(500_000) + PARAGRAPH;

    assertThat(rejection(page)).isEqualTo("too large: more than 500000 elements and texts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p",
        "<!--",
        "<a href=\"",
        "&",
        "<",
        "\u0301",
        "1.1.",
        "2024-01-01 ",
        "[[",
        "- ",
        "Key: "
      })
  void survivesMegabytesOfOneThing(String piece) {
    String text = piece.repeat(4_000_000 / piece.length());

    assertThat(clean("<html><body>" + text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "中", "1.1.", "2024-01-01 ", "> ", "title: a ", " \t", "*_", "![]("})
  void survivesOneEndlessLineOfText(String piece) {
    assertThat(clean(piece.repeat(1_000_000 / piece.length()))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><b class=%d>",
        "<p><a name=%d>x",
        "<table>%d",
        "</p>%d",
        "<svg>%d",
        "<h1 id=n%d><br>",
        "<i id=%d></b></i>"
      })
  void survivesHundredThousandsOfDifferentElements(String element) {
    StringBuilder page = new StringBuilder("<html><body>");
    for (int i = 0; i < 150_000; i++) {
      page.append(element.replace("%d", Integer.toString(i)));
    }

    assertThat(clean(page.toString())).isNotNull();
  }

  @Test
  void survivesAMillionAttributes() {
    StringBuilder tag = new StringBuilder("<html><body><div ");
    for (int i = 0; i < 1_000_000; i++) {
      tag.append("class=a").append(i).append(" x").append(i).append(' ');
    }

    assertThat(article(tag + ">" + PARAGRAPH).body()).startsWith("The council");
  }

  @Test
  void survivesAnAttributeOfMegabytes() {
    String page = "<html><body><div class='" + "ab ".repeat(5_000_000) + "'>" + PARAGRAPH;

    assertThat(article(page).body()).startsWith("The council");
  }

  @Test
  void rejectsMoreThanTheLimit() {
    byte[] bytes = new byte[RawFileReader.MAX_BYTES + 1];
    Arrays.fill(bytes, (byte) 'x');

    assertThat(((Rejected) cleaner.clean(RawFile.of("x", bytes))).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void namesWhyBinaryAndEmptyFilesAreRejected() {
    assertThat(((Rejected) clean("")).reason()).isEqualTo(Reason.EMPTY);
    assertThat(((Rejected) clean("%PDF-1.7\nobj")).message()).isEqualTo("not text: a PDF document");
  }

  private String rejection(String page) {
    return ((Rejected) clean(page)).message();
  }

  private Article article(String page) {
    return ((Cleaned) clean(page)).article();
  }

  /** Within five seconds on idle cores: the clock also counts what others do meanwhile. */
  private CleaningResult clean(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> cleaner.clean(RawFile.of("x", bytes)));
  }
}
