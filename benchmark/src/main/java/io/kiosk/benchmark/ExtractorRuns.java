package io.kiosk.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every extractor made of the pages, and how long it took. */
final class ExtractorRuns {

  /** Timed rounds. */
  static final int ROUNDS = 5;

  /** Rounds before them, which let the virtual machine compile what it runs. */
  static final int WARM_UP = 4;

  private final Map<String, Map<GoldPage, TextScore>> scores = new HashMap<>();
  private final Map<String, double[]> milliseconds = new HashMap<>();

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

  /** Every extractor in every round, so that what else the machine does meets them alike. */
  static ExtractorRuns of(List<GoldPage> pages) {
    ExtractorRuns runs = once(pages);
    List<Extractor> timed = new ArrayList<>(List.of(Extractor.parse()));
    timed.addAll(Extractor.all());
    timed.forEach(extractor -> runs.milliseconds.put(extractor.name(), new double[ROUNDS]));
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Extractor extractor : timed) {
        long start = System.nanoTime();
        long length = 0;
        for (GoldPage page : pages) {
          length += extractor.run().apply(page).length();
        }
        double spent = (System.nanoTime() - start) / 1e6 / pages.size();
        if (round >= 0) {
          runs.milliseconds.get(extractor.name())[round] = spent;
        }
        System.err.printf(
            Locale.ROOT, "%s: %.2f ms per page, %d characters%n", extractor.name(), spent, length);
      }
    }
    return runs;
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
    double[] spent = milliseconds.get(extractor.name());
    double[] parse = milliseconds.get(Extractor.parse().name());
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, round -> spent[round] / parse[round]);
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
