package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Containers of several inputs: each is counted once, and {@code show --raw} finds it again. */
class RawInputTest {

  private static final String TEXT = "The council met on Monday and decided nothing at all. ";

  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void index() throws IOException {
    program = Archive.in(folder).program();
  }

  private static String page(String about) {
    return "<html><head><title>"
        + about
        + "</title></head><body><article><h1>"
        + about
        + "</h1><p>"
        + (TEXT + "All spoke of " + about + ". ").repeat(6)
        + "</p></article></body></html>";
  }

  private static String response(String url, String status, String type, String body) {
    String http =
        "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length();
    http += "\r\nLocation: https://town.example/elsewhere\r\n\r\n" + body;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2024-07-18T00:00:00Z\r\n"
        + "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.length()
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  private Path packed(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  /** The lines of the report of a run, and what it said. */
  private record Indexed(List<JsonNode> report, Program.Run run) {
    String id(String file) {
      return report.stream()
          .filter(line -> line.path("file").asString("").endsWith(file))
          .map(line -> line.path("id").asString(""))
          .findFirst()
          .orElseThrow();
    }
  }

  private Indexed index(Path file) throws IOException {
    Path report = folder.resolve("report.jsonl");
    Files.deleteIfExists(report);
    Program.Run run = program.run("index", file, "--report", report);
    List<JsonNode> lines = new ArrayList<>();
    Files.readAllLines(report).forEach(line -> lines.add(new JsonMapper().readTree(line)));
    return new Indexed(lines, run);
  }

  @Test
  void everyRecordOfAnArchiveIsCountedOnceAndFoundAgain() throws IOException {
    String town = "https://town.example/";
    String html = "text/html; charset=utf-8";
    Path warc =
        Files.writeString(
            folder.resolve("crawl.warc"),
            response(town + "bridge", "200 OK", html, page("the old bridge"))
                + response(town + "logo.png", "200 OK", "image/png", "PNG")
                + response(town + "moved", "301 Moved", html, page("the move"))
                + response(town + "gone", "404 Not Found", html, page("the loss"))
                + response(town + "market", "200 OK", html, page("the market hall"))
                + response(town + "empty", "200 OK", html, "<html><body></body></html>")
                + response(town + "bridge-again", "200 OK", html, page("the old bridge"))
                + response(town + "school", "200 OK", html, page("the new school")));
    Indexed first = index(warc);
    Map<String, Integer> outcomes = new TreeMap<>();
    first
        .report()
        .forEach(line -> outcomes.merge(line.path("outcome").asString(""), 1, Integer::sum));
    assertThat(first.run().err())
        .contains("6 inputs: 4 added, 0 updated, 0 unchanged, 0 duplicate, 2 rejected");
    assertThat(first.run().status()).as("some input gave no article").isEqualTo(1);
    assertThat(outcomes).isEqualTo(Map.of("added", 4, "rejected", 2));
    assertThat(first.report()).hasSize(6);
    for (String about : List.of("bridge", "market", "school")) {
      Program.Run raw = program.run("show", "--raw", first.id("!" + town + about));
      assertThat(raw.out()).as(raw.err()).startsWith("<html>").contains(about).endsWith("</html>");
      assertThat(raw.err()).isEmpty();
    }
    assertThat(index(warc).run().err())
        .contains("6 inputs: 0 added, 0 updated, 4 unchanged, 0 duplicate, 2 rejected");
    Files.delete(warc);
    assertThat(program.run("show", "--raw", first.id("!" + town + "school")).err())
        .contains("school: is no longer there");
  }

  @Test
  void aCompressedPageIsShownUnpackedAndAChangeIsSaid() throws IOException {
    Path file = packed("page.html.gz", page("the ferry"));
    String id = index(file).id("page.html.gz");
    assertThat(program.run("show", "--raw", id).out()).isEqualTo(page("the ferry"));
    packed("page.html.gz", page("the tunnel"));
    Program.Run changed = program.run("show", "--raw", id);
    assertThat(changed.out()).isEqualTo(page("the tunnel"));
    assertThat(changed.err()).isEqualTo(file + ": has changed since it was indexed\n");
  }

  @Test
  void aLineIsShownAsItStandsInItsFile() throws IOException {
    assertThat(program.run("show", "--raw", "de-1").out()).isEqualTo(Archive.ARTICLES.get(0));
    String line = "{ \"id\" : \"p\",  \"body\" : \"Of the pier.\" }";
    Path file = packed("more.jsonl.gz", "{\"id\":\"o\",\"body\":\"Other.\"}\n" + line + "\n");
    index(file);
    assertThat(program.run("show", "--raw", "p").out()).isEqualTo(line);
    packed("more.jsonl.gz", "{\"id\":\"o\",\"body\":\"Other.\"}\n");
    Program.Run gone = program.run("show", "--raw", "p");
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.err()).contains(file + ": has no line any more that gives article p");
  }

  @Test
  void whatCameByStandardInputHasNoFile() {
    program.input("{\"id\":\"s\",\"body\":\"Said.\"}\n").run("index", "-");
    Program.Run run = program.run("show", "--raw", "s");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("article s came from no file");
  }
}
