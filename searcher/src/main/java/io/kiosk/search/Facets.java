package io.kiosk.search;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;

/**
 * How many of the articles that match a request have which language, publisher and month of
 * publication. Near-identical copies count each.
 *
 * @param languages articles per primary BCP 47 subtag ({@code zh} counts all {@code zh-*}), most
 *     first
 * @param sources articles per publisher, most first
 * @param months articles per month of publication, earliest first
 * @param unnamed articles without a publisher
 * @param yearOnly articles of whose date only the year is known
 * @param undated articles without a date
 */
public record Facets(
    Map<String, Long> languages,
    Map<String, Long> sources,
    SortedMap<YearMonth, Long> months,
    long unnamed,
    long yearOnly,
    long undated) {

  /** Copies the maps in their order. */
  public Facets {
    languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  static Facets count(RequestQueries queries, IndexSearcher searcher) throws IOException {
    Counts counts = new Counts();
    MatchingArticles.forEach(
        queries, searcher, (query, values, doc, docBase) -> counts.add(values, doc));
    return new Facets(
        mostFirst(counts.languages),
        mostFirst(counts.sources),
        counts.months,
        counts.unnamed,
        counts.yearOnly,
        counts.undated);
  }

  private static final class Counts {
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final SortedMap<YearMonth, Long> months = new TreeMap<>();
    private long unnamed;
    private long yearOnly;
    private long undated;

    void add(ArticleValues values, int doc) throws IOException {
      languages.merge(values.language(doc), 1L, Long::sum);
      String source = values.source(doc);
      if (source.isBlank()) {
        unnamed++;
      } else {
        sources.merge(source, 1L, Long::sum);
      }
      Optional<ArticleValues.Published> published = values.published(doc);
      if (published.isEmpty()) {
        undated++;
      } else if (published.get().days() > 31) {
        yearOnly++;
      } else {
        months.merge(YearMonth.from(published.get().first()), 1L, Long::sum);
      }
    }
  }

  /** The same counts, the largest first, equal ones in the order they had. */
  static Map<String, Long> mostFirst(Map<String, Long> counts) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
