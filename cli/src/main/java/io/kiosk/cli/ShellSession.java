package io.kiosk.cli;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell knows from line to line, and how it runs one. */
final class ShellSession {

  /** Verbs whose arguments are a query, in which quotes mean a phrase. */
  private static final Set<String> QUERIES =
      Set.of("search", "timeline", "compare", "translate", "alert");

  /** Verbs that take a hit by its number, and what they are without a shell. */
  private static final Map<String, List<String>> BY_NUMBER =
      Map.of(
          "open", List.of("show"),
          "gloss", List.of("show", "--gloss"),
          "show", List.of("show"),
          "similar", List.of("similar"));

  private static final Set<String> ENDS = Set.of("exit", "quit", "bye");

  private static final int MOST_NUMBERED = 10_000;

  private static final String HELP =
      """
      Type a query to search, or a verb as on the command line without kiosk:
        Kaspersky ban --in zh --from 2024     the hits get numbers
        open 3     gloss 3     similar 3      read, gloss, find more like hit 3
        timeline QUERY   compare QUERY   stats   alert list   search --help
      Quotes make a phrase. Tab completes, the arrow keys recall, Ctrl-D ends.
      """;

  private final Terminal terminal;
  private final String index;
  private final CommandSpec program;
  private final Map<Integer, String> hits = new HashMap<>();
  private volatile Interruption running = new Interruption();

  ShellSession(Terminal terminal, String index) {
    this.terminal = terminal;
    this.index = index;
    this.program = Main.withAllVerbs(terminal).getCommandSpec();
  }

  /** The verbs and their options. */
  CommandSpec program() {
    return program;
  }

  /** The first words that a line may have. */
  List<String> verbs() {
    List<String> verbs = new ArrayList<>(List.of("open", "gloss", "help", "exit"));
    program.subcommands().keySet().stream()
        .filter(verb -> !verb.equals("shell"))
        .forEach(verbs::add);
    return verbs;
  }

  /** The numbers of the hits that were shown last. */
  List<String> numbers() {
    return hits.keySet().stream().sorted().map(number -> Integer.toString(number)).toList();
  }

  /** Whether a line ends the shell. */
  static boolean isEnd(String line) {
    return ENDS.contains(line.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Runs a line and returns the exit status of its command.
   *
   * @param pages where its results go
   */
  int run(String line, OutputStream pages) {
    List<String> words = ShellWords.of(line);
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return ExitStatus.DONE;
    }
    if (line.strip().equals("help")) {
      terminal.printUnchecked(HELP.stripTrailing());
      return ExitStatus.DONE;
    }
    Optional<List<String>> args = arguments(words);
    if (args.isEmpty()) {
      return ExitStatus.USAGE;
    }
    Map<Integer, String> shown = new HashMap<>();
    Terminal command =
        terminal.within(
            pages,
            Map.of("KIOSK_INDEX", index),
            (number, id) -> {
              if (shown.size() < MOST_NUMBERED) {
                shown.put(number, id);
              }
            });
    running = command.interruption();
    int status = Main.run(args.get().toArray(String[]::new), command);
    if (!shown.isEmpty()) {
      hits.clear();
      hits.putAll(shown);
    }
    return status;
  }

  /** Asks the command that runs to end; whether it can. */
  boolean interrupt() {
    return running.request();
  }

  /** Whether it has been asked. */
  boolean isInterrupted() {
    return running.requested();
  }

  /** A line as the arguments of the program; empty, which is said, if it cannot be meant. */
  private Optional<List<String>> arguments(List<String> words) {
    String first = words.getFirst();
    if (words.size() == 1 && first.matches("\\d{1,6}")) {
      return byNumber("open", words);
    }
    if (BY_NUMBER.containsKey(first) && words.size() > 1) {
      return byNumber(first, words.subList(1, words.size()));
    }
    if (first.equals("shell")) {
      terminal.complain("this is the shell already");
      return Optional.empty();
    }
    boolean verb = program.subcommands().containsKey(first) || first.equals("help");
    List<String> args = new ArrayList<>();
    if (!verb) {
      args.add("search");
    }
    String called = verb ? first : "search";
    boolean value = false;
    for (String word : words) {
      boolean option = word.startsWith("--");
      boolean phrase = QUERIES.contains(called) && !option && !value;
      args.add(phrase ? word : ShellWords.unquoted(word));
      value = option && !word.contains("=") && takesValue(called, word);
    }
    return Optional.of(args);
  }

  private boolean takesValue(String verb, String option) {
    CommandLine line = program.subcommands().get(verb);
    OptionSpec spec = line == null ? null : line.getCommandSpec().findOption(option);
    return spec != null && spec.arity().max() > 0;
  }

  private Optional<List<String>> byNumber(String verb, List<String> words) {
    List<String> args = new ArrayList<>(BY_NUMBER.get(verb));
    for (String word : words) {
      boolean number = word.matches("\\d{1,6}") && args.size() == BY_NUMBER.get(verb).size();
      String id = number ? hits.get(Integer.parseInt(word)) : word;
      if (id == null) {
        terminal.complain(
            hits.isEmpty()
                ? "no hits to count yet: search first"
                : "there is no hit " + word + "; shown are " + String.join(", ", numbers()));
        return Optional.empty();
      }
      args.add(ShellWords.unquoted(id));
    }
    return Optional.of(args);
  }
}
