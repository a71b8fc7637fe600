package io.kiosk.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/** When a search has to end. Lucene asks it every few thousand documents. */
final class Deadline implements QueryTimeout {
  private final long begun = System.nanoTime();
  private final Optional<Duration> limit;
  private final BooleanSupplier cancelled;

  Deadline(Optional<Duration> limit, BooleanSupplier cancelled) {
    this.limit = limit;
    this.cancelled = cancelled;
  }

  @Override
  public boolean shouldExit() {
    return isOver() || cancelled.getAsBoolean();
  }

  /** A searcher for one search alone, which ends when this says so. */
  IndexSearcher bound(IndexSearcher shared) {
    IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
    searcher.setSimilarity(shared.getSimilarity());
    searcher.setTimeout(this);
    return searcher;
  }

  private boolean isOver() {
    return limit.isPresent() && System.nanoTime() - begun > limit.get().toNanos();
  }

  /** Throws if the search has to end. */
  void check() throws SearchStoppedException {
    if (cancelled.getAsBoolean()) {
      throw SearchStoppedException.cancelled();
    }
    if (isOver()) {
      throw SearchStoppedException.tooLong(limit.get());
    }
  }

  /** Time since the search began. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
