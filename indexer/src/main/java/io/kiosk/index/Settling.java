package io.kiosk.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that have changed and may still be being written: each is handed on when its size and time
 * have stayed the same for a while. For one thread.
 */
final class Settling {

  private final Duration quiet;
  private final Map<Path, Look> waiting = new LinkedHashMap<>();

  /** What was seen of a path, and since when it is so; no attributes if it was not there. */
  private record Look(Optional<State> state, long since) {}

  private record State(boolean folder, long size, long modified) {}

  /**
   * Paths that have settled.
   *
   * @param there files and folders to read
   * @param gone what is not there any more
   */
  record Settled(List<Path> there, List<Path> gone) {
    boolean isEmpty() {
      return there.isEmpty() && gone.isEmpty();
    }
  }

  Settling(Duration quiet) {
    this.quiet = quiet;
  }

  /** Enters a path that has changed. */
  void add(Path path, long nanoTime) {
    waiting.put(path, new Look(state(path), nanoTime));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Takes out what has settled. */
  Settled take(long nanoTime) {
    List<Path> there = new ArrayList<>();
    List<Path> gone = new ArrayList<>();
    for (Path path : List.copyOf(waiting.keySet())) {
      Look before = waiting.get(path);
      Optional<State> now = state(path);
      if (!now.equals(before.state())) {
        waiting.put(path, new Look(now, nanoTime));
      } else if (nanoTime - before.since() >= quiet.toNanos()) {
        waiting.remove(path);
        (now.isPresent() ? there : gone).add(path);
      }
    }
    return new Settled(there, gone);
  }

  private static Optional<State> state(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new State(
              attributes.isDirectory(),
              attributes.size(),
              attributes.lastModifiedTime().toMillis()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
