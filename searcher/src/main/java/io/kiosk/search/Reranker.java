package io.kiosk.search;

import io.kiosk.query.ArticleQuery;
import java.io.IOException;
import java.util.List;

/**
 * Orders the best articles of a search anew, by whatever one knows better than an index does: a
 * model, a list of trusted publishers, the reader's history. Called by many threads at once.
 */
@FunctionalInterface
public interface Reranker {

  /**
   * The new scores of the best articles, larger is better; articles of equal score stay in their
   * order. What came behind them stays behind them.
   *
   * @param query what was asked
   * @param best at most as many as the searcher was told, best first, never empty
   * @return a finite score for each article, in the order given
   * @throws IOException ends the search
   */
  double[] scores(ArticleQuery query, List<StoredArticle> best) throws IOException;
}
