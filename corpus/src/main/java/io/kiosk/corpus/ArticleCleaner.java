package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.lexicon.LanguageDetector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * Turns a raw file into an article: the text of the article itself, without the menus, links,
 * notices and buttons of its page, and what the file says of it. Takes HTML and already scraped
 * text or markdown. No mutable state, so one instance serves all threads.
 */
public final class ArticleCleaner {

  /** Changes whenever the same file may be cleaned to something else. */
  public static final int VERSION = 17;

  private static final int MEGABYTE = 1 << 20;

  /** Larger files are rejected. */
  private static final int MAX_BYTES = 64 * MEGABYTE;

  /** Texts of more lines are rejected. */
  private static final int MAX_LINES = 500_000;

  /** Words below which a page's structured data may know more of the text than its markup. */
  private static final double SHORT_ARTICLE = 100;

  /** Confidence in a language below which a page's own word counts. */
  private static final double SURE = .3;

  /** Chinese characters of a text that may be without one that tells its form. */
  private static final int SHORT_CHINESE = 60;

  /** Where Chinese is written in traditional characters. */
  private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

  /** Words below which templates are looked into. */
  private static final double HARDLY_ANY = 40;

  /** So many times the words another candidate must have to win. */
  private static final double MUCH_MORE = 1.5;

  private final MetadataExtractor metadata = new MetadataExtractor();
  private final TextCleaner textCleaner = new TextCleaner();
  private final HtmlCleaner htmlCleaner = new HtmlCleaner();

  /** A cleaner; it reads its word lists. */
  public ArticleCleaner() {}

  /**
   * Cleans one file.
   *
   * @param file HTML, text or markdown of any quality, also empty
   * @return a bad file is a {@link Rejected}, never an exception
   */
  public CleaningResult clean(RawFile file) {
    return outcome(file).result();
  }

  /**
   * Cleans one file and says of every block why it was kept or dropped.
   *
   * @param file as {@link #clean} takes it
   * @return the result that {@link #clean} gives, with every block of the file in order
   */
  public Explanation explain(RawFile file) {
    Outcome outcome = outcome(file);
    return new Explanation(
        outcome.result(), outcome.selection().map(Selection::explain).orElse(List.of()));
  }

  /** The selection is empty if the file was rejected before it was read. */
  private record Outcome(CleaningResult result, Optional<Selection> selection) {}

  private Outcome outcome(RawFile file) {
    if (file.bytes().length > MAX_BYTES) {
      return rejected(
          file,
          Reason.TOO_LARGE,
          file.bytes().length / MEGABYTE + " MB, at most " + MAX_BYTES / MEGABYTE + " are read");
    }
    TextDecoder.Decoded decoded = TextDecoder.decode(file);
    return switch (decoded.kind()) {
      case EMPTY -> rejected(file, Reason.EMPTY, "");
      case BINARY -> rejected(file, Reason.BINARY, decoded.detail());
      case HTML -> html(file, decoded.text());
      case TEXT -> text(file, decoded.text());
    };
  }

  private Outcome html(RawFile file, String text) {
    Document document;
    try {
      document = PageParser.parse(text, file.url().map(Object::toString).orElse(""));
    } catch (PageParser.TooLargeException e) {
      return rejected(file, Reason.TOO_LARGE, e.getMessage());
    }
    PageFacts facts = PageFacts.expecting(document);
    HtmlBlocks blocks = HtmlBlocks.expecting(document, facts);
    TreeWalk.over(document, facts.collector(), blocks);
    MetadataExtractor.OfPage found = metadata.ofHtml(facts, file, text);
    String title = found.metadata().title().orElse("");
    Page page = blocks.page();
    Selection selection = best(document, text, page, title);
    Metadata meta = found.complete(selection);
    Optional<String> headline = found.headline(selection);
    return headline.isEmpty()
        ? article(file, meta, selection, facts.language())
        : article(
            file,
            meta.withTitle(headline.get()),
            best(document, text, page, headline.get()),
            facts.language());
  }

  /**
   * The best of several candidates. What a reader sees wins if it is an article's worth of text;
   * structured data, templates, the data of scripts and text that elements' names speak against
   * stand in for less.
   *
   * @param source the page as it was written
   */
  private Selection best(Document document, String source, Page page, String title) {
    Selection seen = htmlCleaner.clean(page, title);
    if (seen.weight() >= SHORT_ARTICLE) {
      return seen;
    }
    Selection best =
        better(seen, EmbeddedText.of(document).map(blocks -> textCleaner.clean(blocks, title)));
    if (best.weight() < HARDLY_ANY) {
      best =
          better(
              best,
              EmbeddedText.ofTemplates(document).map(hidden -> htmlCleaner.clean(hidden, title)));
    }
    if (best.weight() < Acceptance.MIN_WEIGHT) {
      best = better(best, ScriptText.of(source).map(data -> htmlCleaner.clean(data, title)));
    }
    return best.weight() >= Acceptance.MIN_WEIGHT
        ? best
        : better(best, Optional.of(htmlCleaner.cleanUnnamed(page, title)));
  }

  /**
   * The other candidate if it has much more text and that is mostly sentences, no list of links.
   */
  private static Selection better(Selection one, Optional<Selection> other) {
    return other
        .filter(selection -> selection.weight() > one.weight() * MUCH_MORE)
        .filter(selection -> selection.proseShare() > .5)
        .orElse(one);
  }

  private Outcome text(RawFile file, String text) {
    if (text.lines().limit(MAX_LINES + 1L).count() > MAX_LINES) {
      return rejected(
          file, Reason.TOO_LARGE, "more than " + MAX_LINES + " lines, at most these are read");
    }
    ScrapedText scraped = ScrapedText.of(text);
    List<Block> blocks = TextBlocks.of(scraped.lines());
    TextMetadata said = metadata.ofText(scraped, file, textCleaner.clean(blocks, ""));
    Selection selection = textCleaner.clean(blocks, said.title().orElse(""));
    return article(file, said.read(selection), selection, "");
  }

  private static Outcome article(
      RawFile file, Metadata meta, Selection selection, String declaredLanguage) {
    Optional<String> objection = Acceptance.objection(selection, meta.title().orElse(""));
    if (objection.isPresent()) {
      Rejected rejected = new Rejected(file.origin(), Reason.NO_ARTICLE, objection.get());
      return new Outcome(rejected, Optional.of(selection));
    }
    String body = TextNormalizer.body(selection.body()); // as it is read back
    Article article =
        new Article(
            ArticleId.of(meta.url(), meta.title(), body),
            meta.url(),
            meta.source(),
            language(body, declaredLanguage),
            meta.published(),
            meta.publishedFrom(),
            meta.fetched(),
            meta.title(),
            meta.author(),
            body);
    return new Outcome(new Cleaned(file.origin(), article), Optional.of(selection));
  }

  /**
   * The language of a text; of one too short to be sure, the one that the page declares. Pages
   * declare what their template was made for, so the text is asked first.
   */
  private static Locale language(String body, String declared) {
    LanguageDetector.Detection found = LanguageDetector.detect(body);
    Locale claim = Locale.forLanguageTag(declared);
    if (claim.getLanguage().isEmpty()) {
      return found.language();
    }
    boolean traditional =
        found.language().equals(Locale.CHINESE)
            && TextMeasure.of(body).hanzi() < SHORT_CHINESE
            && (claim.getScript().equals("Hant") || TRADITIONAL.contains(claim.getCountry()));
    if (traditional) {
      return Locale.forLanguageTag("zh-Hant");
    }
    return found.confidence() < SURE
        ? new Locale.Builder().setLanguage(claim.getLanguage()).setScript(claim.getScript()).build()
        : found.language();
  }

  private static Outcome rejected(RawFile file, Reason reason, String detail) {
    return new Outcome(new Rejected(file.origin(), reason, detail), Optional.empty());
  }
}
