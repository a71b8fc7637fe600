package io.kiosk.alert;

import io.kiosk.schema.IndexFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.util.StringHelper;

/**
 * The files of the alerts beside the generations of an index, which a rebuild does not touch: the
 * definitions, replaced by an atomic rename; a hash of the id of every article that the alerts have
 * been asked about, to which each batch appends; and a mark that a batch is being delivered. One
 * process at a time holds them.
 */
final class AlertFolder implements Closeable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private AlertFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  static Path definitions(Path index) {
    return IndexFolder.at(index).alerts().resolve("alerts.tsv");
  }

  /** Waits until no other process has the files. */
  static AlertFolder open(Path index) throws IOException {
    Path folder = Files.createDirectories(IndexFolder.at(index).alerts());
    FileChannel file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      long begun = System.nanoTime();
      while (System.nanoTime() - begun < PATIENCE.toNanos()) {
        FileLock lock = tryLock(file);
        if (lock != null) {
          return new AlertFolder(folder, file, lock);
        }
        Thread.sleep(20);
      }
      throw new IOException(folder + " is in use by another process: try again");
    } catch (InterruptedException e) {
      file.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another process has " + folder, e);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process has it
    }
  }

  void writeDefinitions(List<String> lines) throws IOException {
    replace(
        folder.resolve("alerts.tsv"),
        ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** Hashes of the ids that the alerts have been asked about, ascending. */
  long[] seen() throws IOException {
    Path file = folder.resolve("seen");
    if (!Files.exists(file)) {
      return new long[0];
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    long[] seen = new long[bytes.remaining() / Long.BYTES]; // a cut one at the end does not count
    bytes.asLongBuffer().get(seen);
    Arrays.sort(seen);
    return seen;
  }

  void replaceSeen(long[] hashes) throws IOException {
    replace(folder.resolve("seen"), bytes(hashes));
  }

  void appendSeen(Collection<String> ids) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("seen"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.position(file.size() / Long.BYTES * Long.BYTES);
      write(file, bytes(ids.stream().mapToLong(AlertFolder::hash).toArray()));
    }
  }

  /** 64 bits that tell a million ids apart but for a chance of one in 30 million. */
  static long hash(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, 0)[0];
  }

  /** Notes that a batch is being delivered; whether that was noted before and not taken back. */
  boolean markBegun() throws IOException {
    Path mark = folder.resolve("delivering");
    if (Files.exists(mark)) {
      return true;
    }
    replace(mark, ByteBuffer.allocate(0));
    return false;
  }

  void markEnded() throws IOException {
    Files.deleteIfExists(folder.resolve("delivering"));
  }

  private static ByteBuffer bytes(long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
    LongStream.of(values).forEach(bytes::putLong);
    return bytes.flip();
  }

  private static void replace(Path file, ByteBuffer content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(channel, content);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel entries = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static void write(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      channel.write(content);
    }
    channel.force(true);
  }

  @Override
  public void close() {
    try (lockFile) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
