package io.kiosk.search;

import io.kiosk.query.ArticleQuery;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Hits of which a {@link Reranker} has ordered the first. */
final class RerankedCursor implements HitCursor {

  /**
   * A reranker and how much it is shown.
   *
   * @param depth how many of the best hits
   */
  record Reranking(Reranker reranker, int depth) {}

  private final HitCursor hits;
  private final Deque<Ranked> first;

  RerankedCursor(HitCursor hits, Reranking reranking, ArticleQuery query, StoredArticles stored)
      throws IOException {
    this.hits = hits;
    List<Ranked> best = new ArrayList<>();
    List<StoredArticle> articles = new ArrayList<>();
    while (best.size() < reranking.depth) {
      Ranked next = hits.next();
      if (next == null) {
        break;
      }
      best.add(next);
      articles.add(stored.read(next.doc()));
    }
    if (!best.isEmpty()) {
      double[] scores = reranking.reranker.scores(query, List.copyOf(articles));
      check(scores, best.size());
      for (int i = 0; i < scores.length; i++) {
        best.set(i, new Ranked(best.get(i).doc(), scores[i], best.get(i).query()));
      }
      best.sort(Comparator.comparingDouble(hit -> -hit.score()));
    }
    this.first = new ArrayDeque<>(best);
  }

  private static void check(double[] scores, int expected) {
    if (scores.length != expected) {
      throw new IllegalStateException(
          "the reranker gave " + scores.length + " scores for " + expected + " articles");
    }
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw new IllegalStateException("the reranker gave the score " + score);
      }
    }
  }

  @Override
  public Ranked next() throws IOException {
    return first.isEmpty() ? hits.next() : first.removeFirst();
  }

  @Override
  public long total() {
    return hits.total();
  }

  @Override
  public boolean isExact() {
    return hits.isExact();
  }
}
