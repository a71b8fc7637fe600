package io.kiosk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Writes the completion script and the manual pages; called by the build. */
@Command(name = "documentation", hidden = true, header = "Write completion and manual pages.")
final class DocumentationCommand extends Verb {

  /** Where the script lists what an option can be. */
  private static final Pattern VALUES = Pattern.compile("(?<=_option_args=)\\([^)]*\\)");

  @Parameters(paramLabel = "DIR", description = "Where to.")
  private Path folder;

  DocumentationCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    CommandLine program = Main.withAllVerbs(terminal);
    Path pages = Files.createDirectories(folder.resolve("man/man1"));
    for (CommandSpec spec : all(program)) {
      write(pages.resolve(ManPage.name(spec) + ".1"), ManPage.of(spec));
    }
    Path completion = Files.createDirectories(folder.resolve("bash-completion/completions"));
    write(completion.resolve("kiosk"), inLowerCase(AutoComplete.bash("kiosk", program)));
    return ExitStatus.DONE;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static List<CommandSpec> all(CommandLine line) {
    List<CommandSpec> all = new ArrayList<>(List.of(line.getCommandSpec()));
    line.getSubcommands().values().forEach(verb -> all.addAll(all(verb)));
    return all;
  }

  /** Values are typed in lower case, as the help has them. */
  private static String inLowerCase(String script) {
    return VALUES.matcher(script).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
  }
}
