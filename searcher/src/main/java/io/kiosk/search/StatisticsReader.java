package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Counts what an index holds. */
final class StatisticsReader {
  private static final Set<String> COUNTED = Set.of(ArticleSchema.LANG, ArticleSchema.SOURCE);

  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> sources = new TreeMap<>();
  private long articles;
  private long dated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private StatisticsReader() {}

  static IndexStatistics read(DirectoryReader reader) throws IOException {
    StatisticsReader counts = new StatisticsReader();
    for (LeafReaderContext leaf : reader.leaves()) {
      counts.add(leaf);
    }
    long bytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      bytes += reader.directory().fileLength(file);
    }
    Map<String, String> commit = reader.getIndexCommit().getUserData();
    boolean any = counts.dated > 0;
    return new IndexStatistics(
        counts.articles,
        Facets.mostFirst(counts.languages),
        Facets.mostFirst(counts.sources),
        counts.articles - counts.dated,
        any ? Optional.of(LocalDate.ofEpochDay(counts.first)) : Optional.empty(),
        any ? Optional.of(LocalDate.ofEpochDay(counts.last)) : Optional.empty(),
        bytes,
        commit.getOrDefault(ArticleSchema.VERSION_KEY, ""),
        commit.getOrDefault(ArticleSchema.LEXICON_KEY, ""));
  }

  private void add(LeafReaderContext leaf) throws IOException {
    StoredFields fields = leaf.reader().storedFields();
    NumericDocValues days = leaf.reader().getNumericDocValues(ArticleSchema.PUBLISHED_FIRST);
    Bits live = leaf.reader().getLiveDocs();
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      articles++;
      Document document = fields.document(doc, COUNTED);
      count(languages, document.get(ArticleSchema.LANG));
      count(sources, document.get(ArticleSchema.SOURCE));
      if (days != null && days.advanceExact(doc)) {
        dated++;
        first = Math.min(first, days.longValue());
        last = Math.max(last, days.longValue());
      }
    }
  }

  private static void count(Map<String, Long> counts, String value) {
    if (value != null) {
      counts.merge(value, 1L, Long::sum);
    }
  }
}
