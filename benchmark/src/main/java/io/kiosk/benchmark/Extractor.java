package io.kiosk.benchmark;

import de.l3s.boilerpipe.BoilerpipeExtractor;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.extractors.DefaultExtractor;
import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.RawFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * Something that finds the text of an article. The peers read HTML only, so they get a scraped text
 * with each of its lines in a paragraph element.
 *
 * @param name with its version
 * @param run page to text, empty if it finds none
 */
record Extractor(String name, Function<GoldPage, String> run) {

  private static final String BLOCKS =
      "p, div, section, article, li, tr, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, dt,"
          + " dd";

  private static final ArticleCleaner CLEANER = new ArticleCleaner();

  /** The first is ours. */
  static List<Extractor> all() {
    return List.of(
        new Extractor("Kiosk", Extractor::ours),
        new Extractor("Readability4J 1.0.8 (extended)", page -> readability(html(page))),
        new Extractor(
            "boilerpipe 1.2.2 ArticleExtractor",
            page -> boilerpipe(ArticleExtractor.INSTANCE, html(page))),
        new Extractor(
            "boilerpipe 1.2.2 DefaultExtractor",
            page -> boilerpipe(DefaultExtractor.INSTANCE, html(page))));
  }

  /** No extractor, but what each of them does at least: the page as a tree. */
  static Extractor parse() {
    return new Extractor(
        "jsoup's parse alone", page -> Jsoup.parse(page.decoded()).childNodeSize() + "");
  }

  /** The page as our cleaner gets it: its bytes with the charset a server would send. */
  static RawFile raw(GoldPage page) {
    return new RawFile(
        page.id(),
        page.bytes(),
        Optional.of(page.charset().name()),
        page.html() ? Optional.of("text/html") : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String ours(GoldPage page) {
    return switch (CLEANER.clean(raw(page))) {
      case CleaningResult.Cleaned cleaned -> cleaned.article().body();
      case CleaningResult.Rejected rejected -> "";
    };
  }

  private static String html(GoldPage page) {
    return page.html()
        ? page.decoded()
        : page.decoded()
            .lines()
            .map(line -> "<p>" + Entities.escape(line) + "</p>")
            .collect(Collectors.joining("\n", "<html><body>", "</body></html>"));
  }

  private static String readability(String html) {
    String content = new Readability4JExtended("http://localhost/", html).parse().getContent();
    if (content == null) {
      return "";
    }
    Document document = Jsoup.parse(content);
    document.select(BLOCKS).forEach(block -> block.prependText("\n").appendText("\n"));
    document.select("br").forEach(block -> block.before("\n"));
    return document.body().wholeText();
  }

  private static String boilerpipe(BoilerpipeExtractor extractor, String html) {
    try {
      return extractor.getText(html);
    } catch (BoilerpipeProcessingException e) {
      return "";
    }
  }
}
