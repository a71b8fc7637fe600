package io.kiosk.cli;

import java.util.concurrent.Callable;

/** A verb of the command line; {@link #call} returns the exit status. */
abstract class Verb implements Callable<Integer> {

  final Terminal terminal;

  Verb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public abstract Integer call() throws Exception;
}
