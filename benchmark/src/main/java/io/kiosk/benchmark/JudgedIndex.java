package io.kiosk.benchmark;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.index.Origin;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The index of a set's bodies, from which articles can be taken out and put back. */
final class JudgedIndex {

  private static final int BATCH = 500;

  private record Sourced(Article article, Origin origin) {}

  private final JudgedSet set;
  private final TranslationLexicon lexicon;
  private final Path folder;
  private final Map<String, Sourced> own = new HashMap<>();
  private long articles;

  private JudgedIndex(JudgedSet set, TranslationLexicon lexicon, Path folder) {
    this.set = set;
    this.lexicon = lexicon;
    this.folder = folder;
  }

  /** Indexes the bodies of the set's articles in an empty folder. */
  static JudgedIndex of(JudgedSet set, TranslationLexicon lexicon, Path folder) throws IOException {
    JudgedIndex index = new JudgedIndex(set, lexicon, folder);
    try (ArticleIndexer indexer = index.indexer()) {
      for (Path file : set.articles()) {
        index.index(file, file.equals(set.articles().getFirst()), indexer);
      }
      indexer.relate();
    }
    return index;
  }

  private ArticleIndexer indexer() throws IOException {
    return ArticleIndexer.open(folder, lexicon, IndexerConfig.defaults());
  }

  private void index(Path file, boolean judged, ArticleIndexer indexer) throws IOException {
    List<Sourced> batch = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
      Optional<ArticleReader.Line> line;
      while ((line = reader.read()).isPresent()) {
        Sourced sourced = sourced(file, line.get());
        if (judged) {
          own.put(sourced.article().id(), sourced);
        }
        batch.add(sourced);
        if (batch.size() == BATCH) {
          add(batch, indexer);
          articles += batch.size();
          batch.clear();
        }
      }
    }
    add(batch, indexer);
    articles += batch.size();
  }

  private static void add(Collection<Sourced> batch, ArticleIndexer indexer) {
    batch.parallelStream()
        .forEach(
            article -> {
              try {
                indexer.add(article.article(), article.origin());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
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

  JudgedSet set() {
    return set;
  }

  /** How many articles it holds when none is taken out. */
  long articles() {
    return articles;
  }

  /** The caller closes it. */
  ArticleSearcher searcher() throws IOException {
    return ArticleSearcher.open(folder, lexicon);
  }

  /** Takes articles of the set out. */
  void takeOut(Collection<String> ids) throws IOException {
    try (ArticleIndexer indexer = indexer()) {
      for (String id : ids) {
        indexer.delete(id);
      }
      indexer.relate();
    }
  }

  /** Puts back what was taken out. */
  void putBack(Collection<String> ids) throws IOException {
    try (ArticleIndexer indexer = indexer()) {
      add(ids.stream().map(own::get).toList(), indexer);
      indexer.relate();
    }
  }
}
