package io.kiosk.examples;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.UserLexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Adds to the translations: entries from a plain file, or a further table beside the others. */
public final class OwnLexicon {
  private OwnLexicon() {}

  /**
   * The lexicon with what a file pins, adds and forbids, one entry a line: {@code chip ban ->
   * 芯片禁令}.
   */
  public static TranslationLexicon withEntries(TranslationLexicon lexicon, Path file)
      throws IOException {
    return lexicon.with(UserLexicon.read(file), LanguageAnalyzers::lexiconKey);
  }

  /**
   * Writes a table into the folder of a lexicon; {@link TranslationLexicon#open} takes in whatever
   * lies there. For tens of thousands of entries: they are mapped, not loaded.
   *
   * @param folder one that holds a folder for each source
   * @param names English names and their Chinese forms
   */
  public static void addTable(Path folder, Map<String, String> names) throws IOException {
    LexiconSourceWriter table = new LexiconSourceWriter(1);
    names.forEach(
        (english, chinese) -> {
          String en = LanguageAnalyzers.lexiconKey(english, Locale.ENGLISH);
          String zh = LanguageAnalyzers.lexiconKey(chinese, Locale.CHINESE);
          table.translations(Locale.ENGLISH, Locale.CHINESE, en, 1, Map.of(zh, 1.0));
          table.translations(Locale.CHINESE, Locale.ENGLISH, zh, 1, Map.of(en, 1.0));
          table.form(Locale.ENGLISH, en, english);
        });
    table.words(
        Locale.CHINESE,
        names.values().stream()
            .map(name -> LanguageAnalyzers.lexiconKey(name, Locale.CHINESE))
            .toList());
    table.write(folder.resolve("own-names"));
  }
}
