package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataExtractorTest {

  private static final Instant FETCHED = Instant.parse("2024-08-01T12:00:00Z");
  private static final String PARAGRAPH =
      "<p>"
          + "The council voted on the plan after a long debate, and its members agreed. ".repeat(5)
          + "</p>";

  private final MetadataExtractor extractor = new MetadataExtractor();

  @ParameterizedTest
  @CsvSource({
    "/blog/author/ann-roe, Ann Roe",
    "/autoren/ann-roe, Ann Roe",
    "/autorennen/ann-roe,",
    "/authority/ann-roe,"
  })
  void aLinkToAPageAboutAnAuthorNamesIt(String address, String author) {
    String link = "<div class='top'><a href='" + address + "'>Ann Roe</a></div>";

    assertThat(html("<title>Plan</title>", "<h1>Plan</h1>" + link + PARAGRAPH).author())
        .isEqualTo(Optional.ofNullable(author));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Council agrees on plan - Example News
          Council agrees on plan – Politics – Example News
          Example News: Council agrees on plan
          Council agrees on plan » Example News
          Council agrees on plan_Example News
          Example News for town - Council agrees on plan
          Council agrees on plan
          """)
  void takesTheHeadingThatTheTitleNames(String title) {
    String body =
        "<h1>Example News</h1><h2>Council agrees on plan</h2>" + PARAGRAPH + "<h2>More</h2>";

    assertThat(html("<title>" + title + "</title>", body).title())
        .contains("Council agrees on plan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Stadtrat stimmt dem Plan zu | Stadtrat stimmt dem Plan zu - Beispielzeitung
          Stadtrat stimmt dem Plan zu | Stadtrat stimmt dem Plan zu · Beispielzeitung
          市议会通过新的城市规划 | 市议会通过新的城市规划-新闻网
          市议会通过新的城市规划 | 市议会通过新的城市规划_示例网
          AI 2.0 - was nun? | AI 2.0 - was nun? - Beispielzeitung
          市议会通过新的城市规划 | 市议会通过新的城市规划_本地新闻_CN_示例网
          Stadtrat stimmt dem Plan zu | Beispielblog » Archiv » Stadtrat stimmt dem Plan zu
          """)
  void cutsTheSiteOffWhenNoHeadingShowsTheTitle(String expected, String title) {
    String site = "<meta property='og:site_name' content='Beispielzeitung'>";

    assertThat(html("<title>" + title + "</title>" + site, PARAGRAPH).title()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <h1><a href='https://archive.example/2014/http://news.example/'>Daily News</a></h1><h2>Council agrees</h2>
          <nav><span class='page-title'>Council</span></nav><h1>Council agrees</h1>
          <h1 class='box'>Council tax</h1><h1 class='box'>Council house</h1><h1 class='box'>No</h1><h2>Council agrees</h2>
          <article class='post category-popular-posts'><h1>Council agrees</h1></article>
          <h1>Council agrees (other.example) 87</h1>
          """)
  void isNotMisledByWhatStandsBesideTheHeadline(String markup) {
    assertThat(html("<title>Council agrees - Daily News</title>", markup + PARAGRAPH).title())
        .contains("Council agrees");
  }

  @Test
  void dropsWhatForumsPutBeforeTheSubject() {
    String head = "<title>Fish market returns - Town talk - Bay Forum</title>";

    assertThat(html(head, "<h1>[News] Fish market returns</h1>" + PARAGRAPH).title())
        .contains("Fish market returns");
    assertThat(html("", "<h1>[sic] returns to the stage</h1>" + PARAGRAPH).title())
        .contains("[sic] returns to the stage");
  }

  @Test
  void headlinesInTheMainPartStandInNoColumn() {
    String body = "<div class='content-sidebar'><main><h1>What the council wants</h1></main></div>";

    assertThat(html("<meta property='og:title' content='Clever plans'>", body + PARAGRAPH).title())
        .contains("What the council wants");
  }

  @Test
  void aNamedHeadlineMayBeWhatStandsBehindTheColonOfTheTitle() {
    String head =
        "<meta property='og:title' content='Was der Rat jetzt beschließen will?: Der Plan'>";

    assertThat(html(head, "<span class='title'>Der Plan</span>" + PARAGRAPH).title())
        .contains("Der Plan");
  }

  @Test
  void titlesOfMetadataAreReadWithoutTheirElements() {
    String head = "<meta property='og:title' content='<b>Council</b> agrees<br>at last'>";

    assertThat(html(head, PARAGRAPH).title()).contains("Council agrees at last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Daily News -", "- Daily News", "Daily News"})
  void looksForTheHeadlineWhereThePageClaimsItsSiteOnly(String title) {
    String head = "<title>" + title + "</title><meta property='og:site_name' content='Daily News'>";
    String body = "<div class='logo'>Daily News</div><h2>Council agrees</h2>" + PARAGRAPH;

    assertThat(html(head, body + "<h2>Also in the news</h2>").title()).contains("Council agrees");
  }

  @Test
  void dropsLinesAboveTheHeadline() {
    String body =
        "<h1><span class='article__kicker'>Klima</span><span class='visually-hidden'>: </span>"
            + "<span>Bohren, bis es heiß wird</span></h1>";

    assertThat(html("<title>Klima: Bohren, bis es heiß wird</title>", body + PARAGRAPH).title())
        .contains("Bohren, bis es heiß wird");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          json-ld | <script type='application/ld+json'>{"@type":"NewsArticle","datePublished":"2024-07-18"}</script>
          json-ld | <script type='application/ld+json'>{"@graph":[{"@type":["Article"],"datePublished":"2024-07-18T09:00:00+02:00",}]}</script>
          meta    | <meta property='article:published_time' content='2024-07-18T09:00:00Z'>
          meta    | <meta name='DC.date.issued' content='18.07.2024'>
          meta    | <span itemprop='datePublished' content='2024-07-18'></span>
          time    | <time datetime='2024-07-18'>gestern</time>
          text    | <p class='date'>Veröffentlicht am 18. Juli 2024, 9.30 Uhr</p>
          text    | <div class='info'>2024年07月18日 09:30 来源：示例网</div>
          text    | <p>Published: July 18th, 2024</p>
          text    | <p>By Jane Doe · 18 Jul 2024</p>
          """)
  void findsTheDateAndSaysWhere(String origin, String markup) {
    Metadata metadata = html("<title>T</title>", "<h1>T</h1>" + markup + PARAGRAPH);

    assertThat(metadata.published())
        .map(PublicationDate::firstDay)
        .map(Object::toString)
        .contains("2024-07-18");
    assertThat(metadata.publishedFrom()).contains(origin);
  }

  @Test
  void readsTheDateFromTheUrl() {
    RawFile file = file(Optional.of(URI.create("https://example.com/2024/07/18/plan.html")));

    Metadata metadata =
        extractor.ofHtml(facts(Jsoup.parse("<h1>T</h1>" + PARAGRAPH)), file, "").metadata();

    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
    assertThat(metadata.publishedFrom()).contains("url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta property='article:published_time' content='2024-08-05'>",
        "<p>4 hours ago</p>",
        "<p>vor 3 Stunden</p>",
        "<p>3小时前</p>",
        "<footer><p>© 18.07.2024 Example</p></footer>",
        "<div class='comments'><p>Ann, 18.07.2024 09:30</p><p>Bob, 19.07.2024 10:00</p></div>",
        "<div class='related'><a href='a'>A</a> 18.07.2024 <a href='b'>B</a> 17.07.2024</div>",
        "<script>var published = '2024-07-18';</script>",
        "<p>Call 2024 0718 now</p>",
        "<p>When: 18 July 2024, 7 pm</p>",
        "<ul><li><a href='a'>Another thing that happened</a> <span>18 July 2024</span></li></ul>"
      })
  void ratherFindsNoDateThanAnotherOne(String markup) {
    Metadata metadata = html("<title>T</title>", "<h1>T</h1>" + PARAGRAPH + markup);

    assertThat(metadata.published()).isEmpty();
    assertThat(metadata.publishedFrom()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dl><dt>Joined:</dt><dd class='when'>18.09.2008, 05:56</dd></dl><p"
            + " class='author'>18.07.2024, 05:42</p>",
        "<b>Veröffentlicht am</b> <i>18.07.2024</i> <b>Aktualisiert am</b> <i>20.07.2024</i>",
        "<span class='value'>18.07.2024</span><p>Im Gesetzblatt vom 17. Juni 2024 (Teil</p>",
        "<p>(18. Juli 2024) Der Rat hat dem Plan zugestimmt.</p><p>Er gilt seit dem 1. Mai"
            + " 2024.</p>",
        "<p>Thursday, July 18th, 2024</p><p><a href='a'>Other</a> <i>(2024-07-20)</i></p>"
      })
  void tellsTheDayOfPublicationFromOthers(String markup) {
    assertThat(html("<title>T</title>", "<h1>T</h1>" + markup + PARAGRAPH).published())
        .contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void whereNoHeadlineIsKnownTheDateStandsBeforeTheText() {
    String page = "<p>2024-07-18 阅读10次</p>" + PARAGRAPH + "<p>发表时间：2024-07-20 9:51</p>";

    assertThat(html("<title>T</title>", page).published())
        .contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void takesTheDayOfTheLastChangeWhereThePageNamesNoOther() {
    String foot =
        "<ul id='footer'><li>Die Seite wurde zuletzt am 18. Juli 2024 um 9:30 Uhr geändert.</li></ul>";

    assertThat(html("<title>T</title>", "<h1>T</h1>" + PARAGRAPH.repeat(8) + foot).published())
        .contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void prefersTheVisibleDateToTheDayOfTheLastChange() {
    Metadata metadata =
        html(
            "<title>T</title><meta name='date' content='2024-07-30'>",
            "<h1>T</h1><p class='news-date'>18.07.2024, 9:30 Uhr</p>" + PARAGRAPH);

    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>state = {\"publishedAt\": \"2024-07-18T09:30:00Z\", \"id\": 7}</script>",
        "<script>load('{\\\"publish_date\\\":\\\"2024-07-18 17:30:00\\\"}')</script>",
        "<script>page({title: 'T', publishTime: '2024-07-18 09:30', related: []})</script>",
        "<script type='application/ld+json'>{\"datePublished\": \"2024-07-18\", broken}</script>",
        "<div data-page='{&quot;firstPublishedAt&quot;:&quot;2024-07-18&quot;}'></div>"
      })
  void takesTheOnlyDayInTheDataOfScriptsWhereNothingElseNamesOne(String markup) {
    Metadata metadata = html("<title>T</title>", "<h1>T</h1>" + PARAGRAPH + markup);

    assertThat(metadata.published().map(PublicationDate::firstDay))
        .contains(LocalDate.of(2024, 7, 18));
    assertThat(metadata.publishedFrom()).contains("script");
    String other = "<script>{\"publishedAt\": \"2024-07-20\"}</script>";
    assertThat(html("<title>T</title>", "<h1>T</h1>" + PARAGRAPH + markup + other).published())
        .isEmpty();
    assertThat(html("", "<h1>T</h1><p>18.07.2024</p>" + PARAGRAPH + other).publishedFrom())
        .contains("text");
  }

  @Test
  void isNotMisledByOtherArticlesInJsonLd() {
    String scripts =
        """
        <script type="application/ld+json">[
          {"@type":"NewsArticle","headline":"Another","datePublished":"2024-07-20"},
          {"@type":"NewsArticle","headline":"The plan","datePublished":"2024-07-18"}]</script>
        <script type="application/ld+json">{broken</script>
        """;

    Metadata metadata = html("<title>The plan</title>" + scripts, "<h1>The plan</h1>" + PARAGRAPH);

    assertThat(metadata.published()).contains(PublicationDate.parse("2024-07-18"));
  }

  @Test
  void takesTheCanonicalAddressButNotTheFrontPage() {
    URI fetched = URI.create("https://example.com/a/1?utm_source=x");

    assertThat(url("<link rel='canonical' href='/a/1'>", fetched))
        .contains(URI.create("https://example.com/a/1"));
    assertThat(url("<link rel='canonical' href='https://example.com/'>", fetched))
        .contains(fetched);
    assertThat(url("", fetched)).contains(fetched);
  }

  @Test
  void findsAuthorAndSource() {
    Metadata byline =
        html(
            "<title>T</title>",
            "<h1>T</h1><p class='byline'>Von Eva Muster | 18.07.2024</p>" + PARAGRAPH);
    Metadata dateline =
        html("<title>T</title>", "<h1>T</h1><p>2024-07-18 来源：示例网 作者：张三</p>" + PARAGRAPH);
    Metadata linked =
        html(
            "<script"
                + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Jane"
                + " Doe\"},{\"name\":\"John Roe\"}],\"publisher\":{\"name\":\"Example"
                + " News\"}}</script>",
            PARAGRAPH);

    assertThat(byline.author()).contains("Eva Muster");
    assertThat(dateline.author()).contains("张三");
    assertThat(dateline.source()).contains("示例网");
    assertThat(linked.author()).contains("Jane Doe, John Roe");
    assertThat(linked.source()).contains("Example News");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Eva Muster           | <p class='author'>Von Eva Muster - Montag, 18. Juli 2024</p>
          Eva Muster, Jo Roe   | <p class='byline'>By <a href='/author/1'>Eva Muster</a> and <a href='/author/2'>Jo Roe</a> on July 18</p>
          Eva Muster           | <div class='vcard author'><a rel='author' href='/team'>Eva Muster</a> <i itemprop='name'>News</i></div>
          Eva Muster           | <meta name='author' content='Eva Muster'><meta name='article:author' content='EVA MUSTER'>
          Eva Muster           | <meta name='author' content='Daily News'><div>Posted on July 18, 2024 by Eva Muster</div>
          Eva Muster           | <meta name='author' content='dpa'><p>Von Eva Muster</p>
          Eva Muster           | <meta name='author' content='Beispiel Verlag GmbH'><h5>Von Eva Muster</h5>
          Eva Muster           | <meta name='author' content='eva.muster2'><p>Von Eva Muster, dpa</p>
          Eva Muster           | <meta name='author' content='Pixel Werbung www.pixel.example'><p>Von Eva Muster</p>
          Eva Muster, Jo Roe   | <meta name='author' content='Eva Muster'><meta name='byl' content='Eva Muster,Jo Roe'>
          Eva Muster           | <meta name='author' content='Eva Muster'><meta name='byl' content='Eva Muster, PhD'>
          Eva Muster           | <h5>Autor:</h5><p>Eva Muster/XY</p>
          Eva Muster           | <a href='/2'><b>Other town to build a third harbour, and a fourth</b> <i class='author'>Jo Roe</i></a><p>Von Eva Muster</p>
          Eva Muster           | <meta name='author' content='Daily News, Musterhafen, Germany'><p>Von Eva Muster</p>
          Eva Muster           | <meta name='author' content='Super User'><p>Eingestellt von Eva Muster am 18.07.2024</p>
          Eva Muster           | <form><label class='username'>Kennung</label></form><p>Submitted by Eva Muster on Thu, 07/18/2024</p>
          Ratsamt              | <meta name='author' content='Quelle: Ratsamt'>
          dpa                  | <meta name='author' content='dpa'>
          eva                  | <meta name='author' content='eva'>
          Daily News           | <meta name='author' content='Daily News'>
          dpa                  | <meta name='author' content='Daily News'><p>18.07.2024, Quelle: dpa</p>
          """)
  void namesThePersonBeforeTheSite(String expected, String markup) {
    String head = "<title>T</title><meta property='og:site_name' content='Daily News'>";

    assertThat(html(head, "<h1>T</h1>" + markup + PARAGRAPH).author()).contains(expected);
  }

  @Test
  void whatALinkBehindTheTextIsByIsNotTheAuthor() {
    String advertisement = "<p><a href='https://ads.example'>by Advertiser</a></p>";

    assertThat(html("", "<h1>T</h1>" + PARAGRAPH + advertisement).author()).isEmpty();
    assertThat(html("", "<h1>T</h1>" + PARAGRAPH + "<p>by <a href='/1'>Eva</a></p>").author())
        .contains("Eva");
  }

  private Optional<URI> url(String head, URI fetched) {
    return extractor
        .ofHtml(facts(Jsoup.parse("<head>" + head)), file(Optional.of(fetched)), "")
        .metadata()
        .url();
  }

  private Metadata html(String head, String body) {
    Document page = Jsoup.parse("<html><head>" + head + "</head><body>" + body);
    PageFacts facts = facts(page);
    MetadataExtractor.OfPage found = extractor.ofHtml(facts, file(Optional.empty()), page.html());
    String title = found.metadata().title().orElse("");
    return found.complete(new HtmlCleaner().clean(HtmlBlocks.of(page, facts.hints()), title));
  }

  private static RawFile file(Optional<URI> url) {
    return new RawFile(
        "file", new byte[0], Optional.empty(), Optional.empty(), url, Optional.of(FETCHED));
  }

  private static PageFacts facts(Document page) {
    PageFacts facts = PageFacts.expecting(page);
    TreeWalk.over(page, facts.collector());
    return facts;
  }
}
