package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleCleanerTest {

  private static final String PARAGRAPH =
      "The harbour council voted on Tuesday to rebuild the old fish market, which burnt down in"
          + " March, and to let the traders move back before winter. ";

  private final ArticleCleaner cleaner = new ArticleCleaner();

  @Test
  void aPageGivesItsTextWithoutWhatSurroundsIt() {
    String body =
        clean(
            """
            <html><head><title>Fish market returns - The Harbour Post</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <div class="wrap"><h1>Fish market returns</h1>
            <div class="byline">By Ann Example, 3 May 2024</div>
            <p>%s</p>
            <p>Read more: <a href="/x">Why the roof fell in</a></p>
            <figure><img src="a.jpg"><figcaption>The ruin in April. Photo: A. Example</figcaption></figure>
            <h2>What it costs</h2>
            <p>%sTwo thirds of the money come from the insurance.</p>
            <div class="newsletter">Sign up for our morning newsletter.</div>
            <h3>Related stories</h3>
            <ul><li><a href="/1">Ferry runs aground off the northern pier</a></li>
            <li><a href="/2">Council to sell three of its warehouses</a></li></ul>
            </div><footer>Copyright 2024 The Harbour Post. All rights reserved.</footer>
            </body></html>
            """
                .replace("%s", PARAGRAPH));
    assertThat(body.split("\n\n"))
        .containsExactly(
            PARAGRAPH.strip(),
            "What it costs",
            PARAGRAPH + "Two thirds of the money come from the insurance.");
  }

  @Test
  void aStandfirstInTheHeaderIsPartOfTheText() {
    String body =
        clean(
            """
            <html><body><article><header><h1>Neues Dach für die Markthalle</h1>
            <p>Nach dem Brand im Frühjahr soll die Halle bis zum Winter wieder öffnen.</p>
            <span class="author">Von Erika Beispiel</span></header>
            <div class="content"><p>Der Rat der Stadt hat am Dienstag beschlossen, die alte Markthalle wieder
            aufzubauen, die im März abgebrannt ist. Die Händler sollen zurückkehren.</p>
            <p>Zwei Drittel der Kosten trägt die Versicherung, den Rest zahlt die Stadt aus ihren
            Rücklagen. Das sagte die Bürgermeisterin nach der Sitzung.</p></div></article></body></html>
            """);
    assertThat(body).startsWith("Nach dem Brand im Frühjahr").doesNotContain("Erika");
  }

  @Test
  void theDayOnWhichANoticeIsSignedBelongsToIt() {
    String body =
        clean(
            """
            <html><body><div><h1>关于重建鱼市场的公告</h1><div class="info">2024-07-18</div>
            <div id="zoom"><p>示例市议会周二投票决定重建三月份被烧毁的旧鱼市场，并计划让商户搬回原址。</p>
            <p>特此公告。</p><p>示例市交通局</p><p>2024年7月18日</p></div></div></body></html>
            """);
    assertThat(body).endsWith("示例市交通局\n\n2024年7月18日").doesNotContain("2024-07-18");
  }

  @Test
  void readersCommentsAreDroppedEvenWhenTheyAreLongerThanTheText() {
    String comments =
        "<li class=comment><p>I was there and saw it all, and I tell you it was bad.</p></li>";
    String body =
        clean(
            "<html><body><div class=entry><p>"
                + PARAGRAPH.repeat(3)
                + "</p></div><ol class=commentlist>"
                + comments.repeat(40)
                + "</ol></body></html>");
    assertThat(body).contains("fish market").doesNotContain("I was there");
  }

  @Test
  void aTextInLineBreaksIsCutIntoParagraphs() {
    String body =
        clean(
            "<html><body><table><tr><td><a href=1>首页</a> <a href=2>新闻</a></td></tr><tr><td>"
                + "　　市议会周二决定重建三月烧毁的旧鱼市场，商户将在冬天之前搬回来。<br><br>"
                + "　　重建费用的三分之二由保险公司承担，其余部分由市政府支付，市长在会后表示。<br>"
                + "</td></tr><tr><td>相关新闻</td></tr><tr><td><a href=3>渡轮在北码头搁浅</a></td></tr>"
                + "</table></body></html>");
    assertThat(body)
        .isEqualTo("市议会周二决定重建三月烧毁的旧鱼市场，商户将在冬天之前搬回来。\n\n" + "重建费用的三分之二由保险公司承担，其余部分由市政府支付，市长在会后表示。");
  }

  @Test
  void structuredDataStandInForAPageWithoutText() {
    String body =
        clean(
            "<html><body><div id=app>Loading</div><script type=\"application/ld+json\">"
                + "{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + PARAGRAPH.repeat(2)
                + "\"}</script></body></html>");
    assertThat(body).contains("harbour council");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='post'><script type='text/template'><p>%s</p><p>%s</p></script></div>",
        "<div class='post'><noscript><p>%s</p><p>%s</p></noscript></div>",
        "<div class='comments'><div class='comment'><p>%s</p><p>%s</p></div></div>"
      })
  void hiddenTextStandsInForAPageWithoutText(String html) {
    String page = "<html><body><p>Menu</p>" + html.replace("%s", PARAGRAPH.repeat(2)) + "</body>";

    assertThat(clean(page)).startsWith("The harbour council voted").doesNotContain("Menu");
  }

  @Test
  void templatesThatWaitForValuesAreNoText() {
    String form = "<label>{{ name }}</label><p>" + PARAGRAPH.repeat(9) + "</p>";

    assertThat(
            clean(
                "<html><body><p>"
                    + PARAGRAPH
                    + "</p><script type='text/template'>"
                    + form
                    + "</script></body>"))
        .isEqualTo(PARAGRAPH.strip());
  }

  @Test
  void rowsOfATableAreLinesOfTheText() {
    String body =
        clean(
            "<html><body><p>"
                + PARAGRAPH
                + "</p><table><tr><th>Stall</th><th>Rent</th></tr><tr><td>North"
                + " <b>pier</b></td><td>1,200</td></tr></table><p>"
                + PARAGRAPH
                + "</p></body>");

    assertThat(body).contains("Stall Rent\nNorth pier 1,200");
  }

  @Test
  void columnsOfAPageAreNoRows() {
    String body =
        clean(
            "<html><body><table><tr><td><p>Menu</p><p>Home</p></td><td><p>"
                + PARAGRAPH
                + "</p><p>"
                + PARAGRAPH.replace("Tuesday", "Friday").repeat(3)
                + "</p></td></tr></table></body>");

    assertThat(body.split("\n\n")).hasSize(2);
  }

  @Test
  void elementsOfTheSitesOwnWithinASentenceArePartOfIt() {
    String body =
        clean(
            "<html><body><p>"
                + PARAGRAPH
                + " All of them agreed (<x-source><a href='/1'>9</a></x-source>) in the end.</p>"
                + "<x-box><p>"
                + PARAGRAPH.replace("Tuesday", "Friday")
                + "</p></x-box></body>");

    assertThat(body.split("\n\n")).hasSize(2);
    assertThat(body).contains("agreed (9) in the end.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Council notes - Daily Echo   | <h5>Fish traders move before winter</h5>
          MarketsGuide/Vendors         | <h2>Rebuilding markets</h2>
          Daily Echo                   | <div class='t'><a href='/1'>Fish traders move</a></div><div>03.05.2024 09:30</div>
          Fish market (1) - Council pages - Daily Echo - Local | <h4>Fish market</h4><p>3 May 2024</p>
          """)
  void theLineAboveTheTextIsTheTitleIfItsWordsAreTheTexts(String title, String lines) {
    String head = "<html><head><title>" + title + "</title></head><body><div>" + lines;
    String text = PARAGRAPH + "Rebuilding the markets takes the traders through the winter.";

    CleaningResult result = cleaner.clean(file(head + "</div><div><p>" + text + "</p></div>"));

    String expected = Jsoup.parse(lines).select("h5, h2, a, h4").text();
    assertThat(((Cleaned) result).article().title()).contains(expected);
  }

  @Test
  void aSectionsNameIsNotTheTitleOfAPage() {
    var result =
        cleaner.clean(
            file(
                "<html><head><title>Inner life - Example News</title></head><body><p>"
                    + "<h5>Traders of the market wait</h5><p>"
                    + "The traders of the market wait for an answer of the town. "
                    + PARAGRAPH
                    + "</p></body>"));

    assertThat(((Cleaned) result).article().title()).contains("Traders of the market wait");
  }

  @Test
  void shortBoldLinesAreHeadings() {
    var blocks =
        cleaner
            .explain(
                file(
                    "<html><body><p>"
                        + PARAGRAPH
                        + "</p><p><strong>What it costs</strong></p><p>"
                        + PARAGRAPH
                        + "</p><p><b>Nobody knows when the traders will be back.</b></p></body>"))
            .blocks();

    assertThat(blocks)
        .extracting(ExplainedBlock::kind)
        .containsExactly("paragraph", "heading", "paragraph", "paragraph");
  }

  @Test
  void textGoesOnBehindABoxOfLinks() {
    String paragraphs = ("<p>" + PARAGRAPH + "</p>").repeat(1);
    String body =
        clean(
            "<html><body><div>"
                + paragraphs.replace("Tuesday", "Monday")
                + paragraphs.replace("Tuesday", "Friday")
                + paragraphs.replace("Tuesday", "Sunday")
                + "<h3>Related stories</h3><ul><li><a href='/1'>Ferry runs aground off the"
                + " pier</a></li></ul><p>The traders said that they could hardly wait to be back in"
                + " their stalls.</p></div></body>");

    assertThat(body).endsWith("back in their stalls.").doesNotContain("Ferry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | en      | The harbour council voted on Tuesday to rebuild the old fish market, which burnt down in March, and to let them back.
          de-DE | en      | The harbour council voted on Tuesday to rebuild the old fish market, which burnt down in March, and to let them back.
          en    | fr      | Le conseil du port a voté mardi pour que le vieux marché aux poissons, qui a brûlé en mars, soit reconstruit avant l'hiver.
          zh-TW | zh-Hant | 市民今天可以在海上看到日出，天文台表示明天早上也會有同樣的景象，大家可以早一點出門。
          zh-TW | zh-Hant | 今天上午大家在山上看日出，人人都十分安全，山下也一切如常，大家都在家等到明天。
          """)
  void thePageIsAWitnessForTheLanguageOfAText(String declared, String expected, String text) {
    CleaningResult result =
        cleaner.clean(file("<html lang='" + declared + "'><body><p>" + text + "</p></body>"));

    assertThat(((Cleaned) result).article().language().toLanguageTag()).isEqualTo(expected);
  }

  @Test
  void explainingSaysWhyEachBlockWasDropped() {
    Explanation explanation =
        cleaner.explain(
            file(
                "<html><body><nav><a href=1>Sport</a></nav><p>"
                    + PARAGRAPH
                    + "</p></body></html>"));
    assertThat(explanation.blocks()).extracting(ExplainedBlock::kept).containsExactly(false, true);
    assertThat(explanation.blocks()).allSatisfy(block -> assertThat(block.reason()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>The page"
            + " you were looking for is not here, please go back to the start page of this"
            + " site.</p></body></html>",
        "<html><body><h1>Anmelden</h1><form><label>Name</label><label>Passwort</label></form></body></html>",
        "<html><body><ul><li><a href=1>One</a><li><a href=2>Two</a></ul></body></html>"
      })
  void aPageWithoutArticleIsRejected(String html) {
    assertThat(cleaner.clean(file(html)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.NO_ARTICLE);
              assertThat(rejected.detail()).isNotBlank();
            });
  }

  @Test
  void aFrontPageIsRejected() {
    StringBuilder html = new StringBuilder("<html><body><h1>The Harbour Post</h1>");
    for (int i = 0; i < 60; i++) {
      html.append("<div class=item><h2><a href=").append(i).append(">Headline number ").append(i);
      html.append(" about the harbour and its boats</a></h2><p>A few words on it.</p></div>");
    }
    assertThat(cleaner.clean(file(html.append("</body></html>").toString())))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void emptyAndBinaryFilesAreRejectedByName() {
    assertThat(cleaner.clean(file(" \n\t ")))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.EMPTY));
    byte[] noise = new byte[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 7 % 32);
    }
    assertThat(cleaner.clean(RawFile.of("noise", noise)))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.BINARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<a href=x><i>", "<table><tr>", "<ul><li>", "<p><font>"})
  void deepNestingEndsSoon(String tag) {
    String html = "<html><body>" + tag.repeat(40_000) + PARAGRAPH;
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> cleaner.clean(file(html)).origin());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "*a ", "_a_b", "[a](", "![", "- ", "|a", "> ", "# ", "a@a.", "<a ", "1. ", "ab cd\n"
      })
  void longRunsOfMarkupInTextEndSoon(String run) {
    String text = run.repeat(100_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> cleaner.clean(file(text)).origin());
  }

  @Test
  void tooManyElementsAreTooLarge() {
    assertThat(cleaner.clean(file("<html><body>" + "<i>".repeat(600_000) + PARAGRAPH)))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  private String clean(String text) {
    CleaningResult result = cleaner.clean(file(text));
    assertThat(result).isInstanceOf(Cleaned.class);
    return ((Cleaned) result).article().body();
  }

  private static RawFile file(String text) {
    return RawFile.of("test", text.getBytes(StandardCharsets.UTF_8));
  }
}
