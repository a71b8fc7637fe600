package io.kiosk.cli;

import io.kiosk.schema.Language;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** One JSON object for the whole answer. */
final class JsonPrinter implements ResultPrinter {

  private final Writer out;

  JsonPrinter(Writer out) {
    this.out = out;
  }

  @Override
  public void result(Optional<String> queryId, String query, SearchResult result)
      throws IOException {
    JsonOutput.line(
        out,
        json -> {
          json.writeStringProperty("query", query);
          json.writeStringProperty("query_lang", queryLanguage(result));
          json.writeNumberProperty("total", result.total());
          json.writeNumberProperty("took_ms", result.took().toMillis());
          JsonHits.translations(json, result.translations());
          result.facets().ifPresent(facets -> JsonHits.facets(json, facets));
          json.writeArrayPropertyStart("hits");
          for (Hit hit : result.hits()) {
            json.writeStartObject();
            JsonHits.hit(json, hit, HitField.KEYS);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static String queryLanguage(SearchResult result) {
    return result.queryLanguages().stream().findFirst().map(Language::tag).orElse("und");
  }
}
