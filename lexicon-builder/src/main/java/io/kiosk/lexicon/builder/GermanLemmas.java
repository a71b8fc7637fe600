package io.kiosk.lexicon.builder;

import io.kiosk.schema.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * Reads which German words are forms of which, from the morphological dictionary of
 * german-pos-dict.
 */
final class GermanLemmas {

  private static final String FOLDER = "/org/languagetool/resource/de/";

  private GermanLemmas() {}

  /**
   * The terms of forms, each with the terms of the words they are forms of; only forms unknown to
   * the table and words known to it.
   */
  static Map<String, Map<String, Double>> read(Set<String> known) throws IOException {
    Map<String, Map<String, Double>> lemmas = new TreeMap<>();
    try (InputStream automaton = GermanLemmas.class.getResourceAsStream(FOLDER + "german.dict");
        InputStream metadata = GermanLemmas.class.getResourceAsStream(FOLDER + "german.info")) {
      for (WordData data : new DictionaryLookup(Dictionary.read(automaton, metadata))) {
        String form = Terms.key(Language.DE, data.getWord().toString());
        String lemma = Terms.key(Language.DE, data.getStem().toString());
        if (!known.contains(form) && known.contains(lemma) && form.indexOf(' ') < 0) {
          lemmas.computeIfAbsent(form, f -> new TreeMap<>()).put(lemma, 1.);
        }
      }
    }
    lemmas.values().forEach(Weights::normalize);
    return lemmas;
  }
}
