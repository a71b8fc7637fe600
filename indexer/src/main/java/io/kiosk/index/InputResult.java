package io.kiosk.index;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one input.
 *
 * @param file the input as it was named; {@code -} for standard input
 * @param line line of a JSON Lines input, from 1
 * @param id the article's; empty if the input was rejected
 * @param outcome what happened
 * @param reason why, in words; empty if there is nothing to say
 */
public record InputResult(
    String file, OptionalLong line, Optional<String> id, Outcome outcome, Optional<String> reason) {

  /** Checks that nothing is null. */
  public InputResult {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
  }

  static InputResult rejected(String file, OptionalLong line, String reason) {
    return new InputResult(file, line, Optional.empty(), Outcome.REJECTED, Optional.of(reason));
  }
}
