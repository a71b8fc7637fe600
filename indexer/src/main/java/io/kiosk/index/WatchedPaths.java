package io.kiosk.index;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The files and folders that a watch was given.
 *
 * @param given files and folders, which may be missing
 * @param roots the same as absolute paths
 * @param index the folder of the index, which is left out
 */
record WatchedPaths(List<Path> given, List<Path> roots, Path index) {

  /** What is done with a file or a folder. */
  @FunctionalInterface
  interface Visit {
    void path(Path path, BasicFileAttributes attributes) throws IOException;
  }

  static WatchedPaths of(List<Path> inputs, Path index) {
    List<Path> given = List.copyOf(new LinkedHashSet<>(inputs));
    return new WatchedPaths(
        given, given.stream().map(WatchedPaths::absolute).toList(), absolute(index));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Whether a run over the roots would read a path: hidden ones are left out below a root. */
  boolean covers(Path path) {
    if (path.startsWith(index)) {
      return false;
    }
    for (Path root : roots) {
      if (path.startsWith(root) && !isHidden(root.relativize(path))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** A path below a root in the words of those who gave the root. */
  Path asGiven(Path path) {
    for (int i = 0; i < roots.size(); i++) {
      if (path.equals(roots.get(i))) {
        return given.get(i);
      } else if (path.startsWith(roots.get(i))) {
        return given.get(i).resolve(roots.get(i).relativize(path));
      }
    }
    return path;
  }

  /** Visits the folders and files that are below one and not hidden, itself included. */
  void walk(Path from, Visit folder, Visit file) throws IOException {
    Files.walkFileTree(
        from,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (dir.equals(index) || !dir.equals(from) && isHidden(dir.getFileName())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            folder.path(dir, attributes);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && (path.equals(from) || !isHidden(path.getFileName()))) {
              file.path(path, attributes);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            return FileVisitResult.CONTINUE; // gone meanwhile, or a run over it will say why
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
