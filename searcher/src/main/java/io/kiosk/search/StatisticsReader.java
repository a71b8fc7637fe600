package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/** Counts what an index holds. */
final class StatisticsReader {
  private static final Set<String> OF_ARTICLES =
      Set.of(
          ArticleSchema.LANG, ArticleSchema.SOURCE, ArticleSchema.CLEANER, ArticleSchema.INDEXED);
  private static final Set<String> OF_INPUTS = Set.of(ArticleSchema.REASON);

  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> sources = new TreeMap<>();
  private final Map<YearMonth, Long> months = new TreeMap<>(Comparator.reverseOrder());
  private final Map<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> cleaners = new TreeMap<>();
  private long articles;
  private long duplicates;
  private long dated;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private String updated = "";

  private StatisticsReader() {}

  static IndexStatistics read(DirectoryReader reader) throws IOException {
    StatisticsReader counts = new StatisticsReader();
    for (LeafReaderContext leaf : reader.leaves()) {
      counts.add(leaf.reader());
    }
    return counts.result(reader);
  }

  private IndexStatistics result(DirectoryReader reader) throws IOException {
    long bytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      bytes += reader.directory().fileLength(file);
    }
    Map<String, String> commit = reader.getIndexCommit().getUserData();
    boolean any = dated > 0;
    return new IndexStatistics(
        articles,
        mostFirst(languages),
        mostFirst(sources),
        months,
        articles - dated,
        any ? Optional.of(LocalDate.ofEpochDay(first)) : Optional.empty(),
        any ? Optional.of(LocalDate.ofEpochDay(last)) : Optional.empty(),
        duplicates,
        mostFirst(rejected),
        mostFirst(cleaners),
        updated.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(updated)),
        bytes,
        commit.getOrDefault(ArticleSchema.VERSION_KEY, ""),
        commit.getOrDefault(ArticleSchema.ANALYZERS_KEY, ""),
        commit.getOrDefault(ArticleSchema.LEXICON_KEY, ""));
  }

  private void add(LeafReader leaf) throws IOException {
    StoredFields fields = leaf.storedFields();
    NumericDocValues days = DocValues.getNumeric(leaf, ArticleSchema.PUBLISHED_FIRST);
    SortedDocValues ids = DocValues.getSorted(leaf, ArticleSchema.ID);
    Bits live = leaf.getLiveDocs();
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      if (!ids.advanceExact(doc)) {
        addInput(fields.document(doc, OF_INPUTS));
        continue;
      }
      addArticle(fields.document(doc, OF_ARTICLES));
      if (days.advanceExact(doc)) {
        addDay(days.longValue());
      }
    }
  }

  private void addInput(Document input) {
    String reason = input.get(ArticleSchema.REASON);
    if (reason == null) {
      duplicates++;
    } else {
      int detail = reason.indexOf(':');
      count(rejected, detail < 0 ? reason : reason.substring(0, detail));
    }
  }

  private void addArticle(Document article) {
    articles++;
    count(languages, article.get(ArticleSchema.LANG));
    count(sources, article.get(ArticleSchema.SOURCE));
    count(cleaners, article.get(ArticleSchema.CLEANER));
    String indexed = article.get(ArticleSchema.INDEXED);
    if (indexed != null && indexed.compareTo(updated) > 0) {
      updated = indexed;
    }
  }

  private void addDay(long day) {
    dated++;
    first = Math.min(first, day);
    last = Math.max(last, day);
    months.merge(YearMonth.from(LocalDate.ofEpochDay(day)), 1L, Long::sum);
  }

  private static void count(Map<String, Long> counts, String value) {
    if (value != null) {
      counts.merge(value, 1L, Long::sum);
    }
  }

  private static Map<String, Long> mostFirst(Map<String, Long> counts) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
