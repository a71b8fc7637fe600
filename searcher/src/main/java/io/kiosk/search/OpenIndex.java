package io.kiosk.search;

import io.kiosk.query.ArticleSimilarity;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The generation in use of an index folder, and the move to the next one. */
final class OpenIndex implements Closeable {

  /** What is done with a searcher while it is held. */
  @FunctionalInterface
  interface Use<T> {
    T apply(IndexSearcher searcher) throws IOException;
  }

  /** What is done with something taken from a searcher. */
  @FunctionalInterface
  interface UseReader<T> {
    T apply(DirectoryReader reader) throws IOException;
  }

  /**
   * An index that is open.
   *
   * @param analyzers version of the analyzers that wrote it; the same in all its commits
   */
  private record Generation(
      Path path, Directory directory, SearcherManager manager, Optional<String> analyzers)
      implements Closeable {
    @Override
    public void close() throws IOException {
      manager.close();
      directory.close();
    }
  }

  private final IndexFolder folder;
  private final String analyzers;
  private volatile Generation generation;

  private OpenIndex(IndexFolder folder, String analyzers, Generation generation) {
    this.folder = folder;
    this.analyzers = analyzers;
    this.generation = generation;
  }

  /**
   * Opens the generation in use.
   *
   * @param analyzers version of those that will read its terms
   */
  static OpenIndex open(IndexFolder folder, String analyzers) throws IOException {
    return new OpenIndex(folder, analyzers, openGeneration(folder));
  }

  private static Generation openGeneration(IndexFolder folder) throws IOException {
    return folder
        .open(path -> openGeneration(folder, path))
        .orElseThrow(() -> new NoIndexException(folder.path()));
  }

  private static Generation openGeneration(IndexFolder folder, Path path) throws IOException {
    Directory directory = FSDirectory.open(path);
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        Map<String, String> versions = reader.getIndexCommit().getUserData();
        String version = versions.get(ArticleSchema.VERSION_KEY);
        if (!Integer.toString(ArticleSchema.VERSION).equals(version)) {
          throw IndexVersionException.ofSchema(folder.path(), version);
        }
        Optional<String> analyzers = Optional.ofNullable(versions.get(ArticleSchema.ANALYZERS_KEY));
        return new Generation(path, directory, new SearcherManager(reader, FACTORY), analyzers);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static final SearcherFactory FACTORY =
      new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
          IndexSearcher searcher = new IndexSearcher(reader);
          searcher.setSimilarity(ArticleSimilarity.INSTANCE);
          return searcher;
        }
      };

  /**
   * Like {@link #with}, for searches: the terms of the index must be those that our analyzers make.
   */
  <T> T withTerms(Use<T> use) throws IOException {
    return with(use, true);
  }

  <T> T with(Use<T> use) throws IOException {
    return with(use, false);
  }

  private <T> T with(Use<T> use, boolean terms) throws IOException {
    while (true) {
      Generation used = generation;
      if (terms && !used.analyzers.equals(Optional.of(analyzers))) {
        throw IndexVersionException.ofAnalyzers(folder.path(), used.analyzers, analyzers);
      }
      IndexSearcher searcher;
      try {
        searcher = used.manager.acquire();
      } catch (AlreadyClosedException e) {
        if (used == generation) {
          throw e;
        }
        continue; // a refresh moved to another generation meanwhile
      }
      try {
        return use.apply(searcher);
      } finally {
        used.manager.release(searcher);
      }
    }
  }

  <T> T withReader(UseReader<T> use) throws IOException {
    return with(searcher -> use.apply((DirectoryReader) searcher.getIndexReader()));
  }

  synchronized void refresh() throws IOException {
    Generation used = generation;
    if (folder.current().equals(Optional.of(used.path))) {
      used.manager.maybeRefreshBlocking();
    } else {
      generation = openGeneration(folder);
      used.close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    generation.close();
  }
}
