package io.kiosk.corpus;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One scraped page or text, its bytes as they were found.
 *
 * @param origin where it came from, for people and reports: a file's path, with {@code !} and the
 *     record's name behind it for a container
 * @param bytes the content as scraped; not copied, not to be changed
 * @param charset what the HTTP header or the user declared, if anything
 * @param contentType MIME type without parameters, if declared
 * @param url what the container says of the page's address
 * @param fetched what the container says of the time of scraping
 */
public record RawFile(
    String origin,
    byte[] bytes,
    Optional<String> charset,
    Optional<String> contentType,
    Optional<URI> url,
    Optional<Instant> fetched) {

  /** Checks that nothing is null. */
  public RawFile {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(fetched, "fetched");
  }

  /**
   * {@return a file of which only its bytes are known}
   *
   * @param origin where it came from, for people and reports
   * @param bytes the content as scraped; not copied, not to be changed
   */
  public static RawFile of(String origin, byte[] bytes) {
    return new RawFile(
        origin, bytes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The origin, so that a failed assertion or log line does not print the bytes. */
  @Override
  public String toString() {
    return origin + " (" + bytes.length + " bytes)";
  }
}
