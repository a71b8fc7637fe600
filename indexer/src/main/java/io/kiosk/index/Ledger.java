package io.kiosk.index;

import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The account of a run while it goes on: counts, and the results that are not durable yet. */
final class Ledger {

  private final EnumMap<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> reasons = new TreeMap<>();
  private List<Entry> pending = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long inputs;
  private long pruned;
  private boolean inputsEnded;

  private record Entry(long ordinal, InputResult result) {}

  Ledger() {
    Arrays.stream(Language.values()).forEach(language -> languages.put(language.tag(), 0L));
    languages.put(ArticleSchema.OTHER, 0L);
  }

  /** Enters the result of the input that was read as the given one. */
  synchronized void enter(long ordinal, InputResult result) {
    inputs++;
    outcomes.merge(result.outcome(), 1L, Long::sum);
    if (result.outcome() == Outcome.REJECTED) {
      reasons.merge(kind(result.reason().orElse("")), 1L, Long::sum);
    }
    pending.add(new Entry(ordinal, result));
  }

  /** Counts an article that was written, as long as inputs are read. */
  synchronized void written(Locale locale) {
    if (!inputsEnded) {
      languages.merge(
          Language.of(locale).map(Language::tag).orElse(ArticleSchema.OTHER), 1L, Long::sum);
    }
  }

  /** From now on inputs are only read again, which does not count. */
  synchronized void endInputs() {
    inputsEnded = true;
  }

  synchronized void note(String text) {
    notes.add(text);
  }

  synchronized void pruned() {
    pruned++;
  }

  /** Takes out the results so far, in the order of the inputs. */
  synchronized List<InputResult> takePending() {
    List<Entry> taken = pending;
    pending = new ArrayList<>();
    return taken.stream()
        .sorted(Comparator.comparingLong(Entry::ordinal))
        .map(Entry::result)
        .toList();
  }

  synchronized long inputs() {
    return inputs;
  }

  synchronized IndexingReport report(
      List<String> readingNotes, boolean interrupted, Duration elapsed) {
    List<String> all = new ArrayList<>(readingNotes);
    all.addAll(notes);
    return new IndexingReport(outcomes, languages, reasons, pruned, all, interrupted, elapsed);
  }

  /** The kind of a reason, without its detail, so that there are few of them. */
  private static String kind(String reason) {
    return Arrays.stream(Reason.values())
        .map(Reason::label)
        .filter(reason::startsWith)
        .findFirst()
        .orElse("failed");
  }
}
