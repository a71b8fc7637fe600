package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What lies beside the program's {@code lib} folder. */
final class ProgramFolder {

  private static final String HOME = "kiosk.home";
  private static final String DATA = "KIOSK_DATA";

  private ProgramFolder() {}

  /**
   * The articles that come with the program.
   *
   * @throws CommandFailure if they are not there
   */
  static Path articles() throws CommandFailure {
    Optional<Path> articles = home().map(home -> home.resolve("articles"));
    if (articles.isEmpty() || !Files.isDirectory(articles.get())) {
      throw CommandFailure.failed(
          "the articles that come with the program are missing: expected them in "
              + articles.map(Path::toString).orElse("the folder articles beside its lib folder"));
    }
    return articles.get();
  }

  /**
   * The translations that come with the program, or those in the folder that the variable {@code
   * KIOSK_DATA} names. Without any the lexicon is empty, which is said.
   *
   * @throws IOException if there are some, but they cannot be read
   */
  static TranslationLexicon lexicon(Terminal terminal) throws IOException {
    Optional<String> named = terminal.variable(DATA);
    if (named.isPresent()) {
      return TranslationLexicon.open(Path.of(named.get()));
    }
    Optional<Path> data = home().map(home -> home.resolve("data"));
    if (data.isPresent() && hasFolders(data.get())) {
      return TranslationLexicon.open(data.get());
    }
    terminal.say(
        "kiosk: there are no translation tables"
            + data.map(d -> " in " + d).orElse("")
            + ": searching untranslated");
    return TranslationLexicon.empty();
  }

  private static boolean hasFolders(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return false;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(data, Files::isDirectory)) {
      return folders.iterator().hasNext();
    }
  }

  private static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
  }
}
