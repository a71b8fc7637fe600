package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Shows one of several near-identical articles: the earliest dated, then that of the smallest id.
 * Among hits by relevance it stands in the place and with the score of the best of them, among hits
 * by date in its own.
 */
final class CopyFolding {

  /**
   * A hit that stands for its copies.
   *
   * @param shown the article to show
   * @param copies ids of the others among all hits, ascending
   */
  record Folded(Ranked shown, List<String> copies) {}

  private record Copy(int doc, long day, String id) {
    static final Comparator<Copy> FIRST =
        Comparator.comparingLong(Copy::day).thenComparing(Copy::id);
  }

  private final IndexSearcher searcher;
  private final Deadline deadline;
  private final List<Query> queries;
  private final HitCursor hits;
  private final boolean byDate;

  /** Which document is shown of each group that was met. */
  private final Map<Long, Integer> shown = new HashMap<>();

  private CopyTable table;

  /**
   * Folds hits.
   *
   * @param queries what together finds all hits
   * @param byDate whether the hits are in the order of their dates
   */
  CopyFolding(
      IndexSearcher searcher,
      Deadline deadline,
      List<Query> queries,
      HitCursor hits,
      boolean byDate) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.queries = queries;
    this.hits = hits;
    this.byDate = byDate;
  }

  /** The next hit; null if there is none. */
  Folded next() throws IOException {
    Ranked next;
    while ((next = hits.next()) != null) {
      long group = group(next.doc());
      if (group == 0) {
        return new Folded(next, List.of());
      }
      boolean met = shown.containsKey(group);
      if (!met || byDate && shown.get(group) == next.doc()) {
        Folded folded = folded(next, group);
        shown.put(group, folded.shown.doc());
        if (!byDate || folded.shown.doc() == next.doc()) {
          return folded;
        }
      }
    }
    return null;
  }

  private Folded folded(Ranked best, long group) throws IOException {
    if (table == null) {
      table = CopyTable.of(searcher, queries, deadline); // few searches meet a copy
    }
    List<Copy> copies = new ArrayList<>();
    for (int doc : table.docs(group)) {
      copies.add(copy(doc));
    }
    Copy first = copies.stream().min(Copy.FIRST).orElseThrow();
    List<String> others =
        copies.stream().filter(copy -> copy != first).map(Copy::id).sorted().toList();
    return new Folded(new Ranked(first.doc, best.score(), best.query(), best.liftedBy()), others);
  }

  private long group(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    NumericDocValues groups = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
    return groups.advanceExact(doc - leaf.docBase) ? groups.longValue() : 0;
  }

  private Copy copy(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    NumericDocValues days = DocValues.getNumeric(leaf.reader(), ArticleSchema.PUBLISHED_FIRST);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    return new Copy(
        doc,
        days.advanceExact(local) ? days.longValue() : Long.MAX_VALUE,
        ids.advanceExact(local) ? ids.lookupOrd(ids.ordValue()).utf8ToString() : "");
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
