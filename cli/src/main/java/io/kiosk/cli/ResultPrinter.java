package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes answers in one format, hit by hit; closing it ends the format, not the stream below. For
 * each query {@link #begin} is called, {@link #hit} for each hit, then {@link #end}.
 */
interface ResultPrinter extends Closeable {

  /**
   * Begins the answer to one query.
   *
   * @param queryId its id in a batch
   * @param query as typed
   * @param answer all but the hits
   */
  void begin(Optional<String> queryId, String query, SearchResult answer) throws IOException;

  /** Writes the next hit. */
  void hit(Hit hit) throws IOException;

  /** Ends the answer. */
  default void end() throws IOException {}

  /** Writes that a query of a batch has no answer, if the format has a place for it. */
  default void failure(String queryId, String message) throws IOException {}

  @Override
  default void close() throws IOException {}
}
