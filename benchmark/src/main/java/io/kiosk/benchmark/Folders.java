package io.kiosk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders that a benchmark fills and leaves. */
final class Folders {

  private Folders() {}

  /** The lexicon: that of the build, or of the folder in the variable {@code KIOSK_DATA}. */
  static Path data() {
    return Optional.ofNullable(System.getenv("KIOSK_DATA"))
        .map(Path::of)
        .orElse(Path.of("lexicon", "target", "lexicon-data"));
  }

  /** Removes a folder and all in it; none is fine. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Bytes of all files in a folder and those below. */
  static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
