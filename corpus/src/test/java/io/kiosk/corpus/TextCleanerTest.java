package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextCleanerTest {

  private static final List<String> ARTICLE =
      List.of(
          "The council voted on the plan after a long debate, and all of its members agreed to it.",
          "Its head said that the town would build two schools and a bridge within the next years.",
          "Those who had been against it before gave the rising prices of steel as their reason.",
          "The bridge will be the first one of the region that is made of the timber of its"
              + " woods.");

  @Test
  void anotherTextBeforeAButtonForCommentsIsNoArticle() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Quotes are delayed by at least fifteen minutes and come from the exchange, as the terms"
            + " of this site say in more words than anybody has ever read to their end, or will.");
    lines.addAll(List.of("Comments", "Earnings", "One day ago", "Town votes"));
    lines.addAll(ARTICLE.subList(0, 2));
    lines.add("Advertisement");
    lines.addAll(ARTICLE.subList(2, 4));

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void shortLinesThatAColonAnnouncesArePartOfTheText() {
    List<String> list =
        List.of(
            "The plan has five parts:",
            "Two schools",
            "A bridge of timber",
            "Trees for the market",
            "A new roof for the hall",
            "More buses");
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(2, list);

    assertThat(kept(lines)).containsExactlyElementsOf(lines);
  }

  @Test
  void aParagraphThatTheTextRepeatsIsKeptOnce() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(ARTICLE.subList(1, 3));

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void saysWhichLineEndsTheArticle() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(List.of("Comments", "Nobody of us was asked", "They never do, do they"));
    Selection selection = select(lines);

    assertThat(selection.reason(ARTICLE.size() + 1)).isEqualTo("behind \"Comments\"");
  }

  private static List<String> kept(List<String> lines) {
    Selection selection = select(lines);
    return IntStream.range(0, selection.size())
        .filter(selection::isKept)
        .mapToObj(i -> selection.get(i).text())
        .toList();
  }

  private static Selection select(List<String> lines) {
    return new TextCleaner().clean(TextBlocks.of(lines), "");
  }
}
