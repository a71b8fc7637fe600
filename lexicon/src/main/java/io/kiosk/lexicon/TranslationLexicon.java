package io.kiosk.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Weighted translations between terms of Chinese, German and English. Immutable; safe for many
 * threads.
 */
public final class TranslationLexicon {

  private static final TranslationLexicon EMPTY = new TranslationLexicon();

  private TranslationLexicon() {}

  /** Opens a folder that has one folder for each source. */
  public static TranslationLexicon open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          folder + ": no such folder; expected one with a folder for each source of translations");
    }
    throw new IOException(folder + ": tables cannot be read yet");
  }

  /** A lexicon that knows nothing. */
  public static TranslationLexicon empty() {
    return EMPTY;
  }

  /** Translations of a term, best first. */
  public List<Translation> translate(String term, Locale from, Locale to) {
    return List.of();
  }

  /** Whether the term can be translated in at least one direction. */
  public boolean contains(String term, Locale language) {
    return false;
  }

  /** The words of a language. */
  public WordList words(Locale language) {
    return WordList.empty();
  }

  /** The most readable written form of an index term. */
  public String surface(String term, Locale language) {
    return term;
  }

  /** A name of the data. */
  public String version() {
    return "empty";
  }

  /** The names of the sources. */
  public List<String> sources() {
    return List.of();
  }
}
