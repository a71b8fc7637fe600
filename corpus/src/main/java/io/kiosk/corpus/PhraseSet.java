package io.kiosk.corpus;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Phrases that are looked for at the start of a folded text or anywhere in it; immutable. */
final class PhraseSet {

  /** Behind it come the scripts that put no spaces between words. */
  private static final char ALPHABETS = '\u2e80';

  /** Letters beyond ASCII of the scripts that do. */
  private static final BitSet FOREIGN = foreign();

  /** Power of two; phrases are spread by their first three characters, shorter ones by two. */
  private static final int BUCKETS = 1 << 14;

  private final String[][] buckets = new String[BUCKETS][];
  private final BitSet single = new BitSet();

  /** A bit for each bucket that is not empty; all text is held against it. */
  private final long[] filled = new long[BUCKETS / Long.SIZE];

  PhraseSet(Collection<String> phrases) {
    List<String> longestFirst =
        phrases.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    for (String phrase : longestFirst) {
      if (phrase.length() == 1) {
        single.set(phrase.charAt(0));
        continue;
      }
      int at = phrase.length() == 2 ? pair(phrase, 0) : triple(phrase, 0);
      String[] old = buckets[at];
      String[] grown = old == null ? new String[1] : Arrays.copyOf(old, old.length + 1);
      grown[grown.length - 1] = phrase;
      buckets[at] = grown;
      filled[at / Long.SIZE] |= 1L << at;
    }
  }

  private static int pair(String text, int at) {
    return text.charAt(at) * 37 + text.charAt(at + 1) & BUCKETS - 1;
  }

  private static int triple(String text, int at) {
    return text.charAt(at) * 1_369 + text.charAt(at + 1) * 37 + text.charAt(at + 2) & BUCKETS - 1;
  }

  /** The longest phrase that the text begins with, as a whole word; null if there is none. */
  String prefixOf(String text) {
    return text.isEmpty() ? null : at(text, 0);
  }

  /** Number of phrases found in the text, as whole words; counting ends at {@code limit}. */
  int countIn(String text, int limit) {
    int found = 0;
    int length = text.length();
    boolean inWord = false;
    for (int i = 0; i < length && found < limit; i++) {
      boolean alphabetic = isAlphabetic(text.charAt(i));
      if (!(inWord && alphabetic) && mayBeAt(text, i)) {
        String phrase = at(text, i);
        if (phrase != null) {
          found++;
          i += phrase.length() - 1;
          alphabetic = isAlphabetic(text.charAt(i));
        }
      }
      inWord = alphabetic;
    }
    return found;
  }

  private boolean mayBeAt(String text, int offset) {
    int left = text.length() - offset;
    return left > 2 && isFilled(triple(text, offset))
        || left > 1 && isFilled(pair(text, offset))
        || single.get(text.charAt(offset));
  }

  private boolean isFilled(int bucket) {
    return (filled[bucket / Long.SIZE] >>> bucket & 1) != 0;
  }

  private String at(String text, int offset) {
    int left = text.length() - offset;
    String found = left > 2 ? among(buckets[triple(text, offset)], text, offset) : null;
    if (found == null && left > 1) {
      found = among(buckets[pair(text, offset)], text, offset);
    }
    if (found == null && single.get(text.charAt(offset)) && isBoundary(text, offset + 1)) {
      found = text.substring(offset, offset + 1);
    }
    return found;
  }

  private static String among(String[] candidates, String text, int offset) {
    if (candidates != null) {
      for (String phrase : candidates) {
        if (text.startsWith(phrase, offset) && isBoundary(text, offset + phrase.length())) {
          return phrase;
        }
      }
    }
    return null;
  }

  /** Between two Latin letters there is none; Chinese has no spaces, so there always is one. */
  private static boolean isBoundary(String text, int at) {
    return at <= 0
        || at >= text.length()
        || !isAlphabetic(text.charAt(at - 1))
        || !isAlphabetic(text.charAt(at));
  }

  private static boolean isAlphabetic(char c) {
    return c < 128 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : c < ALPHABETS && FOREIGN.get(c);
  }

  private static BitSet foreign() {
    BitSet letters = new BitSet(ALPHABETS);
    for (char c = 128; c < ALPHABETS; c++) {
      letters.set(c, Character.isLetter(c));
    }
    return letters;
  }
}
