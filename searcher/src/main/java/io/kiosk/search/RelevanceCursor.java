package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;

/** The hits of one language, best first, with scores that are comparable over the languages. */
final class RelevanceCursor implements HitCursor {

  /** Those of further pages are known from the first. */
  private static final int UNCOUNTED = 1;

  private final IndexSearcher searcher;
  private final Deadline deadline;
  private final Query filtered;
  private final LanguageQuery query;
  private final long total;
  private final boolean exact;
  private final Ranking.Scale scale;
  private final List<Ranked> first;
  private ScoreDoc[] page;
  private boolean last;
  private int at;

  /**
   * Fetches the best.
   *
   * @param filtered the query with the filters of the request
   * @param wanted how many hits will be asked for, as far as that is known
   * @param counted hits that are counted at least before those that are too weak are passed over
   */
  RelevanceCursor(
      IndexSearcher searcher,
      Deadline deadline,
      LanguageQuery query,
      Query filtered,
      long wanted,
      int counted)
      throws IOException {
    this.searcher = searcher;
    this.deadline = deadline;
    this.query = query;
    this.filtered = filtered;
    TopDocs best = fetch(null, Math.clamp(wanted, Ranking.NOISE_RANK, PAGE), counted);
    this.total = best.totalHits.value();
    this.exact = best.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
    this.page = best.scoreDocs;
    this.scale = Ranking.Scale.of(page, query);
    this.first = Arrays.stream(page).limit(Ranking.DEPTH).map(this::ranked).toList();
  }

  private TopDocs fetch(ScoreDoc after, int size, int counted) throws IOException {
    int depth = Math.max(1, Math.min(size, searcher.getIndexReader().maxDoc()));
    TopDocs found =
        searcher.search(filtered, new TopScoreDocCollectorManager(depth, after, counted));
    deadline.check();
    last = found.scoreDocs.length < size;
    return found;
  }

  /** What found the hits. */
  LanguageQuery query() {
    return query;
  }

  /** The best hits, at most {@link Ranking#DEPTH}. */
  List<Ranked> first() {
    return first;
  }

  /** The hits among some documents, however weak, in the order of their numbers. */
  List<Ranked> among(Collection<Integer> docs) throws IOException {
    if (docs.isEmpty()) {
      return List.of();
    }
    Weight weight = searcher.createWeight(searcher.rewrite(filtered), ScoreMode.COMPLETE, 1);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    List<Ranked> hits = new ArrayList<>();
    for (int doc : docs.stream().sorted().toList()) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      Scorer scorer = weight.scorer(leaf);
      int local = doc - leaf.docBase;
      if (scorer != null && scorer.iterator().advance(local) == local) {
        hits.add(ranked(new ScoreDoc(doc, scorer.score())));
      }
    }
    return hits;
  }

  private Ranked ranked(ScoreDoc hit) {
    return new Ranked(hit.doc, scale.of(hit.score), query);
  }

  @Override
  public Ranked next() throws IOException {
    if (at == page.length) {
      if (last) {
        return null;
      }
      page = fetch(page[at - 1], PAGE, UNCOUNTED).scoreDocs;
      at = 0;
      if (page.length == 0) {
        return null;
      }
    }
    return ranked(page[at++]);
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public boolean isExact() {
    return exact;
  }
}
