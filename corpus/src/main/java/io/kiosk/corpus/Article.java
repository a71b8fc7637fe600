package io.kiosk.corpus;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One clean article. Text is NFC, free of control and bidirectional formatting characters; the body
 * is plain text whose paragraphs are separated by one blank line. Unknown values are empty.
 *
 * @param id stable name of the article within an archive, not blank, no white space
 * @param url where it was published
 * @param source name of the publisher or site, as a reader would say it
 * @param language BCP 47 locale ({@code zh-Hant-TW}, {@code fr}); {@link Locale#ROOT} when unknown
 *     ({@code und})
 * @param published date of publication in the precision the input gave
 * @param publishedFrom which part of the input gave that date ({@code json-ld}, {@code meta}, ...)
 * @param fetched when the page was scraped
 * @param title the article's headline without the site's name
 * @param author names as printed, joined by {@code ", "}
 * @param body the text, never blank
 */
public record Article(
    String id,
    Optional<URI> url,
    Optional<String> source,
    Locale language,
    Optional<PublicationDate> published,
    Optional<String> publishedFrom,
    Optional<Instant> fetched,
    Optional<String> title,
    Optional<String> author,
    String body) {

  /**
   * Checks what every reader of an article relies on.
   *
   * @throws IllegalArgumentException if the id is blank or holds white space, or the body is blank
   */
  public Article {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(publishedFrom, "publishedFrom");
    Objects.requireNonNull(fetched, "fetched");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(author, "author");
    if (id.isBlank() || id.codePoints().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("id must have no white space, got \"" + id + "\"");
    }
    if (body.isBlank()) {
      throw new IllegalArgumentException("article " + id + ": body is blank");
    }
  }
}
