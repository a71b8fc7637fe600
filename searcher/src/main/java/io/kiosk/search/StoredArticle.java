package io.kiosk.search;

import java.util.Optional;

/**
 * An article as the index keeps it.
 *
 * @param id stable name within the archive
 * @param lang BCP 47 tag, {@code und} when unknown
 * @param url address
 * @param source publisher
 * @param published ISO 8601 date of year, month or day precision, or an instant
 * @param publishedFrom which part of the input gave that date
 * @param fetched when it was scraped, an ISO 8601 instant
 * @param title headline
 * @param author names
 * @param body text; paragraphs separated by one blank line
 * @param file where it came from
 * @param sha256 SHA-256 of the raw bytes, hexadecimal
 * @param cleaner version of the cleaner that made it
 * @param indexed when it was indexed, an ISO 8601 instant
 */
public record StoredArticle(
    String id,
    String lang,
    Optional<String> url,
    Optional<String> source,
    Optional<String> published,
    Optional<String> publishedFrom,
    Optional<String> fetched,
    Optional<String> title,
    Optional<String> author,
    String body,
    Optional<String> file,
    Optional<String> sha256,
    Optional<String> cleaner,
    Optional<String> indexed) {}
