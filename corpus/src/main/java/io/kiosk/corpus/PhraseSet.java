package io.kiosk.corpus;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Phrases that are looked for at the start of a folded text or anywhere in it; immutable. */
final class PhraseSet {

  /** Power of two; phrases are spread by their first character. */
  private static final int BUCKETS = 1024;

  private final String[][] buckets = new String[BUCKETS][];

  PhraseSet(Collection<String> phrases) {
    List<String> longestFirst =
        phrases.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    for (String phrase : longestFirst) {
      int at = phrase.charAt(0) & (BUCKETS - 1);
      String[] old = buckets[at];
      int size = old == null ? 0 : old.length;
      String[] grown = new String[size + 1];
      if (size > 0) {
        System.arraycopy(old, 0, grown, 0, size);
      }
      grown[size] = phrase;
      buckets[at] = grown;
    }
  }

  /** The longest phrase that the text begins with, as a whole word; null if there is none. */
  String prefixOf(String text) {
    return text.isEmpty() ? null : at(text, 0);
  }

  /** Number of phrases found in the text, as whole words; counting ends at {@code limit}. */
  int countIn(String text, int limit) {
    int found = 0;
    for (int i = 0; i < text.length() && found < limit; i++) {
      if (buckets[text.charAt(i) & (BUCKETS - 1)] != null && isBoundary(text, i)) {
        String phrase = at(text, i);
        if (phrase != null) {
          found++;
          i += phrase.length() - 1;
        }
      }
    }
    return found;
  }

  private String at(String text, int offset) {
    String[] candidates = buckets[text.charAt(offset) & (BUCKETS - 1)];
    if (candidates == null) {
      return null;
    }
    for (String phrase : candidates) {
      if (text.startsWith(phrase, offset) && isBoundary(text, offset + phrase.length())) {
        return phrase;
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
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c > 127 && c < '\u2e80' && Character.isLetter(c);
  }
}
