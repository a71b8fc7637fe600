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

    /**
     * {@return the first day of the bucket that a day is in; weeks begin on Monday}
     *
     * @param day any
     */
    public LocalDate firstDay(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    /**
     * {@return the first day of the bucket after the one that begins on a day}
     *
     * @param firstDay of a bucket
     */
    public LocalDate next(LocalDate firstDay) {
      return firstDay.plus(1, length());
    }

    /**
     * {@return how many buckets later than one another begins}
     *
     * @param firstDay of the one
     * @param later first day of the other; an earlier one gives a negative number
     */
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

  /**
   * {@return the number of buckets from the first to the last with an article, empty ones included;
   * 0 if there is none}
   */
  public long length() {
    return buckets.isEmpty() ? 0 : unit.between(buckets.firstKey(), buckets.lastKey()) + 1;
  }

  /**
   * {@return the first days of all buckets from the first to the last with an article, in order}
   */
  public Stream<LocalDate> days() {
    return LongStream.range(0, length()).mapToObj(i -> buckets.firstKey().plus(i, unit.length()));
  }

  /**
   * {@return the number of articles of a language in a bucket; 0 for an empty one}
   *
   * @param firstDay of the bucket
   * @param language as in {@link #buckets}
   */
  public long count(LocalDate firstDay, String language) {
    return buckets.getOrDefault(firstDay, Map.of()).getOrDefault(language, 0L);
  }

  /**
   * {@return the number of articles of all languages in a bucket; 0 for an empty one}
   *
   * @param firstDay of the bucket
   */
  public long count(LocalDate firstDay) {
    return sum(buckets.getOrDefault(firstDay, Map.of()));
  }

  /** {@return the number of all articles: those of the buckets, the vague and the undated ones} */
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
