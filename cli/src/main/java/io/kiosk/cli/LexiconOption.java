package io.kiosk.cli;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.UserLexicon;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Translations of the user's own beside those that come with the program. */
final class LexiconOption {

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "Translations of your own, one a line: ban -> 禁令 (only this), ban +> 封杀 .5 (this too),"
              + " ban -/> 班 (never this); # begins a comment.")
  private Path file;

  /**
   * The translations to use.
   *
   * @throws IOException if they cannot be read, naming file and line of what is no entry
   */
  TranslationLexicon open(Terminal terminal) throws IOException {
    if (file == null) {
      return ProgramFolder.lexicon(terminal);
    }
    UserLexicon user = UserLexicon.read(file); // its mistakes are said before anything is opened
    return ProgramFolder.lexicon(terminal).with(user, LanguageAnalyzers::lexiconKey);
  }
}
