package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An index was written by another version of the program: its layout cannot be read, or its terms
 * are not those that a query would look for. The message names the command that mends it.
 */
public final class IndexVersionException extends IOException {
  private static final long serialVersionUID = 1;

  private IndexVersionException(String message) {
    super(message);
  }

  static IndexVersionException ofSchema(Path folder, String found) {
    return new IndexVersionException(
        folder
            + ": index has schema "
            + (found == null ? "(none)" : found)
            + ", this program reads "
            + ArticleSchema.VERSION
            + ": run kiosk rebuild");
  }

  static IndexVersionException ofAnalyzers(Path folder, Optional<String> found, String ours) {
    return new IndexVersionException(
        folder
            + ": index has the terms of analyzers "
            + found.orElse("(none)")
            + ", this program has "
            + ours
            + " and would not find all: run kiosk rebuild, or kiosk export | kiosk rebuild -");
  }
}
