package io.kiosk.benchmark;

import io.kiosk.benchmark.JudgedSet.Query;
import io.kiosk.query.ArticleQuery;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a query over all languages costs beside the queries that a translator would have written, on
 * one thread.
 *
 * @param queries how many items, asked in each language, were timed
 * @param crossMillis median time of a query over all languages, best 10, no snippets
 * @param monoMillis median time of the same queries as people translated them, each in its own
 *     language, one after the other
 */
record QueryCost(int queries, double crossMillis, double monoMillis) {

  private static final int MOST_ITEMS = 60;
  private static final int ROUNDS = 5;

  static QueryCost of(JudgedIndex index) throws IOException {
    Map<String, List<Query>> items =
        index.set().queries().stream().collect(Collectors.groupingBy(Query::item));
    List<List<Query>> complete =
        items.entrySet().stream()
            .filter(item -> item.getValue().size() == Language.values().length)
            .sorted(Map.Entry.comparingByKey())
            .limit(MOST_ITEMS)
            .map(Map.Entry::getValue)
            .toList();
    double[] cross = new double[complete.size()];
    double[] mono = new double[complete.size()];
    try (ArticleSearcher searcher = index.searcher()) {
      for (int round = 0; round < ROUNDS; round++) { // the last counts
        for (int i = 0; i < cross.length; i++) {
          cross[i] = 0;
          mono[i] = 0;
          for (Query query : complete.get(i)) {
            cross[i] += millis(searcher, query, List.of()) / complete.get(i).size();
            mono[i] += millis(searcher, query, List.of(query.lang()));
          }
        }
      }
    }
    return new QueryCost(cross.length, median(cross), median(mono));
  }

  private static double millis(ArticleSearcher searcher, Query query, List<String> in)
      throws IOException {
    long start = System.nanoTime();
    searcher.search(
        SearchRequest.builder(ArticleQuery.parse(query.text()))
            .queryLanguages(List.of(Language.of(query.lang()).orElseThrow()))
            .in(in)
            .snippets(false)
            .build());
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
