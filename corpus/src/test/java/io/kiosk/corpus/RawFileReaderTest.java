package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.RawFileReader.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class RawFileReaderTest {

  private static final String PAGE = "<html><body><p>Größe 中文</p></body></html>";
  private static final Instant DATE = Instant.parse("2024-07-18T09:30:00Z");

  @TempDir private Path folder;

  @Test
  void walksFoldersInTheOrderOfNames() throws IOException {
    write("b/2.txt", "x");
    write("b/1.txt", "x");
    write("a.html", "x");
    write("c.md", "x");
    write(".hidden/d.txt", "x");
    write("b/.hidden.txt", "x");

    assertThat(names(read(folder))).containsExactly("a.html", "b/1.txt", "b/2.txt", "c.md");
  }

  @Test
  void readsAHiddenFileThatIsGiven() throws IOException {
    Path file = write(".hidden.txt", "x");

    assertThat(read(file)).hasSize(1).first().isInstanceOf(Input.Raw.class);
  }

  @Test
  void survivesLinksInCircles() throws IOException {
    write("a/1.txt", "x");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("c"), folder.resolve("a/1.txt"));

    List<Input> inputs = read(folder);

    assertThat(names(inputs)).containsExactly("a/1.txt", "broken", "c");
    assertThat(reason(inputs.get(1))).isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void reportsMissingFilesAndGoesOn() throws IOException {
    Path good = write("good.txt", "x");

    List<Input> inputs = read(folder.resolve("missing.txt"), good);

    assertThat(((Input.Unreadable) inputs.getFirst()).result().message())
        .isEqualTo("unreadable: no such file");
    assertThat(inputs.getLast()).isInstanceOf(Input.Raw.class);
  }

  @Test
  void reportsFilesThatMayNotBeRead() throws IOException {
    Path file = write("secret.txt", "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "root may read everything");

    assertThat(((Input.Unreadable) read(file).getFirst()).result().message())
        .isEqualTo("unreadable: permission denied");
  }

  @Test
  void readsStandardInput() {
    RawFile file = raw(read("text".getBytes(StandardCharsets.UTF_8)).getFirst());

    assertThat(file.origin()).isEqualTo("stdin");
    assertThat(file.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("text");
  }

  @Test
  void unpacksGzipOfSeveralMembersFromASlowPipe() throws IOException {
    byte[] twice = concat(gzip("one "), gzip("two"));
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(twice)) {
          @Override
          public int available() {
            return 0;
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, 7));
          }
        };

    try (RawFileReader reader = RawFileReader.open(List.of(Path.of("-")), slow, Optional.empty())) {
      assertThat(raw(reader.read().orElseThrow()).bytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("one two");
    }
  }

  @Test
  void rejectsAGzipBomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }

    assertThat(reason(read(packed.toByteArray()).getFirst())).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void reportsTruncatedGzip() throws IOException {
    byte[] packed = gzip(PAGE);
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);

      assertThat(reason(read(cut).getFirst())).as("%d bytes", length).isEqualTo(Reason.UNREADABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "A.JSONL", "a.ndjson"})
  void leavesArticlesToTheirReader(String name) throws IOException {
    Path file = write(name, "{}");

    assertThat(read(folder)).containsExactly(new Input.Articles(file));
  }

  @Test
  void declaresTheGivenCharset() {
    try (RawFileReader reader =
        RawFileReader.open(
            List.of(Path.of("-")),
            new ByteArrayInputStream(new byte[] {'x'}),
            Optional.of("GBK"))) {
      assertThat(raw(reader.read().orElseThrow()).charset()).contains("GBK");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quoted-printable", "base64", "8bit"})
  void readsTheMainPartOfMhtml(String encoding) {
    RawFile file = raw(read(mhtml(encoding)).getFirst());

    assertThat(new String(file.bytes(), StandardCharsets.UTF_8).strip()).isEqualTo(PAGE);
    assertThat(file.charset()).contains("utf-8");
    assertThat(file.url()).contains(URI.create("https://example.com/artikel?a=1"));
    assertThat(file.fetched()).contains(DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quoted-printable", "base64"})
  void givesWholeMainPartOrARejectionOfTruncatedMhtml(String encoding) {
    byte[] whole = mhtml(encoding);
    int mainEnds =
        new String(whole, StandardCharsets.ISO_8859_1).indexOf("--=_b1\r\nContent-Type: image");
    assertThat(mainEnds).isPositive();
    int headersEnd = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
    for (int length = headersEnd; length < whole.length; length++) {
      Input input = read(Arrays.copyOf(whole, length)).getFirst();

      if (length >= mainEnds + "--=_b1".length()) {
        assertThat(new String(raw(input).bytes(), StandardCharsets.UTF_8).strip()).isEqualTo(PAGE);
      } else {
        assertThat(reason(input)).as("%d bytes", length).isEqualTo(Reason.UNREADABLE);
      }
    }
  }

  @Test
  void readsPagesAndTextsOfWarcWithAddressAndDate() throws IOException {
    for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
      List<Input> inputs = read(warc(compression, new ArrayList<>()));

      assertThat(inputs).hasSize(4);
      RawFile page = raw(inputs.get(0));
      assertThat(page.origin()).isEqualTo("stdin!https://example.com/1");
      assertThat(new String(page.bytes(), Charset.forName("GBK"))).isEqualTo("<p>中文</p>");
      assertThat(page.charset()).contains("GBK");
      assertThat(page.contentType()).contains("text/html");
      assertThat(page.url()).contains(URI.create("https://example.com/1"));
      assertThat(page.fetched()).contains(DATE);
      assertThat(raw(inputs.get(1)).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
      assertThat(((Input.Unreadable) inputs.get(2)).result().message())
          .isEqualTo("no article: HTTP status 404");
      assertThat(raw(inputs.get(3)).bytes()).asString(StandardCharsets.UTF_8).isEqualTo("text");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        "HTTP/1.0 200\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Type: text/html\n\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd\r\n\r\n"
      })
  void readsWarcResponsesOfUnknownLengthToTheEndOfTheRecord(String head) {
    List<Input> inputs = read(record(head, PAGE.getBytes(StandardCharsets.UTF_8)));

    assertThat(raw(inputs.getFirst()).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
    assertThat(inputs).hasSize(1);
  }

  @Test
  void unpacksBrotliInWarc() {
    // "<p>" and ten times "brotli", packed by the reference encoder at its highest level
    byte[] packed =
        HexFormat.of().parseHex("1b3e00f81da9519f3dae79c4e0e8948f5ca6b1bdc53f714020fe00");

    List<Input> inputs =
        read(
            record(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n",
                packed));

    assertThat(raw(inputs.getFirst()).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("<p>" + "brotli".repeat(10));
  }

  private static byte[] record(String head, byte[] body) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    String warc =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/1\r\n"
            + "WARC-Date: 2024-01-01T00:00:00Z\r\n"
            + "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + (head.length() + body.length)
            + "\r\n\r\n";
    record.writeBytes((warc + head).getBytes(StandardCharsets.ISO_8859_1));
    record.writeBytes(body);
    record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    return record.toByteArray();
  }

  @Test
  void givesWholeRecordsOfTruncatedWarcAndNamesTheDamage() throws IOException {
    for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
      List<Integer> ends = new ArrayList<>();
      byte[] whole = warc(compression, ends);
      for (int length = 20; length < whole.length; length++) {
        List<Input> inputs = read(Arrays.copyOf(whole, length));
        int cut = length;

        long complete = ends.stream().filter(end -> end <= cut).count();
        // uncompressed, what is missing may be only the empty lines behind a record
        boolean between = compression == WarcCompression.NONE && ends.contains(length + 4);
        if (!ends.contains(length) && !between) {
          assertThat(reason(inputs.getLast())).as("%s cut at %d", compression, cut).isNotNull();
        }
        assertThat(inputs.stream().filter(i -> i instanceof Input.Raw).count())
            .as("%s cut at %d of %s: %s", compression, cut, ends, inputs)
            .isGreaterThanOrEqualTo(Math.min(complete, 1));
      }
    }
  }

  private static byte[] warc(WarcCompression compression, List<Integer> ends) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
      List<WarcResponse> responses =
          List.of(
              response(
                  1, 200, "text/html; charset=GBK", "<p>中文</p>".getBytes(Charset.forName("GBK"))),
              response(2, 200, "image/png", new byte[] {1, 2, 3}),
              packed(3, PAGE),
              response(4, 302, "text/html", new byte[0]),
              response(5, 404, "text/html", "gone".getBytes(StandardCharsets.UTF_8)));
      for (WarcResponse response : responses) {
        writer.write(response);
        ends.add(bytes.size());
      }
      writer.write(
          new WarcResource.Builder(URI.create("https://example.com/6"))
              .date(DATE)
              .body(MediaType.PLAIN_TEXT, "text".getBytes(StandardCharsets.UTF_8))
              .build());
      ends.add(bytes.size());
    }
    return bytes.toByteArray();
  }

  private static WarcResponse response(int number, int status, String type, byte[] body)
      throws IOException {
    HttpResponse http =
        new HttpResponse.Builder(status, "status").body(MediaType.parse(type), body).build();
    return new WarcResponse.Builder(URI.create("https://example.com/" + number))
        .date(DATE)
        .body(http)
        .build();
  }

  private static WarcResponse packed(int number, String body) throws IOException {
    HttpResponse http =
        new HttpResponse.Builder(200, "OK")
            .addHeader("Content-Encoding", "gzip")
            .body(MediaType.HTML_UTF8, gzip(body))
            .build();
    return new WarcResponse.Builder(URI.create("https://example.com/" + number))
        .date(DATE)
        .body(http)
        .build();
  }

  private static byte[] mhtml(String encoding) {
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    String latin = new String(page, StandardCharsets.ISO_8859_1);
    String body =
        switch (encoding) {
          case "base64" -> Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(page);
          case "quoted-printable" -> quotedPrintable(page);
          default -> latin;
        };
    return """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.com/artikel?a=1
        Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=
        Date: Thu, 18 Jul 2024 09:30:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        \ttype="text/html";
        \tboundary="=_b1"

        --=_b1
        Content-Type: text/css
        Content-Location: cid:css@mhtml.blink

        p { color: red }
        --=_b1
        Content-Type: text/html; charset="utf-8"
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: %s
        Content-Location: https://example.com/artikel?a=1

        %s
        --=_b1
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --=_b1--
        """
        .replaceFirst("%s", encoding)
        .replace("%s", body)
        .replaceAll("(?<!\r)\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String quotedPrintable(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      boolean plain = bytes[i] > ' ' && bytes[i] < 0x7F && bytes[i] != '=';
      out.append(
          plain
              ? String.valueOf((char) bytes[i])
              : "=" + HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
      out.append(i % 9 == 8 ? "=\n" : "");
    }
    return out.toString();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static List<Input> read(Path... paths) {
    return read(List.of(paths), InputStream.nullInputStream());
  }

  private static List<Input> read(byte[] standardInput) {
    return read(List.of(Path.of("-")), new ByteArrayInputStream(standardInput));
  }

  private static List<Input> read(List<Path> paths, InputStream standardInput) {
    List<Input> inputs = new ArrayList<>();
    try (RawFileReader reader = RawFileReader.open(paths, standardInput, Optional.empty())) {
      for (Optional<Input> next = reader.read(); next.isPresent(); next = reader.read()) {
        inputs.add(next.get());
      }
    }
    return inputs;
  }

  private List<String> names(List<Input> inputs) {
    return inputs.stream()
        .map(input -> folder.relativize(input.path()).toString().replace('\\', '/'))
        .toList();
  }

  private static RawFile raw(Input input) {
    return ((Input.Raw) input).file();
  }

  private static Reason reason(Input input) {
    return ((Input.Unreadable) input).result().reason();
  }
}
