package io.kiosk.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What surrounds a command: its streams, its environment variables, and how it may write to them.
 * Both outputs are UTF-8. A result that cannot be written is an {@link IOException}, so that a full
 * disk is never reported as success; what cannot be said on standard error is lost.
 */
final class Terminal {

  /** When to write escape sequences. */
  enum Color {
    /** On a terminal, unless the variable {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * What the launcher found out about the streams, which Java itself cannot tell for each of them.
   *
   * @param outIsTerminal whether standard output is one
   * @param errIsTerminal whether standard error is one
   * @param columns width of the terminal
   */
  record Facts(boolean outIsTerminal, boolean errIsTerminal, int columns) {
    static final Facts PIPES = new Facts(false, false, 80);
  }

  private static final int NARROWEST = 40;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final InputStream in;
  private final OutputStream outBytes;
  private final OutputStream errBytes;
  private final Writer out;
  private final PrintWriter err;
  private final Map<String, String> variables;
  private final Facts facts;
  private Color color = Color.AUTO;
  private boolean quiet;
  private boolean debug;
  private final Interruption interruption = new Interruption();
  private IOException lost;
  private boolean progressShown;
  private BiConsumer<Integer, String> remembered = (number, id) -> {};
  private String lastProgress;

  Terminal(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> variables,
      Facts facts) {
    this.in = in;
    this.outBytes = out;
    this.errBytes = err;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    this.variables = variables;
    this.facts = facts;
  }

  /** The streams and variables of this process. */
  static Terminal ofProcess() {
    String terminals = System.getProperty("kiosk.terminal", "");
    int columns = Integer.getInteger("kiosk.columns", 80);
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        System.getenv(),
        new Facts(
            terminals.contains("out"), terminals.contains("err"), Math.max(NARROWEST, columns)));
  }

  /**
   * The same surroundings for one command of a shell.
   *
   * @param pages where its results go
   * @param more variables that it sees instead of those of the process
   * @param remembered told the number and id of every hit that is shown
   */
  Terminal within(
      OutputStream pages, Map<String, String> more, BiConsumer<Integer, String> remembered) {
    Map<String, String> all = new HashMap<>(variables);
    all.putAll(more);
    Terminal command = new Terminal(in, pages, errBytes, all, facts);
    command.remembered = remembered;
    return command;
  }

  /** Tells a shell which hit has which number. */
  void remember(int number, String id) {
    remembered.accept(number, id);
  }

  /** Sets what the options of every command decide. */
  void configure(Color newColor, boolean newQuiet, boolean newDebug) {
    color = newColor;
    quiet = newQuiet;
    debug = newDebug;
  }

  /** How Ctrl-C ends the command. */
  Interruption interruption() {
    return interruption;
  }

  InputStream in() {
    return in;
  }

  /** Results go here; {@link #flush} when they are complete. */
  Writer out() {
    return out;
  }

  /** Standard output for bytes; nothing may be waiting in {@link #out}. */
  OutputStream outBytes() throws IOException {
    out.flush();
    return outBytes;
  }

  /**
   * Sends the results on their way.
   *
   * @throws IOException if that fails now or has failed before
   */
  void flush() throws IOException {
    if (lost != null) {
      throw lost;
    }
    out.flush();
  }

  /** Says something about the work, unless {@code --quiet}. */
  void say(String message) {
    if (!quiet) {
      complain(message);
    }
  }

  /** Says what went wrong, also with {@code --quiet}; the message is made safe. */
  synchronized void complain(String message) {
    try {
      flush();
    } catch (IOException e) {
      lost = e; // said at the end
    }
    clearProgress();
    err.println(SafeText.line(message));
  }

  /** Shows how far the work is, in place of what was shown before. */
  synchronized void progress(String message) {
    if (progressShown && message.equals(lastProgress)) {
      return;
    }
    lastProgress = message;
    err.print(CLEAR_LINE + SafeText.fit(SafeText.line(message), facts.columns() - 1));
    err.flush();
    progressShown = true;
  }

  /** Takes away what {@link #progress} showed. */
  synchronized void clearProgress() {
    if (progressShown) {
      err.print(CLEAR_LINE);
      err.flush();
      progressShown = false;
    }
  }

  /** Where talk goes that others print. */
  PrintWriter err() {
    return err;
  }

  /** A variable that is set and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  boolean debug() {
    return debug;
  }

  /** Whether results may have escape sequences of ours. */
  boolean colorsOut() {
    return colors(facts.outIsTerminal());
  }

  private boolean colors(boolean isTerminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          isTerminal
              && variable("NO_COLOR").isEmpty()
              && !variable("TERM").equals(Optional.of("dumb"));
    };
  }

  /** Whether to show progress that overwrites itself. */
  boolean showsProgress() {
    return !quiet && facts.errIsTerminal();
  }

  boolean outIsTerminal() {
    return facts.outIsTerminal();
  }

  /** Columns to wrap text to; {@link Integer#MAX_VALUE} when no terminal shows it. */
  int columns() {
    return facts.outIsTerminal() ? facts.columns() : Integer.MAX_VALUE;
  }

  /** Columns for help, within what its layout bears. */
  int helpColumns() {
    return Math.clamp(facts.columns(), 55, 120);
  }

  /** Writes a line of a result; for code that cannot throw a checked exception. */
  void printUnchecked(String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
