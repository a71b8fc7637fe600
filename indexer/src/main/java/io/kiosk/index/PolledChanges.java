package io.kiosk.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Changes found by looking at all files again and again: for file systems that tell nothing, those
 * of other machines above all. It rests nine times as long as a look takes.
 */
final class PolledChanges implements ChangeSource {

  private static final long SHORTEST_NANOS = 500_000_000;
  private static final int REST = 9;

  private final WatchedPaths paths;
  private Map<Path, State> known;
  private long due;

  private record State(long size, long modified) {
    static State of(BasicFileAttributes attributes) {
      return new State(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
  }

  PolledChanges(WatchedPaths paths) {
    this.paths = paths;
    this.known = look();
  }

  private Map<Path, State> look() {
    long start = System.nanoTime();
    Map<Path, State> found = new HashMap<>();
    for (Path root : paths.roots()) {
      try {
        if (Files.exists(root)) {
          paths.walk(
              root,
              (folder, attributes) -> {},
              (file, attributes) -> found.put(file, State.of(attributes)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e); // the visitor lets none through
      }
    }
    long now = System.nanoTime();
    due = now + Math.max(SHORTEST_NANOS, REST * (now - start));
    return found;
  }

  @Override
  public Set<Path> next(Duration wait) throws InterruptedException {
    long rest = Math.min(wait.toNanos(), due - System.nanoTime());
    if (rest > 0) {
      Thread.sleep(Duration.ofNanos(rest));
    }
    Set<Path> changed = new LinkedHashSet<>();
    if (System.nanoTime() - due >= 0) {
      Map<Path, State> now = look();
      now.forEach(
          (path, state) -> {
            if (!state.equals(known.get(path))) {
              changed.add(path);
            }
          });
      known.keySet().stream().filter(path -> !now.containsKey(path)).forEach(changed::add);
      known = now;
    }
    return changed;
  }

  @Override
  public void close() {}
}
