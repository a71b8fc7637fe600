package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.index.ArchiveIndexing;
import io.kiosk.index.IndexerConfig;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The judged queries of {@code ranking/}, asked of its articles. Articles and queries were written
 * for this project: versions of everyday stories that share no names, among articles on near
 * topics.
 */
final class JudgedSearch {

  /** Stands for all languages of the articles in one list. */
  static final String ALL = "all";

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "io", "kiosk", "cli", "ranking");
  private static final int WORST = 6;

  /** A query in the language {@code from}, which finds articles of the language {@code to}. */
  record Pair(String from, String to) {

    /** Every language with every other, with itself and with all. */
    static List<Pair> values() {
      List<Pair> pairs = new ArrayList<>();
      for (Language from : Language.values()) {
        for (Language to : Language.values()) {
          pairs.add(new Pair(from.tag(), to.tag()));
        }
        pairs.add(new Pair(from.tag(), ALL));
      }
      return pairs;
    }

    boolean cross() {
      return !to.equals(ALL) && !from.equals(to);
    }

    @Override
    public String toString() {
      return from + "->" + to;
    }
  }

  /** A query, what it found, and how good that is. */
  private record Answer(QueryFile.Query query, List<String> ranked, Evaluation.Measures measures) {

    /** The query, its measures, and what came first. */
    String explain() {
      return String.format(
          Locale.ROOT,
          "%s (%s) MRR %.2f nDCG %.2f, first %s",
          query.id(),
          query.text(),
          measures.mrr(),
          measures.ndcg(),
          ranked.isEmpty() ? "nothing" : ranked.getFirst());
    }
  }

  private final Map<Pair, List<Answer>> answers = new LinkedHashMap<>();

  private JudgedSearch() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** Indexes the articles in a new folder and asks every query. */
  static JudgedSearch with(TranslationLexicon lexicon, Path index) throws Exception {
    // One thread, so that articles of equal score keep their order.
    ArchiveIndexing.builder(index, lexicon)
        .config(IndexerConfig.defaults().withThreads(1))
        .build()
        .run(List.of(file("articles.jsonl")));
    Judgements judgements = Judgements.read(file("qrels.txt"));
    JudgedSearch result = new JudgedSearch();
    try (ArticleSearcher searcher = ArticleSearcher.open(index, lexicon)) {
      for (QueryFile.Query query : queries()) {
        result.ask(searcher, query, judgements.byLanguage(query.id()));
      }
    }
    return result;
  }

  /** All queries; a line that holds none is a failure. */
  static List<QueryFile.Query> queries() throws IOException {
    List<QueryFile.Query> queries = new ArrayList<>();
    try (QueryFile file = QueryFile.open(file("queries.jsonl"), null)) {
      Optional<QueryFile.Entry> entry;
      while ((entry = file.next()).isPresent()) {
        assertThat(entry.get()).as(file.place()).isInstanceOf(QueryFile.Query.class);
        queries.add((QueryFile.Query) entry.get());
      }
    }
    return queries;
  }

  private void ask(
      ArticleSearcher searcher,
      QueryFile.Query query,
      Map<String, Map<String, Integer>> gradesByLanguage)
      throws IOException {
    Map<String, Integer> all = new HashMap<>();
    for (Map.Entry<String, Map<String, Integer>> grades : gradesByLanguage.entrySet()) {
      all.putAll(grades.getValue());
      ask(searcher, query, grades.getKey(), grades.getValue());
    }
    ask(searcher, query, ALL, all);
  }

  private void ask(
      ArticleSearcher searcher, QueryFile.Query query, String to, Map<String, Integer> grades)
      throws IOException {
    String from = query.lang().orElseThrow();
    String in = to.equals(ALL) ? "" : to;
    List<String> ranked =
        searcher.search(EvaluateCommand.request(query.text(), from, in, true)).hits().stream()
            .map(hit -> hit.article().id())
            .toList();
    answers
        .computeIfAbsent(new Pair(from, to), pair -> new ArrayList<>())
        .add(new Answer(query, ranked, Evaluation.Measures.of(ranked, grades)));
  }

  /** The mean over the queries of a pair. */
  Evaluation.Measures mean(Pair pair) {
    return Evaluation.Measures.mean(answers.get(pair).stream().map(Answer::measures).toList());
  }

  /** The queries of a pair whose answers come latest, a line each. */
  String worst(Pair pair) {
    Comparator<Answer> latest = Comparator.comparingDouble(answer -> answer.measures().mrr());
    return answers.get(pair).stream()
        .sorted(latest.thenComparingDouble(answer -> answer.measures().ndcg()))
        .limit(WORST)
        .map(Answer::explain)
        .collect(Collectors.joining("\n  ", "worst queries:\n  ", ""));
  }
}
