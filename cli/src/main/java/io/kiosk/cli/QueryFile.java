package io.kiosk.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the queries of a batch one at a time: JSON Lines with {@code id}, {@code text} and perhaps
 * {@code lang}, if the file's name ends in {@code .jsonl} or its first line begins like that; else
 * one query a line, whose id is its number. Empty lines are skipped.
 */
final class QueryFile implements Closeable {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final JsonFactory JSON = JsonFactory.builder().build();

  /** One line of the file. */
  sealed interface Entry {

    /** The id, or the line's number if it has none that can be read. */
    String id();
  }

  /** A query. */
  record Query(String id, String text, Optional<String> lang) implements Entry {}

  /** A line that holds none. */
  record Unreadable(String id, String problem) implements Entry {}

  private final BufferedReader lines;
  private final String name;
  private Boolean json;
  private int number;

  private QueryFile(String name, InputStream in, Boolean json) {
    this.name = name;
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.json = json;
  }

  /** Opens a file; {@code -} is the terminal's input. */
  static QueryFile open(Path file, Terminal terminal) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return new QueryFile("standard input", terminal.in(), null);
    }
    boolean named = file.toString().endsWith(".jsonl");
    return new QueryFile(file.toString(), Files.newInputStream(file), named ? true : null);
  }

  /** How messages call the place of the entry read last. */
  String place() {
    return name + ":" + number;
  }

  /** The next entry; nothing at the end. */
  Optional<Entry> next() throws IOException {
    String line;
    while ((line = lines.readLine()) != null) {
      number++;
      if (number == 1 && line.startsWith("\uFEFF")) {
        line = line.substring(1);
      }
      if (!line.isBlank()) {
        if (json == null) {
          json = line.stripLeading().startsWith("{\"");
        }
        String id = Integer.toString(number);
        return Optional.of(json ? object(id, line) : new Query(id, line.strip(), Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Entry object(String number, String line) {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Unreadable(number, "expected a JSON object with \"id\" and \"text\"");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          values.put(key, parser.getString());
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        return new Unreadable(number, "there is more behind the JSON object");
      }
    } catch (JacksonException e) {
      return new Unreadable(number, "not JSON: " + e.getOriginalMessage());
    }
    String id = values.getOrDefault("id", number);
    String text = values.get("text");
    return text == null
        ? new Unreadable(id, "no \"text\"")
        : new Query(id, text, Optional.ofNullable(values.get("lang")));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
