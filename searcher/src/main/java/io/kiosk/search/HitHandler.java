package io.kiosk.search;

import java.io.IOException;

/** Takes the hits of a search one by one, so that any number of them can be answered. */
public interface HitHandler {

  /**
   * Called once, before the hits.
   *
   * @param answer all but the hits
   * @throws IOException ends the search
   */
  void begin(SearchResult answer) throws IOException;

  /**
   * Called for each hit in its order.
   *
   * @param hit complete, with passages if the request asked for them
   * @throws IOException ends the search
   */
  void hit(Hit hit) throws IOException;
}
