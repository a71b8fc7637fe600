package io.kiosk.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How Ctrl-C ends a command. One that can end in good order says so by {@link #endsBy} and is
 * waited for, so that it can say what it did; any other ends with the process.
 */
final class Interruption {

  private static final long SECONDS_TO_END = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Runnable stop;
  private volatile boolean requested;

  /** Whether the command is to end. */
  boolean requested() {
    return requested;
  }

  /**
   * From now on the command ends soon after it is asked to.
   *
   * @param howToStop asks it, beside what {@link #requested} says
   */
  void endsBy(Runnable howToStop) {
    stop = howToStop;
    if (requested) {
      howToStop.run();
    }
  }

  /** Asks the command to end; whether it can. */
  boolean request() {
    requested = true;
    Runnable how = stop;
    if (how != null) {
      how.run();
    }
    return how != null;
  }

  /** The command has ended and said all that it has to say. */
  void ended() {
    ended.countDown();
  }

  /** What the process does before it ends: asks the command and waits for it. */
  void endWithProcess() {
    if (ended.getCount() > 0 && request()) {
      try {
        ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
