package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

  @ParameterizedTest
  @ValueSource(strings = {"[1] A note.", "[x](/a) text", "[", "Text with [brackets", "- [ ] to do"})
  void otherLinesStayAsTheyAre(String line) {
    assertThat(MarkdownLinks.perLine(List.of(line, "Text."))).containsExactly(line, "Text.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[a\n](b)", "](", "(data:", "[\n"})
  void hostileLinesEndSoon(String piece) {
    List<String> lines = piece.repeat(200_000).lines().toList();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> MarkdownLinks.perLine(lines));
  }
}
