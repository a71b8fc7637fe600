package io.kiosk.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How names sound, so that 蓬佩奥 is known to be Pompeo: Chinese by the characters that foreign names
 * are usually written with (the resource {@code transliteration.txt}), Latin by rules of spelling
 * that German and English share. A sound is a string of one letter a phoneme; two are compared by a
 * weighted edit distance in which consonants of one place of articulation, and vowels, cost little.
 */
public final class NameSounds {

  private static final String VOWELS = "aeiou";
  private static final String[] GROUPS = {"bp", "dt", "gk", "fvw", "szSCJ", "lr", "mn"};

  /** Pairs that languages confuse, beside those of one group. */
  private static final String[] NEAR = {"Jy", "Jg", "Ck", "hk", "Ch", "wu", "yi", "ts", "tS", "hS"};

  /** Spelling to sound, longest first where they begin alike; the rest stays as it is. */
  private static final String[][] RULES = {
    {"tsch", "C"}, {"sch", "S"}, {"sh", "S"}, {"tch", "C"}, {"ch", "C"}, {"ck", "k"},
    {"ph", "f"}, {"th", "t"}, {"gh", "g"}, {"qu", "kw"}, {"tz", "z"}, {"ts", "z"},
    {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"c", "k"}, {"x", "ks"}, {"q", "k"},
    {"j", "J"}, {"ee", "i"}, {"oo", "u"}, {"ya", "ya"}, {"ye", "ye"}, {"yo", "yo"},
    {"yu", "yu"}, {"y", "i"}
  };

  private static final double VOWEL = .15;
  private static final double WEAK = .25;
  private static final double STRONG = .9;
  private static final Map<Character, String> CHINESE = read();
  private static final BitSet OF_NAMES = new BitSet();

  static {
    CHINESE.keySet().forEach(OF_NAMES::set);
  }

  private NameSounds() {}

  private static Map<Character, String> read() {
    Map<Character, String> sounds = new HashMap<>();
    try (InputStream in = NameSounds.class.getResourceAsStream("transliteration.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(" ");
          parts[1].chars().forEach(c -> sounds.put((char) c, parts[0]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("transliteration.txt", e);
    }
    return Map.copyOf(sounds);
  }

  /**
   * {@return whether foreign names are written with this character}
   *
   * @param c simplified
   */
  public static boolean isOfNames(char c) {
    return OF_NAMES.get(c);
  }

  /**
   * {@return the sound of Chinese; empty if a character is not one of those of names}
   *
   * @param name simplified
   */
  public static Optional<String> ofChinese(String name) {
    StringBuilder sound = new StringBuilder();
    for (char c : name.toCharArray()) {
      String syllable = CHINESE.get(c);
      if (syllable == null) {
        return Optional.empty();
      }
      sound.append(syllable);
    }
    return Optional.of(sound.toString());
  }

  /**
   * {@return the sound of a Latin name}
   *
   * @param name {@link NameTerms#fold folded}
   */
  public static String ofLatin(String name) {
    StringBuilder sound = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      String spelling = name.substring(at, at + 1);
      String heard = spelling;
      for (String[] rule : RULES) {
        if (name.startsWith(rule[0], at)) {
          spelling = rule[0];
          heard = rule[1];
          break;
        }
      }
      boolean doubled =
          !sound.isEmpty()
              && heard.length() == 1
              && sound.charAt(sound.length() - 1) == heard.charAt(0);
      if (!doubled && Character.isLetter(heard.charAt(0))) {
        sound.append(heard);
      }
      at += spelling.length();
    }
    return sound.toString();
  }

  /**
   * {@return the group of the first consonant that no language leaves out, as one letter, which
   * names that sound alike have in common; "-" without one}
   *
   * @param sound of a name
   */
  public static String key(String sound) {
    for (int i = 0; i < sound.length(); i++) {
      for (String group : GROUPS) {
        if (group.indexOf(sound.charAt(i)) >= 0 && !isCoda(sound, i)) {
          return group.substring(0, 1);
        }
      }
    }
    return "-";
  }

  /** An r before a consonant or at the end is often left out. */
  private static boolean isCoda(String sound, int i) {
    return sound.charAt(i) == 'r'
        && i > 0
        && (i + 1 == sound.length() || VOWELS.indexOf(sound.charAt(i + 1)) < 0);
  }

  /**
   * {@return how much there is to hear: about one for each consonant}
   *
   * @param sound of a name
   */
  public static double weight(String sound) {
    double weight = 0;
    for (int i = 0; i < sound.length(); i++) {
      weight += omission(sound, i);
    }
    return weight;
  }

  /**
   * {@return how alike two sounds are: 1 if they are the same, 0 or less if nothing agrees}
   *
   * @param a a sound
   * @param b another; their order does not matter
   */
  public static double similarity(String a, String b) {
    double[] above = new double[b.length() + 1];
    for (int j = 1; j <= b.length(); j++) {
      above[j] = above[j - 1] + omission(b, j - 1);
    }
    for (int i = 1; i <= a.length(); i++) {
      double[] row = new double[b.length() + 1];
      double omitted = omission(a, i - 1);
      row[0] = above[0] + omitted;
      for (int j = 1; j <= b.length(); j++) {
        double substituted = above[j - 1] + substitution(a.charAt(i - 1), b.charAt(j - 1));
        double one = Math.min(above[j] + omitted, row[j - 1] + omission(b, j - 1));
        row[j] = Math.min(substituted, one);
      }
      above = row;
    }
    return 1 - above[b.length()] / Math.max(1e-9, (weight(a) + weight(b)) / 2);
  }

  private static double omission(String sound, int i) {
    char c = sound.charAt(i);
    if (VOWELS.indexOf(c) >= 0) {
      return VOWEL;
    }
    return c == 'h' || c == 'y' || c == 'w' || c == 'r' && i > 0 ? WEAK : STRONG;
  }

  private static double substitution(char a, char b) {
    if (a == b) {
      return 0;
    }
    if (VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0) {
      return VOWEL;
    }
    for (String group : GROUPS) {
      if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) {
        return WEAK;
      }
    }
    for (String pair : NEAR) {
      if (pair.indexOf(a) >= 0 && pair.indexOf(b) >= 0) {
        return 2 * WEAK;
      }
    }
    return 2 * STRONG;
  }
}
