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

/**
 * Spells Chinese names in Latin letters, by the romanization of ISO 7098 without tones: 何立峰 is "He
 * Lifeng". Characters have the reading that is theirs most often (the resource {@code pinyin.txt}),
 * family names that of names ({@code surnames.txt}).
 */
final class Pinyin {

  private static final int LONGEST_NAME = 3;
  private static final Pinyin TABLE = new Pinyin();

  private final Map<Character, String> readings = new HashMap<>();
  private final Map<Character, String> surnames = new HashMap<>();

  /** Simplified characters by their reading without marks: lü is written Lu, too. */
  private final Map<String, Set<Character>> characters = new HashMap<>();

  private final Map<String, Set<Character>> families = new HashMap<>();

  private Pinyin() {
    read("pinyin.txt", readings);
    read("surnames.txt", surnames);
    readings.forEach((c, reading) -> put(c, reading, characters));
    surnames.keySet().forEach(c -> put(c, reading(c, true), families));
  }

  private static void put(char c, String reading, Map<String, Set<Character>> table) {
    if (reading != null && LanguageAnalyzers.foldChinese(String.valueOf(c)).charAt(0) == c) {
      table.computeIfAbsent(NameTerms.fold(reading), r -> new TreeSet<>()).add(c);
    }
  }

  private static void read(String name, Map<Character, String> table) {
    try (InputStream in = Pinyin.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int blank = line.indexOf(' ');
          String reading = line.substring(0, Math.max(0, blank));
          line.substring(blank + 1).chars().forEach(c -> table.put((char) c, reading));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }

  /** {@return whether people's names begin with this character, simplified} */
  static boolean isSurname(char c) {
    return TABLE.surnames.containsKey(c);
  }

  /**
   * The spelling of a name: the family name apart from the other if it has one and is as short as
   * Chinese names are, else in one word.
   *
   * @param name characters, simplified
   * @return absent if the reading of a character is not known
   */
  static Optional<String> of(String name) {
    StringBuilder spelt = new StringBuilder();
    boolean person =
        name.length() > 1 && name.length() <= LONGEST_NAME && isSurname(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      String reading = TABLE.reading(name.charAt(i), person && i == 0);
      if (reading == null) {
        return Optional.empty();
      }
      boolean begins = i == 0 || person && i == 1;
      // An apostrophe parts syllables that could be read as one: Xi'an.
      String gap = begins ? i == 0 ? "" : " " : "aeo".indexOf(reading.charAt(0)) < 0 ? "" : "'";
      spelt.append(gap).append(begins ? capitalized(reading) : reading);
    }
    return Optional.of(spelt.toString());
  }

  /**
   * {@return the family names that are read so, simplified}
   *
   * @param word of Latin text
   */
  static Set<Character> families(String word) {
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

  private String reading(char c, boolean surname) {
    String asName = surname ? surnames.get(c) : "";
    return asName.isEmpty() ? readings.get(c) : asName;
  }

  private static String capitalized(String syllable) {
    return syllable.substring(0, 1).toUpperCase(Locale.ROOT) + syllable.substring(1);
  }
}
