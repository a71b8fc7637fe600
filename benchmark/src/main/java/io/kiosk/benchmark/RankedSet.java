package io.kiosk.benchmark;

import io.kiosk.benchmark.JudgedSet.Query;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What every query of a set finds, in each language by itself and in one list over all. */
final class RankedSet {

  private static final int DEPTH = 100;

  /** A query's language, and that of the articles. */
  record Pair(Language from, Language to) {

    boolean cross() {
      return from != to;
    }

    @Override
    public String toString() {
      return from.tag() + ">" + to.tag();
    }
  }

  private final JudgedSet set;
  private final Map<Language, Map<Query, List<String>>> byLanguage = new HashMap<>();
  private final Map<Query, List<String>> merged = new ConcurrentHashMap<>();

  private RankedSet(JudgedSet set) {
    this.set = set;
    for (Language language : Language.values()) {
      byLanguage.put(language, new ConcurrentHashMap<>());
    }
  }

  /** Asks every query of the set. */
  static RankedSet of(JudgedIndex index) throws IOException {
    RankedSet ranked = new RankedSet(index.set());
    try (ArticleSearcher searcher = index.searcher()) {
      index.set().queries().parallelStream().forEach(query -> ranked.ask(searcher, query));
    }
    return ranked;
  }

  private void ask(ArticleSearcher searcher, Query query) {
    try {
      for (Language language : Language.values()) {
        byLanguage.get(language).put(query, ids(searcher, query, List.of(language.tag())));
      }
      merged.put(query, ids(searcher, query, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(query.id(), e);
    }
  }

  /** Ids of the best articles in some languages, all if none is named. */
  static List<String> ids(ArticleSearcher searcher, Query query, List<String> in)
      throws IOException {
    SearchRequest request =
        SearchRequest.builder(ArticleQuery.parse(query.text()))
            .queryLanguages(List.of(Language.of(query.lang()).orElseThrow()))
            .in(in)
            .copies(true)
            .match(Match.ANY)
            .limit(DEPTH)
            .snippets(false)
            .build();
    return searcher.search(request).hits().stream().map(hit -> hit.article().id()).toList();
  }

  JudgedSet set() {
    return set;
  }

  /** What one query found. */
  record Answer(Query query, List<String> ranked, Set<String> relevant) {}

  /** The answers in one language to the queries that have a right one there. */
  List<Answer> answers(Pair pair) {
    return set.queries().stream()
        .filter(query -> query.lang().equals(pair.from().tag()))
        .map(query -> answer(query, pair.to(), byLanguage.get(pair.to()).get(query)))
        .filter(answer -> !answer.relevant().isEmpty())
        .toList();
  }

  private static Answer answer(Query query, Language language, List<String> ranked) {
    return new Answer(
        query,
        ranked,
        query.relevant().stream()
            .filter(id -> JudgedSet.language(id).equals(language.tag()))
            .collect(Collectors.toSet()));
  }

  /** The one list over all languages, for every query. */
  List<Answer> merged() {
    return set.queries().stream()
        .map(query -> new Answer(query, merged.get(query), query.relevant()))
        .toList();
  }

  /** The same lists, of which only the articles of one language are right. */
  List<Answer> merged(Language language) {
    return set.queries().stream()
        .map(query -> answer(query, language, merged.get(query)))
        .filter(answer -> !answer.relevant().isEmpty())
        .toList();
  }
}
