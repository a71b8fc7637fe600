package io.kiosk.lexicon.builder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Counts how the terms of a language are written, to show them readable. */
final class WrittenForms {

  private static final double PLAIN_BONUS = 2;

  private final Map<String, Map<String, Double>> counts = new HashMap<>();

  void add(String term, String written, double weight) {
    double bonus = written.toLowerCase(Locale.ROOT).equals(term) ? PLAIN_BONUS : 1;
    counts.computeIfAbsent(term, t -> new TreeMap<>()).merge(written, bonus * weight, Double::sum);
  }

  /** The terms that are mostly written with a capital letter. */
  Set<String> capitalized() {
    Set<String> terms = new HashSet<>();
    forEach(
        (term, form) -> {
          if (Character.isUpperCase(form.codePointAt(0))) {
            terms.add(term);
          }
        });
    return terms;
  }

  /** Hands over each term with the form that counts most. */
  void forEach(BiConsumer<String, String> action) {
    counts.forEach(
        (term, forms) ->
            action.accept(term, Weights.heaviest(forms, 1, 0).keySet().iterator().next()));
  }
}
