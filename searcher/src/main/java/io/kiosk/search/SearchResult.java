package io.kiosk.search;

import io.kiosk.query.QueryUnit;
import io.kiosk.query.Suggestion;
import io.kiosk.schema.Language;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a search.
 *
 * @param queryLanguages the languages the query was read in, the likeliest first; empty when it has
 *     no words
 * @param total how many articles match
 * @param totalIsExact whether it is that number; if not, at least so many match, see {@link
 *     SearchRequest#exactTotal}
 * @param undated how many more would match but have no date, when the request asked for a span
 * @param took time from request to answer
 * @param translations what the query became
 * @param hits the best, in order
 * @param suggestions other spellings for words that are in no article and no lexicon
 * @param facets counts over all articles that match, if the request asked for them
 */
public record SearchResult(
    List<Language> queryLanguages,
    long total,
    boolean totalIsExact,
    long undated,
    Duration took,
    List<Translated> translations,
    List<Hit> hits,
    List<Suggestion> suggestions,
    Optional<Facets> facets) {

  /** Copies the lists. */
  public SearchResult {
    queryLanguages = List.copyOf(queryLanguages);
    translations = List.copyOf(translations);
    hits = List.copyOf(hits);
    suggestions = List.copyOf(suggestions);
    Objects.requireNonNull(facets, "facets");
  }

  SearchResult with(Duration newTook, List<Hit> newHits) {
    return new SearchResult(
        queryLanguages,
        total,
        totalIsExact,
        undated,
        newTook,
        translations,
        newHits,
        suggestions,
        facets);
  }

  /**
   * One unit of the query in one language of the articles.
   *
   * @param from the language the query was read in
   * @param to the language of the articles
   * @param unit what was typed and the alternatives that are searched
   */
  public record Translated(Language from, Language to, QueryUnit unit) {}
}
