package io.kiosk.cli;

/** What the program exits with; 130, when it is interrupted, comes from the Java machine. */
final class ExitStatus {

  /** Everything was done, also when a search found nothing. */
  static final int DONE = 0;

  /** Failed, or some of the input could not be processed. */
  static final int FAILED = 1;

  /** Wrong usage, or a query that cannot be read. */
  static final int USAGE = 2;

  private ExitStatus() {}
}
