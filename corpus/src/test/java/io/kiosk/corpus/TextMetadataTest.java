package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextMetadataTest {

  private static final String PARAGRAPH =
      "The council voted on the plan after a long debate, and all of its members agreed to it.";
  private static final String ABSATZ =
      "Der Rat stimmte nach langer Debatte über den Plan ab, und alle Mitglieder waren dafür.";

  @Test
  void believesFrontMatter() {
    Metadata metadata =
        read(
            """
            ---
            title: The plan
            author: Jane Doe
            source: Example News
            url: https://example.com/plan
            date: 18.07.2024
            fetch_date: 2024-08-01T10:00:00.123
            ---
            # Another title

            2024-07-30
            """
                + PARAGRAPH);

    assertThat(metadata.title()).contains("The plan");
    assertThat(metadata.author()).contains("Jane Doe");
    assertThat(metadata.source()).contains("Example News");
    assertThat(metadata.url()).contains(URI.create("https://example.com/plan"));
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
    assertThat(metadata.publishedFrom()).contains("front-matter");
    assertThat(metadata.fetched()).contains(Instant.parse("2024-08-01T10:00:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18. Juli 202418. Juli 2024 von Jana",
        "Posted by JaneD on Thursday July 18, 2024 @08:00PM from the department of bridges."
      })
  void readsDatesThatOtherTextFollowsDirectly(String line) {
    assertThat(read("Council agrees on the plan\n" + line + "\n" + PARAGRAPH).published())
        .map(date -> date.toString().substring(0, 10))
        .contains("2024-07-18");
  }

  @Test
  void takesTheSitesNameFromTheTitleInTheFirstLine() {
    String rest = "\n" + PARAGRAPH + "\n" + PARAGRAPH + "\n© 2024 Example News";
    assertThat(read("Council agrees on the plan - Example News" + rest).title())
        .contains("Council agrees on the plan");
    assertThat(read("Council agrees - a comment" + rest).title())
        .contains("Council agrees - a comment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jane Doe\nJuly 18, 2024",
        "July 18, 2024\nJane Doe",
        "Jane Doe, July 18, 2024",
        "Jane Doe | 18.07.2024, 10:30 Uhr",
        "18.07.2024 / Jane Doe / 12 comments",
        "18.07.2024, 10:30 Uhr von Jane Doe",
        "ByJane Doe",
        "By Jane Doe, Reuters"
      })
  void findsAuthorsBesideTheDate(String byline) {
    assertThat(read("Council agrees on the plan\n" + byline + "\n" + PARAGRAPH).author())
        .contains("Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Politics\nJuly 18, 2024",
        "July 18, 2024\nRead More Stories",
        "July 18, 2024 Town Halls",
        "Last Modified: July 18, 2024",
        "Town Halls",
        "July 18, 2024\nView Comments"
      })
  void guessesNoAuthorFromOtherWordsBesideTheDate(String line) {
    assertThat(read("Council agrees on the plan\n" + line + "\n" + PARAGRAPH).author()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "市议会通过新规划\n2024-07-18 来源：示例日报\n%s",
        "市议会通过新规划\n示例日报 2024-07-18 10:30:00\n%s\n责任编辑：王小明",
      })
  void creditsTheOriginWhereNobodyIsNamed(String text) {
    String paragraph = "市议会经过长时间的辩论，就新的规划进行了表决，所有议员最后都投了赞成票。";
    assertThat(read(text.replace("%s", paragraph)).author()).contains("示例日报");
  }

  @Test
  void originBehindTheTextIsNoAuthor() {
    String paragraph = "市议会经过长时间的辩论，就新的规划进行了表决，所有议员最后都投了赞成票。";
    assertThat(read("市议会通过新规划\n" + paragraph + "\n原文来源：示例日报").author()).isEmpty();
  }

  @Test
  void readsReportersAtTheStartOfChineseText() {
    assertThat(read("市议会通过新规划\n2024-07-18\n示例社北京7月18日电（记者王小明）市议会经过长时间的辩论，就新的规划进行了表决。").author())
        .contains("王小明");
  }

  @Test
  void findsTheHeadlineBehindMenus() {
    Metadata metadata =
        read(
            "Home > News > Local\n"
                + "news\n"
                + "Categories: City\n"
                + "18.07.2024\n"
                + "Rat stimmt dem neuen Plan zu\n"
                + ABSATZ);

    assertThat(metadata.title()).contains("Rat stimmt dem neuen Plan zu");
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
    assertThat(metadata.publishedFrom()).contains("text");
  }

  @Test
  void findsHeadlineAndDateBehindALongMenu() {
    String menu = "Politics\nLocal business\nThe weather today\nSports and games\n".repeat(9);
    Metadata metadata =
        read(
            menu
                + "Council agrees on new plan after long debate\n"
                + "City desk\n"
                + "By Jane Doe\n"
                + "18 July 2024\n"
                + (PARAGRAPH + "\n").repeat(3)
                + "Mayor opens the new bridge\nComments");

    assertThat(metadata.title()).contains("Council agrees on new plan after long debate");
    assertThat(metadata.author()).contains("Jane Doe");
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void prefersTheLineThatTheDocumentTitleNames() {
    Metadata metadata =
        read(
            "Rat billigt Haushalt | Beispielblatt\nStartseite\nRathaus\nRat billigt Haushalt\n"
                + "Wie alle Mitglieder über den Plan des Rates stimmten\n"
                + (ABSATZ + "\n").repeat(3));

    assertThat(metadata.title()).contains("Rat billigt Haushalt");
  }

  @Test
  void takesNoCaptionForTheHeadline() {
    Metadata metadata =
        read(
            "Council agrees on new plan\nby the city desk\n18 July 2024\n"
                + "Mayor and members of the council after the debate\n"
                + PARAGRAPH);

    assertThat(metadata.title()).contains("Council agrees on new plan");
  }

  @Test
  void takesTheLineWithWhichABreadcrumbEnds() {
    Metadata metadata =
        read(
            "Menu\nHome » Local » Neighbours get their bridge\nSports results\n"
                + "Neighbours get their bridge\nMembers of the council voted for the plan\n"
                + PARAGRAPH
                + "\nWork on the bridge begins in spring, the mayor said, and the road will be"
                + " closed for two years.");

    assertThat(metadata.title()).contains("Neighbours get their bridge");
  }

  @Test
  void leavesAuthorAndDateBelowTheHeadline() {
    Metadata metadata =
        read("Council agrees on new plan\nby Jane Doe\nvom 18. Juli 2024\n" + PARAGRAPH);

    assertThat(metadata.title()).contains("Council agrees on new plan");
    assertThat(metadata.author()).contains("Jane Doe");
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void prefersTheHeadingAboveTheTextToWhatADocumentIsCalled() {
    String text = "---\ntitle: Latest on bridges and roads\nurl: https://example.com/1\n---\n\n";
    Metadata metadata =
        read(
            text
                + "# Council agrees on the plan after a debate\n\n18 July 2024\n\n"
                + PARAGRAPH.repeat(2));

    assertThat(metadata.title()).contains("Council agrees on the plan after a debate");
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
    assertThat(read(text + "# Roads\n\n" + PARAGRAPH).title())
        .contains("Latest on bridges and roads");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* [Home](/)\n* [# Council agrees on it](/1)\n\nA debate on plans\n\n",
        "Home\n\nCouncil agrees on it\n====\n\nA debate on plans\n\n"
      })
  void readsHeadingsInLinksAndAboveRows(String head) {
    assertThat(read(head + PARAGRAPH).title()).contains("Council agrees on it");
  }

  @Test
  void leavesTheSiteOutOfATitle() {
    assertThat(
            read("---\n"
                    + "title: Der Rat billigt den Plan nach langer Debatte | Beispielblatt\n"
                    + "lang: de\n"
                    + "---\n"
                    + ABSATZ)
                .title())
        .contains("Der Rat billigt den Plan nach langer Debatte");
    assertThat(
            read("---\ntitle: The plan - Example\nurl: https://www.example.com/1\n---\n"
                    + PARAGRAPH)
                .title())
        .contains("The plan");
    assertThat(read("---\ntitle: Der Plan – ein Überblick\nlang: de\n---\n" + ABSATZ).title())
        .contains("Der Plan – ein Überblick");
  }

  @Test
  void readsTheHeaderOfARepost() {
    Metadata metadata =
        read(
            "Council agrees on the plan\n2024-7-18 04:16:23 Author: example.org(查看原文) 阅读量:5\n\n"
                + PARAGRAPH
                + "\n文章来源: https://example.org/news/plan\n如有侵权请联系");

    assertThat(metadata.source()).contains("example.org");
    assertThat(metadata.url()).contains(URI.create("https://example.org/news/plan"));
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void readsLabelledLinesBelowTheHeadline() {
    Metadata metadata =
        read(
            "# Council agrees on the plan\n\n**Source:** Example News\n"
                + "**URL:** https://example.org/plan\n\n---\n\n"
                + PARAGRAPH);

    assertThat(metadata.url()).contains(URI.create("https://example.org/plan"));
    assertThat(metadata.source()).contains("Example News");
  }

  @Test
  void readsAChineseDateline() {
    Metadata metadata = read("市议会通过新的城市规划\n2024年07月18日 09:30 来源：示例网 作者：张三\n\n正文。");

    assertThat(metadata.title()).contains("市议会通过新的城市规划");
    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
    assertThat(metadata.source()).contains("示例网");
    assertThat(metadata.author()).contains("张三");
  }

  @Test
  void readsBylineAndAuthorBox() {
    assertThat(read("Council agrees on the plan\nBy Jane Doe and John Roe\n" + PARAGRAPH).author())
        .contains("Jane Doe and John Roe");
    assertThat(
            read("Rat stimmt dem Plan zu\n"
                    + ABSATZ
                    + "\n\n"
                    + "Eva Muster\n\n"
                    + "Eva schreibt seit vielen Jahren über die Stadt und ihre Politik.")
                .author())
        .contains("Eva Muster");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rat stimmt dem Plan zu\n18.07.24 - TEXT\nTEXT",
        "Rat stimmt dem Plan zu\nTEXT\nTEXT\nDrucken\nTeilen\nDatum: 18.07.2024",
        "Sa, 20. Juli 2024\nRat stimmt dem Plan zu\nVeröffentlicht am\n18. Juli 2024\nTEXT",
        "Rat stimmt dem Plan zu\nZuletzt geändert: 20.07.2024\nStadt\n18.07.2024, 09:30 Uhr\nTEXT",
        "Rat stimmt dem Plan zu\nTEXT\nTEXT\nMehr\nRat stimmt dem Plan zu - 18.07.2024",
        "Rat stimmt dem Plan zu\nEva\nDie Stadt\nDrucken\nTeilen\nVorlesen\nMerken\nKleiner\n"
            + "18.07.2024\nTEXT"
      })
  void findsTheDateNearTheText(String text) {
    assertThat(read(text.replace("TEXT", ABSATZ)).published())
        .contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void readsNumbersInTheOrderOfTheTextsLanguage() {
    String menu = "Hauptmenü\n".repeat(50);

    assertThat(read(menu + "Council agrees on plan\n7/8/2024\n" + PARAGRAPH).published())
        .contains(PublicationDate.parse("2024-07-08"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann 19.07.1913:39\nI like it",
        "Some reader 20 July 2024 14:17\nI like it",
        "4 Stunden ago",
        "vor 2 Tagen",
        "3小时前",
        "Related\nAnother article on the city\n2024-07-20\nYet another one\n2024-07-19",
        "© 2024-07-18 Example"
      })
  void takesNoDateThatIsNotTheArticles(String tail) {
    String text = "Council agrees on the plan\n\n" + (PARAGRAPH + "\n\n").repeat(3) + tail;

    assertThat(read(text).published()).isEmpty();
    assertThat(read(text).publishedFrom()).isEmpty();
  }

  @Test
  void takesNoDateBehindTheFetch() {
    RawFile file =
        new RawFile(
            "x",
            new byte[0],
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2024-07-01T00:00:00Z")));
    ScrapedText text = ScrapedText.of("Council agrees on the plan\n2024-07-18\n" + PARAGRAPH);

    assertThat(read(text, file).published()).isEmpty();
  }

  @Test
  void survivesEmptyText() {
    assertThat(read("").title()).isEmpty();
    assertThat(read("\n\n---\n---\n").title()).isEmpty();
  }

  private static Metadata read(String text) {
    return read(ScrapedText.of(text), RawFile.of("x", new byte[0]));
  }

  private static Metadata read(ScrapedText text, RawFile file) {
    List<Block> blocks = TextBlocks.of(text.lines());
    TextMetadata said =
        new MetadataExtractor().ofText(text, file, new TextCleaner().clean(blocks, ""));
    return said.read(new TextCleaner().clean(blocks, said.title().orElse("")));
  }
}
