package io.kiosk.benchmark;

import io.kiosk.benchmark.MetadataScorer.Field;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.PublicationDate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs our cleaner beside others on pages with gold, and writes text, metadata and time into a
 * document. Arguments: {@code [--speed | --made] FOLDER [TEXTS] [OUT.md]}. FOLDER holds {@code
 * gold.jsonl} and {@code pages/ID.html.gz}; with TEXTS, the folder of the scraped texts that
 * FOLDER's {@code seeds_gold.jsonl} names, those are cleaned too. {@code --speed} only times our
 * cleaner, {@code --made} only cleans the pages made into texts; both print that.
 */
final class CleaningBenchmark {

  private static final List<String> SCORES =
      List.of("", "pages", "segment P", "segment R", "segment F1", "page F1");

  private CleaningBenchmark() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    List<Path> folders = new ArrayList<>();
    Path out = Path.of("docs", "cleaning.md");
    boolean onlySpeed = false;
    boolean onlyMade = false;
    for (String arg : args) {
      if (arg.equals("--speed")) {
        onlySpeed = true;
      } else if (arg.equals("--made")) {
        onlyMade = true;
      } else if (arg.endsWith(".md")) {
        out = Path.of(arg);
      } else {
        folders.add(Path.of(arg));
      }
    }
    if (folders.isEmpty() || folders.size() > 2) {
      System.err.println("usage: CleaningBenchmark [--speed | --made] FOLDER [TEXTS] [OUT.md]");
      System.exit(2);
    }
    Markdown document = new Markdown();
    document.text("# How good and how fast the cleaner is");
    document.resource("cleaning-intro.md").circumstances();
    List<GoldPage> pages = GoldPage.pages(folders.getFirst());
    if (onlySpeed) {
      List<Extractor> ours = List.of(Extractor.all().getFirst());
      speed(document, pages, ExtractorRuns.timed(pages, ours), ours);
      System.out.print(document);
      return;
    }
    if (onlyMade) {
      System.out.print(made(document, pages));
      return;
    }
    ExtractorRuns runs = ExtractorRuns.of(pages);
    text(document, pages, runs);
    metadata(document, pages);
    speed(document, pages, runs, Extractor.all());
    if (folders.size() == 2) {
      List<GoldPage> texts = GoldPage.texts(folders.getFirst(), folders.getLast());
      document.text("## Scraped texts");
      document.text(
          "Texts that were scraped by other programs before, with menus and notices still in"
              + " them.");
      document.table(SCORES, ExtractorRuns.once(texts).rows(texts));
    }
    made(document, pages);
    ablation(document, pages);
    document.resource("cleaning-tried.md").resource("cleaning-peers.md");
    document.write(out);
  }

  private static void text(Markdown document, List<GoldPage> pages, ExtractorRuns runs) {
    document.text("## The text of pages");
    for (Map.Entry<String, List<GoldPage>> lang : byLanguage(pages).entrySet()) {
      document.text("### " + lang.getKey());
      document.table(SCORES, runs.rows(lang.getValue()));
    }
    document.text("### by set");
    document.text("Segment F1 / page F1; a dash where no page of the set has its whole text.");
    Map<String, List<GoldPage>> sets = new TreeMap<>();
    pages.forEach(page -> sets.computeIfAbsent(page.group(), g -> new ArrayList<>()).add(page));
    List<String> head = new ArrayList<>(List.of(""));
    sets.forEach((set, members) -> head.add(set + " (" + members.size() + ")"));
    List<List<String>> rows = new ArrayList<>();
    for (Extractor extractor : Extractor.all()) {
      List<String> row = new ArrayList<>(List.of(extractor.name()));
      for (List<GoldPage> members : sets.values()) {
        TextScore.Mean mean = runs.mean(extractor, members);
        row.add(Markdown.figure(mean.segmentF1()) + " / " + pageF1(mean));
      }
      rows.add(row);
    }
    document.table(head, rows);
  }

  /** The languages in their order, and all pages at the end. */
  private static Map<String, List<GoldPage>> byLanguage(List<GoldPage> pages) {
    Map<String, List<GoldPage>> groups = new TreeMap<>();
    pages.forEach(page -> groups.computeIfAbsent(page.lang(), l -> new ArrayList<>()).add(page));
    Map<String, List<GoldPage>> all = new LinkedHashMap<>(groups);
    all.put("all", pages);
    return all;
  }

  static String pageF1(TextScore.Mean mean) {
    return Double.isNaN(mean.pageF1()) ? "-" : Markdown.figure(mean.pageF1());
  }

  private static void metadata(Markdown document, List<GoldPage> pages) {
    document.resource("cleaning-metadata.md");
    MetadataScorer scorer = new MetadataScorer();
    ArticleCleaner cleaner = new ArticleCleaner();
    for (GoldPage page : pages) {
      Optional<Article> article =
          switch (cleaner.clean(Extractor.raw(page))) {
            case CleaningResult.Cleaned cleaned -> Optional.of(cleaned.article());
            case CleaningResult.Rejected rejected -> Optional.empty();
          };
      scorer.add(page.lang(), Field.TITLE, page.title(), article.flatMap(Article::title));
      scorer.add(page.lang(), Field.AUTHOR, page.author(), article.flatMap(Article::author));
      Optional<String> date = article.flatMap(Article::published).map(PublicationDate::toString);
      scorer.add(page.lang(), Field.DATE, page.date(), date);
    }
    document.table(
        List.of("", "field", "pages with gold", "correct %", "wrong %", "absent %"), scorer.rows());
  }

  private static void speed(
      Markdown document, List<GoldPage> pages, ExtractorRuns runs, List<Extractor> extractors) {
    document.text("## Speed");
    document.text(
        String.format(
            Locale.ROOT,
            "From the bytes of a page to the text of its article, one thread, all %d pages in each"
                + " of %d rounds, by turns with jsoup's parse, after %d seconds of such rounds that"
                + " warm up; median of the rounds. The ratio is that to jsoup's parse in the same"
                + " round.",
            pages.size(),
            ExtractorRuns.ROUNDS,
            ExtractorRuns.WARM_UP));
    List<List<String>> rows =
        Stream.concat(Stream.of(Extractor.parse()), extractors.stream())
            .map(
                extractor ->
                    List.of(
                        extractor.name(),
                        String.format(Locale.ROOT, "%.2f", runs.milliseconds(extractor)),
                        String.format(Locale.ROOT, "%.2f", runs.ratio(extractor))))
            .toList();
    document.table(List.of("", "ms per page", "ratio to jsoup's parse"), rows);
  }

  private static Markdown made(Markdown document, List<GoldPage> pages) {
    document.resource("cleaning-made-texts.md");
    return document.table(MadeTexts.head(), MadeTexts.rows(pages));
  }

  private static void ablation(Markdown document, List<GoldPage> pages) {
    document.resource("cleaning-ablation.md");
    List<String> head = new ArrayList<>(List.of("reason", "blocks dropped"));
    byLanguage(pages).keySet().forEach(head::add);
    document.table(head, Ablation.of(pages).rows(byLanguage(pages).values()));
  }
}
