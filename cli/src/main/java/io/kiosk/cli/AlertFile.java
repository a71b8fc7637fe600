package io.kiosk.cli;

import io.kiosk.alert.Alert;
import io.kiosk.alert.AlertDelivery;
import io.kiosk.search.StoredArticle;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts as lines of JSON at the end of a file, each once: after a run that was cut short, the file
 * itself says what it has.
 */
final class AlertFile implements AlertDelivery {

  private static final JsonMapper JSON = new JsonMapper();

  private record Told(String alert, String id) {}

  private final Path file;
  private final Set<Told> told = new HashSet<>();
  private FileChannel channel;
  private Writer writer;
  private String time;

  AlertFile(Path file) {
    this.file = file;
  }

  @Override
  public void begin(boolean again) throws IOException {
    closeRest();
    told.clear();
    if (again && Files.exists(file)) {
      readTold();
    }
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel.truncate(afterLastLine(channel));
    channel.position(channel.size());
    writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void readTold() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          JsonNode node = JSON.readTree(line);
          told.add(new Told(node.path("alert").asString(""), node.path("id").asString("")));
        } catch (JacksonException e) {
          // a line that was cut, or is not ours: it tells nothing
        }
      }
    }
  }

  /** Where the last line ends that was written whole. */
  private static long afterLastLine(FileChannel file) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = file.size(); end > 0; end--) {
      one.clear();
      file.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  @Override
  public void deliver(StoredArticle article, List<Alert> alerts) throws IOException {
    for (Alert alert : alerts) {
      if (!told.contains(new Told(alert.name(), article.id()))) {
        JsonOutput.line(
            writer,
            json -> {
              json.writeStringProperty("alert", alert.name());
              json.writeStringProperty("query", alert.query());
              json.writeStringProperty("time", time);
              json.writeStringProperty("id", article.id());
              json.writeStringProperty("lang", article.lang());
              JsonOutput.property(json, "title", article.title());
              JsonOutput.property(json, "url", article.url());
              JsonOutput.property(json, "source", article.source());
              JsonOutput.property(json, "published", article.published());
            });
      }
    }
  }

  @Override
  public void end() throws IOException {
    writer.flush();
    channel.force(true);
    closeRest();
  }

  private void closeRest() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
