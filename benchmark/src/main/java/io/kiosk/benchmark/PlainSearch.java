package io.kiosk.benchmark;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.schema.Language;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/**
 * Searches what {@link PlainIndexing} has written as one would with Lucene alone: its classic query
 * parser over titles and bodies, the ten best, and their stored fields.
 */
final class PlainSearch implements Closeable {

  static final int HITS = 10;
  private static final float TITLE = 2;

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Analyzer analyzer;

  /** Opens an index; the analyzer reads queries. */
  PlainSearch(Path index, Analyzer analyzer) throws IOException {
    this.directory = FSDirectory.open(index);
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    this.analyzer = analyzer;
  }

  /** Kiosk's analyzers as they read words of a query that are not translated. */
  static Analyzer kioskAnalyzers() {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer analyzer =
          switch (language) {
            case ZH -> LanguageAnalyzers.chineseBigrams();
            case DE, EN -> LanguageAnalyzers.simple(language);
          };
      byField.put("title_" + language.tag(), analyzer);
      byField.put("body_" + language.tag(), analyzer);
    }
    return new PerFieldAnalyzerWrapper(LanguageAnalyzers.other(), byField);
  }

  /** The ten best, with all that is stored of them; gives the number of characters stored. */
  long search(TimedQuery query) throws IOException {
    TopDocs found = searcher.search(parse(query), HITS);
    StoredFields stored = searcher.storedFields();
    long characters = 0;
    for (ScoreDoc hit : found.scoreDocs) {
      characters += stored.document(hit.doc).get("body").length();
    }
    return characters;
  }

  /** The ids of all articles that a query finds. */
  Set<String> ids(TimedQuery query) throws IOException {
    StoredFields stored = searcher.storedFields();
    Set<String> ids = new TreeSet<>();
    for (ScoreDoc hit : searcher.search(parse(query), reader.maxDoc()).scoreDocs) {
      ids.add(stored.document(hit.doc, Set.of("id")).get("id"));
    }
    return ids;
  }

  /** How many articles there are. */
  int articles() {
    return reader.numDocs();
  }

  private Query parse(TimedQuery query) throws IOException {
    String title = "title_" + query.language().tag();
    String body = "body_" + query.language().tag();
    QueryParser parser =
        new MultiFieldQueryParser(
            new String[] {title, body}, analyzer, Map.of(title, TITLE, body, 1f));
    parser.setDefaultOperator(QueryParser.Operator.AND);
    parser.setSplitOnWhitespace(true);
    boolean phrase = query.kind() == TimedQuery.Kind.PHRASE;
    try {
      Query words = parser.parse(phrase ? '"' + query.text() + '"' : query.text());
      return query.year().isEmpty() ? words : inYear(words, query.year().getAsInt());
    } catch (ParseException e) {
      throw new IOException(query.toString(), e);
    }
  }

  private static Query inYear(Query words, int year) {
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(
            LongPoint.newRangeQuery(
                "day",
                LocalDate.of(year, 1, 1).toEpochDay(),
                LocalDate.of(year, 12, 31).toEpochDay()),
            Occur.FILTER)
        .build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
