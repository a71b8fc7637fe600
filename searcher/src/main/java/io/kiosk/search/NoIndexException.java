package io.kiosk.search;

import java.io.IOException;
import java.nio.file.Path;

/** There is no index in a folder. */
public final class NoIndexException extends IOException {
  private static final long serialVersionUID = 1;

  NoIndexException(Path folder) {
    super("no index in " + folder + ": run kiosk index to make one");
  }
}
