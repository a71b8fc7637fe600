package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArchiveNames;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a request asks of an index: the query over the articles of each language, and its filters.
 */
final class RequestQueries {

  private final SearchRequest request;
  private final List<Language> readings;
  private final List<LanguageQuery> queries;
  private final List<LanguageQuery> own;

  private RequestQueries(
      SearchRequest request,
      List<Language> readings,
      List<LanguageQuery> queries,
      List<LanguageQuery> own) {
    this.request = request;
    this.readings = readings;
    this.queries = queries;
    this.own = own;
  }

  /** The queries of a request over the languages that it asks for and the index holds. */
  static RequestQueries of(
      SearchRequest request,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      IndexReader reader)
      throws IOException {
    return of(request, request.groupByLanguage(), lexicon, analyzers, reader);
  }

  /**
   * The queries of a request over the languages that it asks for and the index holds.
   *
   * @param apart whether each language has a query of its own, also when there are no words
   */
  static RequestQueries of(
      SearchRequest request,
      boolean apart,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      IndexReader reader)
      throws IOException {
    ArticleQuery query = request.query();
    List<Language> readings = readings(request, lexicon);
    if (!query.hasWords() && !apart) {
      LanguageQuery listing = new LanguageQuery(Optional.empty(), query.filters(), List.of());
      return new RequestQueries(request, readings, List.of(listing), List.of());
    }
    ArchiveNames names =
        request.translate() ? ArchiveNames.of(reader, lexicon) : ArchiveNames.none();
    List<Optional<Language>> own = new ArrayList<>();
    for (Language reading : request.translate() ? readings : List.<Language>of()) {
      if (!asksFor(request, Optional.of(reading)) && holds(reader, Optional.of(reading))) {
        own.add(Optional.of(reading));
      }
    }
    return new RequestQueries(
        request,
        readings,
        queries(request, readings, languages(request, reader), lexicon, analyzers, names),
        queries(request, readings, own, lexicon, analyzers, names));
  }

  /** The queries of a request over the languages that it asks for, each with one of its own. */
  static RequestQueries everywhere(
      SearchRequest request, TranslationLexicon lexicon, LanguageAnalyzers analyzers) {
    List<Optional<Language>> asked =
        ArticleSchema.textLanguages().stream().filter(each -> asksFor(request, each)).toList();
    List<Language> readings = readings(request, lexicon);
    ArchiveNames names = ArchiveNames.none();
    return new RequestQueries(
        request, readings, queries(request, readings, asked, lexicon, analyzers, names), List.of());
  }

  private static List<Language> readings(SearchRequest request, TranslationLexicon lexicon) {
    ArticleQuery query = request.query();
    return !query.hasWords()
        ? List.of()
        : request.queryLanguages().isEmpty() ? query.languages(lexicon) : request.queryLanguages();
  }

  private static List<LanguageQuery> queries(
      SearchRequest request,
      List<Language> readings,
      List<Optional<Language>> languages,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      ArchiveNames names) {
    ArticleQuery query = request.query();
    List<LanguageQuery> queries = new ArrayList<>();
    for (Optional<Language> language : languages) {
      queries.add(
          query.hasWords()
              ? query.in(
                  readings,
                  language,
                  lexicon,
                  analyzers,
                  names,
                  request.translate(),
                  request.match())
              : new LanguageQuery(language, inLanguage(query.filters(), language), List.of()));
    }
    return List.copyOf(queries);
  }

  private static boolean asksFor(SearchRequest request, Optional<Language> language) {
    return request.in().isEmpty()
        || request.in().stream().anyMatch(tag -> Language.of(tag).equals(language));
  }

  /** The languages that a request asks for and the index holds. */
  static List<Optional<Language>> languages(SearchRequest request, IndexReader reader)
      throws IOException {
    List<Optional<Language>> languages = new ArrayList<>();
    for (Optional<Language> language : ArticleSchema.textLanguages()) {
      if (asksFor(request, language) && holds(reader, language)) {
        languages.add(language);
      }
    }
    return languages;
  }

  private static boolean holds(IndexReader reader, Optional<Language> language) throws IOException {
    return reader.docFreq(ArticleSchema.analysisTerm(language)) > 0;
  }

  private static Query inLanguage(Query query, Optional<Language> language) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(ArticleSchema.analysisTerm(language)), Occur.FILTER)
        .build();
  }

  /** The languages the query is read in, the likeliest first; empty when it has no words. */
  List<Language> readings() {
    return readings;
  }

  /** The query in each language; one over all of them if it has no words and is not grouped. */
  List<LanguageQuery> queries() {
    return queries;
  }

  /**
   * The query over articles in its own languages, as far as the request does not ask for these:
   * what they answer tells which versions of theirs are asked for.
   */
  List<LanguageQuery> own() {
    return own;
  }

  /** One of {@link #own} with the filters of the request that versions of a story share. */
  Query ownFiltered(LanguageQuery each) {
    return withDates(withoutIds(new BooleanQuery.Builder().add(each.query(), Occur.MUST)));
  }

  /** One of the queries with all filters of the request. */
  Query filtered(LanguageQuery each) {
    return withDates(withoutDates(each));
  }

  private Query withDates(BooleanQuery.Builder all) {
    if (hasDates()) {
      Query inSpan = ArticleSchema.publishedBetween(request.from(), request.to());
      all.add(request.undated() ? orUndated(inSpan) : inSpan, Occur.FILTER);
    }
    return all.build();
  }

  /**
   * What one of the queries would find but for its date; empty if the request asks for none, or
   * every article has one.
   */
  Optional<Query> undated(LanguageQuery each, IndexReader reader) throws IOException {
    return hasDates()
        ? UndatedArticles.in(reader, each.articles())
            .map(undated -> withoutDates(each).add(undated, Occur.FILTER).build())
        : Optional.empty();
  }

  private boolean hasDates() {
    return request.from().isPresent() || request.to().isPresent();
  }

  private BooleanQuery.Builder withoutDates(LanguageQuery each) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(each.query(), Occur.MUST);
    request.source().ifPresent(name -> all.add(ArticleQuery.source(name), Occur.FILTER));
    if (!request.in().isEmpty() && !isWhole(each)) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      request.in().forEach(tag -> any.add(ArticleSchema.languageRange(tag), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
    return withoutIds(all);
  }

  private BooleanQuery.Builder withoutIds(BooleanQuery.Builder all) {
    request
        .without()
        .forEach(id -> all.add(new TermQuery(ArticleSchema.idTerm(id)), Occur.MUST_NOT));
    return all;
  }

  /** Whether all articles of a query's language are asked for. */
  private boolean isWhole(LanguageQuery each) {
    return each.articles().isPresent() && request.in().contains(each.articles().get().tag());
  }

  private static Query orUndated(Query inSpan) {
    Query undated =
        new BooleanQuery.Builder()
            .add(ArticleSchema.articles(), Occur.FILTER)
            .add(ArticleSchema.dated(), Occur.MUST_NOT)
            .build();
    return new BooleanQuery.Builder().add(inSpan, Occur.SHOULD).add(undated, Occur.SHOULD).build();
  }

  /** How many units the queries have. */
  int units() {
    return queries.stream()
        .flatMap(each -> each.readings().stream())
        .mapToInt(r -> r.units().size())
        .sum();
  }

  /** How many alternatives their units have. */
  int alternatives() {
    return queries.stream()
        .flatMap(each -> each.readings().stream())
        .flatMap(reading -> reading.units().stream())
        .mapToInt(unit -> unit.alternatives().size())
        .sum();
  }
}
