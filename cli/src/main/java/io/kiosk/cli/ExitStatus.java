package io.kiosk.cli;

/** What the program exits with. */
final class ExitStatus {

  /** Everything was done, also when a search found nothing. */
  static final int DONE = 0;

  /** Failed, or some of the input could not be processed. */
  static final int FAILED = 1;

  /** Wrong usage, or a query that cannot be read. */
  static final int USAGE = 2;

  /** Ended by Ctrl-C. The Java machine exits with it by itself; in a shell it ends a command. */
  static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
