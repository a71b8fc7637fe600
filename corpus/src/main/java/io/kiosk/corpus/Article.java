package io.kiosk.corpus;

import io.kiosk.lexicon.LanguageDetector;
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

  /**
   * Builds an article from text that may be as it comes: it is made NFC, controls go, and
   * paragraphs are told apart as in {@link ArticleReader}.
   *
   * @param body the text; a line is a paragraph if no line is blank
   * @return knows the body only
   */
  public static Builder builder(String body) {
    return new Builder(TextNormalizer.body(body));
  }

  /** A builder from a body that {@link TextNormalizer#body} has made. */
  static Builder ofNormalized(String body) {
    return new Builder(body);
  }

  /** The same article with another body; an id that comes from the body comes from the new one. */
  Article withBody(String text) {
    boolean derived = id.equals(ArticleId.of(url, title, body));
    return new Article(
        derived ? ArticleId.of(url, title, text) : id,
        url,
        source,
        language,
        published,
        publishedFrom,
        fetched,
        title,
        author,
        text);
  }

  /** Collects what is known of an article; {@code null} takes a value back. */
  public static final class Builder {
    private final String body;
    private String id;
    private URI url;
    private String source;
    private Locale language;
    private PublicationDate published;
    private String publishedFrom;
    private Instant fetched;
    private String title;
    private String author;

    private Builder(String body) {
      this.body = body;
    }

    /**
     * Sets {@link Article#id}; without one it comes from the URL, else from title and body.
     *
     * @param value without white space, or null
     * @return this builder
     */
    public Builder id(String value) {
      id = value;
      return this;
    }

    /**
     * Sets {@link Article#url}.
     *
     * @param value an address or null
     * @return this builder
     */
    public Builder url(URI value) {
      url = value;
      return this;
    }

    /**
     * Sets {@link Article#source}.
     *
     * @param value made one line of clean text; null or blank is unknown, as in all methods that
     *     take text
     * @return this builder
     */
    public Builder source(String value) {
      source = line(value);
      return this;
    }

    /**
     * Sets {@link Article#language}; without one it is recognised.
     *
     * @param value a language, {@link Locale#ROOT} for one that is not to be recognised, or null
     * @return this builder
     */
    public Builder language(Locale value) {
      language = value;
      return this;
    }

    /**
     * Sets {@link Article#published}.
     *
     * @param value a date or null
     * @return this builder
     */
    public Builder published(PublicationDate value) {
      published = value;
      return this;
    }

    /**
     * Sets {@link Article#publishedFrom}.
     *
     * @param value as {@link #source} takes it; left out of an article without a date
     * @return this builder
     */
    public Builder publishedFrom(String value) {
      publishedFrom = line(value);
      return this;
    }

    /**
     * Sets {@link Article#fetched}.
     *
     * @param value a time or null
     * @return this builder
     */
    public Builder fetched(Instant value) {
      fetched = value;
      return this;
    }

    /**
     * Sets {@link Article#title}.
     *
     * @param value as {@link #source} takes it
     * @return this builder
     */
    public Builder title(String value) {
      title = line(value);
      return this;
    }

    /**
     * Sets {@link Article#author}.
     *
     * @param value as {@link #source} takes it
     * @return this builder
     */
    public Builder author(String value) {
      author = line(value);
      return this;
    }

    private static String line(String value) {
      String line = value == null ? "" : TextNormalizer.line(value);
      return line.isEmpty() ? null : line;
    }

    /**
     * {@return the article of what was set}
     *
     * @throws IllegalArgumentException if the id holds white space or the body is blank
     */
    public Article build() {
      Optional<URI> address = Optional.ofNullable(url);
      Optional<String> headline = Optional.ofNullable(title);
      return new Article(
          id == null ? ArticleId.of(address, headline, body) : id,
          address,
          Optional.ofNullable(source),
          language == null
              ? LanguageDetector.detect(headline.orElse("") + "\n" + body).language()
              : language,
          Optional.ofNullable(published),
          Optional.ofNullable(published == null ? null : publishedFrom),
          Optional.ofNullable(fetched),
          headline,
          Optional.ofNullable(author),
          body);
    }
  }
}
