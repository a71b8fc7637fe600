package io.kiosk.index;

import java.util.HashSet;
import java.util.Set;

/** What a run has met: 24 bytes for each input. For one thread at a time. */
final class Seen {

  private final LongMap names = new LongMap();
  private final Set<String> wholeFiles = new HashSet<>();
  private final Set<String> brokenFiles = new HashSet<>();

  /** Enters an input; false if it was met before. */
  boolean add(String name) {
    long hash = FileState.hash(name);
    boolean first = !names.contains(hash);
    names.put(hash, 0);
    return first;
  }

  boolean contains(String name) {
    return names.contains(FileState.hash(name));
  }

  /** Enters an article of a JSON Lines file. */
  void addArticle(String file, String id) {
    add(file + "\n" + id);
  }

  /** Enters that a JSON Lines file was read to its end. */
  void addWhole(String file) {
    wholeFiles.add(file);
  }

  boolean isWhole(String file) {
    return wholeFiles.contains(file);
  }

  /** Enters that of a container not all could be read. */
  void addBroken(String file) {
    brokenFiles.add(file);
  }

  boolean isBroken(String file) {
    return brokenFiles.contains(file);
  }

  boolean containsArticle(String file, String id) {
    return contains(file + "\n" + id);
  }
}
