package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedPagesTest {

  @Test
  void headsAndFeetGoAndTheTextIsWhole() {
    List<String> text =
        List.of(
            "The council voted",
            "on the plan.",
            "It was late",
            "at night.",
            "All agreed",
            "to it.",
            "The bridge comes",
            "next year.");
    List<String> lines = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      lines.add((page > 1 ? "\f" : "") + "12/1/25, 3:45 PM Council votes on bridge - Example Post");
      lines.addAll(text.subList(2 * page - 2, 2 * page));
      lines.add("https://www.example.org/bridge " + page + "/4");
    }

    List<String> expected = new ArrayList<>(List.of("Council votes on bridge - Example Post"));
    expected.addAll(text);
    assertThat(PrintedPages.joined(lines)).isEqualTo(expected);
  }

  @Test
  void numbersAloneBeforeAFormFeedAreThoseOfPages() {
    List<String> lines =
        List.of("标题", "第一段，还没有", "1", "\f标题", "结束。", "2", "\f标题", "第三段。", "3", "\f");

    assertThat(PrintedPages.joined(lines)).containsExactly("标题", "第一段，还没有", "结束。", "第三段。");
  }

  @Test
  void listsResultsAndPartsOfATextAreNoPages() {
    List<String> lines =
        List.of("Day 1", "Text.", "Day 2", "Text.", "Day 3", "Text.", "We won 3/2", "We lost 1/4");

    assertThat(PrintedPages.joined(lines)).isEqualTo(lines);
  }

  @Test
  void feetNameThePageInWords() {
    List<String> lines =
        List.of("Seite 1 von 3", "Eins", "Seite 2 von 3", "Zwei", "Seite 3 von 3", "Drei");

    assertThat(PrintedPages.joined(lines)).containsExactly("Seite 1 von 3", "Eins", "Zwei", "Drei");
  }
}
