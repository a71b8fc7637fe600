package io.kiosk.lexicon.builder;

import io.kiosk.lexicon.GermanForms;
import io.kiosk.schema.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses the simple words that German compounds are made of.
 *
 * <p>A dictionary has compounds as well as simple words. A word counts as a compound if it can be
 * cut in two words of the dictionary and its translations share a word with those of the second
 * part, the head: so Bundeskanzler (federal chancellor) is one, and Minister is not one of "mini"
 * and "Ster". After Koehn and Knight, "Empirical Methods for Compound Splitting" (2003), section
 * 3.4.
 */
final class GermanParts {

  private static final int SHORTEST = 4;
  private static final double SHORT_EVIDENCE = 1.5;
  private static final String[] LINKS = {"", "s", "n", "en", "es", "e", "er", "ns", "ens"};

  /** Endings and prefixes that are words, too, and would cut derived words apart. */
  private static final Set<String> AFFIXES =
      Set.of(
          "ande", "aner", "atio", "ator", "chen", "ende", "haft", "heit", "iere", "inge", "isch",
          "ismu", "keit", "lein", "lich", "ling", "stan", "ster", "tion", "unge");

  private final Map<String, Set<String>> meanings = new HashMap<>();
  private final Set<String> parts = new TreeSet<>();

  /**
   * @param translations the English terms, with their weights, of each German term
   * @param nouns which German terms are nouns
   */
  static Collection<String> of(
      Map<String, Map<String, Double>> translations, Set<String> nouns, Terms terms) {
    GermanParts chosen = new GermanParts();
    translations.forEach(
        (term, english) -> chosen.candidate(term, english, nouns.contains(term), terms));
    for (String word : chosen.meanings.keySet()) {
      if (!chosen.isCompound(word)) {
        chosen.parts.add(word);
      }
    }
    return chosen.parts;
  }

  private void candidate(String term, Map<String, Double> english, boolean noun, Terms terms) {
    double evidence = english.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean verb = english.keySet().stream().anyMatch(e -> e.indexOf(' ') < 0);
    if (term.length() < SHORTEST
        || !term.chars().allMatch(Character::isLetter)
        || AFFIXES.contains(term)
        || !noun && !verb
        || term.length() == SHORTEST && evidence < SHORT_EVIDENCE
        || terms.isStopWord(Language.DE, term)) {
      return;
    }
    Set<String> words = new HashSet<>();
    for (String translation : english.keySet()) {
      words.addAll(terms.contentWords(Language.EN, translation));
    }
    meanings.put(term, words);
  }

  private boolean isCompound(String word) {
    for (int cut = SHORTEST; cut <= word.length() - SHORTEST; cut++) {
      Set<String> head = meanings.get(word.substring(cut));
      if (head != null && isModifier(word.substring(0, cut)) && share(head, meanings.get(word))) {
        return true;
      }
    }
    return false;
  }

  private boolean isModifier(String start) {
    for (String link : LINKS) {
      if (start.endsWith(link)) {
        String word = start.substring(0, start.length() - link.length());
        String noun = GermanForms.noun(word);
        if (meanings.containsKey(word)
            || noun != null && meanings.containsKey(noun)
            || meanings.containsKey(word + "e")
            || meanings.containsKey(word + "en")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean share(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(others::contains);
  }
}
