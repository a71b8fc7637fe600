package io.kiosk.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that users call the index: Lucene indexes in {@code generation-NNNNNN}, of which the
 * file {@code current} names the one in use. A rebuild fills a new generation beside it and then
 * replaces {@code current} by an atomic rename, so that a reader meets the old or the new one,
 * never half of either.
 *
 * <p>Readers call {@link #current} and {@link #open} and compare generations when they refresh.
 * {@link #newGeneration}, {@link #switchTo} and {@link #removeUnused} are for the one writer, who
 * holds {@link #lockFile}. Immutable; safe for many threads.
 */
public final class IndexFolder {

  private static final Pattern GENERATION = Pattern.compile("generation-\\d{6,9}");
  private static final String POINTER = "current";
  private static final String LOCK = "writer.lock";

  private final Path path;

  private IndexFolder(Path path) {
    this.path = path;
  }

  /**
   * Opens a Lucene index in the folder of a generation.
   *
   * @param <T> what is opened
   */
  @FunctionalInterface
  public interface Opener<T> {
    /**
     * Opens the index.
     *
     * @param generation folder of the Lucene index
     * @return what {@link IndexFolder#open} hands on
     * @throws IOException if it cannot be opened; tried again if the generation was replaced
     *     meanwhile
     */
    T open(Path generation) throws IOException;
  }

  /**
   * {@return the index in a folder}
   *
   * @param path need not exist
   */
  public static IndexFolder at(Path path) {
    return new IndexFolder(Objects.requireNonNull(path, "path"));
  }

  /** {@return the folder as it was given} */
  public Path path() {
    return path;
  }

  /** {@return the file that the one writer keeps locked; its text says who that is} */
  public Path lockFile() {
    return path.resolve(LOCK);
  }

  /** {@return the folder of the alerts, which no rebuild touches; there if one was ever added} */
  public Path alerts() {
    return path.resolve("alerts");
  }

  /**
   * {@return the folder of the Lucene index in use; empty if there is no index here}
   *
   * @throws IOException if {@code current} cannot be read or names no generation that is here
   */
  public Optional<Path> current() throws IOException {
    Optional<Path> named = named();
    while (named.isPresent() && !Files.isDirectory(named.get())) {
      Optional<Path> again = named();
      if (again.equals(named)) {
        throw new IOException(
            path.resolve(POINTER)
                + " names "
                + named.get().getFileName()
                + ", which is not there: restore a backup or rebuild the index");
      }
      named = again; // replaced meanwhile, and the old one removed
    }
    return named;
  }

  private Optional<Path> named() throws IOException {
    Path pointer = path.resolve(POINTER);
    String name;
    try {
      String line = Files.readString(pointer, StandardCharsets.ISO_8859_1);
      name = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line + "(cut)";
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (!GENERATION.matcher(name).matches()) {
      throw new IOException(
          pointer
              + ": expected the name of a generation, like generation-000001, got \""
              + name.replaceAll("[^ -~]", "?").substring(0, Math.min(40, name.length()))
              + "\": rebuild the index");
    }
    return Optional.of(path.resolve(name));
  }

  /**
   * Opens the index in use; tries again if it is replaced while it is being opened.
   *
   * @param <T> what is opened
   * @param opener may be called several times
   * @return empty if there is no index here
   * @throws IOException if it cannot be opened
   */
  public <T> Optional<T> open(Opener<T> opener) throws IOException {
    while (true) {
      Optional<Path> generation = current();
      if (generation.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(opener.open(generation.get()));
      } catch (IOException e) {
        if (current().equals(generation)) {
          throw e;
        }
      }
    }
  }

  /**
   * {@return the new, empty folder of the generation after all that are here}
   *
   * @throws IOException if it cannot be made
   */
  public Path newGeneration() throws IOException {
    Files.createDirectories(path);
    int last = 0;
    for (Path generation : generations()) {
      String name = generation.getFileName().toString();
      last = Math.max(last, Integer.parseInt(name.substring(name.indexOf('-') + 1)));
    }
    return Files.createDirectory(
        path.resolve(String.format(Locale.ROOT, "generation-%06d", last + 1)));
  }

  /**
   * Makes a generation the one in use, durably and in one step. Its index must be committed.
   *
   * @param generation from {@link #newGeneration}
   * @throws IOException if that fails; the one used before stays in use
   * @throws IllegalArgumentException if it is no generation of this folder
   */
  public void switchTo(Path generation) throws IOException {
    String name = generation.getFileName().toString();
    if (!path.resolve(name).equals(generation) || !GENERATION.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected a generation in " + path + ", got " + generation);
    }
    sync(path); // the new folder's own entry
    Path next = path.resolve(POINTER + ".new");
    Files.writeString(next, name + "\n", StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        next,
        path.resolve(POINTER),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    sync(path);
  }

  /**
   * Removes all generations but the one in use: replaced ones, and what an interrupted rebuild
   * left. Open readers keep the files that they have open.
   *
   * @return how many were removed
   * @throws IOException if one cannot be removed
   */
  public int removeUnused() throws IOException {
    Optional<Path> used = current();
    int removed = 0;
    for (Path generation : generations()) {
      if (used.isEmpty() || !generation.equals(used.get())) {
        delete(generation);
        removed++;
      }
    }
    return removed;
  }

  private List<Path> generations() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      files
          .filter(file -> GENERATION.matcher(file.getFileName().toString()).matches())
          .forEach(found::add);
    } catch (NoSuchFileException e) {
      return List.of(); // nothing was ever made here
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : all.reversed()) {
      Files.deleteIfExists(file);
    }
  }

  /** Makes the entries of a folder durable. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The folder as it was given. */
  @Override
  public String toString() {
    return path.toString();
  }
}
