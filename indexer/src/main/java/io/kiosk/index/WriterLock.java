package io.kiosk.index;

import io.kiosk.schema.IndexFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The right to be the one writer of an index folder, over all its generations. The operating system
 * releases it when the process dies, however it dies. A text file beside it says who holds it.
 */
final class WriterLock implements Closeable {

  private static final long RETRY_MILLIS = 100;

  private final FSDirectory directory;
  private final Lock lock;

  private WriterLock(FSDirectory directory, Lock lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /** What the one who waits for another writer is told, and asked. */
  interface Waiting {
    /** Nobody to tell, and nothing to do but wait. */
    Waiting PATIENT =
        new Waiting() {
          @Override
          public void begins(String holder) {}

          @Override
          public boolean ends() {
            return false;
          }
        };

    /** Is told once who holds the index. */
    void begins(String holder);

    /** Whether it is given up before its time. */
    boolean ends();
  }

  /**
   * Takes the lock; makes the folder if it is missing.
   *
   * @throws IndexBusyException if another writer has it and does not end within the time
   */
  static WriterLock take(IndexFolder folder, Duration wait, Waiting waiting) throws IOException {
    long end = System.nanoTime() + wait.toNanos();
    boolean told = false;
    FSDirectory directory;
    try {
      directory = FSDirectory.open(folder.path());
    } catch (FileSystemException e) {
      throw unwritable(folder, e);
    }
    try {
      while (true) {
        try {
          Lock lock = directory.obtainLock(folder.lockFile().getFileName().toString());
          Files.writeString(holderFile(folder), holder() + "\n", StandardCharsets.UTF_8);
          return new WriterLock(directory, lock);
        } catch (LockObtainFailedException e) {
          String holder = readHolder(folder);
          if (System.nanoTime() - end >= 0 || waiting.ends()) {
            throw new IndexBusyException(folder.path(), holder);
          }
          if (!told) {
            waiting.begins(holder);
            told = true;
          }
          Thread.sleep(RETRY_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      directory.close();
      throw new InterruptedIOException("interrupted while waiting for " + readHolder(folder));
    } catch (FileSystemException e) {
      directory.close();
      throw unwritable(folder, e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static IOException unwritable(IndexFolder folder, FileSystemException e) {
    String why =
        switch (e) {
          case AccessDeniedException denied -> "permission denied";
          case FileAlreadyExistsException exists -> "a file is in the place of the folder";
          default -> e.getReason() == null ? e.toString() : e.getReason();
        };
    return new IOException("cannot write the index " + folder + ": " + why, e);
  }

  /** Fails if the lock file was removed or replaced meanwhile. */
  void ensureValid() throws IOException {
    lock.ensureValid();
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      lock.close();
    }
  }

  private static Path holderFile(IndexFolder folder) {
    return folder.path().resolve("writer.txt");
  }

  private static String holder() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "this machine";
    }
    return "process "
        + ProcessHandle.current().pid()
        + " of "
        + System.getProperty("user.name")
        + " on "
        + host
        + " since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String readHolder(IndexFolder folder) {
    try {
      String text = Files.readString(holderFile(folder), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? "another process" : text.replaceAll("\\p{Cntrl}", " ");
    } catch (IOException e) {
      return "another process";
    }
  }
}
