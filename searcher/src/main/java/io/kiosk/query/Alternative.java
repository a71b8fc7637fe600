package io.kiosk.query;

import java.util.List;
import java.util.Objects;

/**
 * One way in which an article can say what a query unit asks for.
 *
 * @param text the word or phrase in readable form
 * @param terms its index terms in order; several are a phrase
 * @param positions the position of each term relative to the first, ascending from 0
 * @param weight how likely it means the unit, in (0, 1]
 * @param sources where it comes from: {@code query} for the word itself, {@code figure} for a
 *     number or month in the manner of the articles' language, else names of dictionaries
 */
public record Alternative(
    String text, List<String> terms, List<Integer> positions, double weight, List<String> sources) {

  /** Checks shapes and copies the lists. */
  public Alternative {
    Objects.requireNonNull(text, "text");
    terms = List.copyOf(terms);
    positions = List.copyOf(positions);
    sources = List.copyOf(sources);
    if (terms.isEmpty() || terms.size() != positions.size()) {
      throw new IllegalArgumentException(terms + " at positions " + positions);
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be in (0, 1], got " + weight);
    }
  }

  /** {@return whether it takes more than one term to meet it} */
  public boolean isPhrase() {
    return terms.size() > 1;
  }
}
