package io.kiosk.cli;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma separated values as RFC 4180 writes them, of which a spreadsheet takes no cell for
 * a formula: a text that begins like one gets an apostrophe before it.
 */
final class Csv {

  private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

  private Csv() {}

  /** A line with its end. */
  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = SafeText.lines(text);
    String leading = safe.stripLeading();
    if (!leading.isEmpty() && FORMULA_STARTS.indexOf(leading.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean quoted =
        safe.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\'')
            || !safe.strip().equals(safe);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
