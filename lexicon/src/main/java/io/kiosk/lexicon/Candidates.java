package io.kiosk.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Sums the weights that several tables or paths give to the same translations. Used by one thread.
 */
final class Candidates {

  /** A translation, its weight so far, and the best of the ways that lead to it. */
  static final class Candidate {
    private final String term;
    private double weight;
    private double best;
    private String way;

    private Candidate(String term) {
      this.term = term;
    }

    String term() {
      return term;
    }

    double weight() {
      return weight;
    }

    String way() {
      return way;
    }
  }

  private final Map<String, Candidate> byTerm = new HashMap<>();
  private double evidence;

  /**
   * Adds the weight; {@code way} replaces the way known so far if it is the heaviest, or joins it
   * by "+".
   */
  void add(String term, double weight, String way, boolean join) {
    Candidate candidate = byTerm.computeIfAbsent(term, Candidate::new);
    candidate.weight += weight;
    if (candidate.way == null || (!join && weight > candidate.best)) {
      candidate.way = way;
      candidate.best = weight;
    } else if (join && !candidate.way.equals(way)) {
      candidate.way += "+" + way;
    }
  }

  /** How much the sources know of the term that was looked up; 0 if they do not have it. */
  double evidence() {
    return evidence;
  }

  void evidence(double value) {
    evidence = value;
  }

  boolean contains(String term) {
    return byTerm.containsKey(term);
  }

  boolean isEmpty() {
    return byTerm.isEmpty();
  }

  void clear() {
    byTerm.clear();
  }

  void remove(String term) {
    byTerm.remove(term);
  }

  /** Keeps the best and multiplies them by factors of their terms; the sum stays. */
  void reweigh(int most, ToDoubleFunction<String> factor) {
    double before = sum();
    List<Candidate> best = top(most, 0);
    byTerm.values().retainAll(best);
    best.forEach(candidate -> candidate.weight *= factor.applyAsDouble(candidate.term));
    double after = sum();
    if (after > 0) {
      scale(before / after);
    }
  }

  /** Of all weights; from the heaviest down, so that it does not depend on chance. */
  double sum() {
    return top(byTerm.size(), 0).stream().mapToDouble(Candidate::weight).sum();
  }

  void scale(double factor) {
    byTerm.values().forEach(candidate -> candidate.weight *= factor);
  }

  /** Best first; ties in the order of the terms. */
  List<Candidate> top(int limit, double relativeFloor) {
    List<Candidate> sorted = new ArrayList<>(byTerm.values());
    sorted.sort(
        Comparator.comparingDouble((Candidate c) -> -c.weight).thenComparing(Candidate::term));
    int end = Math.min(limit, sorted.size());
    while (end > 0
        && (sorted.get(end - 1).weight < relativeFloor * sorted.get(0).weight
            || sorted.get(end - 1).weight <= 0)) {
      end--;
    }
    return sorted.subList(0, end);
  }
}
