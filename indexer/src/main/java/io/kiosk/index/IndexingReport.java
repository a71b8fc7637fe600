package io.kiosk.index;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The account of a run. The counts of the outcomes add up to the number of inputs.
 *
 * @param outcomes how many inputs had each outcome; every outcome has an entry
 * @param languages articles added or updated per language: {@code zh}, {@code de}, {@code en} and
 *     {@code other}; every one has an entry
 * @param reasons how many inputs were rejected for each kind of reason
 * @param pruned articles removed because their file is gone
 * @param notes what readers left out of JSON Lines, and warnings
 * @param interrupted whether the run was stopped before the end of its inputs
 * @param elapsed time of the run
 */
public record IndexingReport(
    Map<Outcome, Long> outcomes,
    Map<String, Long> languages,
    Map<String, Long> reasons,
    long pruned,
    List<String> notes,
    boolean interrupted,
    Duration elapsed) {

  /** Copies the collections. */
  public IndexingReport {
    EnumMap<Outcome, Long> all = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      all.put(outcome, outcomes.getOrDefault(outcome, 0L));
    }
    outcomes = Collections.unmodifiableMap(all);
    languages = Collections.unmodifiableMap(new TreeMap<>(languages));
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    notes = List.copyOf(notes);
  }

  /** The account of this run and a later one together; notes that both have stand once. */
  IndexingReport plus(IndexingReport later) {
    Map<Outcome, Long> allOutcomes = new EnumMap<>(outcomes);
    later.outcomes.forEach((key, count) -> allOutcomes.merge(key, count, Long::sum));
    Set<String> allNotes = new LinkedHashSet<>(notes);
    allNotes.addAll(later.notes);
    return new IndexingReport(
        allOutcomes,
        sum(languages, later.languages),
        sum(reasons, later.reasons),
        pruned + later.pruned,
        List.copyOf(allNotes),
        interrupted || later.interrupted,
        elapsed.plus(later.elapsed));
  }

  private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = new TreeMap<>(a);
    b.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  /**
   * {@return how many inputs had an outcome, 0 if none}
   *
   * @param outcome to count
   */
  public long count(Outcome outcome) {
    return outcomes.get(outcome);
  }

  /** {@return the number of inputs} */
  public long total() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
