package io.kiosk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A prompt for many commands; from a pipe, one command a line. */
@Command(
    name = "shell",
    header = "Search and read at a prompt, with history and completion.",
    footer = {"", "Example:", "  kiosk shell --index archive"})
final class ShellCommand extends Verb {

  private static final String PROMPT = "kiosk> ";
  private static final String MORE = "-- more: any key, q ends --";

  /** How soon Ctrl-C is heard while a page is shown. */
  private static final long KEY_MILLIS = 100;

  @Mixin private IndexOption index;

  ShellCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    LuceneLog.silence();
    Path folder = index.folder(terminal);
    ShellSession session = new ShellSession(terminal, folder.toString());
    return terminal.outIsTerminal() && inputIsTerminal()
        ? prompt(session, folder)
        : readLines(session);
  }

  /** Asks the system, for Java cannot tell for one stream alone. */
  private static boolean inputIsTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "0").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int readLines(ShellSession session) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    int status = ExitStatus.DONE;
    for (String line = lines.readLine();
        line != null && !ShellSession.isEnd(line);
        line = lines.readLine()) {
      int ended = session.run(line, terminal.outBytes());
      terminal.flush();
      status = ended == ExitStatus.DONE ? status : ExitStatus.FAILED;
    }
    return status;
  }

  private int prompt(ShellSession session, Path folder) throws IOException {
    try (org.jline.terminal.Terminal keys =
        TerminalBuilder.builder()
            .system(true)
            .dumb(true)
            .encoding(StandardCharsets.UTF_8)
            .build()) {
      if (keys instanceof DumbTerminal) {
        Signals.register("INT", () -> keys.raise(Signal.INT)); // others hear of it by themselves
      }
      LineReader reader = reader(keys, session, folder);
      terminal.say("help shows what to type, Tab completes, Ctrl-D ends");
      while (true) {
        String line;
        try {
          line = reader.readLine(PROMPT);
        } catch (UserInterruptException e) {
          Thread.interrupted(); // Ctrl-C takes the line back, once
          continue;
        } catch (EndOfFileException e) {
          return ExitStatus.DONE;
        }
        if (ShellSession.isEnd(line)) {
          return ExitStatus.DONE;
        }
        SignalHandler before = keys.handle(Signal.INT, signal -> interrupt(session));
        try {
          session.run(line, pages(keys, session));
        } finally {
          keys.handle(Signal.INT, before);
        }
        terminal.flush();
      }
    }
  }

  private LineReader reader(org.jline.terminal.Terminal keys, ShellSession session, Path folder) {
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(null);
    parser.setQuoteChars(new char[] {'"'});
    parser.setEofOnUnclosedQuote(false);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(keys)
            .appName("kiosk")
            .parser(parser)
            .completer(new ShellCompleter(session, folder))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true);
    historyFile().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  /** Where the XDG Base Directory Specification keeps what a program remembers. */
  private Optional<Path> historyFile() {
    Optional<Path> state =
        terminal
            .variable("XDG_STATE_HOME")
            .map(Path::of)
            .or(() -> terminal.variable("HOME").map(home -> Path.of(home, ".local", "state")));
    try {
      return state.isPresent()
          ? Optional.of(Files.createDirectories(state.get().resolve("kiosk")).resolve("history"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // nothing is remembered in a home that cannot be written
    }
  }

  /**
   * Ends what the shell is doing, and the shell itself if that cannot be ended or takes too long.
   */
  private void interrupt(ShellSession session) {
    if (session.isInterrupted()) {
      System.exit(ExitStatus.INTERRUPTED);
    }
    if (!session.interrupt()) {
      terminal.complain("this ends by itself; Ctrl-C once more ends the shell");
    }
  }

  private OutputStream pages(org.jline.terminal.Terminal keys, ShellSession session)
      throws IOException {
    OutputStream out = terminal.outBytes();
    int lines = keys.getSize().getRows() - 1;
    boolean dumb = keys.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB);
    return lines < 2 || dumb
        ? out
        : new PagedOutput(out, lines, () -> wantsMore(keys, out, session));
  }

  private static boolean wantsMore(
      org.jline.terminal.Terminal keys, OutputStream out, ShellSession session) {
    org.jline.terminal.Attributes before = keys.enterRawMode();
    try {
      out.write(MORE.getBytes(StandardCharsets.UTF_8));
      out.flush();
      int key;
      do {
        key = keys.reader().read(KEY_MILLIS);
      } while (key == NonBlockingReader.READ_EXPIRED && !session.isInterrupted());
      out.write("\r\u001b[K".getBytes(StandardCharsets.UTF_8));
      return !session.isInterrupted()
          && key != 'q'
          && key != 'Q'
          && key != 3
          && key != 4
          && key != NonBlockingReader.EOF;
    } catch (IOException e) {
      return false;
    } finally {
      keys.setAttributes(before);
    }
  }
}
