package io.kiosk.query;

import java.util.List;
import java.util.Objects;

/**
 * A word of a query that is in no article and in no lexicon, with words of articles that are spelt
 * nearly like it.
 *
 * @param word as typed
 * @param offset where it begins in the query, in UTF-16 units
 * @param instead what may be meant, the likeliest first, as an article spells it; not empty
 */
public record Suggestion(String word, int offset, List<String> instead) {

  /** Copies the list. */
  public Suggestion {
    Objects.requireNonNull(word, "word");
    instead = List.copyOf(instead);
  }
}
