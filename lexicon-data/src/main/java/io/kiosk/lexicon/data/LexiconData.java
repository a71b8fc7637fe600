package io.kiosk.lexicon.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The translation tables in this jar. They are mapped at run time, which needs files: {@link
 * #unpack} makes them.
 */
public final class LexiconData {
  private static final int NAME_LENGTH = 16;

  private LexiconData() {}

  /**
   * Unpacks the tables, about 55 MB, unless they are there already.
   *
   * <p>They come into a folder of their own below the given one, named by a digest of what is in
   * them: tables of several versions may lie side by side, and several programs may unpack at once.
   *
   * @param folder where to keep tables; made if it is missing
   * @return the folder for {@link io.kiosk.lexicon.TranslationLexicon#open}
   * @throws IOException naming the file, if it cannot be written
   */
  public static Path unpack(Path folder) throws IOException {
    Path tables = folder.resolve(read("digest.txt").substring(0, NAME_LENGTH));
    if (Files.isDirectory(tables)) {
      return tables;
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempDirectory(folder, ".unpacking-");
    try {
      List<String> files = read("files.txt").lines().toList();
      for (String file : files) {
        Path to = unfinished.resolve(file);
        Files.createDirectories(to.getParent());
        try (InputStream in = open("tables/" + file)) {
          Files.copy(in, to);
        }
      }
      publish(unfinished, tables);
    } finally {
      delete(unfinished);
    }
    return tables;
  }

  /** Moves in one step; if another program has been quicker, its tables are the same. */
  private static void publish(Path unfinished, Path tables) throws IOException {
    try {
      Files.move(unfinished, tables, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(tables)) {
        throw e;
      }
    }
  }

  private static String read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = LexiconData.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("kiosk-lexicon-data: no " + name + " in the jar");
    }
    return in;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : all.reversed()) {
      Files.delete(file);
    }
  }
}
