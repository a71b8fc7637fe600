package io.kiosk.corpus;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Phrases that are looked for at the start of a folded text or anywhere in it; immutable. */
final class PhraseSet {

  /** Power of two; phrases are spread by their first two characters. */
  private static final int BUCKETS = 4096;

  private final String[][] buckets = new String[BUCKETS][];
  private final Set<Character> single = new HashSet<>();

  PhraseSet(Collection<String> phrases) {
    List<String> longestFirst =
        phrases.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    for (String phrase : longestFirst) {
      if (phrase.length() == 1) {
        single.add(phrase.charAt(0));
        continue;
      }
      int at = bucket(phrase, 0);
      String[] old = buckets[at];
      String[] grown = old == null ? new String[1] : Arrays.copyOf(old, old.length + 1);
      grown[grown.length - 1] = phrase;
      buckets[at] = grown;
    }
  }

  private static int bucket(String text, int at) {
    return text.charAt(at) * 37 + text.charAt(at + 1) & BUCKETS - 1;
  }

  /** The longest phrase that the text begins with, as a whole word; null if there is none. */
  String prefixOf(String text) {
    return text.isEmpty() ? null : at(text, 0);
  }

  /** Number of phrases found in the text, as whole words; counting ends at {@code limit}. */
  int countIn(String text, int limit) {
    int found = 0;
    for (int i = 0; i < text.length() && found < limit; i++) {
      String phrase = mayBeAt(text, i) && isBoundary(text, i) ? at(text, i) : null;
      if (phrase != null) {
        found++;
        i += phrase.length() - 1;
      }
    }
    return found;
  }

  private boolean mayBeAt(String text, int offset) {
    return !single.isEmpty() || offset + 1 < text.length() && buckets[bucket(text, offset)] != null;
  }

  private String at(String text, int offset) {
    String[] candidates = offset + 1 < text.length() ? buckets[bucket(text, offset)] : null;
    if (candidates != null) {
      for (String phrase : candidates) {
        if (text.startsWith(phrase, offset) && isBoundary(text, offset + phrase.length())) {
          return phrase;
        }
      }
    }
    boolean alone = !single.isEmpty() && single.contains(text.charAt(offset));
    return alone && isBoundary(text, offset + 1) ? text.substring(offset, offset + 1) : null;
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
