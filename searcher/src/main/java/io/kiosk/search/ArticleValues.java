package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;

/** What articles of a leaf are counted by. Documents are asked for in ascending order. */
final class ArticleValues {

  /**
   * When an article was published.
   *
   * @param first earliest day that its date may mean
   * @param days how many it may mean: 1, those of a month or those of a year
   */
  record Published(LocalDate first, long days) {
    LocalDate last() {
      return first.plusDays(days - 1);
    }
  }

  private final StoredFields stored;
  private final SortedDocValues languages;
  private final SortedDocValues sources;
  private final String[] names;
  private final NumericDocValues firstDays;
  private final NumericDocValues spans;

  ArticleValues(LeafReader reader) throws IOException {
    stored = reader.storedFields();
    languages = DocValues.getSorted(reader, ArticleSchema.LANGUAGE);
    sources = DocValues.getSorted(reader, ArticleSchema.SOURCE_NAME);
    names = new String[sources.getValueCount()];
    firstDays = DocValues.getNumeric(reader, ArticleSchema.PUBLISHED_FIRST);
    spans = DocValues.getNumeric(reader, ArticleSchema.PUBLISHED_DAYS);
  }

  /** The language's primary BCP 47 subtag, {@code und} when unknown. */
  String language(int doc) throws IOException {
    String language = analysis(doc);
    return language.equals(ArticleSchema.OTHER)
        ? Locale.forLanguageTag(stored(doc, ArticleSchema.LANG).orElse("und"))
            .toLanguageTag()
            .split("-", 2)[0]
        : language;
  }

  /** The analysis it has: {@code zh}, {@code de}, {@code en} or {@link ArticleSchema#OTHER}. */
  String analysis(int doc) throws IOException {
    return analysis(languages, doc);
  }

  /** The analysis of an article without the means to read its other values. */
  static String analysis(LeafReader reader, int doc) throws IOException {
    return analysis(DocValues.getSorted(reader, ArticleSchema.LANGUAGE), doc);
  }

  private static String analysis(SortedDocValues languages, int doc) throws IOException {
    return languages.advanceExact(doc)
        ? languages.lookupOrd(languages.ordValue()).utf8ToString()
        : ArticleSchema.OTHER;
  }

  /** The publisher; empty when unknown. */
  String source(int doc) throws IOException {
    if (!sources.advanceExact(doc)) {
      return "";
    }
    int ord = sources.ordValue();
    if (names[ord] == null) {
      names[ord] = sources.lookupOrd(ord).utf8ToString();
    }
    return names[ord];
  }

  /** The date of publication, if known. */
  Optional<Published> published(int doc) throws IOException {
    if (!firstDays.advanceExact(doc)) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.ofEpochDay(firstDays.longValue());
    long days = spans.advanceExact(doc) ? spans.longValue() : 1;
    return Optional.of(new Published(first, days));
  }

  private Optional<String> stored(int doc, String field) throws IOException {
    return Optional.ofNullable(stored.document(doc, Set.of(field)).get(field));
  }
}
