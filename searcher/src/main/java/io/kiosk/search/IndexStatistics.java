package io.kiosk.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * What an index holds. Maps are in the order in which they are to be shown.
 *
 * @param articles number of articles
 * @param byLanguage articles per BCP 47 tag, most first
 * @param bySource articles per publisher, most first; those without one are not counted
 * @param byMonth articles per month of publication, latest first; a date of a year counts for its
 *     January
 * @param undated articles without a date of publication
 * @param first earliest day of publication
 * @param last latest day of publication
 * @param duplicates inputs that give an article which another input gives, too
 * @param rejected inputs that gave no article, per kind of reason, most first
 * @param cleaners articles per version of the cleaner that made them, most first; {@code 0} for
 *     those that came clean
 * @param updated when the last article was added or changed
 * @param bytes size of the index in bytes
 * @param schema version of the layout
 * @param analyzers version of the analyzers
 * @param lexicon version of the lexicon it was analysed with
 */
public record IndexStatistics(
    long articles,
    Map<String, Long> byLanguage,
    Map<String, Long> bySource,
    Map<YearMonth, Long> byMonth,
    long undated,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    long duplicates,
    Map<String, Long> rejected,
    Map<String, Long> cleaners,
    Optional<Instant> updated,
    long bytes,
    String schema,
    String analyzers,
    String lexicon) {

  /** {@return the number of articles without a publisher} */
  public long withoutSource() {
    return articles - bySource.values().stream().mapToLong(Long::longValue).sum();
  }
}
