package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.corpus.RawFileReader.Input;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Pages and texts of a WARC file (ISO 28500): of {@code response} records those that HTTP delivered
 * as HTML or text, and {@code resource} and {@code conversion} records of these types. Everything
 * else (requests, images, scripts) is passed over. Damage ends the file with one rejection.
 */
final class WarcInput {

  private static final Pattern HEADER_END = Pattern.compile("\r?\n\r?\n");
  private static final byte[] SIGNATURE = "WARC/".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final InputStream in;
  private final Optional<String> charset;
  private WarcReader reader;
  private long records;
  private boolean damaged;

  WarcInput(Path path, InputStream in, Optional<String> charset) {
    this.path = path;
    this.in = in;
    this.charset = charset;
  }

  /** Whether a stream, packed or not, begins as a WARC file does; nothing is consumed. */
  static boolean isWarc(BufferedInputStream in) throws IOException {
    in.mark(1 << 14);
    byte[] head = in.readNBytes(1 << 12);
    in.reset();
    if (head.length > 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(head))) {
        head = unpacked.readNBytes(SIGNATURE.length);
      } catch (IOException e) {
        return false;
      }
    }
    return Arrays.equals(
        head, 0, Math.min(head.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length);
  }

  /** The next page or text, or the damage at which reading ended; nothing at the end. */
  Optional<Input> next() {
    while (!damaged) {
      try {
        if (reader == null) {
          reader = new WarcReader(in);
        }
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          return Optional.empty();
        }
        records++;
        Optional<Input> input = read(record.get());
        if (input.isPresent()) {
          return input;
        }
      } catch (IOException | RuntimeException e) { // jwarc throws both for malformed headers
        damaged = true;
        return Optional.of(damage(e));
      }
    }
    return Optional.empty();
  }

  private Input damage(Exception e) {
    String what =
        e instanceof IOException io ? FileWalk.describe(io) : TextNormalizer.line(e.toString());
    return rejected(
        RawFileReader.origin(path),
        Reason.UNREADABLE,
        "WARC damaged after " + records + " records: " + what);
  }

  private Optional<Input> read(WarcRecord record) throws IOException {
    boolean response = record.type().equals("response");
    boolean content =
        response || record.type().equals("resource") || record.type().equals("conversion");
    if (!content || !(record instanceof WarcTargetRecord target)) {
      return Optional.empty();
    }
    String origin =
        RawFileReader.origin(path) + "!" + TextNormalizer.line(target.target()).replace(' ', '_');
    long length = record.body().size();
    if (length > RawFileReader.MAX_BYTES) {
      return Optional.of(
          rejected(origin, Reason.TOO_LARGE, "a record of " + length / (1 << 20) + " MiB"));
    }
    byte[] block = BoundedInput.readAll(record.body().stream(), RawFileReader.MAX_BYTES);
    if (block.length < length) {
      throw new EOFException();
    }
    Optional<URI> url = Urls.parse(target.target());
    Optional<Instant> date = date(record);
    return response
        ? response(origin, block, url, date)
        : resource(origin, block, record.contentType(), url, date);
  }

  private Optional<Input> response(
      String origin, byte[] block, Optional<URI> url, Optional<Instant> date) throws IOException {
    if (url.isEmpty()) {
      return Optional.empty(); // DNS look-ups and the like
    }
    HttpResponse http;
    try {
      http = http(block);
    } catch (IOException | RuntimeException e) {
      return Optional.of(
          rejected(origin, Reason.UNREADABLE, "not an HTTP response: " + e.getMessage()));
    }
    if (!isText(http.contentType())) {
      return Optional.empty();
    }
    if (http.status() / 100 == 3) {
      return Optional.empty(); // a redirection; its target has a record of its own
    }
    if (http.status() != 200) {
      return Optional.of(rejected(origin, Reason.NO_ARTICLE, "HTTP status " + http.status()));
    }
    try {
      return Optional.of(raw(origin, body(http, block), http.contentType(), url, date));
    } catch (BoundedInput.TooLargeException e) {
      return Optional.of(rejected(origin, Reason.TOO_LARGE, e.getMessage()));
    }
  }

  /** A response without length ends with its record (RFC 9112, section 6.3). */
  private static HttpResponse http(byte[] block) throws IOException {
    try {
      return HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(block)));
    } catch (IOException | RuntimeException e) {
      String head = new String(block, StandardCharsets.ISO_8859_1);
      int line = head.indexOf('\n') + 1;
      Matcher end = HEADER_END.matcher(head);
      if (line == 0 || !end.find()) {
        throw e;
      }
      String length = "Content-Length: " + (block.length - end.end()) + "\r\n";
      ByteArrayOutputStream whole = new ByteArrayOutputStream(block.length + length.length());
      whole.write(block, 0, line);
      whole.write(length.getBytes(StandardCharsets.ISO_8859_1));
      whole.write(block, line, block.length - line);
      return HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(whole.toByteArray())));
    }
  }

  private Optional<Input> resource(
      String origin, byte[] block, MediaType type, Optional<URI> url, Optional<Instant> date) {
    return isText(type) ? Optional.of(raw(origin, block, type, url, date)) : Optional.empty();
  }

  /** The body as sent by the server; as it stands if its headers are not true of it. */
  private static byte[] body(HttpResponse http, byte[] block) throws IOException {
    try {
      return BoundedInput.readAll(http.bodyDecoded().stream(), RawFileReader.MAX_BYTES);
    } catch (BoundedInput.TooLargeException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) { // no decoder for zstd is there
      Matcher end = HEADER_END.matcher(new String(block, StandardCharsets.ISO_8859_1));
      return end.find() ? Arrays.copyOfRange(block, end.end(), block.length) : block;
    }
  }

  private Input raw(
      String origin, byte[] bytes, MediaType type, Optional<URI> url, Optional<Instant> date) {
    Optional<String> declared = Optional.ofNullable(type.parameters().get("charset"));
    return new Input.Raw(
        path,
        new RawFile(origin, bytes, charset.or(() -> declared), Optional.of(base(type)), url, date));
  }

  private static boolean isText(MediaType type) {
    return switch (base(type)) {
      case "text/html", "application/xhtml+xml", "text/plain", "text/markdown" -> true;
      default -> false;
    };
  }

  private static String base(MediaType type) {
    return (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
  }

  private static Optional<Instant> date(WarcRecord record) {
    try {
      return Optional.ofNullable(record.date());
    } catch (DateTimeException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private Input rejected(String origin, Reason reason, String detail) {
    return new Input.Unreadable(path, new Rejected(origin, reason, detail));
  }

  void close() {
    damaged = true;
    if (!RawFileReader.isStandardInput(path)) {
      try {
        in.close();
      } catch (IOException e) {
        // It was only read: nothing can be lost.
      }
    }
  }
}
