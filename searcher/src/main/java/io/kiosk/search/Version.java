package io.kiosk.search;

import java.util.Objects;

/**
 * An article that tells the story of another one in another language.
 *
 * @param id of the article
 * @param lang its language: {@code zh}, {@code de} or {@code en}
 */
public record Version(String id, String lang) {

  /** Checks that both are there. */
  public Version {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(lang, "lang");
  }
}
