package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.Glosser;
import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.CopyFolding.Folded;
import io.kiosk.search.MatchFinder.Place;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;

/** Reads the articles of hits and says where and how they were met. */
final class HitReader {
  private final StoredArticles articles;
  private final LanguageAnalyzers analyzers;
  private final Glosser glosser;
  private final VersionReader versions;
  private final SearchRequest request;
  private final List<Language> readings;
  private final Map<LanguageQuery, Map<Analyzer, MatchFinder>> finders = new IdentityHashMap<>();

  /**
   * A reader for the hits of one search.
   *
   * @param readings the languages that the query is read in
   */
  HitReader(
      IndexSearcher searcher,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      SearchRequest request,
      List<Language> readings)
      throws IOException {
    this.articles = new StoredArticles(searcher.getIndexReader());
    this.analyzers = analyzers;
    this.glosser = new Glosser(lexicon);
    this.versions = new VersionReader(searcher);
    this.request = request;
    this.readings = readings;
  }

  /** The hit with its place in the answer and its score there. */
  Hit read(int rank, double score, Folded folded) throws IOException {
    LanguageQuery query = folded.shown().query();
    StoredArticle article = articles.read(folded.shown().doc());
    List<Version> told = versions.versions(folded.shown().doc());
    Optional<Version> liftedBy = Optional.empty();
    if (folded.shown().liftedBy().isPresent()) {
      liftedBy = Optional.of(versions.version(folded.shown().liftedBy().getAsInt()));
    }
    String title = article.title().orElse("");
    Analyzer analyzer = analyzers.of(Locale.forLanguageTag(article.lang()));
    List<UnitMatch> explanation =
        request.explain() ? MatchFinder.explain(query, analyzer, title, article.body()) : List.of();
    if (!request.snippets()) {
      Snippet plain = new Snippet(title, List.of());
      return new Hit(
          rank,
          score,
          article,
          plain,
          List.of(),
          List.of(),
          folded.copies(),
          told,
          liftedBy,
          explanation);
    }
    MatchFinder finder =
        finders
            .computeIfAbsent(query, q -> new IdentityHashMap<>())
            .computeIfAbsent(analyzer, a -> new MatchFinder(query, a));
    List<Place> titlePlaces = finder.find(title);
    List<Place> bodyPlaces = finder.find(article.body());
    List<Place> inTitle = MatchFinder.strong(titlePlaces, bodyPlaces);
    List<Place> inBody = MatchFinder.strong(bodyPlaces, titlePlaces);
    // A list by filters alone has one query for all languages, an article has one of its own.
    Optional<Language> language = query.articles().or(() -> Language.of(article.lang()));
    return new Hit(
        rank,
        score,
        article,
        glossed(SnippetHighlighter.whole(title, inTitle), language),
        SnippetHighlighter.passages(
                article.body(), inBody, language.map(Language::locale).orElse(Locale.ROOT))
            .stream()
            .map(passage -> glossed(passage, language))
            .toList(),
        MatchFinder.matched(
            title,
            inTitle,
            article.body(),
            inBody,
            language.map(Language::tag).orElse(ArticleSchema.OTHER)),
        folded.copies(),
        told,
        liftedBy,
        explanation);
  }

  private Snippet glossed(Snippet passage, Optional<Language> language) {
    if (!request.gloss() || language.isEmpty() || passage.text().isBlank()) {
      return passage;
    }
    // A query that may be in several languages, such as a name alone, does not say what its writer
    // reads.
    Language reader = readings.size() == 1 ? readings.getFirst() : request.reader();
    return language.get() == reader
        ? passage
        : passage.withGloss(glosser.gloss(passage.text(), language.get(), reader));
  }
}
