package io.kiosk.corpus;

import java.util.Objects;

/**
 * One block of a raw file and what the cleaner did with it.
 *
 * @param kind paragraph, heading, list item, quotation, table row, caption or preformatted
 * @param text the block's text, one line, safe to print
 * @param kept whether it is part of the article's body
 * @param reason why, in words
 */
public record ExplainedBlock(String kind, String text, boolean kept, String reason) {
  /** Checks that nothing is null. */
  public ExplainedBlock {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
  }
}
