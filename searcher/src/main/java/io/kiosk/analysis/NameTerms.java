package io.kiosk.analysis;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.Language;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an article teaches about names, as terms of {@link io.kiosk.schema.ArticleSchema#NAMES}:
 * pairs, where Chinese text gives the original in brackets (金·泽特（Kim Zetter）), and names that the
 * lexicon lacks, under how they sound. Safe for many threads.
 */
public final class NameTerms {

  private static final char SEPARATOR = '\t';
  private static final int MOST_NAMES = 20;
  private static final int LONGEST_WORD = 8;
  private static final int LONGEST_NAME = 16;
  private static final int SHORTEST_LATIN = 4;
  private static final int LONGEST_LATIN = 25;
  private static final double BRACKETED = .5;

  /** A longer name may sound so much less alike: 埃 before 尔南 for Hernan. */
  private static final double LITTLE = .04;

  private static final Pattern IN_BRACKETS =
      Pattern.compile(
          "[（(]\\s{0,3}(?:[\\p{IsHan}]{1,4}[：:]\\s{0,3})?"
              + "(\\p{Lu}[\\p{IsLatin}.'’ -]{1,50}?)\\s{0,3}[)）,，]");
  private static final Pattern DOTS = Pattern.compile("[·•‧・]");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L} ]|\\p{M}");

  /** Kinds of terms. */
  public enum Kind {
    /** A Chinese name, without points, and its Latin original. */
    CHINESE_PAIR,
    /** A Latin name, {@link #fold folded}, and its Chinese form. */
    LATIN_PAIR,
    /** The {@link NameSounds#key} and an unknown Latin name, folded. */
    LATIN_SOUND,
    /** The {@link NameSounds#key} and an unknown Chinese name. */
    CHINESE_SOUND
  }

  private final TranslationLexicon lexicon;
  private final WordList chinese;
  private final CompoundSplitter compounds;
  private final WordFlags knownLatin = new WordFlags();

  /**
   * A reader of names.
   *
   * @param lexicon what is known already
   */
  public NameTerms(TranslationLexicon lexicon) {
    this.lexicon = lexicon;
    this.chinese = lexicon.words(Locale.CHINESE);
    this.compounds = new CompoundSplitter(lexicon.words(Locale.GERMAN));
  }

  /**
   * {@return what all terms of a kind and key begin with; what follows is the name}
   *
   * @param kind of the terms
   * @param key what the names are looked up by, as {@link Kind} says
   */
  public static String prefix(Kind kind, String key) {
    return kind.ordinal() + "" + SEPARATOR + key + SEPARATOR;
  }

  /**
   * {@return a name in lower case, without diacritics and signs: how Latin names are compared}
   *
   * @param latin as written
   */
  public static String fold(String latin) {
    String plain = Normalizer.normalize(latin, Normalizer.Form.NFD).replace("ß", "ss");
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).strip();
  }

  /**
   * {@return whether a character divides the parts of a foreign name in Chinese}
   *
   * @param c of Chinese text, folded or not
   */
  public static boolean isPoint(char c) {
    return "·•‧・".indexOf(c) >= 0;
  }

  /**
   * {@return the terms of a text, at most some dozens}
   *
   * @param language of the text
   * @param text of an article
   */
  public Set<String> of(Language language, String text) {
    Set<String> terms = new LinkedHashSet<>();
    switch (language) {
      case ZH -> {
        char[] folded = text.toCharArray();
        ChineseTokenizer.fold(folded);
        pairs(text, folded, terms);
        unknownChinese(folded, terms);
      }
      case DE, EN -> unknownLatin(language, text.toCharArray(), terms);
    }
    return terms;
  }

  /** Looks only behind brackets, which are of one form in folded text. */
  private static void pairs(String text, char[] folded, Set<String> terms) {
    Matcher bracket = null;
    int found = 0;
    for (int at = 0; at < folded.length && found < MOST_NAMES; at++) {
      if (folded[at] != '(') {
        continue;
      }
      bracket = bracket == null ? IN_BRACKETS.matcher(text) : bracket;
      if (!bracket.region(at, text.length()).lookingAt()) {
        continue;
      }
      at = bracket.end() - 1;
      String original = bracket.group(1).strip();
      String before = text.substring(nameStart(text, bracket.start()), bracket.start());
      Optional<String> name = suffixThatSoundsLike(LanguageAnalyzers.foldChinese(before), original);
      if (name.isPresent()) {
        found++;
        pair(name.get(), original, terms);
        String[] parts = DOTS.split(name.get());
        String[] originals = original.split(" +");
        if (parts.length > 1 && parts.length == originals.length) {
          pair(parts[parts.length - 1], originals[originals.length - 1], terms);
        }
      }
    }
  }

  /** How far back from a bracket a name may begin. */
  private static int nameStart(String text, int bracket) {
    int start = bracket;
    while (start > 0
        && bracket - start < LONGEST_NAME
        && (Character.isIdeographic(text.charAt(start - 1)) || isPoint(text.charAt(start - 1)))) {
      start--;
    }
    return start;
  }

  private static void pair(String name, String original, Set<String> terms) {
    String plain = DOTS.matcher(name).replaceAll("");
    if (plain.length() > 1) {
      terms.add(prefix(Kind.CHINESE_PAIR, plain) + original);
      terms.add(prefix(Kind.LATIN_PAIR, fold(original)) + plain);
    }
  }

  /** Where the name begins is not marked; the original tells by its sound. */
  private static Optional<String> suffixThatSoundsLike(String before, String original) {
    String sound = NameSounds.ofLatin(fold(original));
    Optional<String> best = Optional.empty();
    double highest = BRACKETED;
    for (int start = before.length() - 2; start >= 0; start--) {
      String suffix = before.substring(start);
      Optional<String> heard = NameSounds.ofChinese(DOTS.matcher(suffix).replaceAll(""));
      if (heard.isEmpty()) {
        break;
      }
      double similarity = NameSounds.similarity(heard.get(), sound);
      if (similarity > highest - LITTLE && !isPoint(suffix.charAt(0))) {
        highest = Math.max(highest, similarity);
        best = Optional.of(suffix);
      }
    }
    return best;
  }

  /** Characters of names in a row that are no words of the lexicon, nor in one of its words. */
  private void unknownChinese(char[] text, Set<String> terms) {
    int names = 0;
    for (int end, start = 0; start < text.length && names < MOST_NAMES; start = end + 1) {
      boolean named = false; // two characters of names in a row
      boolean before = false;
      for (end = start; end < text.length && isInRun(text[end]); end++) {
        boolean ofNames = NameSounds.isOfNames(text[end]);
        named |= before && ofNames;
        before = ofNames;
      }
      if (named) {
        names += unknownInRun(text, start, end, terms, MOST_NAMES - names);
      }
    }
  }

  /** Whether a word may reach across a character; few signs are in words. */
  private static boolean isInRun(char c) {
    return isCommonChinese(c) || isLetterOrDigit(c) || isPoint(c);
  }

  private int unknownInRun(char[] text, int start, int runEnd, Set<String> terms, int most) {
    int names = 0;
    int at = start;
    while (at < runEnd && names < most) {
      int word = wordLength(text, at, runEnd);
      int end = at;
      while (end < runEnd && word == 1 && NameSounds.isOfNames(text[end])) {
        end++;
        word = wordLength(text, end, runEnd);
      }
      if (end - at > 1 && end - at <= LONGEST_WORD) {
        String name = new String(text, at, end - at);
        names++;
        terms.add(
            prefix(Kind.CHINESE_SOUND, NameSounds.key(NameSounds.ofChinese(name).orElseThrow()))
                + name);
      }
      at = end > at ? end : at + word;
    }
    return names;
  }

  /** Of the longest word of the lexicon that begins there; 1 without one. */
  private int wordLength(char[] text, int at, int end) {
    return at < end && isIdeographic(text[at])
        ? Math.max(1, chinese.longest(text, at, Math.min(end, at + LONGEST_WORD)))
        : 1;
  }

  private void unknownLatin(Language language, char[] text, Set<String> terms) {
    int names = 0;
    for (int end, at = 0; at < text.length && names < MOST_NAMES; at = end + 1) {
      boolean plain = isUpperCase(text[at]); // one capital and lower-case letters
      for (end = at; end < text.length && isLetterOrDigit(text[end]); end++) {
        plain &= end == at || isLowerCase(text[end]);
      }
      int length = end - at;
      if (plain
          && length >= SHORTEST_LATIN
          && length <= LONGEST_LATIN
          && !knownLatin.test(text, at, length, each -> isKnown(each, language))) {
        String name = fold(new String(text, at, length));
        String key = NameSounds.key(NameSounds.ofLatin(name));
        names += terms.add(prefix(Kind.LATIN_SOUND, key) + name) ? 1 : 0;
      }
    }
  }

  // The most frequent of all characters need not be looked up.

  private static boolean isIdeographic(char c) {
    return isCommonChinese(c) || Character.isIdeographic(c);
  }

  private static boolean isCommonChinese(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 0x80
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c);
  }

  private static boolean isUpperCase(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  private static boolean isLowerCase(char c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
  }

  /**
   * {@return whether a lexicon lacks a Latin word in both languages, also as a German compound}
   *
   * @param word as written
   * @param lexicon what is known
   */
  public static boolean isUnknown(String word, TranslationLexicon lexicon) {
    return !isInLexicon(word, lexicon, new CompoundSplitter(lexicon.words(Locale.GERMAN)));
  }

  /** What is likeliest and costs least is asked for first. */
  private boolean isKnown(String word, Language language) {
    return language == Language.DE && isInLexicon(word, Locale.GERMAN, lexicon)
        || isInLexicon(word, lexicon, compounds);
  }

  private static boolean isInLexicon(
      String word, TranslationLexicon lexicon, CompoundSplitter compounds) {
    if (isInLexicon(word, Locale.ENGLISH, lexicon)) {
      return true;
    }
    String german = LanguageAnalyzers.lexiconKey(word, Locale.GERMAN);
    return lexicon.contains(german, Locale.GERMAN)
        || compounds.split(german).size() > 1
        || !lexicon.translate(german, Locale.GERMAN, Locale.ENGLISH).isEmpty();
  }

  private static boolean isInLexicon(String word, Locale language, TranslationLexicon lexicon) {
    return lexicon.contains(LanguageAnalyzers.lexiconKey(word, language), language);
  }
}
