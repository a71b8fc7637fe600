package io.kiosk.cli;

/** Ends a command with a message for its user and an exit status. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the program exits with. */
  private final int status;

  private CommandFailure(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The command could not do its work: status 1. */
  static CommandFailure failed(String message) {
    return new CommandFailure(ExitStatus.FAILED, message, null);
  }

  /** The command could not do its work, for a reason that {@code --debug} shows: status 1. */
  static CommandFailure failed(String message, Throwable cause) {
    return new CommandFailure(ExitStatus.FAILED, message, cause);
  }

  /** The command was called wrongly: status 2. */
  static CommandFailure usage(String message) {
    return new CommandFailure(ExitStatus.USAGE, message, null);
  }

  int status() {
    return status;
  }
}
