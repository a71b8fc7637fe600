package io.kiosk.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

  private final Deque<Child> pending = new ArrayDeque<>();
  private final Set<Path> walked = new HashSet<>();

  /** A file, or why a file or folder cannot be read. */
  record Step(Path path, Optional<String> problem) {}

  /** What is known of a path: each question to the file system costs as much as all the rest. */
  private record Child(Path path, String name, boolean folder, boolean broken) {

    static Child of(Path path) {
      String name = String.valueOf(path.getFileName());
      boolean broken = !Files.exists(path) && !RawFileReader.isStandardInput(path);
      return new Child(path, name, Files.isDirectory(path), broken);
    }
  }

  FileWalk(List<Path> paths) {
    paths.stream().map(Child::of).forEach(pending::add);
  }

  /** The next file in order; nothing at the end. */
  Optional<Step> next() {
    while (!pending.isEmpty()) {
      Child child = pending.pop();
      Path path = child.path;
      if (!child.folder) {
        return Optional.of(
            new Step(path, child.broken ? Optional.of("no such file") : Optional.empty()));
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

  private static List<Child> children(Path folder) throws IOException {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        String name = path.getFileName().toString();
        if (!name.startsWith(".")) {
          child(path, name).ifPresent(children::add);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(Comparator.comparing(Child::name));
    return children;
  }

  /** A file or folder in a folder; nothing for a device, for example. */
  private static Optional<Child> child(Path path, String name) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile() || attributes.isDirectory()
          ? Optional.of(new Child(path, name, attributes.isDirectory(), false))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Child(path, name, false, true));
    }
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
