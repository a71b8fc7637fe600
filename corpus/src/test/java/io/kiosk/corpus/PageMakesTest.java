package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pages as content systems, forums and press make them. */
class PageMakesTest {

  private static final String FIRST =
      "The harbour council voted on Tuesday to rebuild the old fish market, which burnt down in"
          + " March, and to let the traders move back before winter.";
  private static final String SECOND =
      "Two thirds of the money come from the insurance, the mayor said after the meeting, and the"
          + " town will pay the rest out of its savings.";
  private static final String REPLY =
      "My grandfather had a stall in that market, and I am glad that it will be built again, even"
          + " if it takes them another ten years.";

  private final ArticleCleaner cleaner = new ArticleCleaner();

  @Test
  void aPostThatListsItsWriterAndTopicsInItsClassIsNoBoxAboutThem() {
    String comment = fill("<article class='comment-body'><p>%s</p></article>", REPLY);
    assertThat(
            body(
                fill(
                        "<article class='entry author-ann post-12 type-post status-publish hentry"
                            + " category-comment tag-newsletter'><h1>Fish market returns</h1>"
                            + "<div class='entry-content'><p>%s</p><p>%s</p></div></article>",
                        FIRST, SECOND)
                    + "<div class='comments-area'>"
                    + comment.repeat(8)
                    + "</div>"))
        .isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void linesThatLeadToOtherSitesAreThingsThatTheTextIsAbout() {
    String lines =
        "<p><a href='https://shop.example/fish'>Fish knives for 12.99</a></p>"
            + "<p><a href='https://post.example/2'>Council to sell three warehouses</a></p>"
            + "<ul><li><a href='/3'>Ferry runs aground</a></li>"
            + "<li><a href='//museum.example'>The museum of the harbour</a></li></ul>";
    assertThat(
            body(
                "<link rel='canonical' href='https://post.example/1'>"
                    + fill("<div><p>%s</p>" + lines + "<p>%s</p></div>", FIRST, SECOND)))
        .contains("Fish knives", "museum of the harbour")
        .doesNotContain("warehouses", "Ferry");
  }

  @Test
  void boxesThatOpenOverAWordAreNoPartOfItsSentence() {
    String box =
        "The mayor, <span class='person'><a href='/a'>Ann Roe</a><span class='tooltip-text'>"
            + "<a href='/1'>Ferry runs aground</a></span></span>, was glad of it.";
    assertThat(body(fill("<div><p>%s</p><p>%s</p></div>", FIRST, box)))
        .isEqualTo(FIRST + "\n\nThe mayor, Ann Roe, was glad of it.");
  }

  @Test
  void headingsThatAreSentencesNeedNoTextBeneath() {
    String end = "<h2>The stalls of the old market are gone for good.</h2><h2>The stalls</h2>";
    assertThat(body(fill("<div><p>%s</p><p>%s</p>" + end + "</div>", FIRST, SECOND)))
        .endsWith("gone for good.");
  }

  @Test
  void wordsOfLabelsWithinASentenceMakeItNoLabel() {
    String sentence =
        "The lamps of the market are powered by the tide, which costs the town nothing.";
    assertThat(
            body(
                fill(
                    "<div><p>%s</p><p>%s</p><p>Powered by Harbour CMS</p></div>", FIRST, sentence)))
        .isEqualTo(FIRST + "\n\n" + sentence);
  }

  @Test
  void theTextBeginsAboveALongTableOfItsContents() {
    String contents = "<ul>" + "<li><a href='#a'>Fish</a></li>".repeat(38) + "</ul>";
    String start = "<h1>Fish market returns</h1><p>%s One.</p><p>%s Two.</p><p>%s Three.</p>";
    assertThat(
            body(
                fill(start, REPLY, REPLY, REPLY)
                    + contents
                    + fill("<div><p>%s</p><p>%s</p></div>", FIRST, (SECOND + " ").repeat(20))))
        .startsWith(REPLY + " One.");
  }

  @Test
  void whateverTheNameOfABoxAroundTheOnlyTextItIsKept() {
    assertThat(
            body(
                fill(
                        "<div class='promo-wrapper'><div class='article-body'><p>%s</p><p>%s</p></div></div>",
                        FIRST, SECOND)
                    + fill(
                        "<div class='teasers'><p>%s</p><p>%s</p></div>",
                        REPLY + " One.", REPLY.repeat(3))))
        .startsWith(FIRST);
  }

  @Test
  void answersInAThreadAreNotThePost() {
    assertThat(
            body(
                post(1, "Mo 3. Mär 2008, 12:10", FIRST)
                    + post(2, "Di 4. Mär 2008, 08:00", REPLY)
                    + post(3, "Di 4. Mär 2008, 09:00", REPLY + " Really.")))
        .isEqualTo(FIRST);
  }

  private static String post(int number, String time, String text) {
    return fill(
        "<div id='p%d' class='post'><p class='line'>von Ann » %s</p><div>%s</div></div>",
        number, time, text);
  }

  @Test
  void entriesOfALiveReportAreNoAnswers() {
    String entry = "<section id='post-%s'><p>1%s:10, 1 May 2022</p><h2>%s</h2><p>%s</p></section>";
    assertThat(
            body(
                "<article>"
                    + fill(entry, "1", "1", "Doors open", FIRST)
                    + fill(entry, "2", "2", "The mayor speaks", SECOND)
                    + "</article>"))
        .isEqualTo(String.join("\n\n", "Doors open", FIRST, "The mayor speaks", SECOND));
  }

  @Test
  void anEditorsCommentIsNoCommentOfReaders() {
    String other = "<div class='teaser'><p>%s</p></div>";
    assertThat(
            body(
                fill(
                        "<article class='article kommentar'><h1>Fish market returns</h1><p>%s</p><p>%s</p></article>",
                        FIRST, SECOND)
                    + fill(other, REPLY)
                    + fill(other, REPLY + " Or twenty.")))
        .startsWith(FIRST + "\n\n" + SECOND);
  }

  @Test
  void linesAboutTheAuthorBeneathTheirNameAreNoText() {
    assertThat(
            body(
                fill(
                    "<article><p>%s</p><p>%s</p><h4>Ann Example</h4><p>Ann Example is a staff writer and"
                        + " covers the harbour.</p></article>",
                    FIRST, SECOND)))
        .isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void questionsThatUnfoldTheirAnswersAreHeadings() {
    assertThat(
            body(
                fill(
                        "<main><h3><button class='accordion-button'>Who pays?</button></h3>"
                            + "<div class='collapse'><p>%s</p></div>",
                        SECOND)
                    + fill(
                        "<h3><button>What was decided?</button></h3><div><p>%s</p></div></main>",
                        FIRST)))
        .isEqualTo(String.join("\n\n", "Who pays?", SECOND, "What was decided?", FIRST));
  }

  @Test
  void codeIsKeptWhateverWordsAreInIt() {
    assertThat(body(fill("<p>%s</p><pre>>>> sign_in() # click here</pre><p>%s</p>", FIRST, SECOND)))
        .contains(">>> sign_in() # click here");
  }

  @Test
  void theTextGoesOnBehindABoxInTheNextPartOfTheSameName() {
    String parts =
        fill("<div class='text'><p>%s</p></div><div class='text'><p>%s</p></div>", FIRST, SECOND);
    assertThat(
            body(
                "<section>"
                    + parts
                    + fill(
                        "<div class='box'><h4>Trending</h4><ul><li><a href=1>Ferry runs aground off the"
                            + " northern pier</a></li></ul></div>"
                            + "<div class='text'><p>%s</p></div></section>",
                        REPLY)))
        .endsWith(REPLY)
        .doesNotContain("Ferry");
  }

  @Test
  void aParagraphBehindALinkThatStandsInTheTextBelongsToTheText() {
    assertThat(
            body(
                fill(
                    "<article><p>%s</p><p>Related:</p><p><a href=1>Ferry runs aground off the pier</a></p><p>%s</p></article>",
                    FIRST, SECOND)))
        .isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void whoWroteItUnderAHeadingEndsTheText() {
    assertThat(
            body(
                fill("<article><p>%s</p><p>%s</p></article>", FIRST, SECOND)
                    + "<div><h2>Written by Ann Example</h2><p>Swims, writes and lives by the sea, in"
                    + " that order, as she likes to say.</p></div>"))
        .isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void linesAboveTheHeadlineAreNoText() {
    String lead = "The town wants its fish back before the winter comes.";
    String text = fill("<h1>Fish market returns</h1><p>%s</p><p>%s</p>", FIRST, SECOND);

    assertThat(body("<article><p>Town</p><p>Rebuilding</p>" + text + "</article>"))
        .isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(body("<article><p>" + lead + "</p>" + text + "</article>"))
        .isEqualTo(lead + "\n\n" + FIRST + "\n\n" + SECOND);
  }

  @Test
  void aLastLineThatIsSignedIsText() {
    String last = "The fish will be back. (Ann Roe) +++";
    assertThat(
            body(
                fill("<div class='text'><p>%s</p><p>%s</p></div>", FIRST, SECOND)
                    + fill("<div class='end'><p>%s</p></div>", last)))
        .isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + last);
  }

  @Test
  void consentInElementsOfAmpIsNoText() {
    assertThat(
            body(
                fill(
                        "<article><p>%s</p><amp-consent><div>We keep what you like on this device, and so do",
                        FIRST)
                    + fill(" others.</div></amp-consent><p>%s</p></article>", SECOND)))
        .isEqualTo(FIRST + "\n\n" + SECOND);
  }

  private static String fill(String html, Object... texts) {
    return String.format(Locale.ROOT, html, texts);
  }

  private String body(String html) {
    String page = "<html><head><title>Fish market returns</title></head><body>" + html;
    byte[] bytes = (page + "</body></html>").getBytes(StandardCharsets.UTF_8);
    return ((Cleaned) cleaner.clean(RawFile.of("page.html", bytes))).article().body();
  }
}
