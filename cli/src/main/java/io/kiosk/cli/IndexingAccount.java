package io.kiosk.cli;

import io.kiosk.index.IndexingReport;
import io.kiosk.index.InputResult;
import io.kiosk.index.Outcome;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What becomes of inputs, told to the user and written into the file of {@code --report}. */
final class IndexingAccount implements Closeable {

  private static final int REJECTED_SHOWN = 20;

  private final Terminal terminal;
  private final BufferedWriter report;
  private long rejected;

  /**
   * Opens an account.
   *
   * @param report file for a line on every input; null for none
   */
  IndexingAccount(Terminal terminal, Path report) throws IOException {
    this.terminal = terminal;
    this.report = report == null ? null : Files.newBufferedWriter(report, StandardCharsets.UTF_8);
  }

  /** Takes in an input that is durable. */
  void enter(InputResult input) {
    if (input.outcome() == Outcome.REJECTED && rejected++ < REJECTED_SHOWN) {
      terminal.complain(place(input) + ": " + input.reason().orElse("rejected"));
    }
    if (report != null) {
      try {
        write(input);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String place(InputResult input) {
    return input.line().isPresent() ? input.file() + ":" + input.line().getAsLong() : input.file();
  }

  private void write(InputResult input) throws IOException {
    JsonOutput.line(
        report,
        json -> {
          json.writeStringProperty("file", input.file());
          input.line().ifPresent(line -> json.writeNumberProperty("line", line));
          JsonOutput.property(json, "id", input.id());
          json.writeStringProperty("outcome", input.outcome().label());
          JsonOutput.property(json, "reason", input.reason());
        });
    report.flush();
  }

  /** Says what a run came to. */
  void summarize(IndexingReport result, boolean prune) {
    if (rejected > REJECTED_SHOWN) {
      terminal.complain(
          String.format(Locale.ROOT, "and %,d more rejected", rejected - REJECTED_SHOWN)
              + (report == null ? "; --report FILE has them all" : ""));
    }
    result.notes().forEach(terminal::say);
    terminal.say(line(result));
    if (result.count(Outcome.REJECTED) > 0) {
      terminal.say("rejected: " + counts(result.reasons(), Function.identity()));
    }
    if (prune) {
      terminal.say(Texts.count(result.pruned(), "article") + " removed because their file is gone");
    }
    terminal.say("languages: " + counts(result.languages(), Function.identity()));
  }

  /** All outcomes in one line. */
  private static String line(IndexingReport result) {
    return Texts.count(result.total(), "input") + ": " + counts(result.outcomes(), Outcome::label);
  }

  /** What is not zero of a small run, in one line. */
  static String shortLine(IndexingReport result) {
    Map<Outcome, Long> outcomes =
        result.outcomes().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (a, b) -> a,
                    () -> new java.util.EnumMap<>(Outcome.class)));
    String pruned =
        result.pruned() == 0 ? "" : Texts.count(result.pruned(), "article") + " removed";
    String counted = counts(outcomes, Outcome::label);
    return counted + (counted.isEmpty() || pruned.isEmpty() ? "" : ", ") + pruned;
  }

  private static <K> String counts(Map<K, Long> counts, Function<K, String> name) {
    return counts.entrySet().stream()
        .map(
            entry ->
                String.format(Locale.ROOT, "%,d %s", entry.getValue(), name.apply(entry.getKey())))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() throws IOException {
    if (report != null) {
      report.close();
    }
  }
}
