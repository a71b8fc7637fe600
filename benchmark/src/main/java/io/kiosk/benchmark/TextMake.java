package io.kiosk.benchmark;

import io.kiosk.benchmark.PageText.Form;
import io.kiosk.benchmark.PageText.Gap;
import io.kiosk.benchmark.PageText.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A way in which scrapers and converters turn whole pages into text, with menus, comments and
 * links. None of them uses our cleaner.
 *
 * @param name what it is, for a table
 * @param convert page without scripts and styles to text
 */
record TextMake(String name, Function<Document, String> convert) {

  private static final int PLAIN_WIDTH = 72;
  private static final int BROWSER_WIDTH = 80;
  private static final int MARKDOWN_WIDTH = 78;

  /** Characters of a paragraph that speaks for the element around it. */
  private static final int PARAGRAPH = 40;

  private static final Form PLAIN = new Form(false, Links.PLAIN, false, Gap.NONE);
  private static final Form MARKDOWN = new Form(true, Links.INLINE, true, Gap.ALL);
  private static final Form REFERENCES = new Form(true, Links.REFERENCE, false, Gap.ALL);
  private static final Form BARE = new Form(true, Links.PLAIN, false, Gap.ALL);

  /** All makes, in the order in which they are shown. */
  static List<TextMake> all() {
    List<TextMake> makes = new ArrayList<>(first());
    makes.addAll(LaterMakes.all());
    return makes;
  }

  /** The makes that the cleaner was written against. */
  private static List<TextMake> first() {
    return List.of(
        of("plain text, a line for each block", PLAIN),
        of(
            "plain text, a line for each piece (`get_text(\"\\n\")`)",
            new Form(false, Links.PLAIN, false, Gap.PIECES)),
        new TextMake(
            "plain text wrapped at 72 columns",
            page -> wrapped(page, new Form(false, Links.PLAIN, false, Gap.ALL), PLAIN_WIDTH)),
        new TextMake(
            "text browser with numbered links",
            page -> wrapped(page, new Form(false, Links.NUMBERED, false, Gap.ALL), BROWSER_WIDTH)),
        of("plain text, addresses behind links", new Form(false, Links.ADDRESS, false, Gap.ALL)),
        of("copied from a browser", new Form(false, Links.PLAIN, false, Gap.MARGINS)),
        new TextMake("simple extraction, some boilerplate left", TextMake::extracted),
        of("markdown without links", BARE),
        new TextMake(
            "markdown with links, pictures, front matter",
            page -> frontMatter(page) + text(page, MARKDOWN)),
        new TextMake(
            "the same as a reader service writes it",
            page -> readerHeader(page) + text(page, MARKDOWN)),
        of("markdown with links by reference", REFERENCES),
        new TextMake(
            "markdown wrapped at 78 columns",
            page -> wrapped(page, new Form(true, Links.INLINE, false, Gap.ALL), MARKDOWN_WIDTH)));
  }

  private static TextMake of(String name, Form form) {
    return new TextMake(name, page -> text(page, form));
  }

  /** The text that this make gives of a page. */
  String text(GoldPage page) {
    Document document = Jsoup.parse(page.decoded());
    document
        .select("script, style, noscript, template, iframe, svg, select, textarea, object, title")
        .stream()
        .filter(element -> !element.nameIs("title") || element.closest("head") == null)
        .forEach(Element::remove);
    return convert.apply(document);
  }

  private static String text(Document page, Form form) {
    return PageText.of(page.body(), form);
  }

  private static String wrapped(Document page, Form form, int width) {
    return text(page, form)
        .lines()
        .map(line -> line.matches("\\d+\\. \\S*") ? line : wrap(line, width)) // no targets
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A line wrapped at spaces and between Chinese characters, which are two columns wide. */
  static String wrap(String line, int width) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    int columns = 0;
    int breakAt = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean wide = c >= '\u2e80';
      if (c == ' ' || wide && ",.、。，；：！？）”》".indexOf(c) < 0) {
        breakAt = i;
      }
      columns += wide ? 2 : 1;
      if (columns > width && breakAt > start) {
        out.append(line.substring(start, breakAt).stripTrailing()).append('\n');
        start = line.charAt(breakAt) == ' ' ? breakAt + 1 : breakAt;
        columns = columns(line, start, i + 1);
        breakAt = -1;
      }
    }
    return out.append(line.substring(start)).toString();
  }

  private static int columns(String line, int from, int to) {
    return line.substring(from, to).chars().map(c -> c >= '\u2e80' ? 2 : 1).sum();
  }

  /** Title and the element whose paragraphs have most text, as older newspaper readers find it. */
  private static String extracted(Document page) {
    Map<Element, Integer> score = new HashMap<>();
    for (Element paragraph : page.body().select("p, br")) {
      Element parent = paragraph.parent();
      int length = paragraph.nameIs("br") ? PARAGRAPH : paragraph.ownText().length();
      if (length >= PARAGRAPH && parent != null) {
        score.merge(parent, length, Integer::sum);
        if (parent.parent() != null) {
          score.merge(parent.parent(), length / 2, Integer::sum);
        }
      }
    }
    Element best =
        score.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(page.body());
    Element heading = page.selectFirst("h1");
    String title = heading == null || !heading.hasText() ? page.title() : heading.text();
    return title + "\n\n" + PageText.of(best, new Form(false, Links.PLAIN, false, Gap.ALL));
  }

  private static String frontMatter(Document page) {
    StringBuilder out = new StringBuilder("---\n");
    out.append("title: ").append(page.title()).append('\n');
    String url = address(page);
    if (!url.isEmpty()) {
      out.append("url: ").append(url).append('\n');
    }
    String site = meta(page, "og:site_name");
    if (!site.isEmpty()) {
      out.append("source: ").append(site).append('\n');
    }
    return out.append("---\n\n").toString();
  }

  private static String readerHeader(Document page) {
    return "Title: "
        + page.title()
        + "\n\nURL Source: "
        + address(page)
        + "\n\nMarkdown Content:\n";
  }

  private static String address(Document page) {
    Element link = page.selectFirst("link[rel=canonical]");
    return link == null ? meta(page, "og:url") : link.attr("href").strip();
  }

  private static String meta(Document page, String property) {
    Element meta = page.selectFirst("meta[property=" + property + "]");
    return meta == null ? "" : meta.attr("content").strip();
  }
}
