package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;

/** The hits of all languages by date of publication, undated last, equals by id. */
final class DateCursor implements HitCursor {
  private final IndexSearcher searcher;
  private final Deadline deadline;
  private final List<LanguageQuery> queries;
  private final Map<String, LanguageQuery> byLanguage = new HashMap<>();
  private final Query filtered;
  private final Sort sort;
  private final long total;
  private ScoreDoc[] page;
  private boolean last;
  private int at;

  /**
   * Fetches the first.
   *
   * @param queries each over the articles of one language, or one over all
   * @param filtered the same with the filters of the request
   * @param wanted how many hits will be asked for, as far as that is known
   */
  DateCursor(
      IndexSearcher searcher,
      Deadline deadline,
      List<LanguageQuery> queries,
      List<Query> filtered,
      boolean newest,
      long wanted)
      throws IOException {
    this.searcher = searcher;
    this.deadline = deadline;
    this.queries = queries;
    for (LanguageQuery each : queries) {
      byLanguage.put(each.articles().map(Language::tag).orElse(ArticleSchema.OTHER), each);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    filtered.forEach(each -> any.add(each, Occur.SHOULD));
    this.filtered = any.build();
    this.sort = order(newest);
    TopDocs best = fetch(null, Math.clamp(wanted, 1, PAGE));
    this.total = best.totalHits.value();
    this.page = best.scoreDocs;
  }

  private static Sort order(boolean newest) {
    long last = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new Sort(
        new SortField(ArticleSchema.PUBLISHED_FIRST, SortField.Type.LONG, newest, last),
        new SortField(ArticleSchema.ID, SortField.Type.STRING));
  }

  private TopDocs fetch(FieldDoc after, int size) throws IOException {
    int depth = Math.max(1, Math.min(size, searcher.getIndexReader().maxDoc()));
    TopDocs found =
        searcher.search(
            filtered, new TopFieldCollectorManager(sort, depth, after, Integer.MAX_VALUE));
    deadline.check();
    last = found.scoreDocs.length < size;
    return found;
  }

  @Override
  public Ranked next() throws IOException {
    if (at == page.length) {
      if (last) {
        return null;
      }
      page = fetch((FieldDoc) page[at - 1], PAGE).scoreDocs;
      at = 0;
      if (page.length == 0) {
        return null;
      }
    }
    int doc = page[at++].doc;
    return new Ranked(doc, 0, queries.size() == 1 ? queries.getFirst() : query(doc));
  }

  private LanguageQuery query(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedDocValues languages = DocValues.getSorted(leaf.reader(), ArticleSchema.LANGUAGE);
    return languages.advanceExact(doc - leaf.docBase)
        ? byLanguage.get(languages.lookupOrd(languages.ordValue()).utf8ToString())
        : queries.getFirst();
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public boolean isExact() {
    return true;
  }
}
