package io.kiosk.lexicon.builder;

import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.schema.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns the pairs of one dictionary into weighted translations in both directions: half the entry
 * as written, half what {@link WordAligner} learns from all entries.
 */
final class SourceBuilder {

  private static final int MOST_TRANSLATIONS = 16;
  private static final double RELATIVE_FLOOR = .015;
  private static final int MOST_WORDS = 5;
  private static final int LONGEST_CHINESE = 12;
  private static final double LEARNT = .5;
  private static final double WORDS_OF_PHRASE = .5;

  /** Evidence for a word that no entry has but of which something was learnt. */
  private static final double LEARNT_EVIDENCE = .25;

  private static final Set<String> JARGON =
      Set.of(
          "surname",
          "classifier",
          "variant",
          "abbr",
          "sb",
          "sth",
          "lit",
          "fig",
          "esp",
          "etc",
          "taiwan pr",
          "loanword",
          "onom",
          "interj",
          "jd",
          "jdn",
          "jdm",
          "etw",
          "oneself");

  private final Language left;
  private final Language right;
  private final Terms terms;
  private final boolean learns;
  private final WordAligner aligner = new WordAligner();
  private final Map<String, Map<String, Double>> forward = new TreeMap<>();
  private final Map<String, Map<String, Double>> backward = new TreeMap<>();
  private final Map<Language, WrittenForms> forms;

  SourceBuilder(
      Language left,
      Language right,
      Terms terms,
      Map<Language, WrittenForms> forms,
      boolean learns) {
    this.left = left;
    this.right = right;
    this.terms = terms;
    this.forms = forms;
    this.learns = learns;
  }

  void addAll(List<Pair> pairs) {
    for (Pair pair : pairs) {
      add(pair);
    }
  }

  private void add(Pair pair) {
    String a = Terms.key(left, pair.left());
    String b = Terms.key(right, pair.right());
    if (a.isEmpty() || b.isEmpty() || JARGON.contains(a) || JARGON.contains(b)) {
      return;
    }
    if (pair.entry() && fits(left, a) && fits(right, b)) {
      forward.computeIfAbsent(a, k -> new TreeMap<>()).merge(b, pair.weight(), Double::sum);
      backward.computeIfAbsent(b, k -> new TreeMap<>()).merge(a, pair.weight(), Double::sum);
      forms.get(left).add(a, pair.left(), pair.weight());
      forms.get(right).add(b, pair.right(), pair.weight());
    }
    if (learns) {
      aligner.add(terms.contentWords(left, a), terms.contentWords(right, b), pair.weight());
    }
  }

  private static boolean fits(Language language, String key) {
    return language == Language.ZH
        ? key.length() <= LONGEST_CHINESE
        : key.chars().filter(c -> c == ' ').count() < MOST_WORDS;
  }

  /** The translations as written, from the first language or from the second. */
  Map<String, Map<String, Double>> entries(Language from) {
    return from == left ? forward : backward;
  }

  /** Writes both directions. */
  void write(LexiconSourceWriter writer) {
    WordAligner.Learnt learnt =
        learns ? aligner.learn() : new WordAligner.Learnt(Map.of(), Map.of());
    write(writer, left, right, forward, learnt.forward());
    write(writer, right, left, backward, learnt.backward());
  }

  private void write(
      LexiconSourceWriter writer,
      Language from,
      Language to,
      Map<String, Map<String, Double>> entries,
      Map<String, Map<String, Double>> learnt) {
    Set<String> keys = new TreeSet<>(entries.keySet());
    keys.addAll(learnt.keySet());
    for (String key : keys) {
      if (Terms.isNumber(key)) {
        continue;
      }
      Map<String, Double> entry = entries.getOrDefault(key, Map.of());
      Map<String, Double> words = learnt.getOrDefault(key, Map.of());
      double evidence = LEARNT_EVIDENCE;
      if (!entry.isEmpty()) {
        evidence = 0;
        for (double weight : entry.values()) {
          evidence += weight;
        }
      }
      Map<String, Double> mixed = new TreeMap<>();
      if (!entry.isEmpty()) {
        Weights.addAll(mixed, asWritten(entry, to), words.isEmpty() ? 1 : 1 - LEARNT);
      }
      Weights.addAll(mixed, words, entry.isEmpty() ? 1 : LEARNT);
      mixed.keySet().removeIf(JARGON::contains);
      Weights.normalize(mixed);
      writer.translations(
          from.locale(),
          to.locale(),
          key,
          evidence,
          Weights.heaviest(mixed, MOST_TRANSLATIONS, RELATIVE_FLOOR));
    }
  }

  /** The entry's translations; half the weight of a phrase also goes to its words. */
  private Map<String, Double> asWritten(Map<String, Double> entry, Language to) {
    Map<String, Double> weights = new TreeMap<>(entry);
    if (to != Language.ZH) {
      entry.forEach(
          (phrase, weight) -> {
            if (phrase.indexOf(' ') > 0) {
              List<String> words = terms.contentWords(to, phrase);
              for (String word : words) {
                weights.merge(word, WORDS_OF_PHRASE * weight / words.size(), Double::sum);
              }
            }
          });
    }
    Weights.normalize(weights);
    return weights;
  }
}
