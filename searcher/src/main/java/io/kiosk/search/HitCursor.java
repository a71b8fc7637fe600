package io.kiosk.search;

import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;

/** Hits one after the other in their order, however many they are. */
interface HitCursor {

  /**
   * Most hits that are fetched at once. Each fetch runs the query again, each hit fetched costs
   * about a hundred bytes.
   */
  int PAGE = 50_000;

  /** The next hit; null if there is none. */
  Ranked next() throws IOException;

  /** How many hits there are in all; at least so many if that {@link #isExact is not known}. */
  long total();

  /** Whether {@link #total} is the number of all hits. */
  boolean isExact();
}
