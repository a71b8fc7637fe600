package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Articles as JSON Lines that {@link ArticleReader} reads back: one object a line in UTF-8, unknown
 * values absent. Not safe for use by several threads at once.
 */
public final class ArticleWriter implements Closeable, Flushable {

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Writer out;

  private ArticleWriter(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * Writes to a new file.
   *
   * @param file compressed if its name ends in {@code .gz}; an existing one is overwritten
   * @return to be closed, without which the end of the file may be missing
   * @throws IOException if the file cannot be created
   */
  public static ArticleWriter open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    try {
      return of(packed ? new GZIPOutputStream(out, 1 << 16) : out);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  /**
   * {@return a writer to a stream, which {@link #close} closes}
   *
   * @param out takes the lines uncompressed
   */
  public static ArticleWriter of(OutputStream out) {
    return new ArticleWriter(out);
  }

  /**
   * Writes one line.
   *
   * @param article all of it is written
   * @throws IOException if it cannot be written
   */
  public void write(Article article) throws IOException {
    line(json -> article(json, article));
  }

  /**
   * Writes one line about a raw file.
   *
   * @param result written with its origin as {@code file}: the article, or {@code rejected} with
   *     the reason
   * @throws IOException if it cannot be written
   */
  public void write(CleaningResult result) throws IOException {
    line(
        json -> {
          json.writeStringProperty("file", result.origin());
          switch (result) {
            case Cleaned cleaned -> article(json, cleaned.article());
            case Rejected rejected -> json.writeStringProperty("rejected", rejected.message());
          }
        });
  }

  private interface Fields {
    void writeTo(JsonGenerator json);
  }

  private void line(Fields fields) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.write('\n');
  }

  private static void article(JsonGenerator json, Article article) {
    json.writeStringProperty("id", article.id());
    write(json, "url", article.url());
    write(json, "source", article.source());
    json.writeStringProperty("lang", article.language().toLanguageTag());
    write(json, "published", article.published());
    write(json, "published_from", article.publishedFrom());
    write(json, "fetched", article.fetched());
    write(json, "title", article.title());
    write(json, "author", article.author());
    json.writeStringProperty("body", article.body());
  }

  private static void write(JsonGenerator json, String key, Optional<?> value) {
    value.ifPresent(v -> json.writeStringProperty(key, v.toString()));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
