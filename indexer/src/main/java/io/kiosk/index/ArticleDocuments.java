package io.kiosk.index;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameTerms;
import io.kiosk.analysis.TextTerms;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.corpus.Sha256;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;

/**
 * Articles to documents and back, through {@link ArticleSchema} only. No value of an article makes
 * it fail: what Lucene cannot index as it is becomes shorter or is only stored.
 */
final class ArticleDocuments {

  /** UTF-8 bytes of the longest key; Lucene's own limit is 32,766. */
  private static final int MAX_KEY_BYTES = 1_024;

  /** Longest language tag that is kept whole; every prefix of it is a term. */
  private static final int MAX_TAG_LENGTH = 64;

  /** The fields that {@link #article} reads. */
  static final List<String> ARTICLE_FIELDS =
      List.of(
          ArticleSchema.ID,
          ArticleSchema.URL,
          ArticleSchema.SOURCE,
          ArticleSchema.LANG,
          ArticleSchema.PUBLISHED,
          ArticleSchema.PUBLISHED_FROM,
          ArticleSchema.FETCHED,
          ArticleSchema.TITLE,
          ArticleSchema.AUTHOR,
          ArticleSchema.BODY);

  private ArticleDocuments() {}

  /** The document of an article. */
  static Document article(
      Article article,
      LanguageAnalyzers analyzers,
      Member member,
      String content,
      StorySketch sketches,
      NameTerms names,
      Instant indexed) {
    Document document = new Document();
    Locale language = article.language();
    ArticleSchema.addId(document, key(article.id()));
    ArticleSchema.addLanguage(document, bounded(article.language()));
    ArticleSchema.addSource(document, article.source());
    article.author().ifPresent(a -> ArticleSchema.addName(document, ArticleSchema.AUTHOR, a));
    article.published().ifPresent(date -> addPublished(document, date));
    TextTerms terms = analyzers.terms(language);
    ArticleSchema.addText(
        document, language, terms::of, terms::written, article.title(), article.body());
    store(document, ArticleSchema.URL, article.url());
    store(document, ArticleSchema.PUBLISHED_FROM, article.publishedFrom());
    store(document, ArticleSchema.FETCHED, article.fetched());
    ArticleSchema.addSketch(document, CopySketch.packed(CopySketch.of(article.body())));
    Language.of(language)
        .ifPresent(
            each -> {
              // after the text, of whose terms it is made
              ArticleSchema.addStory(document, () -> sketches.of(each, article.body(), terms));
              ArticleSchema.addNames(document, names.of(each, article.body()));
            });
    ArticleSchema.addHash(document, ArticleSchema.CONTENT, content);
    ArticleSchema.addStored(document, ArticleSchema.INDEXED, indexed.toString());
    addMember(document, member);
    return document;
  }

  /** The document of an input whose article has its text from another one. */
  static Document input(String id, Member member) {
    Document document = new Document();
    ArticleSchema.addInput(document, id, member.file());
    ArticleSchema.addFamily(document, id);
    addMember(document, member);
    return document;
  }

  /** The document of an input that gave no article. */
  static Document rejected(Member member, String reason) {
    Document document = new Document();
    ArticleSchema.addInput(document, "", member.file());
    ArticleSchema.addStored(document, ArticleSchema.REASON, reason);
    addMember(document, member);
    return document;
  }

  private static void addMember(Document document, Member member) {
    ArticleSchema.addKey(document, ArticleSchema.FILE, member.file());
    ArticleSchema.addHash(document, ArticleSchema.SHA256, member.origin().sha256());
    ArticleSchema.addStored(
        document, ArticleSchema.CLEANER, Integer.toString(member.origin().cleaner()));
    state(member).forEach(document::add);
  }

  /** What of a member may change without its bytes. */
  static List<Field> state(Member member) {
    return ArticleSchema.fileState(member.line().orElse(0), member.modified(), member.stamp());
  }

  /** Hash of an article's title and body: 16 hexadecimal digits. */
  static String content(Article article) {
    String text = article.title().orElse("") + "\n\n" + article.body();
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** The article of a document, as it was given but for shortened keys. */
  static Article article(Document document) {
    return new Article(
        document.get(ArticleSchema.ID),
        value(document, ArticleSchema.URL).map(URI::create),
        value(document, ArticleSchema.SOURCE),
        Locale.forLanguageTag(document.get(ArticleSchema.LANG)),
        value(document, ArticleSchema.PUBLISHED).flatMap(ArticleDocuments::date),
        value(document, ArticleSchema.PUBLISHED_FROM),
        value(document, ArticleSchema.FETCHED).map(Instant::parse),
        Optional.ofNullable(ArticleSchema.text(document, ArticleSchema.TITLE)),
        value(document, ArticleSchema.AUTHOR),
        ArticleSchema.text(document, ArticleSchema.BODY));
  }

  /**
   * A string as Lucene can index it whole: itself, or, beyond {@value #MAX_KEY_BYTES} bytes, as
   * many of its characters as fit and the SHA-256 of all.
   */
  static String key(String text) {
    if (text.length() <= MAX_KEY_BYTES / 3) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_KEY_BYTES) {
      return text;
    }
    String hash = Sha256.of(bytes);
    int end = MAX_KEY_BYTES - hash.length() - 1;
    while ((bytes[end] & 0xC0) == 0x80) { // not inside a character
      end--;
    }
    return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8) + "~" + hash;
  }

  private static void addPublished(Document document, PublicationDate date) {
    try {
      ArticleSchema.addPublished(document, date.toString(), date.firstDay(), date.lastDay());
    } catch (DateTimeException | ArithmeticException e) {
      // beyond the calendar (year 1,000,000,000): shown, but the article counts as undated
      ArticleSchema.addStored(document, ArticleSchema.PUBLISHED, date.toString());
    }
  }

  /** A date beyond four digits of year has no form that can be read back. */
  private static Optional<PublicationDate> date(String iso) {
    try {
      return Optional.of(PublicationDate.parse(iso));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Locale bounded(Locale locale) {
    if (locale.toLanguageTag().length() <= MAX_TAG_LENGTH) {
      return locale;
    }
    return new Locale.Builder()
        .setLanguage(locale.getLanguage())
        .setScript(locale.getScript())
        .setRegion(locale.getCountry())
        .build();
  }

  private static void store(Document document, String field, Optional<?> value) {
    value.ifPresent(v -> ArticleSchema.addStored(document, field, v.toString()));
  }

  private static Optional<String> value(Document document, String field) {
    return Optional.ofNullable(document.get(field));
  }
}
