package io.kiosk.corpus;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a raw file says of its article beside the text. Text is one line in NFC; unknown values are
 * empty.
 *
 * @param title headline without the site's name
 * @param author names joined by {@code ", "}
 * @param published date of publication, never after the fetch
 * @param publishedFrom which part of the input gave it: {@code json-ld}, {@code meta}, {@code
 *     time}, {@code url}, {@code text}, {@code script} or {@code front-matter}; present if and only
 *     if the date is
 * @param source publisher or site, as a reader would say it
 * @param url canonical address
 * @param fetched when the page was scraped
 */
record Metadata(
    Optional<String> title,
    Optional<String> author,
    Optional<PublicationDate> published,
    Optional<String> publishedFrom,
    Optional<String> source,
    Optional<URI> url,
    Optional<Instant> fetched) {

  Metadata withTitle(String headline) {
    return new Metadata(
        Optional.of(headline), author, published, publishedFrom, source, url, fetched);
  }

  Metadata withAuthor(Optional<String> name) {
    return new Metadata(title, name, published, publishedFrom, source, url, fetched);
  }
}
