package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The raw files under given paths, one in memory at a time: single files, folders (walked in the
 * order of names, hidden files left out, links followed but no folder walked twice) and {@code -},
 * the standard input. Gzip is unpacked; MHTML gives its main part; WARC gives the pages and texts
 * of its records with their address and date. What cannot be read is a result, never an exception.
 *
 * <p>A file, unpacked, or a record has at most {@value #MAX_BYTES} bytes; more is rejected as too
 * large without being read to its end. Not safe for use by several threads at once.
 */
public final class RawFileReader implements Closeable {

  /** Bytes of the largest file, after unpacking, or WARC record that is read. */
  public static final int MAX_BYTES = 64 << 20;

  private static final Pattern ARTICLES =
      Pattern.compile("\\.(jsonl|ndjson)(\\.gz)?$", Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 4_096;

  private final FileWalk walk;
  private final Predicate<Path> wanted;
  private final InputStream standardInput;
  private final Optional<String> charset;
  private WarcInput warc;
  private CountingInput open;
  private long bytesRead;

  /** What was found under a path. */
  public sealed interface Input {

    /** {@return the file on disk, as given or walked to; {@code -} for the standard input} */
    Path path();

    /**
     * A page or text.
     *
     * @param path the file, or the container that holds it
     * @param file what was read
     */
    record Raw(Path path, RawFile file) implements Input {
      /** Checks that nothing is null. */
      public Raw {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(file, "file");
      }
    }

    /**
     * A file of articles, which {@link ArticleReader} reads, by its name: {@code .jsonl}, {@code
     * .ndjson}, also with {@code .gz}. It was not opened.
     *
     * @param path the file
     */
    record Articles(Path path) implements Input {
      /** Checks that nothing is null. */
      public Articles {
        Objects.requireNonNull(path, "path");
      }
    }

    /**
     * A file, folder or record that could not be read.
     *
     * @param path the file, or the container that holds it
     * @param result why
     */
    record Unreadable(Path path, Rejected result) implements Input {
      /** Checks that nothing is null. */
      public Unreadable {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(result, "result");
      }
    }
  }

  private RawFileReader(
      List<Path> paths,
      InputStream standardInput,
      Optional<String> charset,
      Predicate<Path> wanted) {
    this.walk = new FileWalk(paths);
    this.wanted = wanted;
    this.standardInput = Objects.requireNonNull(standardInput, "standardInput");
    this.charset = charset;
  }

  /**
   * Reads files and folders without a declared charset; {@code -} is the standard input of the
   * process.
   *
   * @param paths read in this order; one that does not exist is a result of its own
   * @return to be closed
   */
  public static RawFileReader open(List<Path> paths) {
    return open(paths, System.in, Optional.empty());
  }

  /**
   * Reads files and folders.
   *
   * @param paths read in this order
   * @param standardInput what {@code -} reads; not closed
   * @param charset stands for what an HTTP header would declare, for every file
   * @return to be closed
   */
  public static RawFileReader open(
      List<Path> paths, InputStream standardInput, Optional<String> charset) {
    return open(paths, standardInput, charset, path -> true);
  }

  /**
   * Reads those of the files that are wanted.
   *
   * @param paths read in this order
   * @param standardInput what {@code -} reads; not closed
   * @param charset stands for what an HTTP header would declare, for every file
   * @param wanted is asked for every file before it is opened, in order; others are passed over
   * @return to be closed
   */
  public static RawFileReader open(
      List<Path> paths,
      InputStream standardInput,
      Optional<String> charset,
      Predicate<Path> wanted) {
    return new RawFileReader(paths, standardInput, charset, wanted);
  }

  /** {@return the next raw file or what became of it; nothing at the end} */
  public Optional<Input> read() {
    while (true) {
      if (warc != null) {
        Optional<Input> next = warc.next();
        if (next.isPresent()) {
          return next;
        }
        warc.close();
        warc = null;
        account();
      }
      Optional<FileWalk.Step> step = walk.next();
      if (step.isEmpty()) {
        return Optional.empty();
      }
      Optional<Input> input = read(step.get());
      if (input.isPresent()) {
        return input;
      }
    }
  }

  /**
   * {@return the bytes so far of the files as they lie on disk, packed or not, that were opened}
   */
  public long bytesRead() {
    return bytesRead + (open == null ? 0 : open.count());
  }

  static boolean isStandardInput(Path path) {
    return path.toString().equals("-");
  }

  /** What a file holds, or nothing if it is a container, which then is open. */
  private Optional<Input> read(FileWalk.Step step) {
    Path path = step.path();
    if (step.problem().isPresent()) {
      return Optional.of(unreadable(path, Reason.UNREADABLE, step.problem().get()));
    }
    if (holdsArticles(path)) {
      return Optional.of(new Input.Articles(path));
    }
    if (!wanted.test(path)) {
      return Optional.empty();
    }
    InputStream in = null;
    try {
      in = isStandardInput(path) ? standardInput : Files.newInputStream(path);
      open = new CountingInput(in);
      BufferedInputStream packed = new BufferedInputStream(open, 1 << 16);
      if (WarcInput.isWarc(packed)) {
        warc = new WarcInput(path, packed, charset);
        return Optional.empty();
      }
      byte[] bytes = BoundedInput.readAll(Gzip.unpackIfPacked(packed), MAX_BYTES);
      close(path, in);
      return Optional.of(whole(path, bytes));
    } catch (BoundedInput.TooLargeException e) {
      close(path, in);
      return Optional.of(unreadable(path, Reason.TOO_LARGE, e.getMessage()));
    } catch (IOException e) {
      close(path, in);
      return Optional.of(unreadable(path, Reason.UNREADABLE, FileWalk.describe(e)));
    }
  }

  private Input whole(Path path, byte[] bytes) throws IOException {
    String origin = origin(path);
    int length = Math.min(bytes.length, HEAD);
    if (Mhtml.isMhtml(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))) {
      RawFile main = Mhtml.mainPart(origin, bytes, charset);
      return new Input.Raw(path, main);
    }
    return new Input.Raw(
        path,
        new RawFile(origin, bytes, charset, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Input unreadable(Path path, Reason reason, String detail) {
    return new Input.Unreadable(path, new Rejected(origin(path), reason, detail));
  }

  static String origin(Path path) {
    return isStandardInput(path) ? "stdin" : path.toString();
  }

  private static boolean holdsArticles(Path path) {
    Path name = path.getFileName();
    return name != null && ARTICLES.matcher(name.toString()).find();
  }

  private void account() {
    bytesRead = bytesRead();
    open = null;
  }

  private void close(Path path, InputStream in) {
    account();
    if (in == null || isStandardInput(path)) {
      return;
    }
    try {
      in.close();
    } catch (IOException e) {
      // It was only read: nothing can be lost.
    }
  }

  /** Closes the file that is open; closing twice is harmless. */
  @Override
  public void close() {
    if (warc != null) {
      warc.close();
      warc = null;
    }
  }
}
