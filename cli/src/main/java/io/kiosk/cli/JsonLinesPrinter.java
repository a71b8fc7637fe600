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
  private Optional<String> queryId = Optional.empty();

  JsonLinesPrinter(Writer out, List<HitField> fields) {
    this.out = out;
    this.fields = fields.isEmpty() ? HitField.KEYS : fields;
  }

  @Override
  public void begin(Optional<String> id, String query, SearchResult answer) {
    queryId = id;
  }

  @Override
  public void hit(Hit hit) throws IOException {
    JsonOutput.line(
        out,
        json -> {
          JsonOutput.property(json, "query_id", queryId);
          JsonHits.hit(json, hit, fields);
        });
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
