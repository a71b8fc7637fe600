package io.kiosk.cli;

import io.kiosk.alert.Alert;
import io.kiosk.alert.AlertBook;
import io.kiosk.query.Match;
import io.kiosk.schema.IndexFolder;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the questions that are asked of every new article. */
@Command(
    name = "alert",
    header = "Keep questions that are asked of every new article.",
    synopsisSubcommandLabel = "(add | list | remove)",
    footer = {
      "",
      "Examples:",
      "  kiosk alert add kaspersky \"Kaspersky ban\"",
      "  kiosk index pages --alerts alerts.jsonl"
    })
final class AlertCommand extends Verb {

  private enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  AlertCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which of add, list and remove?");
  }

  @Command(
      name = "add",
      header = "Ask a question of every article that is new from now on, in any language.",
      footer = {"", "Example:", "  kiosk alert add kaspersky \"Kaspersky ban\" --in zh,de"})
  int add(
      @Parameters(paramLabel = "NAME", description = "What to call it.") String name,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "QUERY",
              description = "What to search for.")
          List<String> words,
      @Mixin IndexOption index,
      @Option(
              names = "--in",
              split = ",",
              paramLabel = "LANG",
              description = "Languages of the articles, as in zh,de,en. Default: all.")
          List<String> in,
      @Option(
              names = "--query-lang",
              paramLabel = "LANG",
              description = "Language of the query: zh, de or en. Default: recognised.")
          String queryLang,
      @Option(names = "--plain", description = "The query has no syntax, all of it is text.")
          boolean plain,
      @Option(
              names = "--match",
              paramLabel = "HOW",
              defaultValue = "all",
              description =
                  "How much of the query an article must meet: most, any or all. Default: all.")
          Match match)
      throws CommandFailure, IOException {
    if (name.isBlank() || name.length() > Alert.LONGEST_NAME) {
      throw CommandFailure.usage(
          "the name of an alert must have 1 to " + Alert.LONGEST_NAME + " characters");
    }
    Optional<Language> language = FilterOptions.queryLanguage(queryLang);
    Alert alert =
        new Alert(
            name,
            String.join(" ", words),
            plain,
            match,
            in == null ? List.of() : in.stream().map(String::strip).toList(),
            language.map(List::of).orElse(List.of()));
    LuceneLog.silence();
    if (!AlertBook.of(index.folder(terminal)).add(alert)) {
      throw CommandFailure.failed(
          "there is an alert " + name + " already: remove it first, or take another name");
    }
    boolean indexed = IndexFolder.at(index.folder(terminal)).current().isPresent();
    terminal.say(
        "alert "
            + name
            + " added; kiosk index tells of the articles that are new from now on"
            + (indexed ? "" : " (there is no index in " + index.folder(terminal) + " yet)"));
    List<Language> readings = alert.request().query().languages(ProgramFolder.lexicon(terminal));
    if (language.isEmpty() && alert.request().query().hasWords() && readings.size() > 1) {
      terminal.say(
          "read as "
              + readings.stream().map(Texts::name).collect(Collectors.joining(" or "))
              + "; with --query-lang it finds less by chance");
    }
    return ExitStatus.DONE;
  }

  @Command(
      name = "list",
      header = "Show all alerts.",
      footer = {"", "Example:", "  kiosk alert list --format json"})
  int list(
      @Mixin IndexOption index,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json (one a line). Default: text.")
          Format format)
      throws IOException {
    List<Alert> alerts = AlertBook.of(index.folder(terminal)).list();
    for (Alert alert : alerts) {
      switch (format) {
        case TEXT -> print(alert);
        case JSON -> write(alert);
      }
    }
    terminal.say(Texts.count(alerts.size(), "alert"));
    return ExitStatus.DONE;
  }

  private void print(Alert alert) throws IOException {
    List<String> options = new ArrayList<>();
    if (alert.match() != Match.ALL) {
      options.add("--match " + name(alert.match()));
    }
    if (!alert.in().isEmpty()) {
      options.add("--in " + String.join(",", alert.in()));
    }
    alert.queryLanguages().forEach(language -> options.add("--query-lang " + language.tag()));
    if (alert.plain()) {
      options.add("--plain");
    }
    String line =
        Style.BOLD.on(SafeText.line(alert.name()), terminal.colorsOut())
            + "  "
            + SafeText.line(alert.query());
    String with = options.stream().map(SafeText::line).collect(Collectors.joining(" "));
    terminal
        .out()
        .write(
            line + (with.isEmpty() ? "" : "  " + Style.DIM.on(with, terminal.colorsOut())) + "\n");
  }

  private void write(Alert alert) throws IOException {
    JsonOutput.line(
        terminal.out(),
        json -> {
          json.writeStringProperty("name", alert.name());
          json.writeStringProperty("query", alert.query());
          json.writeStringProperty("match", name(alert.match()));
          json.writeBooleanProperty("plain", alert.plain());
          json.writeArrayPropertyStart("in");
          alert.in().forEach(json::writeString);
          json.writeEndArray();
          alert
              .queryLanguages()
              .forEach(language -> json.writeStringProperty("query_lang", language.tag()));
        });
  }

  private static String name(Match match) {
    return match.name().toLowerCase(Locale.ROOT);
  }

  @Command(
      name = "remove",
      header = "Remove an alert.",
      footer = {"", "Example:", "  kiosk alert remove kaspersky"})
  int remove(
      @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
      @Mixin IndexOption index)
      throws CommandFailure, IOException {
    if (!AlertBook.of(index.folder(terminal)).remove(name)) {
      throw CommandFailure.failed("there is no alert " + name + "; kiosk alert list shows all");
    }
    terminal.say("alert " + name + " removed");
    return ExitStatus.DONE;
  }
}
