package io.kiosk.lexicon.builder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums over maps of weights, in the order of their keys so that they do not depend on chance. */
final class Weights {

  private Weights() {}

  /** The sum, in the order of the map. */
  static double sum(Map<String, Double> weights) {
    double sum = 0;
    for (double weight : weights.values()) {
      sum += weight;
    }
    return sum;
  }

  /** Divides by the sum; the map is sorted by key. */
  static void normalize(Map<String, Double> weights) {
    double total = sum(weights);
    weights.replaceAll((term, weight) -> weight / total);
  }

  /** Adds a multiple of one map to another. */
  static void addAll(Map<String, Double> to, Map<String, Double> from, double factor) {
    from.forEach((term, weight) -> to.merge(term, factor * weight, Double::sum));
  }

  /** The heaviest, best first, without those below a part of the best. */
  static Map<String, Double> heaviest(Map<String, Double> weights, int most, double relativeFloor) {
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(weights.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<String, Double> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey));
    Map<String, Double> kept = new LinkedHashMap<>();
    for (Map.Entry<String, Double> entry : sorted.subList(0, Math.min(most, sorted.size()))) {
      if (entry.getValue() >= relativeFloor * sorted.get(0).getValue()) {
        kept.put(entry.getKey(), entry.getValue());
      }
    }
    return kept;
  }
}
