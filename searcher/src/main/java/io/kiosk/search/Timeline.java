package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;

/**
 * How many of the articles that match a request were published when. Counts are per language: the
 * tag of a {@link io.kiosk.schema.Language} or {@link ArticleSchema#OTHER}. Near-identical copies
 * count each. An article counts once: in a bucket, as vague or as undated.
 *
 * @param unit length of a bucket
 * @param buckets articles by first day of their bucket and language; buckets without any are absent
 * @param vague articles by language whose date, of month or year precision, is longer than a bucket
 * @param undated articles by language that have no date
 */
public record Timeline(
    Unit unit,
    SortedMap<LocalDate, Map<String, Long>> buckets,
    Map<String, Long> vague,
    Map<String, Long> undated) {

  /** Length of a bucket. */
  public enum Unit {
    /** A day in UTC. */
    DAY,
    /** Monday to Sunday. */
    WEEK,
    /** A month of the calendar. */
    MONTH;

    /** The first day of the bucket that a day is in. */
    public LocalDate firstDay(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    /** The first day of the bucket after the one that begins on a day. */
    public LocalDate next(LocalDate firstDay) {
      return firstDay.plus(1, length());
    }

    /** How many buckets later than one another begins, both given by their first days. */
    public long between(LocalDate firstDay, LocalDate later) {
      return length().between(firstDay, later);
    }

    private ChronoUnit length() {
      return switch (this) {
        case DAY -> ChronoUnit.DAYS;
        case WEEK -> ChronoUnit.WEEKS;
        case MONTH -> ChronoUnit.MONTHS;
      };
    }
  }

  /** Copies the maps. */
  public Timeline {
    Objects.requireNonNull(unit, "unit");
    SortedMap<LocalDate, Map<String, Long>> copy = new TreeMap<>();
    buckets.forEach((day, counts) -> copy.put(day, Map.copyOf(counts)));
    buckets = Collections.unmodifiableSortedMap(copy);
    vague = Map.copyOf(vague);
    undated = Map.copyOf(undated);
  }

  /** Number of buckets from the first to the last with an article, empty ones included. */
  public long length() {
    return buckets.isEmpty() ? 0 : unit.between(buckets.firstKey(), buckets.lastKey()) + 1;
  }

  /** First days of all buckets from the first to the last with an article, in order. */
  public Stream<LocalDate> days() {
    return LongStream.range(0, length()).mapToObj(i -> buckets.firstKey().plus(i, unit.length()));
  }

  /** Articles of a language in the bucket that begins on a day. */
  public long count(LocalDate firstDay, String language) {
    return buckets.getOrDefault(firstDay, Map.of()).getOrDefault(language, 0L);
  }

  /** Articles of all languages in the bucket that begins on a day. */
  public long count(LocalDate firstDay) {
    return sum(buckets.getOrDefault(firstDay, Map.of()));
  }

  /** All articles: those of the buckets, the vague and the undated ones. */
  public long total() {
    return buckets.values().stream().mapToLong(Timeline::sum).sum() + sum(vague) + sum(undated);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  static Timeline of(RequestQueries queries, Unit unit, IndexSearcher searcher) throws IOException {
    SortedMap<LocalDate, Map<String, Long>> buckets = new TreeMap<>();
    Map<String, Long> vague = new TreeMap<>();
    Map<String, Long> undated = new TreeMap<>();
    MatchingArticles.forEach(
        queries,
        searcher,
        (query, values, doc, docBase) -> {
          Optional<ArticleValues.Published> published = values.published(doc);
          Map<String, Long> counts = undated;
          if (published.isPresent()) {
            LocalDate bucket = unit.firstDay(published.get().first());
            counts =
                unit.firstDay(published.get().last()).equals(bucket)
                    ? buckets.computeIfAbsent(bucket, day -> new TreeMap<>())
                    : vague;
          }
          counts.merge(values.analysis(doc), 1L, Long::sum);
        });
    return new Timeline(unit, buckets, vague, undated);
  }
}
