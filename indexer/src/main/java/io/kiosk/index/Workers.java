package io.kiosk.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Threads that work on inputs while the next ones are read. What waits for them is bounded in
 * memory, so the reader waits in turn. Inputs of one key are worked on in their order.
 */
final class Workers implements AutoCloseable {

  private static final int UNIT = 1 << 10;
  private static final int MAX_UNITS = 32 << 10;

  private final List<ExecutorService> threads = new ArrayList<>();
  private final Semaphore room = new Semaphore(MAX_UNITS, true);
  private final Failure failure = new Failure(() -> {});

  Workers(int number) {
    for (int i = 1; i <= number; i++) {
      threads.add(
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().name("kiosk-worker-" + i).factory()));
    }
  }

  /**
   * Hands over a part of the work.
   *
   * @param cost its memory in bytes
   * @throws IOException if an earlier part failed
   */
  void submit(long key, int cost, Failure.Part part) throws IOException {
    failure.rethrow();
    int units = Math.min(MAX_UNITS, cost / UNIT + 1);
    room.acquireUninterruptibly(units);
    threads
        .get(Math.floorMod(key, threads.size()))
        .execute(
            () -> {
              if (!failure.occurred()) {
                failure.watch(part);
              }
              room.release(units);
            });
  }

  /**
   * Hands the same work to every thread.
   *
   * @throws IOException if an earlier part failed
   */
  void submitToAll(Failure.Part part) throws IOException {
    for (int key = 0; key < threads.size(); key++) {
      submit(key, 0, part);
    }
  }

  /**
   * Waits until all is done that was handed over.
   *
   * @throws IOException if something failed
   */
  void await() throws IOException {
    room.acquireUninterruptibly(MAX_UNITS);
    room.release(MAX_UNITS);
    failure.rethrow();
  }

  /**
   * Waits for what is being done and ends the threads; {@link #await} says whether all went well.
   */
  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
