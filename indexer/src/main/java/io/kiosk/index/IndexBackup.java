package io.kiosk.index;

import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/**
 * Copies the last commit of an index, and its alerts, to another folder, also while it is being
 * written.
 */
public final class IndexBackup {

  /** How often a commit may be replaced while its files are being opened. */
  private static final int ATTEMPTS = 20;

  private static final String PART = "alerts.part";

  /**
   * The files of the alerts in the order in which they are copied: if articles are being told of
   * meanwhile, the copy has the mark that says so, or knows that they were told.
   */
  private static final List<String> ALERTS = List.of("delivering", "seen", "alerts.tsv");

  private IndexBackup() {}

  /**
   * Copies an index; the copy can be searched and written like the original, and its alerts go on.
   * Every file of the index is checked against its checksum on the way.
   *
   * @param index an index folder
   * @param target a folder that is missing or empty, or has what an interrupted backup left but no
   *     articles
   * @return the bytes copied
   * @throws IOException if there is no index, it is damaged, or the target is not empty or cannot
   *     be written
   */
  public static long copy(Path index, Path target) throws IOException {
    IndexFolder copy = IndexFolder.at(target);
    if (Files.isDirectory(target)) {
      if (copy.current().isEmpty()) {
        Generations.ensureNoneIsLost(copy);
        clean(copy); // of what an interrupted backup left
      }
      try (Stream<Path> children = Files.list(target)) {
        if (children.findAny().isPresent()) {
          throw new IOException(target + " is not empty: choose another folder");
        }
      }
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return IndexFolder.at(index)
            .open(generation -> copyGeneration(generation, IndexFolder.at(index), copy))
            .orElseThrow(() -> new IOException("no index in " + index + ": run kiosk index ..."));
      } catch (NoSuchFileException e) {
        if (!isIn(e.getFile(), index)) {
          throw e; // the target cannot be made
        }
        clean(copy);
        if (attempt == ATTEMPTS) {
          throw new IOException("index " + index + " has changed too fast: try again", e);
        }
      } catch (IOException e) {
        if (Files.isDirectory(target)) {
          clean(copy);
        }
        throw e;
      }
    }
  }

  private static boolean isIn(String file, Path folder) {
    return file != null && Path.of(file).toAbsolutePath().startsWith(folder.toAbsolutePath());
  }

  private static long copyGeneration(Path from, IndexFolder index, IndexFolder copy)
      throws IOException {
    try (FSDirectory source = FSDirectory.open(from)) {
      Map<String, IndexInput> files = open(source);
      try {
        Path generation = copy.newGeneration();
        long bytes = 0;
        try (FSDirectory to = FSDirectory.open(generation)) {
          for (Map.Entry<String, IndexInput> file : files.entrySet()) {
            copy(file.getValue(), to, file.getKey());
            bytes += file.getValue().length();
          }
          to.sync(files.keySet());
          to.syncMetaData();
        }
        bytes += copyAlerts(index.alerts(), copy);
        copy.switchTo(generation);
        return bytes;
      } finally {
        IOUtils.close(files.values());
      }
    }
  }

  /** Copies the alerts as they are now, after the articles: what was told of is not told again. */
  private static long copyAlerts(Path alerts, IndexFolder copy) throws IOException {
    long bytes = 0;
    if (Files.isDirectory(alerts)) {
      Path part = Files.createDirectories(copy.path().resolve(PART));
      for (String name : ALERTS) {
        Path file = alerts.resolve(name);
        if (Files.exists(file)) {
          bytes += Files.size(Files.copy(file, part.resolve(name)));
          IOUtils.fsync(part.resolve(name), false);
        }
      }
      IOUtils.fsync(part, true);
      Files.move(part, copy.alerts(), StandardCopyOption.ATOMIC_MOVE);
    }
    return bytes;
  }

  /** Removes what an unfinished copy left. */
  private static void clean(IndexFolder copy) throws IOException {
    copy.removeUnused();
    Path part = copy.path().resolve(PART);
    for (String name : ALERTS) {
      Files.deleteIfExists(part.resolve(name));
    }
    Files.deleteIfExists(part);
  }

  /**
   * All files of the last commit; once they are open, a writer may delete them. The one that names
   * the others is last, so that what an interrupted copy leaves is no index.
   */
  private static Map<String, IndexInput> open(Directory source) throws IOException {
    Map<String, IndexInput> files = new LinkedHashMap<>();
    try {
      SegmentInfos commit = SegmentInfos.readLatestCommit(source);
      for (String name : commit.files(false)) {
        files.put(name, source.openInput(name, IOContext.READONCE));
      }
      String names = commit.getSegmentsFileName();
      files.put(names, source.openInput(names, IOContext.READONCE));
      return files;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(files.values());
      throw e;
    }
  }

  private static void copy(IndexInput from, Directory to, String name) throws IOException {
    try (IndexOutput out = to.createOutput(name, IOContext.DEFAULT)) {
      out.copyBytes(from, from.length());
    }
    try (ChecksumIndexInput in = to.openChecksumInput(name)) {
      in.seek(in.length() - CodecUtil.footerLength());
      CodecUtil.checkFooter(in);
    }
  }
}
