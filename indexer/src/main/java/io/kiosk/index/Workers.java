package io.kiosk.index;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Threads that work on inputs while the next ones are read; what waits for them is bounded in
 * memory, so the reader waits in turn.
 */
final class Workers implements AutoCloseable {

  private static final int UNIT = 1 << 10;
  private static final int MAX_UNITS = 32 << 10;

  private final ExecutorService pool;
  private final Semaphore room = new Semaphore(MAX_UNITS);
  private final Failure failure = new Failure(() -> {});

  Workers(int threads) {
    pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("kiosk-", 1).factory());
  }

  /**
   * Hands over a part of the work.
   *
   * @param cost its memory in bytes
   * @throws IOException if an earlier part failed
   */
  void submit(int cost, Failure.Part part) throws IOException {
    failure.rethrow();
    int units = Math.min(MAX_UNITS, cost / UNIT + 1);
    room.acquireUninterruptibly(units);
    pool.execute(
        () -> {
          if (!failure.occurred()) {
            failure.watch(part);
          }
          room.release(units);
        });
  }

  /**
   * Waits for all parts.
   *
   * @throws IOException if one failed
   */
  @Override
  public void close() throws IOException {
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts the reader's thread", e);
    }
    failure.rethrow();
  }
}
