package io.kiosk.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What every extractor made of the pages, and how long it took. */
final class ExtractorRuns {

  /** Timed rounds. */
  static final int ROUNDS = 5;

  /**
   * Seconds before them, which let the virtual machine compile what it runs; as long as JMH warms
   * up by default (five iterations of ten seconds). The more code an extractor has, the longer it
   * runs uncompiled, so that fewer rounds would time the compiler.
   */
  static final int WARM_UP = 50;

  private final Map<String, Map<GoldPage, TextScore>> scores = new HashMap<>();
  private final Map<String, double[]> milliseconds = new HashMap<>();
  private final Map<String, double[]> ratios = new HashMap<>();

  private ExtractorRuns() {}

  /** Every extractor once, without its time. */
  static ExtractorRuns once(List<GoldPage> pages) {
    ExtractorRuns runs = new ExtractorRuns();
    for (Extractor extractor : Extractor.all()) {
      Map<GoldPage, TextScore> pageScores = new HashMap<>();
      pages.forEach(page -> pageScores.put(page, TextScore.of(page, extractor.run().apply(page))));
      runs.scores.put(extractor.name(), pageScores);
    }
    return runs;
  }

  /** Every extractor with its time. */
  static ExtractorRuns of(List<GoldPage> pages) {
    ExtractorRuns timed = timed(pages, Extractor.all());
    ExtractorRuns runs = once(pages);
    runs.milliseconds.putAll(timed.milliseconds);
    runs.ratios.putAll(timed.ratios);
    return runs;
  }

  /**
   * The time of extractors, each by turns with jsoup's parse, so that what else the machine does
   * meets both alike; one extractor after the other, as each spoils the next one's branch profiles.
   */
  static ExtractorRuns timed(List<GoldPage> pages, List<Extractor> extractors) {
    ExtractorRuns runs = new ExtractorRuns();
    for (Extractor extractor : extractors) {
      double[] own = new double[ROUNDS];
      double[] parse = new double[ROUNDS];
      double[] ratio = new double[ROUNDS];
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP);
      do {
        time(Extractor.parse(), pages);
        time(extractor, pages);
      } while (System.nanoTime() < end);
      for (int round = 0; round < ROUNDS; round++) {
        parse[round] = time(Extractor.parse(), pages);
        own[round] = time(extractor, pages);
        ratio[round] = own[round] / parse[round];
      }
      runs.milliseconds.put(extractor.name(), own);
      runs.milliseconds.putIfAbsent(Extractor.parse().name(), parse);
      runs.ratios.put(extractor.name(), ratio);
    }
    return runs;
  }

  /** Milliseconds per page. */
  private static double time(Extractor extractor, List<GoldPage> pages) {
    long start = System.nanoTime();
    long length = 0;
    for (GoldPage page : pages) {
      length += extractor.run().apply(page).length();
    }
    double spent = (System.nanoTime() - start) / 1e6 / pages.size();
    System.err.printf(
        Locale.ROOT, "%s: %.2f ms per page, %d characters%n", extractor.name(), spent, length);
    return spent;
  }

  /** The mean over some of the pages. */
  TextScore.Mean mean(Extractor extractor, List<GoldPage> pages) {
    return TextScore.mean(pages.stream().map(scores.get(extractor.name())::get).toList());
  }

  /** A row an extractor. */
  List<List<String>> rows(List<GoldPage> pages) {
    List<List<String>> rows = new ArrayList<>();
    for (Extractor extractor : Extractor.all()) {
      TextScore.Mean mean = mean(extractor, pages);
      rows.add(
          List.of(
              extractor.name(),
              Integer.toString(mean.pages()),
              Markdown.figure(mean.precision()),
              Markdown.figure(mean.recall()),
              Markdown.figure(mean.segmentF1()),
              CleaningBenchmark.pageF1(mean)));
    }
    return rows;
  }

  /** Time per page, median of the rounds. */
  double milliseconds(Extractor extractor) {
    return median(milliseconds.get(extractor.name()));
  }

  /** Time as a multiple of jsoup's parse in the same round, median of the rounds. */
  double ratio(Extractor extractor) {
    return ratios.containsKey(extractor.name()) ? median(ratios.get(extractor.name())) : 1;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
