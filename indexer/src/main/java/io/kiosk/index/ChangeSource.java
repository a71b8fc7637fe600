package io.kiosk.index;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Tells which files under some folders may have changed. For one thread. */
interface ChangeSource extends Closeable {

  /**
   * Waits for changes.
   *
   * @param wait at most so long
   * @return files that came, changed or went; a folder that went; one that is there stands for all
   *     that is in it
   */
  Set<Path> next(Duration wait) throws InterruptedException;

  @Override
  void close();
}
