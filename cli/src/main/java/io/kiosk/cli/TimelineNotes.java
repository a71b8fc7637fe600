package io.kiosk.cli;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What every form of a timeline says beside its numbers. */
final class TimelineNotes {

  /** The columns of a timeline in their order: the languages, then all others. */
  static final List<String> LANGUAGES =
      Stream.concat(Stream.of(Language.values()).map(Language::tag), Stream.of(ArticleSchema.OTHER))
          .toList();

  private TimelineNotes() {}

  /** Which articles have no bar, and why; empty if all have one. */
  static List<String> of(Timeline timeline) {
    List<String> notes = new ArrayList<>();
    long vague = sum(timeline.vague());
    if (vague > 0) {
      notes.add(
          (timeline.unit() == Timeline.Unit.MONTH
                  ? "of " + Texts.count(vague, "article") + " only the year is known"
                  : "of " + Texts.count(vague, "article") + " only the month or the year is known")
              + byLanguage(timeline.vague())
              + ", no bar counts them");
    }
    long undated = sum(timeline.undated());
    if (undated > 0) {
      notes.add(
          Texts.count(undated, "article")
              + (undated == 1 ? " has no date" : " have no date")
              + byLanguage(timeline.undated()));
    }
    return notes;
  }

  private static String byLanguage(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    for (String language : LANGUAGES) {
      long count = counts.getOrDefault(language, 0L);
      if (count > 0) {
        parts.add(String.format(Locale.ROOT, "%s %,d", language, count));
      }
    }
    return " (" + String.join(", ", parts) + ")";
  }

  static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Articles of a language that have a bar. */
  static long count(Timeline timeline, String language) {
    return timeline.buckets().values().stream()
        .mapToLong(counts -> counts.getOrDefault(language, 0L))
        .sum();
  }

  /** Articles in the highest bar. */
  static long highest(Timeline timeline) {
    return timeline.buckets().values().stream().mapToLong(TimelineNotes::sum).max().orElse(0);
  }

  /** The unit in words, in the singular. */
  static String name(Timeline.Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  /** The name of a column for people. */
  static String title(String language) {
    return Language.of(language).map(Texts::name).orElse("other languages");
  }
}
