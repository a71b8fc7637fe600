package io.kiosk.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that Ctrl-C ends in good order: the process waits until it has said what it did. */
final class UntilInterrupted {

  private static final long SECONDS_TO_COMMIT = 60;

  private UntilInterrupted() {}

  /**
   * Runs some work.
   *
   * @param stop asks it to end soon
   */
  static <T> T run(Runnable stop, Callable<T> work) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              try {
                done.await(SECONDS_TO_COMMIT, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.call();
    } finally {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The hook is what ended the work.
      }
    }
  }
}
