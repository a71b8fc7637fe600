package io.kiosk.cli;

import io.kiosk.query.Alternative;
import io.kiosk.query.QueryUnit;
import io.kiosk.query.Suggestion;
import io.kiosk.search.Facets;
import io.kiosk.search.Hit;
import io.kiosk.search.MatchedTerm;
import io.kiosk.search.SearchResult.Translated;
import io.kiosk.search.Snippet;
import io.kiosk.search.Snippet.Highlight;
import io.kiosk.search.UnitMatch;
import io.kiosk.search.Version;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Hits and translations as the properties of JSON objects. */
final class JsonHits {

  private JsonHits() {}

  /** Writes the properties of a hit into the object that is open. */
  static void hit(JsonGenerator json, Hit hit, List<HitField> fields) {
    for (HitField field : fields) {
      switch (field) {
        case RANK -> json.writeNumberProperty(field.key(), hit.rank());
        case SCORE -> json.writeNumberProperty(field.key(), hit.score());
        case SNIPPETS -> snippets(json, hit);
        case MATCHED -> matched(json, hit);
        case COPIES -> {
          json.writeArrayPropertyStart(field.key());
          hit.copies().forEach(json::writeString);
          json.writeEndArray();
        }
        case VERSIONS -> versions(json, hit);
        case TITLE -> {
          JsonOutput.property(json, field.key(), field.text(hit));
          JsonOutput.property(json, "title_gloss", hit.title().gloss());
        }
        case ID, LANG, URL, SOURCE, PUBLISHED, PUBLISHED_FROM, FETCHED, AUTHOR, BODY, FILE ->
            JsonOutput.property(json, field.key(), field.text(hit));
      }
    }
    explanation(json, hit);
  }

  private static void snippets(JsonGenerator json, Hit hit) {
    json.writeArrayPropertyStart(HitField.SNIPPETS.key());
    for (Snippet snippet : hit.snippets()) {
      json.writeStartObject();
      json.writeStringProperty("text", snippet.text());
      json.writeArrayPropertyStart("highlights");
      for (Highlight highlight : snippet.highlights()) {
        json.writeStartArray();
        json.writeNumber(highlight.start());
        json.writeNumber(highlight.end());
        json.writeEndArray();
      }
      json.writeEndArray();
      JsonOutput.property(json, "gloss", snippet.gloss());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void versions(JsonGenerator json, Hit hit) {
    json.writeArrayPropertyStart(HitField.VERSIONS.key());
    for (Version version : hit.versions()) {
      version(json, version);
    }
    json.writeEndArray();
  }

  private static void version(JsonGenerator json, Version version) {
    json.writeStartObject();
    json.writeStringProperty("id", version.id());
    json.writeStringProperty("lang", version.lang());
    json.writeEndObject();
  }

  private static void matched(JsonGenerator json, Hit hit) {
    json.writeArrayPropertyStart(HitField.MATCHED.key());
    for (MatchedTerm match : hit.matched()) {
      json.writeStartObject();
      json.writeStringProperty("query", match.query());
      json.writeStringProperty("term", match.term());
      json.writeStringProperty("lang", match.lang());
      json.writeNumberProperty("weight", match.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the properties {@code lifted_by} and {@code explain}, if the hit has an explanation. */
  private static void explanation(JsonGenerator json, Hit hit) {
    if (hit.explanation().isEmpty()) {
      return;
    }
    if (hit.liftedBy().isPresent()) {
      json.writeName("lifted_by");
      version(json, hit.liftedBy().get());
    }
    json.writeArrayPropertyStart("explain");
    for (UnitMatch match : hit.explanation()) {
      json.writeStartObject();
      json.writeStringProperty("from", match.from().tag());
      unit(json, match.unit());
      json.writeArrayPropertyStart("met");
      for (UnitMatch.Met met : match.met()) {
        json.writeStartObject();
        candidate(json, met.candidate());
        json.writeNumberProperty("in_title", met.inTitle());
        json.writeNumberProperty("in_body", met.inBody());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void unit(JsonGenerator json, QueryUnit unit) {
    json.writeStringProperty("unit", unit.text());
    json.writeNumberProperty("offset", unit.offset());
    json.writeNumberProperty("weight", unit.weight());
    json.writeBooleanProperty("core", unit.core());
  }

  private static void candidate(JsonGenerator json, Alternative alternative) {
    json.writeStringProperty("text", alternative.text());
    json.writeNumberProperty("weight", alternative.weight());
    json.writeArrayPropertyStart("sources");
    alternative.sources().forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes the property {@code translations}: each unit of the query in each language. */
  static void translations(JsonGenerator json, List<Translated> translations) {
    json.writeArrayPropertyStart("translations");
    for (Translated translated : translations) {
      json.writeStartObject();
      json.writeStringProperty("from", translated.from().tag());
      json.writeStringProperty("to", translated.to().tag());
      unit(json, translated.unit());
      json.writeArrayPropertyStart("candidates");
      for (Alternative alternative : translated.unit().alternatives()) {
        json.writeStartObject();
        candidate(json, alternative);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the property {@code suggestions}, if there are any. */
  static void suggestions(JsonGenerator json, List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("suggestions");
    for (Suggestion suggestion : suggestions) {
      json.writeStartObject();
      json.writeStringProperty("word", suggestion.word());
      json.writeNumberProperty("offset", suggestion.offset());
      json.writeArrayPropertyStart("instead");
      suggestion.instead().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the property {@code facets}: articles per language, publisher and month. */
  static void facets(JsonGenerator json, Facets facets) {
    json.writeObjectPropertyStart("facets");
    json.writeObjectPropertyStart("lang");
    facets.languages().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeObjectPropertyStart("source");
    facets.sources().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeObjectPropertyStart("month");
    facets.months().forEach((month, n) -> json.writeNumberProperty(month.toString(), n));
    json.writeEndObject();
    json.writeNumberProperty("without_source", facets.unnamed());
    json.writeNumberProperty("year_only", facets.yearOnly());
    json.writeNumberProperty("undated", facets.undated());
    json.writeEndObject();
  }
}
