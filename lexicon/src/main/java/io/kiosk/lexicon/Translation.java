package io.kiosk.lexicon;

import java.util.List;
import java.util.Objects;

/**
 * One weighted translation of a term.
 *
 * @param term the translation, in the form the index has it; never empty
 * @param weight how probable the translation is, in (0, 1]
 * @param sources the dictionaries that know it, such as {@code cc-cedict}, or the way through
 *     English, such as {@code ding > chancellor > cc-cedict}; never empty
 */
public record Translation(String term, double weight, List<String> sources) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the term or the list is empty, or the weight out of range
   */
  public Translation {
    Objects.requireNonNull(term, "term");
    if (term.isEmpty()) {
      throw new IllegalArgumentException("term must not be empty");
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be in (0, 1], got " + weight);
    }
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources must not be empty");
    }
  }
}
