package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Glosser;
import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.CopyFolding.Folded;
import io.kiosk.search.MatchFinder.Place;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** One search on one searcher, used by one thread. */
final class Search {
  private final long begun = System.nanoTime();
  private final IndexSearcher searcher;
  private final TranslationLexicon lexicon;
  private final LanguageAnalyzers analyzers;
  private final Glosser glosser;
  private final SearchRequest request;
  private final ArticleQuery query;
  private final RequestQueries queries;
  private final List<Language> readings;
  private long total;
  private long undated;

  Search(
      IndexSearcher searcher,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      SearchRequest request)
      throws IOException {
    this.searcher = searcher;
    this.lexicon = lexicon;
    this.analyzers = analyzers;
    this.glosser = new Glosser(lexicon);
    this.request = request;
    this.query = request.query();
    this.queries = RequestQueries.of(request, lexicon, analyzers, searcher.getIndexReader());
    this.readings = queries.readings();
  }

  SearchResult run() throws IOException {
    boolean byDate = request.order() != SearchRequest.Order.RELEVANCE || !query.hasWords();
    List<List<Ranked>> byLanguage = new ArrayList<>();
    for (LanguageQuery each : queries.queries()) {
      byLanguage.add(byDate ? dated(each) : relevant(each));
    }
    List<Folded> merged = merge(byLanguage, byDate);
    return new SearchResult(
        readings,
        total,
        undated,
        Duration.ofNanos(System.nanoTime() - begun),
        ArticleSearcher.translated(queries.queries()),
        hits(merged),
        request.facets() ? Optional.of(Facets.count(queries, searcher)) : Optional.empty());
  }

  private List<Ranked> relevant(LanguageQuery each) throws IOException {
    int depth = depth(Math.max(request.limit(), Ranking.DEPTH));
    TopDocs found =
        searcher.search(filtered(each), new TopScoreDocCollectorManager(depth, Integer.MAX_VALUE));
    total += found.totalHits.value();
    return Ranking.normalize(found.scoreDocs, each);
  }

  /** Hits by date; the score orders them when they are merged: days, undated last. */
  private List<Ranked> dated(LanguageQuery each) throws IOException {
    boolean newest = request.order() != SearchRequest.Order.OLDEST;
    long last = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
    SortField field =
        new SortField(ArticleSchema.PUBLISHED_FIRST, SortField.Type.LONG, newest, last);
    TopDocs found =
        searcher.search(
            filtered(each),
            new TopFieldCollectorManager(
                new Sort(field, new SortField(ArticleSchema.ID, SortField.Type.STRING)),
                depth(request.limit()),
                Integer.MAX_VALUE));
    total += found.totalHits.value();
    List<Ranked> ranked = new ArrayList<>();
    for (var doc : found.scoreDocs) {
      long day = (Long) ((FieldDoc) doc).fields[0];
      ranked.add(new Ranked(doc.doc, newest ? day : -(double) day, each));
    }
    return ranked;
  }

  private int depth(int wanted) {
    return Math.max(1, Math.min(wanted, searcher.getIndexReader().maxDoc()));
  }

  private Query filtered(LanguageQuery each) throws IOException {
    Optional<Query> withoutDate = queries.undated(each);
    if (withoutDate.isPresent()) {
      undated += searcher.count(withoutDate.get());
    }
    return queries.filtered(each);
  }

  private List<Folded> merge(List<List<Ranked>> byLanguage, boolean byDate) throws IOException {
    Optional<Language> own = readings.stream().findFirst();
    if (request.groupByLanguage()) {
      List<Folded> grouped = new ArrayList<>();
      for (List<Ranked> hits : byLanguage) {
        grouped.addAll(fold(hits));
      }
      return grouped;
    }
    List<Ranked> merged = Ranking.merge(byLanguage, own);
    if (!byDate && byLanguage.size() > 1 && !merged.isEmpty() && request.translate()) {
      merged = Ranking.liftVersions(merged, versions(merged.get(0), byLanguage), own);
    }
    return fold(merged);
  }

  private List<Folded> fold(List<Ranked> ranked) throws IOException {
    List<Folded> folded =
        request.copies() ? CopyFolding.unfolded(ranked) : new CopyFolding(searcher).fold(ranked);
    return folded.stream().limit(request.limit()).toList();
  }

  /** The documents among the hits that tell the story of the best one in other languages. */
  private List<Integer> versions(Ranked best, List<List<Ranked>> byLanguage) throws IOException {
    VersionFinder finder = new VersionFinder(searcher, lexicon);
    List<Integer> versions = new ArrayList<>();
    for (List<Ranked> hits : byLanguage) {
      Optional<Language> to = hits.isEmpty() ? Optional.empty() : hits.get(0).query().articles();
      if (to.isPresent()) {
        List<Integer> candidates = hits.stream().map(Ranked::doc).limit(Ranking.DEPTH).toList();
        finder.versionAmong(best.doc(), to.get(), candidates).ifPresent(versions::add);
      }
    }
    return versions;
  }

  private List<Hit> hits(List<Folded> ranked) throws IOException {
    StoredFields fields = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (Folded each : ranked) {
      StoredArticle article = StoredArticles.read(fields, each.shown().doc());
      hits.add(hit(hits.size() + 1, each, article));
    }
    return hits;
  }

  private Hit hit(int rank, Folded folded, StoredArticle article) {
    Ranked ranked = folded.shown();
    String title = article.title().orElse("");
    Analyzer analyzer = analyzers.of(Locale.forLanguageTag(article.lang()));
    List<UnitMatch> explanation =
        request.explain()
            ? MatchFinder.explain(ranked.query(), analyzer, title, article.body())
            : List.of();
    if (!request.snippets()) {
      Snippet plain = new Snippet(title, List.of());
      return new Hit(
          rank, ranked.score(), article, plain, List.of(), List.of(), folded.copies(), explanation);
    }
    MatchFinder finder = new MatchFinder(ranked.query(), analyzer);
    List<Place> titlePlaces = finder.find(title);
    List<Place> bodyPlaces = finder.find(article.body());
    List<Place> inTitle = MatchFinder.strong(titlePlaces, bodyPlaces);
    List<Place> inBody = MatchFinder.strong(bodyPlaces, titlePlaces);
    // A list by filters alone has one query for all languages, an article has one of its own.
    Optional<Language> language = ranked.query().articles().or(() -> Language.of(article.lang()));
    return new Hit(
        rank,
        ranked.score(),
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
        explanation);
  }

  private Snippet glossed(Snippet passage, Optional<Language> language) {
    if (!request.gloss() || language.isEmpty() || passage.text().isBlank()) {
      return passage;
    }
    Language reader = readings.isEmpty() ? Language.EN : readings.getFirst();
    return readings.contains(language.get()) || language.get() == reader
        ? passage
        : passage.withGloss(glosser.gloss(passage.text(), language.get(), reader));
  }
}
