package io.kiosk.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  private Pinyin() {
    read("pinyin.txt", readings);
    read("surnames.txt", surnames);
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

  private String reading(char c, boolean surname) {
    String asName = surname ? surnames.get(c) : "";
    return asName.isEmpty() ? readings.get(c) : asName;
  }

  private static String capitalized(String syllable) {
    return syllable.substring(0, 1).toUpperCase(Locale.ROOT) + syllable.substring(1);
  }
}
