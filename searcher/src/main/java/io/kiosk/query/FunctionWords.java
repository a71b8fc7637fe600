package io.kiosk.query;

import io.kiosk.schema.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What words such as "not", "und" or 在 are called in the other languages. The table is the resource
 * {@code function_words.txt}: one meaning a line, with the words of each language that have it.
 */
final class FunctionWords {

  private static final List<Language> COLUMNS = List.of(Language.ZH, Language.DE, Language.EN);
  private static final FunctionWords TABLE = new FunctionWords();

  /** For each language its words, each with its line of the table. */
  private final Map<Language, Map<String, Map<Language, String>>> meanings =
      new EnumMap<>(Language.class);

  private FunctionWords() {
    COLUMNS.forEach(language -> meanings.put(language, new HashMap<>()));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FunctionWords.class.getResourceAsStream("function_words.txt"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("resource function_words.txt", e);
    }
  }

  private void add(String line) {
    String[] columns = line.split("\\|", -1);
    Map<Language, String> first = new EnumMap<>(Language.class);
    for (int i = 0; i < COLUMNS.size(); i++) {
      String word = columns[i].strip().split(" ")[0].replace('_', ' ');
      first.put(COLUMNS.get(i), word.equals("-") ? "" : word);
    }
    for (int i = 0; i < COLUMNS.size(); i++) {
      for (String word : columns[i].strip().split(" ")) {
        meanings.get(COLUMNS.get(i)).putIfAbsent(word.replace('_', ' '), first);
      }
    }
  }

  /**
   * What a word is called in another language; an empty text for one that is said by nothing there,
   * such as an article in Chinese; absent if the word is not in the table.
   *
   * @param word as written, in any case; Chinese simplified
   */
  static Optional<String> gloss(String word, Language from, Language to) {
    return Optional.ofNullable(
            TABLE.meanings.get(from).get(word.toLowerCase(Locale.ROOT).replace('’', '\'')))
        .map(meaning -> meaning.get(to));
  }
}
