package io.kiosk.cli;

import io.kiosk.schema.Language;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** One JSON object for the whole answer. */
final class JsonPrinter implements ResultPrinter {

  private final Writer out;
  private JsonGenerator object;

  JsonPrinter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Optional<String> queryId, String query, SearchResult answer)
      throws IOException {
    object = JsonOutput.begin(out);
    JsonOutput.write(
        object,
        json -> {
          json.writeStringProperty("query", query);
          json.writeStringProperty("query_lang", queryLanguage(answer));
          json.writeNumberProperty("total", answer.total());
          json.writeNumberProperty("took_ms", answer.took().toMillis());
          JsonHits.translations(json, answer.translations());
          JsonHits.suggestions(json, answer.suggestions());
          answer.facets().ifPresent(facets -> JsonHits.facets(json, facets));
          json.writeArrayPropertyStart("hits");
        });
  }

  @Override
  public void hit(Hit hit) throws IOException {
    JsonOutput.write(
        object,
        json -> {
          json.writeStartObject();
          JsonHits.hit(json, hit, HitField.KEYS);
          json.writeEndObject();
        });
  }

  @Override
  public void end() throws IOException {
    JsonOutput.write(object, JsonGenerator::writeEndArray);
    JsonOutput.end(object, out);
  }

  private static String queryLanguage(SearchResult result) {
    return result.queryLanguages().stream().findFirst().map(Language::tag).orElse("und");
  }
}
