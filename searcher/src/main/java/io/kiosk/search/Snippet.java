package io.kiosk.search;

import java.util.List;
import java.util.Optional;

/**
 * A passage of an article that shows why it matched.
 *
 * @param text the passage, on one line
 * @param highlights where words of the query were met, ascending, not overlapping
 * @param gloss word by word what it says in the language of the query, on one line; present when
 *     the request asks for it and the article is in another language
 */
public record Snippet(String text, List<Highlight> highlights, Optional<String> gloss) {

  /**
   * A passage without a gloss.
   *
   * @param text the passage, on one line
   * @param highlights ascending, not overlapping
   */
  public Snippet(String text, List<Highlight> highlights) {
    this(text, highlights, Optional.empty());
  }

  /** Copies the list. */
  public Snippet {
    highlights = List.copyOf(highlights);
  }

  Snippet withGloss(String words) {
    return new Snippet(text, highlights, Optional.of(words));
  }

  /**
   * A span of a text.
   *
   * @param start first UTF-16 unit
   * @param end behind the last
   */
  public record Highlight(int start, int end) {}
}
