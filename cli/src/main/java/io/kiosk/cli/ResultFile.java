package io.kiosk.cli;

import io.kiosk.search.IndexStatistics;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A file of results that is there whole or not at all, and beside it {@code FILE.meta.json}, which
 * says how it was made.
 */
final class ResultFile implements Closeable {

  private final Path file;
  private final Path part;
  private final Writer writer;

  private ResultFile(Path file, Path part, Writer writer) {
    this.file = file;
    this.part = part;
    this.writer = writer;
  }

  static ResultFile create(Path named) throws IOException {
    Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(named.toString(), null, "is no file that can be replaced");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    part.toFile().deleteOnExit(); // also when the run is interrupted
    return new ResultFile(file, part, Files.newBufferedWriter(part, StandardCharsets.UTF_8));
  }

  Writer writer() {
    return writer;
  }

  /** Puts the file into its place. */
  void complete(String query, IndexStatistics index) throws IOException {
    writer.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    Path meta = file.resolveSibling(file.getFileName() + ".meta.json");
    try (BufferedWriter out = Files.newBufferedWriter(meta, StandardCharsets.UTF_8)) {
      JsonOutput.line(
          out,
          json -> {
            json.writeStringProperty("query", query);
            json.writeStringProperty(
                "time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberProperty("articles", index.articles());
            json.writeStringProperty("index_version", index.schema());
            json.writeStringProperty("lexicon_version", index.lexicon());
          });
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(part);
  }
}
