package io.kiosk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON on its way out; characters that a terminal obeys are written as escapes. */
final class JsonOutput {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .characterEscapes(new TerminalEscapes())
          .build();

  private JsonOutput() {}

  /**
   * Writes one object on one line.
   *
   * @throws IOException if it cannot be written
   */
  static void line(Writer out, Consumer<JsonGenerator> content) throws IOException {
    JsonGenerator json = begin(out);
    write(json, content);
    end(json, out);
  }

  /** Begins an object; {@link #end} ends its line. */
  static JsonGenerator begin(Writer out) throws IOException {
    JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    write(json, JsonGenerator::writeStartObject);
    return json;
  }

  /**
   * Writes into the object that is open.
   *
   * @throws IOException if it cannot be written
   */
  static void write(JsonGenerator json, Consumer<JsonGenerator> content) throws IOException {
    try {
      content.accept(json);
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Ends an object and its line. */
  static void end(JsonGenerator json, Writer out) throws IOException {
    write(json, JsonGenerator::writeEndObject);
    write(json, JsonGenerator::close);
    out.write('\n');
  }

  /** A property, absent when the value is unknown. */
  static void property(JsonGenerator json, String key, Optional<String> value) {
    value.ifPresent(v -> json.writeStringProperty(key, v));
  }
}
