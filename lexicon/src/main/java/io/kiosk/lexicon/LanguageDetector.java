package io.kiosk.lexicon;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises the language of a text by its script and, in Latin script, by its common words. Knows
 * Chinese (and its traditional form), German, English, some twenty-five other languages of Latin
 * script, and those that a script or its letters give away. Stateless; safe for many threads.
 */
public final class LanguageDetector {

  /** Characters of a text that are looked at; more change nothing. */
  private static final int MAX_CHARS = 1_500;

  /** A Chinese character says about as much as three letters. */
  private static final int LETTERS_PER_HAN = 3;

  /** Share of kana among Japanese characters, below any real Japanese text's. */
  private static final double MIN_KANA = .08;

  private LanguageDetector() {}

  /**
   * What language a text is in, and how sure that is.
   *
   * @param language BCP 47 locale without region: {@code zh} (simplified), {@code zh-Hant}, {@code
   *     de}, {@code en}, {@code fr} ...; {@link Locale#ROOT} if unknown
   * @param confidence from 0 (nothing known) to 1
   */
  public record Detection(Locale language, double confidence) {

    static final Detection UNKNOWN = new Detection(Locale.ROOT, 0);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Detection {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
      }
    }
  }

  /**
   * The language of an article or any other running text; of a long text its first 1,500 characters
   * decide. Right for nearly every text of 200 characters and more; not made for queries, see
   * {@link #candidates}.
   *
   * @param text any text, also empty
   * @return {@link Detection#UNKNOWN} for a text without letters
   */
  public static Detection detect(String text) {
    String start = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    ScriptCounts scripts = ScriptCounts.of(start);
    int total = scripts.letters(LETTERS_PER_HAN);
    if (total == 0) {
      return Detection.UNKNOWN;
    }
    int eastAsian = scripts.eastAsian() * LETTERS_PER_HAN;
    int latin = scripts.latin();
    int other = total - eastAsian - latin;
    if (eastAsian >= latin && eastAsian >= other) {
      return new Detection(eastAsian(scripts, start), share(eastAsian, total));
    }
    if (other > latin) {
      return new Detection(scripts.otherLanguage(start), share(other, total));
    }
    Detection latinLanguage = LatinLanguages.get().detect(start);
    return new Detection(
        latinLanguage.language(), latinLanguage.confidence() * share(latin, total));
  }

  /**
   * The languages among Chinese, German and English in which a short query may be meant: several
   * when in doubt, since at 20 characters no detector is good enough to rely on.
   *
   * @param query any text, also empty
   * @return in the order {@code zh}, {@code de}, {@code en} (without script or region); empty if
   *     the query is in none of their scripts
   */
  public static Set<Locale> candidates(String query) {
    ScriptCounts scripts = ScriptCounts.of(query);
    Set<Locale> candidates = new LinkedHashSet<>();
    if (scripts.han() > 0) {
      candidates.add(Locale.CHINESE);
    }
    boolean foreign = scripts.kana() > 0 || scripts.letters(1) > scripts.latin() + scripts.han();
    if (scripts.latin() > 0 && !(foreign && scripts.latin() < scripts.letters(1) / 2)) {
      LatinLanguages.get().candidates(query, scripts.han() > 0, candidates);
    }
    return candidates;
  }

  private static Locale eastAsian(ScriptCounts scripts, String text) {
    if (scripts.hangul() * 2 > scripts.eastAsian()) {
      return Locale.KOREAN;
    }
    if (scripts.kana() > MIN_KANA * scripts.eastAsian()) {
      return Locale.JAPANESE;
    }
    return ChineseForms.get().isTraditional(text)
        ? Locale.forLanguageTag("zh-Hant")
        : Locale.CHINESE;
  }

  private static double share(int part, int total) {
    return (double) part / total;
  }
}
