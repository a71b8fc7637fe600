package io.kiosk.lexicon.builder;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Chooses the Chinese terms to segment text by. */
final class ChineseWords {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;

  /** A single rare or doubtful translation makes no word of its Chinese side. */
  private static final double EVIDENCE = .6;

  private static final Pattern WORD =
      Pattern.compile("[\\p{IsHan}a-z0-9·]*\\p{IsHan}[\\p{IsHan}a-z0-9·]*");
  private static final Pattern PHRASE = Pattern.compile("^[使被把将让给在]..+|.+[的了地着]$");

  private ChineseWords() {}

  static Collection<String> of(Map<String, Map<String, Double>> translations) {
    Collection<String> words = new TreeSet<>();
    translations.forEach(
        (term, english) -> {
          double evidence = english.values().stream().mapToDouble(Double::doubleValue).sum();
          if (term.length() >= SHORTEST
              && term.length() <= LONGEST
              && evidence >= EVIDENCE
              && WORD.matcher(term).matches()
              && !(PHRASE.matcher(term).matches()
                  && (term.length() > 2 ? evidence < 3 : evidence < 1))) {
            words.add(term);
          }
        });
    return words;
  }
}
