package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {

  private static final List<String> ARTICLE =
      List.of(
          "The council voted on the plan after a long debate, and all of its members agreed to it.",
          "Its head said that the town would build two schools and a bridge within the next years.",
          "Those who had been against it before gave the rising prices of steel as their reason.",
          "The bridge will be the first one of the region that is made of the timber of its"
              + " woods.");

  /** What stands above an article in the small print of its site. */
  private static final List<String> OTHER =
      List.of(
          "Quotes are delayed by at least fifteen minutes and come from the exchange, as the terms"
              + " of this site say in more words than anybody has read to their end, or will.",
          "They may be read by all who come here, and they are kept for a year and a day at the"
              + " office of the exchange, where they can be seen on every day of the week.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new bridge stands above the old town. (AP)",
        "The new bridge stands above the old town, seen from the hill. (Ann Doe/Example Images)",
        "Der neue Steg steht über der alten Stadt. (Foto: Jana Beispiel)",
        "The new bridge stands above the old town. Credit: Example Agency",
        "The new bridge stands above the old town. Getty Images"
      })
  void captionsWithinTheTextEndWithWhosePictureItIs(String caption) {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.add(2, caption);

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void lastParagraphIsSignedByItsAgency() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.add("The council will meet again in spring, as its head said in the evening. (dpa)");

    assertThat(kept(lines)).containsExactlyElementsOf(lines);
  }

  @Test
  void longLinesInCapitalLettersPointToOtherArticles() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.add(2, "MAYOR OF THE NEXT TOWN SAYS HE WANTS A BRIDGE, TOO");

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void onlyHeadingOfTheFirstLevelBeginsTheArticleWhateverIsBeforeIt() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lines.add("Teaser " + i + " of the day. " + OTHER.getFirst());
    }
    lines.add("# Town votes");
    lines.addAll(ARTICLE);

    assertThat(kept(lines, "Town votes")).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void longBannerAboutCookiesDoesNotWinAgainstAShortArticle() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(Collections.nCopies(12, "Home"));
    for (int i = 0; i < 6; i++) {
      lines.add(
          "Cookies of kind "
              + i
              + " are needed so that this site can be shown, and they are kept"
              + " for a year unless you say that you do not want them.");
    }

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void wordsWithoutSentencesAreNoText() {
    List<String> lines = new ArrayList<>(List.of("[Home](/)", "[Town](/t)", "[World](/w)"));
    lines.add("Town votes");
    lines.addAll(ARTICLE);
    for (int i = 0; i < 5; i++) {
      lines.add("cheap tyres download free songs ringtones best price hotels ".repeat(80).strip());
    }

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

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
  void aBylineMayEndWithTheHalfOfTheDay() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.add(1, "By Ann Smith on Monday, November 18th, 2019 at 11:08 a.m.");

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void theDateBelowTheTitleBeginsNoRowOfTeasers() {
    List<String> lines = new ArrayList<>(List.of("Town votes"));
    lines.add(ARTICLE.get(0) + " " + ARTICLE.get(1));
    lines.addAll(List.of("Ann", "18 July 2024", ARTICLE.get(2), "Timber", ARTICLE.get(3)));
    lines.addAll(OTHER);
    for (String teaser : List.of("The weather", "The sports", "The theatre")) {
      lines.addAll(
          List.of("More of " + teaser, "17 July 2024", teaser + " is what it always was."));
    }
    lines.add("Ads");

    assertThat(kept(lines, "Town votes")).contains(ARTICLE.get(2), ARTICLE.get(3), OTHER.get(1));
    assertThat(kept(lines, "Town votes")).noneMatch(line -> line.contains("always was"));
  }

  @Test
  void commentsInARowOfButtonsAboveTheArticleEndNothing() {
    List<String> lines = new ArrayList<>(OTHER);
    lines.addAll(List.of("Comments", "Print", "Email", "By Ann Smith", "Town votes"));
    lines.addAll(ARTICLE.subList(0, 2));
    lines.add("Advertisement");
    lines.addAll(ARTICLE.subList(2, 4));
    lines.addAll(ARTICLE.stream().map(line -> line.replace("the", "this same")).toList());

    assertThat(kept(lines)).containsAll(ARTICLE);
  }

  @Test
  void commentsInARowOfButtonsBehindTheArticleEndIt() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(List.of("Comments", "Print", "Email", "Ann", "I do not agree with it at all."));

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void commentsUnderTimesOfNumbersAloneAreNone() {
    List<String> lines = new ArrayList<>(ARTICLE);
    for (int i = 1; i <= 5; i++) {
      lines.addAll(List.of("2004-12-2" + i + " 12:4" + i, "Reader " + i));
      lines.add("I have read number " + i + " of it twice, and I do not agree with it at all.");
    }

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void listsWithoutBulletsWithinTheTextAreKept() {
    List<String> list =
        List.of(
            "Two new schools for the north of the town",
            "A bridge of timber across the old river",
            "Trees for the market and for the station",
            "A new roof for the hall of the council",
            "More buses on the roads to the villages");
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(2, list);

    assertThat(kept(lines)).containsExactlyElementsOf(lines);
  }

  @Test
  void menusWithinTheTextAreDropped() {
    List<String> menu = List.of("Opinion pages", "Columns", "Our letters", "World");
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(2, menu);
    lines.add(2 + menu.size(), "Business news");

    assertThat(kept(lines)).containsAll(ARTICLE).doesNotContainAnyElementsOf(menu);
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
  void whatOnlyTheArticleRepeatsIsItsOwn() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.add(1, "Place of the meeting: hall");
    lines.add(4, "Place of the meeting: hall");
    List<String> page = new ArrayList<>(List.of("Subscribe and read all of it now"));
    page.addAll(lines);
    page.add(2, "Subscribe and read all of it now");

    assertThat(kept(page)).containsExactlyElementsOf(lines);
  }

  @Test
  void aPostOfShortSentencesIsText() {
    List<String> post =
        List.of(
            "下周一，京沪高速就要开始第二阶段的施工，也是影响最大的一段。",
            "什么？你还不知道？",
            "快来看一看！",
            "无锡枢纽至广陵枢纽，",
            "将全部封闭施工！",
            "为什么影响最大？",
            "因为从收费站往北，",
            "全部都要封闭！",
            "届时去往南通、靖江等地的市民只能绕行，请大家提前规划出行的路线。");

    assertThat(kept(post)).containsExactlyElementsOf(post);
  }

  @Test
  void saysWhichLineEndsTheArticle() {
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(List.of("Comments", "Nobody of us was asked", "They never do, do they"));
    Selection selection = select(lines, "");

    assertThat(selection.reason(ARTICLE.size() + 1)).isEqualTo("behind \"Comments\"");
  }

  @Test
  void repliesUnderNamesAndTimesAreNotTheArticles() {
    List<String> lines = new ArrayList<>(ARTICLE);
    for (int i = 1; i < 7; i++) {
      lines.add("Reader " + (char) ('A' + i));
      lines.add("July " + i + ", 2024, 1" + i + ":30 am");
      lines.add("What number " + i + " says of the bridge is what we have all been waiting for.");
      lines.add("And that is why none of us will ever go there on a day like this, will we?");
    }

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void teasersUnderHeadlinesAndDatesAreNotTheArticles() {
    List<String> lines = new ArrayList<>(ARTICLE);
    for (int i = 1; i < 6; i++) {
      lines.add("Another headline about number " + i);
      lines.add("Wednesday July " + i + ", 2024");
      lines.add(
          "The first sentence of text number " + i + " that makes one want to read the rest.");
    }

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void theFirstOfSeveralPostsIsTheArticle() {
    List<String> lines = new ArrayList<>(List.of("A day at the bridge 2024-07-18 10:20"));
    lines.addAll(ARTICLE);
    for (int i = 1; i < 4; i++) {
      lines.add("Older post " + i + " 2024-07-1" + i + " 11:2" + i);
      lines.add("What was written on day " + i + " has nothing to do with the bridge of wood.");
      lines.add("It is about the school, the market and the weather of that day, as ever.");
    }

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void aChronologyIsPartOfTheArticle() {
    List<String> lines = new ArrayList<>(ARTICLE);
    for (String part : List.of("first", "second", "third", "fourth", "fifth")) {
      lines.add("July " + part.length() + ", 2024");
      lines.add("On this day the workers began with the " + part + " of its parts, as planned.");
      lines.add("The " + part + " day had fine weather, and so the work went on until the night.");
    }

    assertThat(kept(lines)).containsAll(lines.stream().filter(l -> l.endsWith(".")).toList());
  }

  @Test
  void textBeforeTheTitleIsNotTheArticles() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Rain tomorrow: the weather service expects more of it than in all of last month.",
                "Sports: the town's team has won for the first time since it was founded, by luck.",
                "Comments",
                "Council votes for the plan"));
    lines.addAll(ARTICLE);

    assertThat(kept(lines, "Council votes for the plan")).containsExactlyElementsOf(ARTICLE);
  }

  @Test
  void aShortArticleUnderItsTitleOutweighsALongerTextElsewhere() {
    List<String> lines = new ArrayList<>(List.of("Council votes for the plan"));
    lines.addAll(ARTICLE.subList(0, 2));
    lines.addAll(List.of("Opinion", "Columns", "Letters", "Our staff", "World", "Business"));
    lines.addAll(List.of("About us", "Feedback", "Statistics", "Group", "Iran", "Conference"));
    lines.add(
        "The office can be reached by all readers on every day of the week but the last one, by"
            + " telephone, by letter and in person, and its staff will answer what they can.");

    assertThat(kept(lines, "Council votes for the plan"))
        .containsExactlyElementsOf(ARTICLE.subList(0, 2));
  }

  @Test
  void aTitleOnEveryLineEndsSoon() {
    List<String> lines =
        new ArrayList<>(Collections.nCopies(100_000, "Council votes for the plan"));
    lines.addAll(ARTICLE);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> select(lines, "Council votes for the plan"));
  }

  @Test
  void linesWithoutFullStopAreTextWhereLinksAreMarked() {
    List<String> text =
        List.of(
            "Two schools for the north of the town, which have been promised for more than ten"
                + " years",
            "A bridge of timber across the river, wide enough for the buses and for those on foot");
    List<String> lines = new ArrayList<>(List.of("[Home](/)", "[Town](/t)", "[Sports](/s)"));
    lines.addAll(ARTICLE);
    lines.addAll(text);
    lines.addAll(List.of("[Older news](/o)", "[Contact](/c)"));

    assertThat(kept(lines)).containsAll(text).doesNotContain("Home", "Contact");
  }

  @Test
  void whatAPictureIsSaidToShowIsACaption() {
    String caption = "The head of the council at the old bridge last summer";
    List<String> lines = new ArrayList<>(ARTICLE);
    lines.addAll(2, List.of("![" + caption + "](/bridge.jpg)", "", caption, ""));

    assertThat(kept(lines)).containsExactlyElementsOf(ARTICLE);
  }

  private static List<String> kept(List<String> lines) {
    return kept(lines, "");
  }

  private static List<String> kept(List<String> lines, String title) {
    Selection selection = select(lines, title);
    return IntStream.range(0, selection.size())
        .filter(selection::isKept)
        .mapToObj(i -> selection.get(i).text())
        .toList();
  }

  private static Selection select(List<String> lines, String title) {
    return new TextCleaner().clean(TextBlocks.of(lines), title);
  }
}
