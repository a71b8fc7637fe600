package io.kiosk.analysis;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.Language;
import java.nio.CharBuffer;
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
        pairs(text, terms);
        unknownChinese(LanguageAnalyzers.foldChinese(text), terms);
      }
      case DE, EN -> unknownLatin(text, terms);
    }
    return terms;
  }

  private static void pairs(String text, Set<String> terms) {
    Matcher bracket = IN_BRACKETS.matcher(text);
    int found = 0;
    while (found < MOST_NAMES && bracket.find()) {
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
  private void unknownChinese(String text, Set<String> terms) {
    int names = 0;
    for (int end, start = 0; start < text.length() && names < MOST_NAMES; start = end + 1) {
      end = start;
      boolean named = false; // two characters of names in a row
      while (end < text.length() && isInRun(text.charAt(end))) {
        named |=
            end > start
                && NameSounds.isOfNames(text.charAt(end))
                && NameSounds.isOfNames(text.charAt(end - 1));
        end++;
      }
      if (named) {
        names += unknownInRun(text.substring(start, end).toCharArray(), terms, MOST_NAMES - names);
      }
    }
  }

  /** Whether a word may reach across a character; few signs are in words. */
  private static boolean isInRun(char c) {
    return c >= '\u4E00' && c <= '\u9FFF' || Character.isLetterOrDigit(c) || isPoint(c);
  }

  private int unknownInRun(char[] text, Set<String> terms, int most) {
    int names = 0;
    int at = 0;
    while (at < text.length && names < most) {
      int word = wordLength(text, at);
      int end = at;
      while (end < text.length && word == 1 && NameSounds.isOfNames(text[end])) {
        end++;
        word = wordLength(text, end);
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
  private int wordLength(char[] text, int at) {
    return at < text.length && Character.isIdeographic(text[at])
        ? Math.max(1, chinese.longest(text, at, Math.min(text.length, at + LONGEST_WORD)))
        : 1;
  }

  private void unknownLatin(String text, Set<String> terms) {
    int names = 0;
    for (int at = 0; at < text.length() && names < MOST_NAMES; ) {
      int end = at;
      boolean plain = true; // one capital and lower-case letters
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        char c = text.charAt(end);
        plain &= end == at ? Character.isUpperCase(c) : Character.isLowerCase(c);
        end++;
      }
      int length = end - at;
      if (plain && length >= SHORTEST_LATIN && length <= LONGEST_LATIN) {
        CharSequence word = CharBuffer.wrap(text, at, end);
        if (!isKnown(word)) {
          String name = fold(word.toString());
          String key = NameSounds.key(NameSounds.ofLatin(name));
          names += terms.add(prefix(Kind.LATIN_SOUND, key) + name) ? 1 : 0;
        }
      }
      at = end + 1;
    }
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

  private boolean isKnown(CharSequence word) {
    return knownLatin.test(word, each -> isInLexicon(each, lexicon, compounds));
  }

  /** What costs least is asked for first. */
  private static boolean isInLexicon(
      String word, TranslationLexicon lexicon, CompoundSplitter compounds) {
    if (lexicon.contains(LanguageAnalyzers.lexiconKey(word, Locale.ENGLISH), Locale.ENGLISH)) {
      return true;
    }
    String german = LanguageAnalyzers.lexiconKey(word, Locale.GERMAN);
    return lexicon.contains(german, Locale.GERMAN)
        || compounds.split(german).size() > 1
        || !lexicon.translate(german, Locale.GERMAN, Locale.ENGLISH).isEmpty();
  }
}
