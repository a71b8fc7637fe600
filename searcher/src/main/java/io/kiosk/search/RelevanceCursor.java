package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** The hits of one language, best first, with scores that are comparable over the languages. */
final class RelevanceCursor implements HitCursor {
  private final IndexSearcher searcher;
  private final Deadline deadline;
  private final Query filtered;
  private final LanguageQuery query;
  private final long total;
  private final Ranking.Scale scale;
  private final List<Ranked> first;
  private ScoreDoc[] page;
  private int at;

  /**
   * Fetches the best.
   *
   * @param filtered the query with the filters of the request
   * @param wanted how many hits will be asked for, as far as that is known
   */
  RelevanceCursor(
      IndexSearcher searcher, Deadline deadline, LanguageQuery query, Query filtered, long wanted)
      throws IOException {
    this.searcher = searcher;
    this.deadline = deadline;
    this.query = query;
    this.filtered = filtered;
    TopDocs best = fetch(null, Math.clamp(wanted, Ranking.DEPTH, PAGE));
    this.total = best.totalHits.value();
    this.page = best.scoreDocs;
    this.scale = Ranking.Scale.of(page, query);
    this.first = Arrays.stream(page).limit(Ranking.DEPTH).map(this::ranked).toList();
  }

  private TopDocs fetch(ScoreDoc after, int size) throws IOException {
    int depth = Math.max(1, Math.min(size, searcher.getIndexReader().maxDoc()));
    TopDocs found =
        searcher.search(filtered, new TopScoreDocCollectorManager(depth, after, Integer.MAX_VALUE));
    deadline.check();
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

  private Ranked ranked(ScoreDoc hit) {
    return new Ranked(hit.doc, scale.of(hit.score), query);
  }

  @Override
  public Ranked next() throws IOException {
    if (at == page.length) {
      if (at == 0) {
        return null;
      }
      page = fetch(page[at - 1], PAGE).scoreDocs;
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
}
