package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** One JSON object a hit and line; in a batch also one for each query that failed. */
final class JsonLinesPrinter implements ResultPrinter {

  private final Writer out;
  private final List<HitField> fields;

  JsonLinesPrinter(Writer out, List<HitField> fields) {
    this.out = out;
    this.fields = fields.isEmpty() ? HitField.KEYS : fields;
  }

  @Override
  public void result(Optional<String> queryId, String query, SearchResult result)
      throws IOException {
    for (Hit hit : result.hits()) {
      JsonOutput.line(
          out,
          json -> {
            JsonOutput.property(json, "query_id", queryId);
            JsonHits.hit(json, hit, fields);
          });
    }
  }

  @Override
  public void failure(String queryId, String message) throws IOException {
    JsonOutput.line(
        out,
        json -> {
          json.writeStringProperty("query_id", queryId);
          json.writeStringProperty("error", message);
        });
  }
}
