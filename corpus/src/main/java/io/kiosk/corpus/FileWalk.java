package io.kiosk.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files under the given paths, folders walked in the order of their names. Hidden files, and
 * what is neither file nor folder, are skipped inside folders but not when they were given. A
 * folder that links lead to again is not walked twice.
 */
final class FileWalk {

  private final Deque<Path> pending = new ArrayDeque<>();
  private final Set<Path> walked = new HashSet<>();

  /** A file, or why a file or folder cannot be read. */
  record Step(Path path, Optional<String> problem) {}

  FileWalk(List<Path> paths) {
    pending.addAll(paths);
  }

  /** The next file in order; nothing at the end. */
  Optional<Step> next() {
    while (!pending.isEmpty()) {
      Path path = pending.pop();
      if (!Files.isDirectory(path)) {
        return Optional.of(step(path));
      }
      try {
        if (walked.add(path.toRealPath())) {
          children(path).reversed().forEach(pending::push);
        }
      } catch (IOException e) {
        return Optional.of(new Step(path, Optional.of(describe(e))));
      }
    }
    return Optional.empty();
  }

  private static Step step(Path path) {
    boolean broken = !Files.exists(path) && !RawFileReader.isStandardInput(path);
    return new Step(path, broken ? Optional.of("no such file") : Optional.empty());
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        boolean hidden = child.getFileName().toString().startsWith(".");
        boolean special = Files.exists(child) && !Files.isRegularFile(child);
        if (!hidden && (!special || Files.isDirectory(child))) {
          children.add(child);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(Comparator.comparing(child -> child.getFileName().toString()));
    return children;
  }

  /** What went wrong, in words; the path stands elsewhere. */
  static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "no such file";
      case AccessDeniedException denied -> "permission denied";
      case EOFException end -> "ends too early";
      default -> TextNormalizer.line(e.getMessage() == null ? e.toString() : e.getMessage());
    };
  }
}
