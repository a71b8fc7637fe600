package io.kiosk.alert;

import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert as a line of text: its parts between tabs, with {@code \t}, {@code \n} and so on. */
final class AlertLine {

  static final String HEADER = "#kiosk-alerts\t1";
  private static final int PARTS = 6;

  private AlertLine() {}

  static String of(Alert alert) {
    return String.join(
        "\t",
        escaped(alert.name()),
        alert.match().name().toLowerCase(Locale.ROOT),
        alert.plain() ? "plain" : "syntax",
        escaped(String.join(",", alert.in())),
        alert.queryLanguages().stream().map(Language::tag).collect(Collectors.joining(",")),
        escaped(alert.query()));
  }

  /**
   * Reads a line.
   *
   * @param place what it is called in a message
   * @throws IOException if it is no alert
   */
  static Alert read(String line, String place) throws IOException {
    String[] parts = line.split("\t", -1);
    if (parts.length != PARTS) {
      throw new IOException(
          place + ": expected " + PARTS + " parts between tabs, got " + parts.length);
    }
    try {
      return new Alert(
          plain(parts[0]),
          plain(parts[5]),
          parts[2].equals("plain"),
          Match.valueOf(parts[1].toUpperCase(Locale.ROOT)),
          list(plain(parts[3])),
          list(parts[4]).stream().flatMap(tag -> Language.of(tag).stream()).toList());
    } catch (IllegalArgumentException e) {
      throw new IOException(place + ": is no alert: " + e.getMessage(), e);
    }
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        plain.append(
            switch (escaped) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
