package io.kiosk.lexicon.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns which words translate each other from pairs of short texts: IBM Model 1 (Brown et al.
 * 1993, "The Mathematics of Statistical Machine Translation", section 4.1) in both directions,
 * without the empty word. Sums run in the order in which the pairs came, so that the same pairs
 * give the same bits.
 */
final class WordAligner {

  private static final int ITERATIONS = 6;

  /** Below this probability a link is noise. */
  private static final double LEAST = .004;

  private static final double FORWARD = .7;
  private static final double BACKWARD_FLOOR = .001;

  private final Numbering left = new Numbering();
  private final Numbering right = new Numbering();
  private final Map<Long, Integer> links = new HashMap<>();
  private final List<int[]> sentences = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private int[] leftOf = new int[1024];
  private int[] rightOf = new int[1024];

  /** Adds a pair of texts; one without words is left out. */
  void add(List<String> leftWords, List<String> rightWords, double weight) {
    if (leftWords.isEmpty() || rightWords.isEmpty()) {
      return;
    }
    int[] sentence = new int[2 + leftWords.size() * rightWords.size()];
    sentence[0] = leftWords.size();
    sentence[1] = rightWords.size();
    int at = 2;
    for (String l : leftWords) {
      int a = left.number(l);
      for (String r : rightWords) {
        sentence[at++] = link(a, right.number(r));
      }
    }
    sentences.add(sentence);
    weights.add(weight);
  }

  private int link(int a, int b) {
    int size = links.size();
    int link = links.computeIfAbsent((long) a << 32 | b, pair -> size);
    if (link == size && links.size() > size) {
      if (size == leftOf.length) {
        leftOf = Arrays.copyOf(leftOf, 2 * size);
        rightOf = Arrays.copyOf(rightOf, 2 * size);
      }
      leftOf[link] = a;
      rightOf[link] = b;
    }
    return link;
  }

  /** What is learnt: for each word of a side its translations and their weights, which sum to 1. */
  record Learnt(
      Map<String, Double> leftCounts,
      Map<String, Double> rightCounts,
      Map<String, Map<String, Double>> forward,
      Map<String, Map<String, Double>> backward) {}

  Learnt learn() {
    double[] forward = probabilities(true);
    double[] backward = probabilities(false);
    return new Learnt(
        counts(true),
        counts(false),
        table(forward, backward, true),
        table(backward, forward, false));
  }

  /** The weight of the pairs that a word occurs in. */
  private Map<String, Double> counts(boolean ofLeft) {
    Map<String, Double> counts = new HashMap<>();
    for (int s = 0; s < sentences.size(); s++) {
      int[] sentence = sentences.get(s);
      int columns = sentence[1];
      int words = ofLeft ? sentence[0] : columns;
      for (int i = 0; i < words; i++) {
        int link = sentence[2 + (ofLeft ? i * columns : i)];
        String word = ofLeft ? left.word(leftOf[link]) : right.word(rightOf[link]);
        counts.merge(word, weights.get(s), Double::sum);
      }
    }
    return counts;
  }

  private double[] probabilities(boolean forward) {
    int[] source = forward ? leftOf : rightOf;
    int size = links.size();
    double[] p = new double[size];
    Arrays.fill(p, 1);
    for (int i = 0; i < ITERATIONS; i++) {
      double[] counts = new double[size];
      for (int s = 0; s < sentences.size(); s++) {
        count(sentences.get(s), weights.get(s), forward, p, counts);
      }
      double[] sums = new double[forward ? left.size() : right.size()];
      for (int link = 0; link < size; link++) {
        sums[source[link]] += counts[link];
      }
      for (int link = 0; link < size; link++) {
        p[link] = sums[source[link]] > 0 ? counts[link] / sums[source[link]] : 0;
      }
    }
    return p;
  }

  /** Shares each target word of a pair among the source words by their probabilities. */
  private static void count(
      int[] sentence, double weight, boolean forward, double[] p, double[] counts) {
    int rows = sentence[0];
    int columns = sentence[1];
    int targets = forward ? columns : rows;
    int sources = forward ? rows : columns;
    for (int t = 0; t < targets; t++) {
      double sum = 0;
      for (int s = 0; s < sources; s++) {
        sum += p[sentence[2 + (forward ? s * columns + t : t * columns + s)]];
      }
      if (sum > 0) {
        for (int s = 0; s < sources; s++) {
          int link = sentence[2 + (forward ? s * columns + t : t * columns + s)];
          counts[link] += weight * p[link] / sum;
        }
      }
    }
  }

  /** p(t|s)^.7 p(s|t)^.3, made to sum to 1 for each source word. */
  private Map<String, Map<String, Double>> table(double[] p, double[] inverse, boolean forward) {
    Map<String, Map<String, Double>> table = new HashMap<>();
    for (int link = 0; link < links.size(); link++) {
      if (p[link] > LEAST) {
        double weight =
            StrictMath.pow(p[link], FORWARD)
                * StrictMath.pow(Math.max(inverse[link], BACKWARD_FLOOR), 1 - FORWARD);
        String a = left.word(leftOf[link]);
        String b = right.word(rightOf[link]);
        table.computeIfAbsent(forward ? a : b, s -> new TreeMap<>()).put(forward ? b : a, weight);
      }
    }
    table.values().forEach(Weights::normalize);
    return table;
  }

  /** Words by number. */
  private static final class Numbering {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
      Integer known = numbers.get(word);
      if (known == null) {
        known = words.size();
        numbers.put(word, known);
        words.add(word);
      }
      return known;
    }

    String word(int number) {
      return words.get(number);
    }

    int size() {
      return words.size();
    }
  }
}
