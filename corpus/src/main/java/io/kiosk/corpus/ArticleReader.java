package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Articles from JSON Lines, one object a line in UTF-8, plain or gzip-compressed: {@code id, url,
 * source, lang, published, published_from, fetched, title, author, body}. Only {@code body} is
 * needed; a missing {@code id} is derived, a missing {@code lang} recognised, a given one trusted;
 * {@code date} is read as {@code published}; a body without blank lines has one paragraph a line.
 *
 * <p>A value that cannot be read is left out and an unknown key ignored, both with a note; a line
 * that is no article is a {@link Rejected} result, and reading goes on. Malformed UTF-8 becomes
 * U+FFFD, with a note. Empty lines are skipped. Memory is bounded by the longest line, of which at
 * most {@value #MAX_LINE_BYTES} bytes are read. Not safe for use by several threads at once.
 */
public final class ArticleReader implements Closeable {

  /** Number of what is made of a line; to be raised when the same line gives another article. */
  public static final int VERSION = 1;

  /** Bytes of the longest line that is read; longer ones are rejected as too large. */
  public static final int MAX_LINE_BYTES = 64 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String name;
  private final CountingInput input;
  private final LineInput lines;
  private final ReadingNotes notes;
  private final ArticleJson json;
  private boolean done;
  private boolean damaged;

  /**
   * One line of the input that is not empty.
   *
   * @param number counted from 1, empty lines included
   * @param sha256 SHA-256 of the line's bytes without its end, in lower-case hexadecimal digits;
   *     empty if the line could not be read whole
   * @param result the article, or why there is none; its origin is {@code NAME:NUMBER}
   */
  public record Line(long number, String sha256, CleaningResult result) {
    /** Checks that nothing is null. */
    public Line {
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(result, "result");
    }
  }

  /** A line as it stands in the input. */
  public static final class RawLine {
    private final long number;
    private final String sha256;
    private final Optional<byte[]> bytes;
    private final Optional<Line> rejected;

    private RawLine(long number, String sha256, Optional<byte[]> bytes, Optional<Line> rejected) {
      this.number = number;
      this.sha256 = sha256;
      this.bytes = bytes;
      this.rejected = rejected;
    }

    /** {@return the number of the line, from 1, empty lines included} */
    public long number() {
      return number;
    }

    /** {@return the hash of the line as in {@link Line#sha256}} */
    public String sha256() {
      return sha256;
    }

    /** {@return the bytes without the line's end, not copied; empty if not read whole} */
    public Optional<byte[]> bytes() {
      return bytes;
    }
  }

  private ArticleReader(String name, InputStream in, ReadingNotes notes) {
    this.name = name;
    this.input = new CountingInput(in);
    this.lines = new LineInput(input, MAX_LINE_BYTES);
    this.notes = notes;
    this.json = new ArticleJson(notes);
  }

  /**
   * Opens a file; gzip is recognised by its content.
   *
   * @param file JSON Lines, also an empty file
   * @param notes gets what is left out of the lines
   * @return to be closed
   * @throws IOException if the file cannot be opened
   */
  public static ArticleReader open(Path file, ReadingNotes notes) throws IOException {
    return of(file.toString(), Files.newInputStream(file), notes);
  }

  /**
   * Reads a stream, which {@link #close} closes.
   *
   * @param name how results and notes call it
   * @param in plain or gzip-compressed
   * @param notes gets what is left out of the lines
   * @return to be closed
   */
  public static ArticleReader of(String name, InputStream in, ReadingNotes notes) {
    return new ArticleReader(name, in, notes);
  }

  /**
   * Reads the next line that is not empty.
   *
   * @return nothing at the end; a compressed file that is damaged or ends too early gives a last
   *     {@link Rejected} line
   * @throws IOException if the input cannot be read
   */
  public Optional<Line> read() throws IOException {
    while (true) {
      Optional<RawLine> next = next();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<Line> line = parse(next.get());
      if (line.isPresent()) {
        return line;
      }
    }
  }

  /**
   * The next line, which {@link #parse} reads; for those who know by its hash what is in it.
   *
   * @return nothing at the end
   * @throws IOException if the input cannot be read
   */
  public Optional<RawLine> next() throws IOException {
    if (done) {
      return Optional.empty();
    }
    byte[] line;
    try {
      line = lines.next();
    } catch (EOFException | ZipException e) {
      done = true;
      damaged = true;
      return Optional.of(rejected(Reason.UNREADABLE, "damaged gzip data: " + e.getMessage()));
    }
    if (line == null) {
      done = true;
      return Optional.empty();
    }
    if (lines.tooLong()) {
      return Optional.of(
          rejected(Reason.TOO_LARGE, "a line of more than " + MAX_LINE_BYTES + " bytes"));
    }
    return Optional.of(
        new RawLine(lines.number(), Sha256.of(line), Optional.of(line), Optional.empty()));
  }

  /**
   * {@return what is in the line that {@link #next} has just given; nothing if it is empty}
   *
   * @param line of this reader
   */
  public Optional<Line> parse(RawLine line) {
    if (line.bytes.isEmpty()) {
      return line.rejected;
    }
    String text = decode(line.bytes.get());
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new Line(line.number, line.sha256, json.read(place(), text)));
  }

  /** {@return the bytes read so far of the input as it is, packed or not} */
  public long bytesRead() {
    return input.count();
  }

  /** {@return whether reading ended before the end of the input, which is damaged there} */
  public boolean damaged() {
    return damaged;
  }

  private RawLine rejected(Reason reason, String detail) {
    Line line = new Line(lines.number(), "", new Rejected(place(), reason, detail));
    return new RawLine(line.number(), "", Optional.empty(), Optional.of(line));
  }

  private String place() {
    return name + ":" + lines.number();
  }

  private String decode(byte[] line) {
    int start = lines.number() == 1 && startsWithMark(line) ? BYTE_ORDER_MARK.length : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, start, line.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      notes.add("malformed UTF-8: replaced by U+FFFD", place());
      return new String(line, start, line.length - start, StandardCharsets.UTF_8);
    }
  }

  private static boolean startsWithMark(byte[] line) {
    return line.length >= 3
        && line[0] == BYTE_ORDER_MARK[0]
        && line[1] == BYTE_ORDER_MARK[1]
        && line[2] == BYTE_ORDER_MARK[2];
  }

  @Override
  public void close() throws IOException {
    done = true;
    lines.close();
  }
}
