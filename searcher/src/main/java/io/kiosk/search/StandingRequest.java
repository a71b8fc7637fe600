package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * A request that is asked of new articles again and again: its words are read and translated once.
 * Made by {@link ArticleSearcher#prepare}, for use by one thread at a time.
 */
public final class StandingRequest {

  private final SearchRequest request;
  private final Map<Optional<Language>, Query> queries = new LinkedHashMap<>();

  StandingRequest(RequestQueries queries, SearchRequest request) {
    this.request = request;
    for (LanguageQuery each : queries.queries()) {
      this.queries.put(each.articles(), queries.filtered(each));
    }
  }

  /** {@return what is asked, as {@link ArticleSearcher#prepare} got it} */
  public SearchRequest request() {
    return request;
  }

  /** The query with all filters over the articles of each language. */
  Map<Optional<Language>, Query> queries() {
    return queries;
  }
}
