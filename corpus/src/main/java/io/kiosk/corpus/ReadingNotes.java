package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What readers of JSON Lines left out, summed up over a run: one note for each key and problem,
 * with how often it was met and where first. One instance may serve many readers and threads.
 */
public final class ReadingNotes {

  /** Problems kept apart; a file of random keys must not fill the memory. */
  private static final int MAX_PROBLEMS = 200;

  private final Map<String, Problem> problems = new LinkedHashMap<>();
  private long beyond;

  private record Problem(String place, long count) {}

  /** No notes yet. */
  public ReadingNotes() {}

  synchronized void add(String problem, String place) {
    if (problems.size() >= MAX_PROBLEMS && !problems.containsKey(problem)) {
      beyond++;
    } else {
      problems.merge(
          problem,
          new Problem(place, 1),
          (known, added) -> new Problem(known.place(), known.count() + 1));
    }
  }

  /**
   * {@return the notes in the order in which they were first met, like {@code unknown key "tags":
   * left out (in 20 lines, first articles.jsonl:1)}; empty if there was nothing to say}
   */
  public synchronized List<String> messages() {
    List<String> messages = new ArrayList<>();
    problems.forEach(
        (problem, met) ->
            messages.add(
                met.count() == 1
                    ? problem + " (" + met.place() + ")"
                    : problem + " (in " + met.count() + " lines, first " + met.place() + ")"));
    if (beyond > 0) {
      messages.add(beyond + " more notes on other keys");
    }
    return messages;
  }
}
