package io.kiosk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before the verb, and the options that every verb has. */
@Command(
    name = "kiosk",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    versionProvider = Kiosk.Version.class,
    synopsisSubcommandLabel = "VERB",
    sortOptions = false,
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    header = "Search news archives in Chinese, German and English, asking in any of the three.")
final class Kiosk implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      description = "auto (on a terminal), always or never; NO_COLOR stops auto.")
  Terminal.Color color = Terminal.Color.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors only.")
  boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  boolean debug;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which verb? There is none.");
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {text()};
    }

    static String text() {
      String version = Kiosk.class.getPackage().getImplementationVersion();
      return "kiosk " + (version == null ? "(not packaged)" : version);
    }
  }
}
