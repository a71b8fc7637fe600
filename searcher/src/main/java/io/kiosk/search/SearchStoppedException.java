package io.kiosk.search;

import java.io.IOException;
import java.time.Duration;

/** A search took longer than its request allows, or was cancelled. */
public final class SearchStoppedException extends IOException {
  private static final long serialVersionUID = 1;

  private SearchStoppedException(String message) {
    super(message);
  }

  static SearchStoppedException tooLong(Duration limit) {
    return new SearchStoppedException(
        "the search took longer than "
            + limit.toMillis() / 1e3
            + " s: ask for less, or allow it more time");
  }

  static SearchStoppedException cancelled() {
    return new SearchStoppedException("the search was cancelled");
  }
}
