package io.kiosk.index;

import io.kiosk.analysis.CompoundSplitter;
import io.kiosk.analysis.KnownTerm;
import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.StopWords;
import io.kiosk.analysis.TextTerms;
import io.kiosk.lexicon.Translation;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the beginning of an article tells, in terms of one language whatever its own: the words of
 * its first {@value #WORDS}, German and Chinese ones by their likeliest English translations. A
 * term is {@value #HASH_BITS} bits of a hash and a weight in fifteenths; articles that are versions
 * of one story share many of them. A function of text and lexicon. Safe for many threads.
 */
final class StorySketch {

  /** Bits of a term's hash; a term is this hash and {@value #WEIGHT_BITS} bits of weight. */
  static final int HASH_BITS = 20;

  /** Bits of a term's weight. */
  static final int WEIGHT_BITS = 4;

  /** The largest weight. */
  static final int FULL_WEIGHT = (1 << WEIGHT_BITS) - 1;

  private static final int WORDS = TextTerms.BEGINNING;
  private static final int CHARACTERS_A_WORD = 4;
  private static final int LONGEST_CHINESE_WORD = 8;
  private static final int TRANSLATIONS = 2;
  private static final double LEAST_OF_BEST = .3;
  private static final double PART_WEIGHT = .8;
  private static final int CACHED_BITS = 17;

  private final TranslationLexicon lexicon;
  private final WordList chinese;
  private final CompoundSplitter compounds;
  private final AtomicReferenceArray<Translated> translated =
      new AtomicReferenceArray<>(1 << CACHED_BITS);

  StorySketch(TranslationLexicon lexicon) {
    this.lexicon = lexicon;
    this.chinese = lexicon.words(Locale.CHINESE);
    this.compounds = new CompoundSplitter(lexicon.words(Locale.GERMAN));
  }

  /**
   * The terms of a word, none of one that does not tell; a word is known by a hash of 64 bits.
   * Terms that analyzers remember have it as their note.
   */
  private record Translated(StorySketch by, long word, int[] terms) {}

  /**
   * The sketch of a body; empty if it has no words.
   *
   * @param words gives the terms of German and English
   */
  byte[] of(Language language, String body, TextTerms words) {
    Terms terms = new Terms();
    switch (language) {
      case EN, DE -> {
        for (KnownTerm word : words.beginning(ArticleSchema.BODY, body)) {
          terms.addAll(translated(word, language).terms);
        }
      }
      case ZH -> chinese(beginning(body, WORDS * CHARACTERS_A_WORD), terms);
    }
    return StoryBytes.of(terms.sorted());
  }

  private Translated translated(KnownTerm word, Language language) {
    if (word.note() instanceof Translated known && known.by == this) {
      return known;
    }
    char[] characters = word.characters();
    Translated found =
        language == Language.EN
            ? new Translated(this, 0, english(new String(characters)))
            : translated(characters, 0, characters.length, language);
    word.setNote(found);
    return found;
  }

  private static int[] english(String word) {
    return isTelling(Language.EN, word) ? new int[] {term(word, 1)} : new int[0];
  }

  private static void english(String text, Terms terms) {
    LanguageAnalyzers.forEachTerm(
        Language.EN,
        text,
        WORDS,
        word -> {
          if (isTelling(Language.EN, word)) {
            terms.add(term(word, 1));
          }
        });
  }

  private static boolean isTelling(Language language, CharSequence word) {
    return !StopWords.of(language).contains(word)
        && (word.length() > 1 || Character.isDigit(word.charAt(0)));
  }

  /** Not through the middle of a character. */
  private static String beginning(String text, int length) {
    int end = Math.min(text.length(), length);
    return text.substring(
        0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** The longest words of the lexicon from left to right, and what is not Chinese as it stands. */
  private void chinese(String lead, Terms terms) {
    char[] text = LanguageAnalyzers.foldChinese(lead).toCharArray();
    int words = 0;
    for (int at = 0; at < text.length && words < WORDS; words++) {
      int end = at + 1;
      if (CopySketch.isIdeographic(text[at])) {
        int most = Math.min(text.length, at + LONGEST_CHINESE_WORD);
        end = at + Math.max(1, chinese.longest(text, at, most));
        if (end > at + 1) {
          terms.addAll(translated(text, at, end - at, Language.ZH).terms);
        }
      } else {
        boolean written = isWritten(text[at]);
        while (end < text.length && !CopySketch.isIdeographic(text[end])) {
          written |= isWritten(text[end++]);
        }
        if (written) {
          english(new String(text, at, end - at), terms);
        }
      }
      at = end;
    }
  }

  /** Whether it may belong to a word: most of what stands between Chinese words is punctuation. */
  private static boolean isWritten(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private Translated translated(char[] text, int offset, int length, Language from) {
    long hash = from.ordinal();
    for (int i = offset; i < offset + length; i++) {
      hash = CopySketch.mix(hash + text[i]);
    }
    int place = (int) (hash >>> Long.SIZE - CACHED_BITS);
    Translated known = translated.get(place);
    if (known == null || known.word != hash) {
      Terms found = new Terms();
      String word = new String(text, offset, length);
      if (isTelling(from, word)) {
        translate(word, from, 1, found);
      }
      known = new Translated(this, hash, found.sorted());
      translated.set(place, known);
    }
    return known;
  }

  private void translate(String word, Language from, double weight, Terms terms) {
    List<Translation> translations = lexicon.translate(word, from.locale(), Locale.ENGLISH);
    if (translations.isEmpty() && from == Language.DE) {
      List<String> parts = compounds.split(word);
      for (String part : parts.size() > 1 ? parts : List.<String>of()) {
        translate(part, from, weight * PART_WEIGHT, terms);
      }
      terms.add(term(word, weight)); // it may be a name
    }
    double sum = translations.stream().mapToDouble(Translation::weight).sum();
    double best = translations.isEmpty() ? 1 : translations.getFirst().weight();
    for (Translation each : translations.subList(0, Math.min(TRANSLATIONS, translations.size()))) {
      if (each.weight() >= LEAST_OF_BEST * best) {
        String[] words = each.term().split(" ");
        double share = weight * each.weight() / Math.sqrt(sum * best * words.length);
        for (String part : words) {
          if (!StopWords.of(Language.EN).contains(part)) {
            terms.add(term(part, share));
          }
        }
      }
    }
  }

  private static int term(CharSequence english, double weight) {
    int code = 0; // as that of a string
    for (int i = 0; i < english.length(); i++) {
      code = 31 * code + english.charAt(i);
    }
    int hash = code * 0x9E3779B1 >>> Integer.SIZE - HASH_BITS;
    long fifteenths = Math.clamp(Math.round(FULL_WEIGHT * weight), 1, FULL_WEIGHT);
    return hash << WEIGHT_BITS | (int) fifteenths;
  }

  /** Terms in ascending order of their hashes, of each the one of the largest weight. */
  private static final class Terms {
    private int[] all = new int[64];
    private int size;

    void addAll(int[] terms) {
      for (int term : terms) {
        add(term);
      }
    }

    void add(int term) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = term;
    }

    int[] sorted() {
      int[] sorted = Arrays.copyOf(all, size);
      Arrays.sort(sorted);
      int distinct = 0;
      for (int term : sorted) {
        boolean again =
            distinct > 0 && sorted[distinct - 1] >>> WEIGHT_BITS == term >>> WEIGHT_BITS;
        sorted[again ? distinct - 1 : distinct++] = term;
      }
      return Arrays.copyOf(sorted, distinct);
    }
  }
}
