package io.kiosk.cli;

import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.RawFile;
import io.kiosk.corpus.RawFileReader;
import io.kiosk.corpus.RawFileReader.Input;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.corpus.Sha256;
import io.kiosk.index.Origin;
import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an article was made from, as it lies there now: a file, unpacked if it is compressed, the
 * page of a record in a WARC, or a line of JSON Lines.
 *
 * @param bytes as scraped
 * @param changed whether they are other bytes than those that were indexed
 */
record RawInput(byte[] bytes, boolean changed) {

  /**
   * Finds it.
   *
   * @throws CommandFailure if it is no longer there, or never was in a file
   */
  static RawInput of(StoredArticle article) throws CommandFailure, IOException {
    String name = article.file().orElse("");
    if (name.isEmpty() || name.equals("-") || name.startsWith("program:")) {
      throw CommandFailure.failed("article " + article.id() + " came from no file");
    }
    Path file = file(name).orElseThrow(() -> gone(name));
    boolean line = article.cleaner().equals(Optional.of(Integer.toString(Origin.NOT_CLEANED)));
    return line ? line(article, name, file) : page(article, name, file);
  }

  private static CommandFailure gone(String name) {
    return CommandFailure.failed(name + ": is no longer there");
  }

  /** The file itself or the one that contains it: a name may have exclamation marks, too. */
  private static Optional<Path> file(String name) throws CommandFailure {
    try {
      for (int end = name.length(); end > 0; end = name.lastIndexOf('!', end - 1)) {
        Path file = Path.of(name.substring(0, end));
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
      return Optional.empty();
    } catch (InvalidPathException e) {
      throw CommandFailure.failed(name + ": is no name of a file", e);
    }
  }

  private static RawInput line(StoredArticle article, String name, Path file)
      throws CommandFailure, IOException {
    try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
      Optional<ArticleReader.RawLine> line;
      while ((line = reader.next()).isPresent()) {
        if (article.sha256().equals(Optional.of(line.get().sha256()))) {
          return new RawInput(line.get().bytes().orElseThrow(), false);
        }
      }
    }
    throw CommandFailure.failed(name + ": has no line any more that gives article " + article.id());
  }

  private static RawInput page(StoredArticle article, String name, Path file)
      throws CommandFailure, IOException {
    RawFile named = null;
    try (RawFileReader reader =
        RawFileReader.open(List.of(file), InputStream.nullInputStream(), Optional.empty())) {
      Optional<Input> input;
      while ((input = reader.read()).isPresent()) {
        if (input.get() instanceof Input.Raw raw) {
          if (article.sha256().equals(Optional.of(Sha256.of(raw.file().bytes())))) {
            return new RawInput(whole(file, raw.file()), false);
          }
          named = raw.file().origin().equals(name) ? raw.file() : named;
        }
      }
    }
    if (named == null) {
      throw gone(name);
    }
    return new RawInput(whole(file, named), true);
  }

  /** All of a file of which the reader gives a part, as of MHTML. */
  private static byte[] whole(Path file, RawFile raw) throws IOException {
    if (!raw.origin().equals(file.toString())) {
      return raw.bytes();
    }
    byte[] bytes = Files.readAllBytes(file);
    boolean packed = bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    return packed ? raw.bytes() : bytes;
  }
}
