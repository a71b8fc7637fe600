package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.nio.file.Path;

/** An index was written by another version of the program and cannot be read. */
public final class IndexVersionException extends IOException {
  private static final long serialVersionUID = 1;

  IndexVersionException(Path folder, String found) {
    super(
        folder
            + ": index has schema "
            + (found == null ? "(none)" : found)
            + ", this program reads "
            + ArticleSchema.VERSION
            + ": run kiosk rebuild");
  }
}
