package io.kiosk.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What an index holds.
 *
 * @param articles number of articles
 * @param byLanguage articles per BCP 47 tag, most first
 * @param bySource articles per publisher, most first; those without one are not counted
 * @param undated articles without a date of publication
 * @param first earliest day of publication
 * @param last latest day of publication
 * @param bytes size of the index in bytes
 * @param schema version of the layout
 * @param lexicon version of the lexicon it was analysed with
 */
public record IndexStatistics(
    long articles,
    Map<String, Long> byLanguage,
    Map<String, Long> bySource,
    long undated,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    long bytes,
    String schema,
    String lexicon) {}
