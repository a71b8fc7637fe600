package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** One line of JSON to an article; what cannot be used goes to the notes. */
final class ArticleJson {

  /** Keys that are read, and {@code file} and {@code rejected}, which our own output adds. */
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "url",
          "source",
          "lang",
          "published",
          "date",
          "published_from",
          "fetched",
          "title",
          "author",
          "body",
          "file",
          "rejected");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(ArticleReader.MAX_LINE_BYTES)
                  .maxNameLength(10_000)
                  .maxNestingDepth(500)
                  .build())
          .build();

  private final ReadingNotes notes;

  ArticleJson(ReadingNotes notes) {
    this.notes = notes;
  }

  /** The article of a line, or why there is none. */
  CleaningResult read(String place, String line) {
    Map<String, String> values;
    try {
      values = values(place, line);
    } catch (JacksonException e) {
      return new Rejected(place, Reason.UNREADABLE, problem(e));
    }
    if (values == null) {
      return new Rejected(place, Reason.UNREADABLE, "expected one JSON object");
    }
    if (values.containsKey("rejected") && !values.containsKey("body")) {
      return new Rejected(place, Reason.NO_ARTICLE, "rejected before: " + values.get("rejected"));
    }
    String body = TextNormalizer.body(values.getOrDefault("body", ""));
    if (body.isBlank()) {
      String detail = values.containsKey("body") ? "\"body\" is blank" : "no \"body\" of text";
      return new Rejected(place, Reason.EMPTY, detail);
    }
    return new Cleaned(place, article(place, values, body));
  }

  private Article article(String place, Map<String, String> values, String body) {
    Optional<PublicationDate> published =
        value(place, values, "published", "not a date", ArticleJson::date)
            .or(() -> value(place, values, "date", "not a date", ArticleJson::date));
    return Article.ofNormalized(body)
        .id(id(place, values).orElse(null))
        .url(value(place, values, "url", "not a URL", Urls::parse).orElse(null))
        .source(values.get("source"))
        .language(
            value(place, values, "lang", "not a language tag", ArticleJson::language).orElse(null))
        .published(published.orElse(null))
        .publishedFrom(values.get("published_from"))
        .fetched(
            value(place, values, "fetched", "not a date", ArticleJson::date)
                .map(date -> date.value() instanceof Instant time ? time : midnight(date))
                .orElse(null))
        .title(values.get("title"))
        .author(values.get("author"))
        .build();
  }

  private Optional<String> id(String place, Map<String, String> values) {
    Optional<String> given = text(values, "id");
    if (given.isPresent() && given.get().indexOf(' ') >= 0) {
      notes.add("\"id\" with white space: spaces replaced by _", place);
    }
    return given.map(id -> id.replace(' ', '_'));
  }

  private static Optional<String> text(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key)).map(TextNormalizer::line).filter(s -> !s.isEmpty());
  }

  private <T> Optional<T> value(
      String place,
      Map<String, String> values,
      String key,
      String problem,
      Function<String, Optional<T>> parser) {
    Optional<String> text = text(values, key);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      notes.add("\"" + key + "\" " + problem + ": left out", place);
    }
    return value;
  }

  private static Optional<PublicationDate> date(String text) {
    try {
      return Optional.of(PublicationDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant midnight(PublicationDate date) {
    return date.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The locale of a tag; {@code und} is a good tag for an unknown language. */
  private static Optional<Locale> language(String tag) {
    Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
    boolean known = !locale.getLanguage().isEmpty() || tag.equalsIgnoreCase("und");
    return known ? Optional.of(locale) : Optional.empty();
  }

  /** Texts of the known keys; null if the line is not one object. */
  private Map<String, String> values(String place, String line) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        if (KEYS.contains(key)) {
          text(place, parser, key).ifPresent(text -> values.put(key, text));
        } else {
          notes.add("unknown key \"" + printable(key) + "\": left out", place);
          parser.skipChildren();
        }
      }
      return parser.nextToken() == null ? values : null;
    }
  }

  /** A scalar as text, or a list of scalars (authors) joined by commas. */
  private Optional<String> text(String place, JsonParser parser, String key) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (token.isScalarValue()) {
      return Optional.of(parser.getString());
    }
    StringJoiner joined = new StringJoiner(key.equals("body") ? "\n\n" : ", ");
    boolean scalars = token == JsonToken.START_ARRAY;
    if (scalars) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken().isScalarValue()) {
          joined.add(parser.getString());
        } else {
          parser.skipChildren();
          scalars = false;
        }
      }
    } else {
      parser.skipChildren();
    }
    if (!scalars) {
      notes.add("\"" + key + "\" is not text: left out", place);
      return Optional.empty();
    }
    return Optional.of(joined.toString());
  }

  private static String printable(String key) {
    String line = TextNormalizer.line(key);
    return line.length() > 60 ? line.substring(0, 60) + "..." : line;
  }

  private static String problem(JacksonException e) {
    String column =
        e.getLocation() == null ? "" : " at column " + Math.max(1, e.getLocation().getColumnNr());
    return "not JSON" + column + ": " + printable(e.getOriginalMessage());
  }
}
