package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressesTest {

  private static final List<String> MENU =
      List.of(
          "Politics <https://a.example/p>",
          "* 体育 <#sport>",
          "## Bridge shut <https://a.example/b>",
          "Home </> Archive </archive>",
          "Imprint (https://a.example/i)");

  @Test
  void shortTextsBeforeAddressesAreLinks() {
    assertThat(LinkAddresses.taken(MENU))
        .containsExactly(
            "[Politics](#)",
            "* [体育](#)",
            "## [Bridge shut](#)",
            "[Home](#) [Archive](#)",
            "[Imprint](#)");
  }

  @Test
  void withinSentencesTheAddressesGo() {
    List<String> lines = new ArrayList<>(MENU);
    lines.add("The town council <https://a.example/c> voted, as a paper [https://b.example] says.");

    assertThat(LinkAddresses.taken(lines)).endsWith("The town council voted, as a paper says.");
  }

  @Test
  void squareBracketsHoldAnyAddressWhereAddressesAreWrittenSo() {
    List<String> lines = new ArrayList<>(MENU);
    lines.add(" * About us [/about]");
    lines.add(" * [mailto:?subject=News]");
    lines.add("The council [of the town] agreed.");

    assertThat(LinkAddresses.taken(lines))
        .endsWith(" * [About us](#)", " *", "The council [of the town] agreed.");
  }

  @Test
  void fewAddressesAreTheTextsOwn() {
    List<String> lines = List.of("See the report (https://a.example/r).", "5 <6 and 7> 3", "Text.");

    assertThat(LinkAddresses.taken(lines)).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<https://", "a <#", "(https://a", "[https://a](", "[/", "[a:", "a </>"})
  void hostileLinesEndSoon(String piece) {
    List<String> lines = new ArrayList<>(MENU);
    lines.add(piece.repeat(200_000));

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> LinkAddresses.taken(lines));
  }
}
