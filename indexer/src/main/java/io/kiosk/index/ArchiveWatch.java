package io.kiosk.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Follows files and folders: one run over all of them, then one over whatever comes, changes or,
 * where the runs prune, goes. A file is taken once its size and time have stayed the same for
 * {@value #QUIET_MILLIS} milliseconds. Between the runs others may write the index. A folder that
 * is gone as a whole is taken for a missing disk: its articles stay, and it is followed again when
 * it is back.
 *
 * <p>{@link #stop} may be called by any thread; all else is for one.
 */
public final class ArchiveWatch {

  private static final int QUIET_MILLIS = 700;
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(1);

  private final ArchiveIndexing indexing;
  private final WatchedPaths paths;
  private final boolean poll;
  private final Listener listener;
  private final Settling settling = new Settling(Duration.ofMillis(QUIET_MILLIS));
  private IndexingReport total;
  private volatile boolean stopped;

  /** Hears how a watch goes on; called by the thread that watches. */
  public interface Listener {

    /**
     * The first run is done; changes are followed from now on.
     *
     * @param first the account of that run
     */
    void watching(IndexingReport first);

    /**
     * Changes were indexed.
     *
     * @param report the account of these changes only
     */
    void indexed(IndexingReport report);

    /**
     * A run failed and will be tried again.
     *
     * @param why what stopped it
     */
    void failed(IOException why);

    /**
     * The folders are looked at again and again from now on.
     *
     * @param why what the operating system said
     */
    void polling(String why);
  }

  private ArchiveWatch(
      ArchiveIndexing indexing, List<Path> inputs, boolean poll, Listener listener) {
    this.indexing = Objects.requireNonNull(indexing, "indexing");
    this.paths = WatchedPaths.of(inputs, indexing.index());
    this.poll = poll;
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * A watch over files and folders.
   *
   * @param indexing the run to repeat
   * @param inputs files and folders
   * @param poll whether to look at the folders again and again even if the operating system tells
   *     of changes; it tells nothing of what another machine does on a network drive
   * @param listener hears how the watch goes on
   * @return does nothing before it is run
   */
  public static ArchiveWatch of(
      ArchiveIndexing indexing, List<Path> inputs, boolean poll, Listener listener) {
    return new ArchiveWatch(indexing, inputs, poll, listener);
  }

  /** Ends the watch after the inputs in hand; what is done is committed. */
  public void stop() {
    stopped = true;
    indexing.stop();
  }

  /**
   * Indexes and follows until {@link #stop}.
   *
   * @return the account of all runs
   * @throws IOException if the first run fails; later ones are tried again
   */
  public IndexingReport run() throws IOException {
    try (ChangeSource changes = listen()) {
      total = indexing.run(paths.given());
      if (!stopped) {
        listener.watching(total);
        follow(changes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return total;
  }

  /** Before the first run, so that nothing is missed that comes while it goes on. */
  private ChangeSource listen() {
    if (!poll) {
      try {
        return NotifiedChanges.of(paths);
      } catch (IOException e) {
        listener.polling(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
    return new PolledChanges(paths);
  }

  private void follow(ChangeSource changes) throws InterruptedException {
    while (!stopped) {
      Set<Path> changed = changes.next(TICK);
      changed.forEach(path -> settling.add(path, System.nanoTime()));
      Settling.Settled settled = settling.take(System.nanoTime());
      if (!settled.isEmpty()) {
        index(changes, settled);
      }
    }
  }

  private void index(ChangeSource changes, Settling.Settled settled) throws InterruptedException {
    List<Path> there = settled.there().stream().map(paths::asGiven).toList();
    List<Path> gone = new ArrayList<>();
    if (indexing.prunes()) {
      settled.gone().stream().filter(this::isGoneForGood).map(paths::asGiven).forEach(gone::add);
    }
    if (there.isEmpty() && gone.isEmpty()) {
      return;
    }
    Duration rest = FIRST_RETRY;
    while (!stopped) {
      try {
        IndexingReport report = indexing.run(there, gone);
        total = total.plus(report);
        if (report.total() > 0 || report.pruned() > 0) {
          listener.indexed(report);
        }
        return;
      } catch (IOException e) {
        if (!stopped) {
          listener.failed(e);
        }
        long end = System.nanoTime() + rest.toNanos();
        while (!stopped && System.nanoTime() - end < 0) {
          changes.next(TICK).forEach(path -> settling.add(path, System.nanoTime()));
        }
        rest = min(rest.multipliedBy(2), LAST_RETRY);
      }
    }
  }

  /** Not if a root has gone, or is empty as a missing disk is. */
  private boolean isGoneForGood(Path path) {
    for (Path root : paths.roots()) {
      if (path.startsWith(root)) {
        return !path.equals(root) && Files.isDirectory(root) && !isEmpty(root);
      }
    }
    return false;
  }

  private static boolean isEmpty(Path folder) {
    try (var children = Files.list(folder)) {
      return children.findAny().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
