package io.kiosk.query;

import io.kiosk.query.QueryPart.Everything;
import io.kiosk.query.QueryPart.Words;

/** Reads what an analyst typed. Has no state, so all threads may use it. */
final class QueryReader {

  private QueryReader() {}

  /**
   * Reads a query.
   *
   * @throws QuerySyntaxException if it cannot be read
   */
  static QueryPart read(String query) {
    return plain(query);
  }

  /** Reads a query without syntax: all of it is text, and none of it is every article. */
  static QueryPart plain(String query) {
    return query.isBlank() ? new Everything(0) : new Words(query, 0);
  }
}
