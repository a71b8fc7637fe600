package io.kiosk.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Changes that the operating system tells of. A folder that vanishes is waited for; when it is
 * there again, it has changed.
 */
final class NotifiedChanges implements ChangeSource {

  private final WatchedPaths paths;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Set<Path> missing = new HashSet<>();

  private NotifiedChanges(WatchedPaths paths, WatchService service) {
    this.paths = paths;
    this.service = service;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException if the operating system cannot tell of all these folders
   */
  static NotifiedChanges of(WatchedPaths paths) throws IOException {
    WatchService service;
    try {
      service = FileSystems.getDefault().newWatchService();
    } catch (UnsupportedOperationException e) {
      throw new IOException(e);
    }
    NotifiedChanges changes = new NotifiedChanges(paths, service);
    try {
      for (Path root : paths.roots()) {
        if (Files.exists(root)) {
          changes.listenBelow(root);
        } else {
          changes.missing.add(root);
        }
      }
      return changes;
    } catch (IOException | RuntimeException e) {
      changes.close();
      throw e;
    }
  }

  private void listenBelow(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      paths.walk(root, (folder, attributes) -> listen(folder), (file, attributes) -> {});
    } else {
      listen(root.getParent());
    }
  }

  private void listen(Path folder) throws IOException {
    WatchKey key =
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
    folders.put(key, folder);
  }

  @Override
  public Set<Path> next(Duration wait) throws InterruptedException {
    Set<Path> changed = new LinkedHashSet<>();
    WatchKey key = service.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    for (; key != null; key = service.poll()) {
      Path folder = folders.get(key);
      for (WatchEvent<?> event : key.pollEvents()) {
        if (folder == null) {
          continue;
        } else if (event.context() instanceof Path name) {
          enter(folder.resolve(name), changed);
        } else {
          changed.add(folder); // more at once than could be told
        }
      }
      if (!key.reset()) {
        folders.remove(key);
        if (folder != null && paths.roots().contains(folder)) {
          missing.add(folder);
        }
      }
    }
    returned(changed);
    return changed;
  }

  private void enter(Path path, Set<Path> changed) {
    if (paths.covers(path)) {
      if (Files.isDirectory(path)) {
        if (tryToListen(path)) {
          filesBelow(path, changed); // those that came before we listened
        }
      } else {
        changed.add(path);
      }
    }
  }

  private void filesBelow(Path folder, Set<Path> files) {
    try {
      paths.walk(folder, (dir, attributes) -> {}, (file, attributes) -> files.add(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the visitor lets none through
    }
  }

  private boolean tryToListen(Path folder) {
    try {
      listenBelow(folder);
      return true;
    } catch (IOException e) {
      return false; // gone again; or no more can be listened to, and a next run will find it
    }
  }

  private void returned(Set<Path> changed) {
    for (Path root : Set.copyOf(missing)) {
      if (Files.exists(root) && tryToListen(root)) {
        missing.remove(root);
        changed.add(root);
      }
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      // Nothing was written.
    }
  }
}
