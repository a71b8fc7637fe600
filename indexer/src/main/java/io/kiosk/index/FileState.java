package io.kiosk.index;

import io.kiosk.corpus.ArticleCleaner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.StringHelper;

/**
 * A file as a look at its folder shows it.
 *
 * @param name absolute path, by which the index knows the file
 * @param modified milliseconds since 1970
 * @param stamp hash of name, size, time and the cleaner's version; 0 if the file was modified so
 *     recently that a later change might leave its time the same
 * @param size bytes
 */
record FileState(String name, long modified, long stamp, long size) {

  /** Coarsest step of the time of common file systems, twice. */
  private static final long RECENT_MILLIS = 4_000;

  static FileState of(Path file) throws IOException {
    long now = System.currentTimeMillis();
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    String name = name(file);
    long modified = attributes.lastModifiedTime().toMillis();
    boolean recent = modified > now - RECENT_MILLIS;
    String state =
        String.join(
            "\n",
            name,
            Long.toString(attributes.size()),
            Long.toString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)),
            Integer.toString(ArticleCleaner.VERSION));
    return new FileState(name, modified, recent ? 0 : hash(state), attributes.size());
  }

  /** The name by which the index knows a file. */
  static String name(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /** A 64-bit hash that is not 0. */
  static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long hash = StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, 0x6b696f73)[0];
    return hash == 0 ? 1 : hash;
  }

  /** Whether the file of an input, or the container that holds it, is still there. */
  static boolean exists(String input) {
    if (input.equals("-")) {
      return true;
    }
    for (int end = input.length(); end > 0; end = input.lastIndexOf('!', end - 1)) {
      if (!Files.notExists(Path.of(input.substring(0, end)))) {
        return true;
      }
    }
    return false;
  }
}
