package io.kiosk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command as a manual page in the man macros of roff, from what its help says. */
final class ManPage {

  private final CommandSpec spec;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /** Name of the page and its file, without the section: {@code kiosk-alert-add}. */
  static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /** The page of a command. */
  static String of(CommandSpec spec) {
    return new ManPage(spec).write();
  }

  private String write() {
    page.append(".TH \"")
        .append(name(spec).toUpperCase(Locale.ROOT))
        .append("\" \"1\" \"\" \"Kiosk\" \"Kiosk\"\n.nh\n.ad l\n");
    section("NAME");
    line(name(spec) + " - " + header());
    section("SYNOPSIS");
    synopsis();
    arguments();
    options();
    verbs();
    examples();
    if (spec.parent() == null) {
      environment();
    }
    section("EXIT STATUS");
    line(
        "0 done (also when a search finds nothing), 1 failed or some input could not be processed,"
            + " 2 wrong usage or a query that cannot be read, 130 interrupted.");
    if (spec.parent() != null) {
      section("SEE ALSO");
      page.append(".BR ").append(text(name(spec.parent()))).append(" (1)\n");
    }
    return page.toString();
  }

  private String header() {
    String header = String.join(" ", spec.usageMessage().header());
    return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
  }

  private void synopsis() {
    List<String> words = new ArrayList<>(List.of("[options]"));
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      boolean many = parameter.arity().max() > 1;
      String label = parameter.paramLabel() + (many ? "..." : "");
      words.add(parameter.required() ? label : "[" + label + "]");
    }
    if (!spec.subcommands().isEmpty()) {
      words.add(spec.parent() == null ? "VERB ..." : "VERB");
    }
    page.append(".B ").append(text(spec.qualifiedName())).append('\n');
    line(String.join(" ", words));
  }

  private void arguments() {
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      spec.positionalParameters().forEach(each -> entry(each.paramLabel(), each));
    }
  }

  private void options() {
    section("OPTIONS");
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        String names = String.join(", ", option.names());
        boolean valued = option.arity().max() > 0;
        entry(names + (valued ? " " + option.paramLabel() : ""), option);
      }
    }
  }

  private void entry(String term, ArgSpec argument) {
    page.append(".TP\n.B ").append(text(term)).append('\n');
    line(String.join(" ", renderedDescription(argument)));
  }

  private static List<String> renderedDescription(ArgSpec argument) {
    String candidates =
        argument.completionCandidates() == null
            ? ""
            : StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    for (String line : argument.description()) {
      lines.add(line.replace("${COMPLETION-CANDIDATES}", candidates).replace("%n", " "));
    }
    return lines;
  }

  private void verbs() {
    List<CommandSpec> verbs =
        spec.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(verb -> !verb.usageMessage().hidden())
            .distinct()
            .toList();
    if (verbs.isEmpty()) {
      return;
    }
    section("VERBS");
    for (CommandSpec verb : verbs) {
      page.append(".TP\n.BR ").append(text(name(verb))).append(" (1)\n");
      line(String.join(" ", verb.usageMessage().header()));
    }
  }

  private void examples() {
    List<String> lines =
        List.of(spec.usageMessage().footer()).stream()
            .filter(line -> line.startsWith("  "))
            .map(String::strip)
            .toList();
    if (!lines.isEmpty()) {
      section("EXAMPLES");
      page.append(".nf\n");
      lines.forEach(this::line);
      page.append(".fi\n");
    }
  }

  private void environment() {
    section("ENVIRONMENT");
    for (List<String> each :
        List.of(
            List.of("KIOSK_INDEX", "The index that verbs work on without --index."),
            List.of("KIOSK_DATA", "The translation tables, if not those of the program."),
            List.of("NO_COLOR", "Stops colour on a terminal."))) {
      page.append(".TP\n.B ").append(text(each.get(0))).append('\n');
      line(each.get(1));
    }
  }

  private void section(String name) {
    page.append(".SH ").append(name).append('\n');
  }

  private void line(String text) {
    page.append(text(text)).append('\n');
  }

  /** Text that roff takes for nothing else. */
  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
