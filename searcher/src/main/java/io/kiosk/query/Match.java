package io.kiosk.query;

/** How much of a query's plain words an article must meet. */
public enum Match {
  /** Units that carry at least half of the query's weight, see {@link CoverageQuery}. */
  MOST,
  /** At least one unit. */
  ANY,
  /** All units. */
  ALL
}
