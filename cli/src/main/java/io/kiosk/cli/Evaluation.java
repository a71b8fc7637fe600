package io.kiosk.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Measures of ranked answers, per pair of the query's and the articles' language, averaged over the
 * queries that have a judged article in that language.
 */
final class Evaluation {

  private static final int CUTOFF = 10;
  private static final int DEPTH = 100;

  /**
   * Measures of one query or a mean of them, each from 0 to 1.
   *
   * @param mrr reciprocal rank of the first answer among the first 10
   * @param ndcg normalized discounted cumulative gain of the first 10, with gains 2^grade - 1
   *     (Burges et al., Learning to rank using gradient descent, 2005)
   * @param recall share of the answers among the first 100
   */
  record Measures(double mrr, double ndcg, double recall) {

    static Measures of(List<String> ranked, Map<String, Integer> grades) {
      double mrr = 0;
      double gain = 0;
      int found = 0;
      for (int i = 0; i < Math.min(DEPTH, ranked.size()); i++) {
        Integer grade = grades.get(ranked.get(i));
        if (grade != null) {
          found++;
          if (i < CUTOFF) {
            mrr = Math.max(mrr, 1.0 / (i + 1));
            gain += gain(grade, i);
          }
        }
      }
      return new Measures(mrr, gain / ideal(grades.values()), (double) found / grades.size());
    }

    private static double ideal(Collection<Integer> grades) {
      List<Integer> best = new ArrayList<>(grades);
      best.sort((a, b) -> b - a);
      double sum = 0;
      for (int i = 0; i < Math.min(CUTOFF, best.size()); i++) {
        sum += gain(best.get(i), i);
      }
      return sum;
    }

    private static double gain(int grade, int place) {
      return (Math.pow(2, grade) - 1) * Math.log(2) / Math.log(place + 2.0);
    }

    static Measures mean(Collection<Measures> all) {
      return new Measures(
          all.stream().mapToDouble(Measures::mrr).average().orElse(0),
          all.stream().mapToDouble(Measures::ndcg).average().orElse(0),
          all.stream().mapToDouble(Measures::recall).average().orElse(0));
    }
  }

  /** A query's language and that of the articles. */
  private record Pair(String from, String to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byFrom = from.compareTo(other.from);
      return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }

    @Override
    public String toString() {
      return from + "->" + to;
    }
  }

  private final Map<Pair, Map<String, Measures>> queries = new TreeMap<>();

  /** Adds the ranked ids that a query found in one language; the grades are not empty. */
  void add(String from, String to, String query, List<String> ranked, Map<String, Integer> grades) {
    queries
        .computeIfAbsent(new Pair(from, to), pair -> new LinkedHashMap<>())
        .put(query, Measures.of(ranked, grades));
  }

  boolean isEmpty() {
    return queries.isEmpty();
  }

  /** A table with a line for each pair, then the share of the monolingual measure that is kept. */
  void print(Writer out) throws IOException {
    out.write(header("pair"));
    for (Map.Entry<Pair, Map<String, Measures>> pair : queries.entrySet()) {
      Measures mean = Measures.mean(pair.getValue().values());
      out.write(row(pair.getKey().toString(), pair.getValue().size(), mean));
    }
    Map<Pair, Ratio> ratios = ratios();
    if (!ratios.isEmpty()) {
      out.write("\n" + header("cross/mono"));
      for (Map.Entry<Pair, Ratio> ratio : ratios.entrySet()) {
        out.write(
            row(ratio.getKey().toString(), ratio.getValue().queries(), ratio.getValue().kept()));
      }
    }
  }

  private static String header(String first) {
    return String.format(
        Locale.ROOT, "%-12s%9s%9s%9s%12s\n", first, "queries", "MRR@10", "nDCG@10", "Recall@100");
  }

  private static String row(String name, int number, Measures m) {
    return String.format(
        Locale.ROOT, "%-12s%9d%9.4f%9.4f%12.4f\n", name, number, m.mrr(), m.ndcg(), m.recall());
  }

  /** Writes the same as JSON properties. */
  void write(JsonGenerator json) {
    json.writeObjectPropertyStart("pairs");
    queries.forEach(
        (pair, measures) ->
            write(json, pair.toString(), measures.size(), Measures.mean(measures.values())));
    json.writeEndObject();
    json.writeObjectPropertyStart("cross_mono");
    ratios().forEach((pair, ratio) -> write(json, pair.toString(), ratio.queries(), ratio.kept()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, int number, Measures measures) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("queries", number);
    json.writeNumberProperty("mrr@10", measures.mrr());
    json.writeNumberProperty("ndcg@10", measures.ndcg());
    json.writeNumberProperty("recall@100", measures.recall());
    json.writeEndObject();
  }

  private record Ratio(int queries, Measures kept) {}

  /** Each cross pair by the monolingual one, over the items that are asked in both languages. */
  private Map<Pair, Ratio> ratios() {
    Map<Pair, Ratio> ratios = new TreeMap<>();
    queries.forEach(
        (pair, cross) -> {
          Map<String, Measures> mono = new LinkedHashMap<>();
          queries
              .getOrDefault(new Pair(pair.to(), pair.to()), Map.of())
              .forEach((id, measures) -> mono.put(Judgements.item(id), measures));
          List<Measures> across = new ArrayList<>();
          List<Measures> within = new ArrayList<>();
          cross.forEach(
              (id, measures) -> {
                Measures same = mono.get(Judgements.item(id));
                if (same != null) {
                  across.add(measures);
                  within.add(same);
                }
              });
          if (!pair.from().equals(pair.to()) && !across.isEmpty()) {
            ratios.put(pair, ratio(Measures.mean(across), Measures.mean(within), across.size()));
          }
        });
    return ratios;
  }

  private static Ratio ratio(Measures cross, Measures mono, int number) {
    return new Ratio(
        number,
        new Measures(
            share(cross.mrr(), mono.mrr()),
            share(cross.ndcg(), mono.ndcg()),
            share(cross.recall(), mono.recall())));
  }

  private static double share(double cross, double mono) {
    return mono == 0 ? 0 : cross / mono;
  }
}
