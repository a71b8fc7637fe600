package io.kiosk.benchmark;

import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.ExplainedBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What each reason for dropping a block is worth: the segment F1 that is lost when the blocks that
 * were dropped for it alone are kept.
 */
final class Ablation {

  /** Reasons that change no language by this much are left out. */
  private static final double LEAST = .0015;

  private final Map<String, Integer> dropped = new TreeMap<>();
  private final Map<String, Map<GoldPage, TextScore>> without = new TreeMap<>();
  private final Map<GoldPage, TextScore> full = new HashMap<>();

  private Ablation() {}

  static Ablation of(List<GoldPage> pages) {
    ArticleCleaner cleaner = new ArticleCleaner();
    Ablation ablation = new Ablation();
    pages.forEach(page -> ablation.add(page, cleaner.explain(Extractor.raw(page)).blocks()));
    return ablation;
  }

  private void add(GoldPage page, List<ExplainedBlock> blocks) {
    full.put(page, score(page, blocks, ExplainedBlock::kept));
    Map<String, Long> reasons =
        blocks.stream()
            .filter(block -> !block.kept())
            .collect(Collectors.groupingBy(Ablation::reason, Collectors.counting()));
    reasons.forEach(
        (reason, count) -> {
          dropped.merge(reason, count.intValue(), Integer::sum);
          TextScore score =
              score(page, blocks, block -> block.kept() || reason(block).equals(reason));
          without.computeIfAbsent(reason, r -> new HashMap<>()).put(page, score);
        });
  }

  /** The reason without the words of the page that it may quote. */
  private static String reason(ExplainedBlock block) {
    return block.reason().replaceAll("\".*\"", "...");
  }

  private static TextScore score(
      GoldPage page, List<ExplainedBlock> blocks, Predicate<ExplainedBlock> kept) {
    return TextScore.of(
        page,
        blocks.stream().filter(kept).map(ExplainedBlock::text).collect(Collectors.joining("\n\n")));
  }

  /** A row a reason, a column a group of pages. */
  List<List<String>> rows(Collection<List<GoldPage>> groups) {
    List<List<String>> rows = new ArrayList<>();
    without.forEach(
        (reason, scores) -> {
          List<Double> losses = groups.stream().map(group -> loss(scores, group)).toList();
          if (losses.stream().anyMatch(loss -> Math.abs(loss) >= LEAST)) {
            List<String> row = new ArrayList<>(List.of(reason, dropped.get(reason).toString()));
            losses.forEach(loss -> row.add(String.format(Locale.ROOT, "%+.3f", loss)));
            rows.add(row);
          }
        });
    return rows;
  }

  private double loss(Map<GoldPage, TextScore> scores, List<GoldPage> pages) {
    List<TextScore> kept =
        pages.stream().map(page -> scores.getOrDefault(page, full.get(page))).toList();
    return TextScore.mean(pages.stream().map(full::get).toList()).segmentF1()
        - TextScore.mean(kept).segmentF1();
  }
}
