package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownLinksTest {

  @Test
  void aLinkAroundSeveralLinesBecomesOneAroundEach() {
    List<String> card =
        List.of("[", "", "## Headline of a card", "", "A teaser.", "](https://a.example/1)");

    assertThat(MarkdownLinks.perLine(card))
        .containsExactly("", "", "## [Headline of a card](#)", "", "[A teaser.](#)", "", "");
  }

  @Test
  void aPictureInALinkDoesNotEndIt() {
    List<String> card =
        List.of(
            "[", "", "![Cow](/cow.jpg)", "", "### Cows", "", "Teaser.", "", "](/cows)", "Text.");
    List<String> open = List.of("[![Cow](/cow.jpg)", "", "### Cows", "](/cows)", "Text.");

    assertThat(MarkdownLinks.perLine(card))
        .contains("### [Cows](#)", "[Teaser.](#)", "Text.")
        .noneMatch(line -> line.contains("cow"));
    assertThat(MarkdownLinks.perLine(open)).contains("### [Cows](#)", "Text.");
  }

  @Test
  void rowsOfSuchLinksAreSeparated() {
    List<String> cards = List.of("[First", "](/1)[Second", "](/2) and text");

    assertThat(MarkdownLinks.perLine(cards))
        .containsExactly("[First](#)", "", "[Second](#)", "", "and text");
  }

  @Test
  void picturesLoseTheirBytes() {
    String bytes = "iVBORw0KGgo".repeat(9_000);

    assertThat(MarkdownLinks.perLine(List.of("A ![x](data:image/png;base64," + bytes + ") z")))
        .containsExactly("A ![x](#) z");
  }

  @Test
  void programsOfLinksAreCutToTheirLastBracket() {
    String program = "javascript:d=document;t=d.x?(d.y!='N'?d.z():''):'';void(k=open('/a'))";

    assertThat(MarkdownLinks.perLine(List.of("[Keep](" + program + ") [Home](/)")))
        .containsExactly("[Keep](#) [Home](/)");
  }

  @Test
  void fencesOfDivisionsAndAttributesGo() {
    List<String> text =
        List.of(
            "::: {.page}",
            "::: menu",
            "[Home](/){.link} ![Cow](/cow.jpg){width=\"40\" height=\"30\"}",
            ":::",
            "The sets {a, b} and f(x){y} stay.",
            "::::");

    assertThat(MarkdownLinks.withoutAttributes(text))
        .containsExactly(
            "", "", "[Home](/) ![Cow](/cow.jpg)", "", "The sets {a, b} and f(x){y} stay.", "");
    assertThat(MarkdownLinks.withoutAttributes(text.subList(2, 5))).isEqualTo(text.subList(2, 5));
  }

  @Test
  void numbersOfLinksAreReadAsATextBrowserMeansThem() {
    List<String> text = new ArrayList<>();
    text.add("     * [1]Politics");
    text.add("   [2]Home page [3]All news");
    text.add("The [4]council of the town voted for the plan, and [5]all agreed.");
    for (int i = 1; i <= 5; i++) {
      text.add("   " + i + ". https://a.example/" + i);
    }

    assertThat(MarkdownLinks.numbered(text))
        .containsExactly(
            "     * [Politics](#)",
            "   [Home page All news](#)",
            "The council of the town voted for the plan, and all agreed.");
  }

  @Test
  void numbersOfPicturesGoAndTargetsMayBeRelative() {
    List<String> text = new ArrayList<>(List.of("[1]", "[2] 新闻"));
    for (int i = 1; i <= 5; i++) {
      text.add(i + ". /news/" + i);
    }

    assertThat(MarkdownLinks.numbered(text)).containsExactly("[](#)", "[新闻](#)");
  }

  @Test
  void numbersInBracketsWithoutTargetsAreNotes() {
    List<String> text = List.of("[1]Politics", "It was said [2]before.", "1. https://a.example/");

    assertThat(MarkdownLinks.numbered(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1] A note.", "[x](/a) text", "[", "Text with [brackets", "- [ ] to do"})
  void otherLinesStayAsTheyAre(String line) {
    assertThat(MarkdownLinks.perLine(List.of(line, "Text."))).containsExactly(line, "Text.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[a\n](b)",
        "](",
        "(data:",
        "[\n",
        "1. http:x\n",
        "1. http: x[1]x",
        "(javascript:(()"
      })
  void hostileLinesEndSoon(String piece) {
    List<String> lines = piece.repeat(200_000).lines().toList();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> MarkdownLinks.perLine(MarkdownLinks.numbered(lines)));
  }
}
