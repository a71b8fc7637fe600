package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that are looked for at the start of a folded text or anywhere in it; immutable. */
final class PhraseSet {

  private final Map<Character, List<String>> byFirst;

  PhraseSet(Collection<String> phrases) {
    byFirst = new HashMap<>();
    for (String phrase : phrases) {
      byFirst.computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>()).add(phrase);
    }
  }

  /** The phrase that the text begins with, as a whole word; null if there is none. */
  String prefixOf(String text) {
    return text.isEmpty() ? null : at(text, 0);
  }

  /** Number of phrases found in the text, as whole words; counting ends at {@code limit}. */
  int countIn(String text, int limit) {
    int found = 0;
    for (int i = 0; i < text.length() && found < limit; i++) {
      if (isBoundary(text, i)) {
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
    List<String> candidates = byFirst.get(text.charAt(offset));
    if (candidates == null) {
      return null;
    }
    String longest = null;
    for (String phrase : candidates) {
      if (text.startsWith(phrase, offset)
          && isBoundary(text, offset + phrase.length())
          && (longest == null || phrase.length() > longest.length())) {
        longest = phrase;
      }
    }
    return longest;
  }

  /** Between two Latin letters there is none; Chinese has no spaces, so there always is one. */
  private static boolean isBoundary(String text, int at) {
    return at <= 0
        || at >= text.length()
        || !isAlphabetic(text.charAt(at - 1))
        || !isAlphabetic(text.charAt(at));
  }

  private static boolean isAlphabetic(char c) {
    return c < '\u2e80' && Character.isLetter(c);
  }
}
