package io.kiosk.search;

import java.time.Duration;

/**
 * Hears what a searcher does, for metrics and logs. Called by the threads that search, so a method
 * should be quick; what it throws reaches the caller of the search. All methods do nothing unless
 * overridden.
 */
public interface SearchListener {

  /** Hears nothing. */
  SearchListener NONE = new SearchListener() {};

  /**
   * A search has been answered.
   *
   * @param request what was asked
   * @param hits how many were handed over
   * @param took from request to the last hit
   */
  default void searched(SearchRequest request, long hits, Duration took) {}

  /**
   * A search has ended early.
   *
   * @param request what was asked
   * @param cause what its caller is thrown
   * @param took from request to failure
   */
  default void failed(SearchRequest request, Exception cause, Duration took) {}

  /**
   * The words of a query have become units of the articles' languages.
   *
   * @param units over all languages
   * @param alternatives over all units: what an article may say to meet them
   * @param took time of that, part of the search's
   */
  default void expanded(int units, int alternatives, Duration took) {}

  /**
   * The searcher has moved to the newest commit, or found that it is there.
   *
   * @param took time of that
   */
  default void refreshed(Duration took) {}
}
