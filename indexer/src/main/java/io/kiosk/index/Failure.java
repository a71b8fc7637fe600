package io.kiosk.index;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The first failure of the threads of a run, which ends it. */
final class Failure {

  private final AtomicReference<Throwable> first = new AtomicReference<>();
  private final Runnable onFailure;

  /** A part of the run. */
  @FunctionalInterface
  interface Part {
    void run() throws IOException;
  }

  Failure(Runnable onFailure) {
    this.onFailure = onFailure;
  }

  /** Runs a part and keeps its failure. */
  void watch(Part part) {
    try {
      part.run();
    } catch (Throwable e) { // whatever it is, the thread that waits must hear of it
      first.compareAndSet(null, e);
      onFailure.run();
    }
  }

  boolean occurred() {
    return first.get() != null;
  }

  /** Throws what was kept, if anything. */
  void rethrow() throws IOException {
    switch (first.get()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IOException(e);
    }
  }
}
