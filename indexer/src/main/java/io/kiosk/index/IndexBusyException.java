package io.kiosk.index;

import java.io.IOException;
import java.nio.file.Path;

/** Another writer holds the index; the message says who and since when. */
public final class IndexBusyException extends IOException {

  private static final long serialVersionUID = 1;

  IndexBusyException(Path index, String holder) {
    super(
        "index "
            + index
            + " is being written by "
            + holder
            + ": try again when that has ended, or wait for it with --wait");
  }
}
