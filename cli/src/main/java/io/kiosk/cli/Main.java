package io.kiosk.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program {@code kiosk}: arguments in, exit status out. */
public final class Main {

  private static final List<String> VERBS =
      List.of(
          "demo",
          "clean",
          "index",
          "rebuild",
          "delete",
          "search",
          "similar",
          "timeline",
          "compare",
          "alert",
          "shell",
          "translate",
          "show",
          "stats",
          "verify",
          "backup",
          "export",
          "evaluate");

  /** For the build; no help shows it. */
  private static final String DOCUMENTATION = "documentation";

  private Main() {}

  /** Runs a command and returns its exit status; all output is flushed. */
  static int run(String[] typed, Terminal terminal) {
    String[] args = helpAsOption(typed);
    Kiosk kiosk = new Kiosk();
    Failures failures = new Failures(terminal, Arrays.asList(args).contains("--debug"));
    try {
      if (args.length == 1 && args[0].equals("--version")) {
        terminal.out().write(Kiosk.Version.text() + "\n"); // the parser takes half of the time
        terminal.flush();
        return ExitStatus.DONE;
      }
      CommandLine line = commandLine(args, kiosk, terminal);
      line.setParameterExceptionHandler(failures);
      line.setExecutionExceptionHandler(failures);
      line.setExecutionStrategy(parsed -> execute(parsed, kiosk, terminal));
      int status = line.execute(args);
      terminal.flush();
      return status;
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      return failures.report(e, "kiosk");
    }
  }

  /** {@code help VERB} is what many type first; it means {@code VERB --help}. */
  private static String[] helpAsOption(String[] args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
  }

  /** The whole program, for what describes it. */
  static CommandLine withAllVerbs(Terminal terminal) {
    return commandLine(new String[0], new Kiosk(), terminal);
  }

  private static CommandLine commandLine(String[] args, Kiosk kiosk, Terminal terminal) {
    CommandLine line = new CommandLine(kiosk);
    List<String> given = Arrays.asList(args);
    String called = given.stream().filter(arg -> !arg.startsWith("-")).findFirst().orElse("");
    for (String name : VERBS) {
      if (name.equals(called) || !VERBS.contains(called)) {
        line.addSubcommand(name, verb(name, terminal));
      }
    }
    if (called.equals(DOCUMENTATION)) {
      line.addSubcommand(DOCUMENTATION, verb(DOCUMENTATION, terminal));
    }
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(terminal.helpColumns());
    line.setUsageHelpAutoWidth(false);
    Ansi ansi = terminal.colorsOut() ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    line.setOut(new java.io.PrintWriter(terminal.out()));
    line.setErr(terminal.err());
    return line;
  }

  /**
   * What runs a verb. Only the one that is called is loaded, for start-up time is felt: a return
   * type of a class of ours would have the Java machine load and compare them all.
   */
  private static Callable<Integer> verb(String name, Terminal terminal) {
    return switch (name) {
      case "demo" -> new DemoCommand(terminal);
      case "clean" -> new CleanCommand(terminal);
      case "index" -> new IndexCommand(terminal);
      case "rebuild" -> new RebuildCommand(terminal);
      case "delete" -> new DeleteCommand(terminal);
      case "search" -> new SearchCommand(terminal);
      case "similar" -> new SimilarCommand(terminal);
      case "timeline" -> new TimelineCommand(terminal);
      case "compare" -> new CompareCommand(terminal);
      case "alert" -> new AlertCommand(terminal);
      case "shell" -> new ShellCommand(terminal);
      case "translate" -> new TranslateCommand(terminal);
      case "show" -> new ShowCommand(terminal);
      case "stats" -> new StatsCommand(terminal);
      case "verify" -> new VerifyCommand(terminal);
      case "backup" -> new BackupCommand(terminal);
      case "export" -> new ExportCommand(terminal);
      case "evaluate" -> new EvaluateCommand(terminal);
      case DOCUMENTATION -> new DocumentationCommand(terminal);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int execute(ParseResult parsed, Kiosk kiosk, Terminal terminal) {
    terminal.configure(kiosk.color, kiosk.quiet, kiosk.debug);
    return new RunLast().execute(parsed);
  }

  /** Runs a command with the streams of this process and exits with its status. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    Interruption interruption = terminal.interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::endWithProcess));
    int status = run(args, terminal);
    interruption.ended();
    System.exit(status);
  }
}
