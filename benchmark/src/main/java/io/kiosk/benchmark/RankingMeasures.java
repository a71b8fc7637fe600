package io.kiosk.benchmark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Measures of a ranked list of ids against the set of those that are right; grades are binary. */
final class RankingMeasures {

  private static final int CUTOFF = 10;

  private RankingMeasures() {}

  /** One by the rank of the first right one among the first 10; 0 without one. */
  static double reciprocalRank(List<String> ranked, Set<String> relevant) {
    for (int i = 0; i < Math.min(CUTOFF, ranked.size()); i++) {
      if (relevant.contains(ranked.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** Normalized discounted cumulative gain of the first 10 (Järvelin and Kekäläinen, 2002). */
  static double ndcg(List<String> ranked, Set<String> relevant) {
    double gain = 0;
    double ideal = 0;
    for (int i = 0; i < CUTOFF; i++) {
      double discount = 1 / (Math.log(i + 2.0) / Math.log(2));
      gain += i < ranked.size() && relevant.contains(ranked.get(i)) ? discount : 0;
      ideal += i < relevant.size() ? discount : 0;
    }
    return gain / ideal;
  }

  /** Share of the right ones among the first {@code depth}. */
  static double recall(List<String> ranked, Set<String> relevant, int depth) {
    Set<String> found = new HashSet<>(ranked.subList(0, Math.min(depth, ranked.size())));
    found.retainAll(relevant);
    return (double) found.size() / relevant.size();
  }
}
