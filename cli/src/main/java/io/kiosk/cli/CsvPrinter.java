package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** A header line and one line a hit, for spreadsheets. */
final class CsvPrinter implements ResultPrinter {

  private final Writer out;
  private final List<HitField> columns;

  CsvPrinter(Writer out, List<HitField> fields) {
    this.out = out;
    this.columns = fields.isEmpty() ? HitField.COLUMNS : fields;
  }

  @Override
  public void begin(Optional<String> queryId, String query, SearchResult answer)
      throws IOException {
    out.write(Csv.line(columns.stream().map(HitField::key).toList()));
  }

  @Override
  public void hit(Hit hit) throws IOException {
    out.write(Csv.line(columns.stream().map(column -> column.text(hit).orElse("")).toList()));
  }
}
