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
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEndObject();
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.write('\n');
  }

  /** A property, absent when the value is unknown. */
  static void property(JsonGenerator json, String key, Optional<String> value) {
    value.ifPresent(v -> json.writeStringProperty(key, v));
  }
}
