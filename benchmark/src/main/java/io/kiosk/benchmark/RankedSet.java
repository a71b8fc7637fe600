package io.kiosk.benchmark;

import io.kiosk.benchmark.JudgedSet.Query;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.index.Origin;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What every query of a set finds, in each language by itself and in one list over all. */
final class RankedSet {

  private static final int DEPTH = 100;
  private static final int BATCH = 500;

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
  private long articles;

  private RankedSet(JudgedSet set) {
    this.set = set;
    for (Language language : Language.values()) {
      byLanguage.put(language, new ConcurrentHashMap<>());
    }
  }

  /** Indexes the bodies of the set's articles in an empty folder and asks every query. */
  static RankedSet of(JudgedSet set, TranslationLexicon lexicon, Path index) throws IOException {
    RankedSet ranked = new RankedSet(set);
    try (ArticleIndexer indexer = ArticleIndexer.open(index, lexicon, IndexerConfig.defaults())) {
      for (Path file : set.articles()) {
        ranked.index(file, indexer);
      }
    }
    try (ArticleSearcher searcher = ArticleSearcher.open(index, lexicon)) {
      set.queries().parallelStream().forEach(query -> ranked.ask(searcher, query));
    }
    return ranked;
  }

  private record Sourced(Article article, Origin origin) {}

  private void index(Path file, ArticleIndexer indexer) throws IOException {
    List<Sourced> batch = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
      Optional<ArticleReader.Line> line;
      while ((line = reader.read()).isPresent()) {
        batch.add(sourced(file, line.get()));
        if (batch.size() == BATCH) {
          add(batch, indexer);
        }
      }
    }
    add(batch, indexer);
  }

  private void add(List<Sourced> batch, ArticleIndexer indexer) {
    batch.parallelStream()
        .forEach(
            article -> {
              try {
                indexer.add(article.article(), article.origin());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    articles += batch.size();
    batch.clear();
  }

  private static Sourced sourced(Path file, ArticleReader.Line line) throws IOException {
    Origin origin =
        new Origin(
            file.toString(), OptionalLong.of(line.number()), line.sha256(), Origin.NOT_CLEANED);
    return switch (line.result()) {
      case CleaningResult.Cleaned cleaned -> new Sourced(bodyOnly(cleaned.article()), origin);
      case CleaningResult.Rejected rejected ->
          throw new IOException(rejected.origin() + ": " + rejected.message());
    };
  }

  /** The queries are headlines: with titles in the index they would find themselves. */
  private static Article bodyOnly(Article article) {
    return new Article(
        article.id(),
        article.url(),
        article.source(),
        article.language(),
        article.published(),
        article.publishedFrom(),
        article.fetched(),
        Optional.empty(),
        article.author(),
        article.body());
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

  private static List<String> ids(ArticleSearcher searcher, Query query, List<String> in)
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

  /** How many articles the index holds. */
  long articles() {
    return articles;
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
