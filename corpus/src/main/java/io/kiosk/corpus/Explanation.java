package io.kiosk.corpus;

import java.util.List;
import java.util.Objects;

/**
 * How a raw file was cleaned.
 *
 * @param result what {@link ArticleCleaner#clean} gives for the same file
 * @param blocks every block of the file in its order; empty if it was rejected before it was read
 */
public record Explanation(CleaningResult result, List<ExplainedBlock> blocks) {
  /** Copies the list. */
  public Explanation {
    Objects.requireNonNull(result, "result");
    blocks = List.copyOf(blocks);
  }
}
