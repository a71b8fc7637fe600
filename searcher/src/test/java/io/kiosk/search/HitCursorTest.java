package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class HitCursorTest {

  private static final int HITS = 20;
  private static final Query ALL = ArticleSchema.articles();
  private static final LanguageQuery QUERY = new LanguageQuery(Optional.empty(), ALL, List.of());

  private final Deadline deadline = new Deadline(Optional.empty(), () -> false);

  /** Counts how often a query is run. */
  private static final class CountingSearcher extends IndexSearcher {
    private int searches;

    CountingSearcher(IndexReader reader) {
      super(reader);
    }

    @Override
    public <C extends Collector, T> T search(Query query, CollectorManager<C, T> manager)
        throws IOException {
      searches++;
      return super.search(query, manager);
    }
  }

  /** Opens a cursor that is told how many hits will be asked for. */
  @FunctionalInterface
  private interface Opening {
    HitCursor open(IndexSearcher searcher, int wanted) throws IOException;
  }

  private static int searches(int wanted, Opening opening) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < HITS; i++) {
          Document document = new Document();
          ArticleSchema.addId(document, "a" + i);
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        CountingSearcher searcher = new CountingSearcher(reader);
        HitCursor cursor = opening.open(searcher, wanted);
        int hits = 0;
        while (cursor.next() != null) {
          hits++;
        }
        assertThat(hits).isEqualTo(HITS);
        return searcher.searches;
      }
    }
  }

  private HitCursor byRelevance(IndexSearcher searcher, int wanted) throws IOException {
    return new RelevanceCursor(searcher, deadline, QUERY, ALL, wanted, Integer.MAX_VALUE);
  }

  private HitCursor byDate(IndexSearcher searcher, int wanted) throws IOException {
    return new DateCursor(searcher, deadline, List.of(QUERY), List.of(ALL), true, wanted);
  }

  @Test
  void aQueryIsNotRunAgainWhenAllItsHitsAreKnown() throws IOException {
    assertThat(searches(HITS + 10, this::byRelevance)).isEqualTo(1);
    assertThat(searches(HITS + 10, this::byDate)).isEqualTo(1);
  }

  @Test
  void hitsBeyondThoseWantedAreFetched() throws IOException {
    assertThat(searches(12, this::byRelevance)).isEqualTo(2);
    assertThat(searches(1, this::byDate)).isEqualTo(2);
  }
}
