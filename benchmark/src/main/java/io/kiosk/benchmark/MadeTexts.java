package io.kiosk.benchmark;

import io.kiosk.benchmark.MetadataScorer.Field;
import io.kiosk.benchmark.MetadataScorer.Outcome;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.corpus.RawFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What our cleaner makes of whole pages that were turned into text before; for one make. */
final class MadeTexts {

  /** The columns behind the make's name: languages and all of them, titles, dates, authors. */
  private static final List<String> LANGUAGES = List.of("de", "en", "zh", "all");

  private final Map<String, List<TextScore>> scores = new TreeMap<>();
  private final Map<Field, Map<Outcome, Integer>> outcomes = new EnumMap<>(Field.class);
  private final MetadataScorer scorer = new MetadataScorer();

  private MadeTexts() {}

  /** The head of the table. */
  static List<String> head() {
    List<String> head = new ArrayList<>(List.of("make"));
    head.addAll(LANGUAGES);
    head.addAll(
        List.of(
            "title correct %",
            "date correct %", "date wrong %", "author correct %", "author wrong %"));
    return head;
  }

  /** A row a make; the page's whole text is cleaned, without its address. */
  static List<List<String>> rows(List<GoldPage> pages) {
    ArticleCleaner cleaner = new ArticleCleaner();
    List<List<String>> rows = new ArrayList<>();
    for (TextMake make : TextMake.all()) {
      MadeTexts texts = new MadeTexts();
      for (GoldPage page : pages) {
        byte[] text = make.text(page).getBytes(StandardCharsets.UTF_8);
        texts.add(page, cleaner.clean(RawFile.of(page.id() + ".txt", text)));
      }
      rows.add(texts.row(make.name()));
    }
    return rows;
  }

  private void add(GoldPage page, CleaningResult result) {
    Optional<Article> article =
        switch (result) {
          case CleaningResult.Cleaned cleaned -> Optional.of(cleaned.article());
          case CleaningResult.Rejected rejected -> Optional.empty();
        };
    TextScore score = TextScore.of(page, article.map(Article::body).orElse(""));
    scores.computeIfAbsent(page.lang(), l -> new ArrayList<>()).add(score);
    scores.computeIfAbsent("all", l -> new ArrayList<>()).add(score);
    count(page, Field.TITLE, page.title(), article.flatMap(Article::title));
    Optional<String> date = article.flatMap(Article::published).map(PublicationDate::toString);
    count(page, Field.DATE, page.date(), date);
    count(page, Field.AUTHOR, page.author(), article.flatMap(Article::author));
  }

  private void count(GoldPage page, Field field, Optional<String> gold, Optional<String> answer) {
    scorer
        .add(page.lang(), field, gold, answer)
        .ifPresent(
            outcome ->
                outcomes
                    .computeIfAbsent(field, f -> new EnumMap<>(Outcome.class))
                    .merge(outcome, 1, Integer::sum));
  }

  private List<String> row(String name) {
    List<String> row = new ArrayList<>(List.of(name));
    for (String language : LANGUAGES) {
      TextScore.Mean mean = TextScore.mean(scores.getOrDefault(language, List.of()));
      row.add(Markdown.figure(mean.segmentF1()) + " / " + CleaningBenchmark.pageF1(mean));
    }
    row.add(percent(Field.TITLE, Outcome.CORRECT));
    row.add(percent(Field.DATE, Outcome.CORRECT));
    row.add(percent(Field.DATE, Outcome.WRONG));
    row.add(percent(Field.AUTHOR, Outcome.CORRECT));
    row.add(percent(Field.AUTHOR, Outcome.WRONG));
    return row;
  }

  private String percent(Field field, Outcome outcome) {
    Map<Outcome, Integer> counts = outcomes.getOrDefault(field, Map.of());
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0
        ? "-"
        : String.format(Locale.ROOT, "%.1f", 100.0 * counts.getOrDefault(outcome, 0) / all);
  }
}
