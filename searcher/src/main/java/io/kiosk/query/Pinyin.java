package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Spells Chinese names in Latin letters, by the romanization of ISO 7098 without tones: 何立峰 is "He
 * Lifeng". Characters have the reading that is theirs most often (the resource {@code pinyin.txt}),
 * family names that of names ({@code surnames.txt}, those of two characters {@code
 * compound_surnames.txt}).
 */
final class Pinyin {

  /** Characters of a given name. */
  private static final int LONGEST_GIVEN = 2;

  private static final int LONGEST_FAMILY = 2;
  private static final Pinyin TABLE = new Pinyin();

  private final Map<Character, String> readings = new HashMap<>();

  /** Family names, each with its reading. */
  private final Map<String, String> surnames = new HashMap<>();

  /** Simplified characters by their reading without marks: lü is written Lu, too. */
  private final Map<String, Set<Character>> characters = new HashMap<>();

  private final Map<String, Set<String>> families = new HashMap<>();

  private Pinyin() {
    read("pinyin.txt", (reading, all) -> all.chars().forEach(c -> readings.put((char) c, reading)));
    read("surnames.txt", (reading, all) -> all.chars().forEach(c -> surname((char) c, reading)));
    read("compound_surnames.txt", (reading, name) -> surnames.put(name, reading));
    readings.forEach((c, reading) -> put(c, reading, characters));
    surnames.forEach((name, reading) -> put(name, reading, families));
  }

  private void surname(char c, String reading) {
    String known = reading.isEmpty() ? readings.get(c) : reading;
    if (known != null) {
      surnames.put(String.valueOf(c), known);
    }
  }

  private static <T> void put(T name, String reading, Map<String, Set<T>> table) {
    String written = name.toString();
    if (LanguageAnalyzers.foldChinese(written).equals(written)) {
      table.computeIfAbsent(NameTerms.fold(reading), r -> new TreeSet<>()).add(name);
    }
  }

  /** Gives each line to a table: what stands before its blank, if it has one, and the rest. */
  private static void read(String name, BiConsumer<String, String> table) {
    try (InputStream in = Pinyin.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int blank = line.indexOf(' ');
          table.accept(line.substring(0, Math.max(0, blank)), line.substring(blank + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }

  /** {@return whether this is a family name, simplified} */
  static boolean isSurname(String name) {
    return TABLE.surnames.containsKey(name);
  }

  /**
   * {@return how many characters of a Chinese name are the family name; 0 if it is none}
   *
   * @param name characters, simplified
   */
  static int family(String name) {
    for (int family = LONGEST_FAMILY; family > 0; family--) {
      int given = name.length() - family;
      if (given > 0 && given <= LONGEST_GIVEN && isSurname(name.substring(0, family))) {
        return family;
      }
    }
    return 0;
  }

  /**
   * The spelling of a name: the family name apart from the other if it has one and is as short as
   * Chinese names are, else in one word.
   *
   * @param name characters, simplified
   * @return absent if the reading of a character is not known
   */
  static Optional<String> of(String name) {
    int family = family(name);
    Optional<String> rest = TABLE.word(name.substring(family));
    return family == 0
        ? rest
        : rest.map(
            given -> capitalized(TABLE.surnames.get(name.substring(0, family))) + " " + given);
  }

  private Optional<String> word(String name) {
    StringBuilder spelt = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      String reading = readings.get(name.charAt(i));
      if (reading == null) {
        return Optional.empty();
      }
      // An apostrophe parts syllables that could be read as one: Xi'an.
      boolean open = i > 0 && "aeo".indexOf(reading.charAt(0)) >= 0;
      spelt.append(open ? "'" : "").append(i == 0 ? capitalized(reading) : reading);
    }
    return Optional.of(spelt.toString());
  }

  /**
   * {@return the family names that are read so, simplified}
   *
   * @param word of Latin text
   */
  static Set<String> families(String word) {
    return TABLE.families.getOrDefault(NameTerms.fold(word), Set.of());
  }

  /**
   * {@return what a given name may be, by its reading: for each way to part it into one or two
   * syllables the characters, simplified, that are read as each}
   *
   * @param word of Latin text
   */
  static List<List<Set<Character>>> given(String word) {
    String folded = NameTerms.fold(word);
    List<List<Set<Character>>> ways = new ArrayList<>();
    for (int end = 1; end <= folded.length(); end++) {
      String rest = folded.substring(end);
      // The apostrophe of Ke'er stands where one syllable ends.
      String second = rest.replaceFirst("^['’]", "");
      Set<Character> first = TABLE.characters.getOrDefault(folded.substring(0, end), Set.of());
      Set<Character> then = TABLE.characters.getOrDefault(second, Set.of());
      if (!first.isEmpty() && rest.isEmpty()) {
        ways.add(List.of(first));
      } else if (!first.isEmpty() && !then.isEmpty()) {
        ways.add(List.of(first, then));
      }
    }
    return ways;
  }

  private static String capitalized(String syllable) {
    return syllable.substring(0, 1).toUpperCase(Locale.ROOT) + syllable.substring(1);
  }
}
