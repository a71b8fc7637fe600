package io.kiosk.lexicon;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many letters of each script a text has. */
final class ScriptCounts {

  /** Languages that are nearly alone in writing their script. */
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.TIBETAN, "bo"));

  private final EnumMap<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
  private int latin;
  private int han;
  private int letters;

  private ScriptCounts() {}

  static ScriptCounts of(String text) {
    ScriptCounts counts = new ScriptCounts();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      counts.add(c);
      i += Character.charCount(c);
    }
    return counts;
  }

  private void add(int c) {
    if (c < 0x80) {
      if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
        latin++;
        letters++;
      }
    } else if (c >= 0x4E00 && c <= 0x9FFF) {
      han++;
      letters++;
    } else if (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) {
      latin++;
      letters++;
    } else if (Character.isLetter(c)) {
      addOther(UnicodeScript.of(c));
    }
  }

  private void addOther(UnicodeScript script) {
    letters++;
    switch (script) {
      case LATIN -> latin++;
      case HAN -> han++;
      default -> counts.merge(script, 1, Integer::sum);
    }
  }

  /** Letters of all scripts, those of Chinese, Japanese and Korean counted by a weight. */
  int letters(int eastAsianWeight) {
    return letters + (eastAsianWeight - 1) * eastAsian();
  }

  int latin() {
    return latin;
  }

  int han() {
    return han;
  }

  int kana() {
    return count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
  }

  int hangul() {
    return count(UnicodeScript.HANGUL);
  }

  int eastAsian() {
    return han + kana() + hangul() + count(UnicodeScript.BOPOMOFO);
  }

  /** The language of the commonest script that is neither Latin nor East Asian. */
  Locale otherLanguage(String text) {
    UnicodeScript best = UnicodeScript.UNKNOWN;
    for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
      boolean eastAsian =
          switch (entry.getKey()) {
            case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
          };
      if (!eastAsian && entry.getValue() > count(best)) {
        best = entry.getKey();
      }
    }
    return switch (best) {
      case CYRILLIC -> Locale.of(cyrillic(text));
      case ARABIC -> Locale.of(arabic(text));
      default -> Locale.of(LANGUAGES.getOrDefault(best, ""));
    };
  }

  private int count(UnicodeScript script) {
    return counts.getOrDefault(script, 0);
  }

  /** By letters that only one of the languages writes; Russian and Bulgarian by ы and э. */
  private static String cyrillic(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (has(lower, "әғқңөұүһ")) {
      return "kk";
    }
    if (has(lower, "ў")) {
      return "be";
    }
    if (has(lower, "іїєґ")) {
      return "uk";
    }
    if (has(lower, "ѓќѕ")) {
      return "mk";
    }
    if (has(lower, "ђћјљњџ")) {
      return "sr";
    }
    return has(lower, "ыэё") || !has(lower, "ъ") ? "ru" : "bg";
  }

  private static String arabic(String text) {
    if (has(text, "ٹڈڑںے")) {
      return "ur";
    }
    return has(text, "پچژگی") ? "fa" : "ar";
  }

  /** Whether letters of one of these kinds are more than an odd foreign name. */
  private static boolean has(String text, String letters) {
    long met = text.chars().filter(c -> letters.indexOf(c) >= 0).count();
    return met > 0 && met * 200 >= text.length();
  }
}
