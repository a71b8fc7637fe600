package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** All articles that a request finds, each once, in the order of the index, copies included. */
final class MatchingArticles {

  /** What is done with an article. */
  @FunctionalInterface
  interface Action {
    /**
     * Takes an article.
     *
     * @param query what found it
     * @param values of the leaf it is in
     * @param doc its number in that leaf
     * @param docBase of that leaf
     */
    void accept(LanguageQuery query, ArticleValues values, int doc, int docBase) throws IOException;
  }

  private MatchingArticles() {}

  /** Hands over every article. */
  static void forEach(RequestQueries queries, IndexSearcher searcher, Action action)
      throws IOException {
    for (LanguageQuery each : queries.queries()) {
      forEach(queries.filtered(each), each, searcher, action);
    }
  }

  private static void forEach(
      Query filtered, LanguageQuery query, IndexSearcher searcher, Action action)
      throws IOException {
    searcher.search(
        filtered,
        new CollectorManager<Collector, Void>() {
          @Override
          public Collector newCollector() {
            return new Handing(query, action);
          }

          @Override
          public Void reduce(Collection<Collector> collectors) {
            return null;
          }
        });
  }

  private static final class Handing extends SimpleCollector {
    private final LanguageQuery query;
    private final Action action;
    private ArticleValues values;
    private int docBase;

    Handing(LanguageQuery query, Action action) {
      this.query = query;
      this.action = action;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      values = new ArticleValues(context.reader());
      docBase = context.docBase;
    }

    @Override
    public void collect(int doc) throws IOException {
      action.accept(query, values, doc, docBase);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
