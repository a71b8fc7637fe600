package io.kiosk.index;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;

/** How much there is to read, for those who show progress. */
final class InputSizes {

  private InputSizes() {}

  /** The bytes of all files under the paths; empty if standard input is among them. */
  static OptionalLong total(List<Path> inputs) throws IOException {
    long[] total = {0};
    for (Path input : inputs) {
      if (input.toString().equals("-")) {
        return OptionalLong.empty();
      }
      if (Files.exists(input)) {
        add(input, total);
      }
    }
    return OptionalLong.of(total[0]);
  }

  private static void add(Path input, long[] total) throws IOException {
    Files.walkFileTree(
        input,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            total[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // the reader will say so
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
