package io.kiosk.cli;

import io.kiosk.query.QuerySyntaxException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.CorruptIndexException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one or two lines for the user and an exit status. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final Pattern CHOICES =
      Pattern.compile(
          "expected one of \\[(?<all>[^]]*)] \\(case-insensitive\\) but was '(?<got>.*)'",
          Pattern.DOTALL);

  private final Terminal terminal;
  private final boolean debug;

  Failures(Terminal terminal, boolean debug) {
    this.terminal = terminal;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String message =
        switch (e) {
          case UnmatchedArgumentException unmatched -> unmatched(unmatched);
          default -> e.getMessage() == null ? "wrong usage" : choices(e.getMessage().strip());
        };
    terminal.complain(name + ": " + lowerFirst(message));
    terminal.complain("see " + name + " --help");
    trace(e);
    return ExitStatus.USAGE;
  }

  /** The values of an option as they are typed. */
  private static String choices(String message) {
    Matcher found = CHOICES.matcher(message);
    return found.find()
        ? message.substring(0, found.start())
            + "expected one of "
            + found.group("all").toLowerCase(Locale.ROOT)
            + ", got '"
            + found.group("got")
            + "'"
        : message;
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    String kind =
        e.isUnknownOption()
            ? "option"
            : e.getCommandLine().getParent() == null ? "verb" : "argument";
    List<String> near = e.getSuggestions();
    return "unknown "
        + kind
        + " '"
        + first
        + "'"
        + (near.isEmpty() ? "" : ", did you mean " + near.getFirst() + "?");
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return report(e, line.getCommandSpec().qualifiedName());
  }

  /** Says what went wrong, in the name of a command, and gives the status for it. */
  int report(Throwable thrown, String name) {
    Throwable e = thrown;
    while (e instanceof UncheckedIOException && e.getCause() != null) {
      e = e.getCause();
    }
    if (isBrokenPipe(e)) {
      return ExitStatus.FAILED; // the reader of the pipe has seen enough and needs no message
    }
    if (terminal.interruption().requested()) {
      String done =
          e instanceof InterruptedIOException && e.getMessage() != null
              ? e.getMessage() + ", "
              : "";
      terminal.complain(name + ": interrupted: " + done + "the output is not complete");
      return ExitStatus.INTERRUPTED;
    }
    if (e instanceof QuerySyntaxException syntax) {
      showPlace(name, syntax);
    } else {
      terminal.complain(name + ": " + message(e));
    }
    trace(thrown);
    return switch (e) {
      case CommandFailure failure -> failure.status();
      case QuerySyntaxException syntax -> ExitStatus.USAGE;
      default -> ExitStatus.FAILED;
    };
  }

  private void showPlace(String name, QuerySyntaxException e) {
    terminal.complain(name + ": " + e.getMessage());
    int columns = terminal.helpColumns() - 2;
    String before = SafeText.line(e.query().substring(0, e.offset()));
    String behind = SafeText.line(e.query().substring(e.offset()));
    before = SafeText.fitEnd(before, Math.max(columns - SafeText.width(behind), columns * 2 / 3));
    terminal.complain("  " + SafeText.fit(before + behind, columns));
    terminal.complain("  " + " ".repeat(SafeText.width(before)) + "^");
  }

  private void trace(Throwable e) {
    if (debug) {
      e.printStackTrace(terminal.err());
    }
  }

  private static boolean isBrokenPipe(Throwable e) {
    return e instanceof IOException
        && e.getMessage() != null
        && e.getMessage().contains("Broken pipe");
  }

  /** What an exception says to somebody who has not written the program. */
  static String message(Throwable e) {
    return switch (e) {
      case NoSuchFileException file -> file.getFile() + ": no such file or folder";
      case AccessDeniedException file -> file.getFile() + ": permission denied";
      case FileAlreadyExistsException file -> file.getFile() + ": is there already";
      case NotDirectoryException file -> file.getFile() + ": is no folder";
      case MalformedInputException input -> "the input is not UTF-8: convert it first";
      case FileSystemException file -> file.getMessage();
      case CommandFailure failure -> failure.getMessage();
      case QuerySyntaxException query -> query.getMessage();
      case CorruptIndexException damage ->
          "the index is damaged: kiosk verify says where; restore a backup, or run kiosk rebuild";
      case IOException io -> io.getMessage() == null ? io.toString() : io.getMessage();
      case OutOfMemoryError memory ->
          "out of memory: give Java more, as in KIOSK_JAVA_OPTIONS=-Xmx2g";
      default -> "internal error: " + e + " (--debug shows where)";
    };
  }

  private static String lowerFirst(String text) {
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}
