package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * Shows one of several near-identical articles: the earliest dated, then that of the smallest id.
 */
final class CopyFolding {

  /**
   * A hit that stands for its copies.
   *
   * @param shown the article to show, in the place and with the score of the best of them
   * @param copies ids of the others among the hits, ascending
   */
  record Folded(Ranked shown, List<String> copies) {}

  private record Copy(Ranked ranked, long group, long day, String id) {
    static final Comparator<Copy> FIRST =
        Comparator.comparingLong(Copy::day).thenComparing(Copy::id);
  }

  private final IndexSearcher searcher;

  CopyFolding(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Each hit for itself. */
  static List<Folded> unfolded(List<Ranked> ranked) {
    return ranked.stream().map(each -> new Folded(each, List.of())).toList();
  }

  /** The hits in their order, copies folded under the one that is shown. */
  List<Folded> fold(List<Ranked> ranked) throws IOException {
    Map<Object, List<Copy>> groups = new LinkedHashMap<>();
    for (Ranked each : ranked) {
      Copy copy = copy(each);
      Object key = copy.group == 0 ? copy : copy.group;
      groups.computeIfAbsent(key, group -> new ArrayList<>(1)).add(copy);
    }
    return groups.values().stream().map(CopyFolding::folded).toList();
  }

  private static Folded folded(List<Copy> group) {
    Copy best = group.get(0);
    Copy shown = group.stream().min(Copy.FIRST).orElseThrow();
    List<String> others =
        group.stream().filter(copy -> copy != shown).map(Copy::id).sorted().toList();
    return new Folded(
        new Ranked(shown.ranked.doc(), best.ranked.score(), shown.ranked.query()), others);
  }

  private Copy copy(Ranked ranked) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(ranked.doc(), leaves));
    int doc = ranked.doc() - leaf.docBase;
    NumericDocValues groups = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
    long group = groups.advanceExact(doc) ? groups.longValue() : 0;
    if (group == 0) {
      return new Copy(ranked, 0, 0, "");
    }
    NumericDocValues days = DocValues.getNumeric(leaf.reader(), ArticleSchema.PUBLISHED_FIRST);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    return new Copy(
        ranked,
        group,
        days.advanceExact(doc) ? days.longValue() : Long.MAX_VALUE,
        ids.advanceExact(doc) ? ids.lookupOrd(ids.ordValue()).utf8ToString() : "");
  }
}
