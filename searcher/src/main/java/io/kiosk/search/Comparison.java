package io.kiosk.search;

import io.kiosk.query.TypicalTerms;
import io.kiosk.schema.Language;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the articles that match a request differ by language.
 *
 * @param queryLanguages the languages the query was read in, the likeliest first; empty when it has
 *     no words
 * @param coverages one for every language that the request asks for and the index holds
 */
public record Comparison(List<Language> queryLanguages, List<Coverage> coverages) {

  /** Copies the lists. */
  public Comparison {
    queryLanguages = List.copyOf(queryLanguages);
    coverages = List.copyOf(coverages);
  }

  /**
   * What one language has to say.
   *
   * @param language empty for all languages without an analysis of their own
   * @param articles how many match, near-identical copies each
   * @param collection how many articles the index holds in this language
   * @param undated how many of those that match have no date
   * @param first earliest day of publication; of a month or a year its first
   * @param last latest day of publication; of a month or a year its first
   * @param sources articles per publisher, most first; those without one are not counted
   * @param terms the words that are most typical of the articles that match against the rest of the
   *     language's articles, those of the query left out; empty for languages without an analysis
   */
  public record Coverage(
      Optional<Language> language,
      long articles,
      long collection,
      long undated,
      Optional<LocalDate> first,
      Optional<LocalDate> last,
      Map<String, Long> sources,
      List<Term> terms) {

    /** Copies list and map in their order. */
    public Coverage {
      sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
      terms = List.copyOf(terms);
    }
  }

  /**
   * A typical word.
   *
   * @param word it and its counts
   * @param gloss what it says in the language of the query; empty if it is the same or not known
   */
  public record Term(TypicalTerms.Typical word, Optional<String> gloss) {}
}
