package io.kiosk.benchmark;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts how many titles, authors and dates a cleaner found as the gold has them. Titles and
 * authors are equal after NFKC, case, quotes and spaces; dates are compared at the gold's
 * precision. Pages without gold for a field do not count; correct, wrong and absent answers are
 * kept apart, by group and over all. Not for several threads.
 */
final class MetadataScorer {

  /** The fields that are scored. */
  enum Field {
    /** The article's headline. */
    TITLE,
    /** Who wrote it. */
    AUTHOR,
    /** The day of publication. */
    DATE
  }

  /** What became of one answer. */
  enum Outcome {
    /** As the gold. */
    CORRECT,
    /** Something else. */
    WRONG,
    /** No answer. */
    ABSENT
  }

  private final Map<String, Map<Field, int[]>> counts = new TreeMap<>();

  /** Compares one answer; nothing happens if there is no gold. */
  Optional<Outcome> add(String group, Field field, Optional<String> gold, Optional<String> answer) {
    if (gold.isEmpty() || gold.get().isBlank()) {
      return Optional.empty();
    }
    Outcome outcome =
        answer.isEmpty()
            ? Outcome.ABSENT
            : equal(field, gold.get(), answer.get()) ? Outcome.CORRECT : Outcome.WRONG;
    for (String name : List.of(group, "all")) {
      counts.computeIfAbsent(name, n -> new TreeMap<>())
          .computeIfAbsent(field, f -> new int[Outcome.values().length])[outcome.ordinal()]++;
    }
    return Optional.of(outcome);
  }

  private static boolean equal(Field field, String gold, String answer) {
    return field == Field.DATE
        ? answer.startsWith(gold)
        : normalize(gold).equals(normalize(answer));
  }

  /** NFKC, lower case, without quotes and white space. */
  static String normalize(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\"'’‘‚“”„«»‹›`´]+", "");
  }

  /** A row a group and field: answers, and per cent of correct, wrong and absent ones. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (group, fields) ->
            fields.forEach(
                (field, n) -> {
                  List<String> row = new ArrayList<>();
                  row.add(group);
                  row.add(field.name().toLowerCase(Locale.ROOT));
                  int all = Arrays.stream(n).sum();
                  row.add(Integer.toString(all));
                  for (int count : n) {
                    row.add(String.format(Locale.ROOT, "%.1f", 100.0 * count / all));
                  }
                  rows.add(row);
                }));
    return rows;
  }
}
