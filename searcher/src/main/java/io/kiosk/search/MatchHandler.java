package io.kiosk.search;

import java.io.IOException;
import java.util.List;

/** Takes the articles that meet standing requests. */
@FunctionalInterface
public interface MatchHandler {

  /**
   * Takes an article.
   *
   * @param article as the index keeps it
   * @param requests those that it meets, at least one, in the order in which they were asked
   * @throws IOException if it cannot be taken; nothing more is handed over
   */
  void met(StoredArticle article, List<StandingRequest> requests) throws IOException;
}
