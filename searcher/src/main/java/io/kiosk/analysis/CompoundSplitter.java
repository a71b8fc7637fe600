package io.kiosk.analysis;

import io.kiosk.lexicon.GermanForms;
import io.kiosk.lexicon.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts German compounds into words of a list: as few parts as possible, each at least four letters,
 * with the linking elements s, es, n, en, e, er, ns and ens allowed after all but the last. Safe
 * for many threads.
 */
public final class CompoundSplitter {
  private static final int MIN_PART = 4;

  /** Letters of the shortest word that can be cut. */
  static final int MIN_COMPOUND = 2 * MIN_PART;

  private static final int MAX_LENGTH = 60;
  private static final int UNREACHED = Integer.MAX_VALUE / 2;
  private static final String[] LINKS = {"", "s", "n", "en", "es", "e", "er", "ns", "ens"};

  /** Endings without which words stand in compounds: Schul-dach, Impf-prämie, Werbe-spruch. */
  private static final String[] DROPPED = {"e", "en", "n"};

  private final WordList words;

  /**
   * A splitter over a list.
   *
   * @param words simple words as index terms
   */
  public CompoundSplitter(WordList words) {
    this.words = words;
  }

  /**
   * {@return the parts of a word in order, without linking elements; the word alone when it cannot
   * be cut}
   *
   * @param word a German index term
   */
  public List<String> split(String word) {
    int n = word.length();
    if (n < MIN_COMPOUND || n > MAX_LENGTH || !isAlphabetic(word) || words.contains(word)) {
      return List.of(word);
    }
    if (!endsWithWord(word)) {
      return List.of(word); // most words by far, and cheaper than to try the other parts
    }
    int[] count = new int[n + 1];
    String[] part = new String[n + 1];
    int[] previous = new int[n + 1];
    Arrays.fill(count, 1, n + 1, UNREACHED);
    for (int end = MIN_PART; end <= n; end++) {
      for (int start = 0; start <= end - MIN_PART; start++) {
        if (count[start] + 1 >= count[end] || start == 0 && end == n) {
          continue;
        }
        String found = wordIn(word, start, end, end == n);
        if (found != null) {
          count[end] = count[start] + 1;
          part[end] = found;
          previous[end] = start;
        }
      }
    }
    return count[n] == UNREACHED ? List.of(word) : path(part, previous, n);
  }

  /** Whether there is a last part. */
  private boolean endsWithWord(String word) {
    char[] letters = word.toCharArray();
    for (int start = MIN_PART; start <= letters.length - MIN_PART; start++) {
      if (words.contains(letters, start, letters.length - start)) {
        return true;
      }
    }
    return false;
  }

  private String wordIn(String word, int start, int end, boolean last) {
    for (String link : LINKS) {
      int stop = end - link.length();
      if (stop - start < MIN_PART || last && !link.isEmpty()) {
        break;
      }
      if (word.startsWith(link, stop)) {
        String candidate = word.substring(start, stop);
        String found = last || !link.isEmpty() ? known(candidate) : modifier(candidate);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private String known(String word) {
    return words.contains(word) ? word : null;
  }

  /** Any but the last part may be a plural, or lack the ending that it has as a word by itself. */
  private String modifier(String candidate) {
    if (words.contains(candidate)) {
      return candidate;
    }
    String noun = GermanForms.noun(candidate);
    if (noun != null && words.contains(noun)) {
      return noun;
    }
    for (String ending : DROPPED) {
      if (words.contains(candidate + ending)) {
        return candidate + ending;
      }
    }
    return null;
  }

  private static List<String> path(String[] part, int[] previous, int end) {
    List<String> parts = new ArrayList<>();
    for (int at = end; at > 0; at = previous[at]) {
      parts.add(part[at]);
    }
    Collections.reverse(parts);
    return parts;
  }

  private static boolean isAlphabetic(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
