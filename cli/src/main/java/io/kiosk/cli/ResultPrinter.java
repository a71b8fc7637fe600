package io.kiosk.cli;

import io.kiosk.search.SearchResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Writes answers in one format; closing it ends the format, not the stream below. */
interface ResultPrinter extends Closeable {

  /**
   * Writes the answer to one query.
   *
   * @param queryId its id in a batch
   * @param query as typed
   */
  void result(Optional<String> queryId, String query, SearchResult result) throws IOException;

  /** Writes that a query of a batch has no answer, if the format has a place for it. */
  default void failure(String queryId, String message) throws IOException {}

  @Override
  default void close() throws IOException {}
}
