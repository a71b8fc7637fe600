package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArchiveNames;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.LanguageQuery;
import io.kiosk.query.Match;
import io.kiosk.query.QuerySyntaxException;
import io.kiosk.query.QueryUnit;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import io.kiosk.schema.Language;
import io.kiosk.search.RerankedCursor.Reranking;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;

/**
 * Searches an index of articles in all its languages. Safe for many threads; one instance serves a
 * program. It answers from the index as it was when it was opened or last refreshed.
 *
 * <pre>{@code
 * TranslationLexicon lexicon = TranslationLexicon.open(data);
 * try (ArticleSearcher searcher = ArticleSearcher.open(index, lexicon)) {
 *   ArticleQuery query = ArticleQuery.parse("Kaspersky verlässt die USA");
 *   for (Hit hit : searcher.search(SearchRequest.of(query)).hits()) {
 *     System.out.println(hit.article().title().orElse("(no title)"));
 *   }
 * }
 * }</pre>
 */
public final class ArticleSearcher implements Closeable {
  private final OpenIndex index;
  private final TranslationLexicon lexicon;
  private final LanguageAnalyzers analyzers;
  private final Optional<Reranking> reranking;
  private final SearchListener listener;

  private ArticleSearcher(OpenIndex index, Builder options) {
    this.index = index;
    this.lexicon = options.lexicon;
    this.analyzers = options.analyzers;
    this.reranking = options.reranking;
    this.listener = options.listener;
  }

  /**
   * Opens the index in a folder; nothing is written there.
   *
   * @param folder what {@code kiosk index} filled
   * @param lexicon translations; {@link TranslationLexicon#empty()} to search untranslated
   * @return to be closed
   * @throws NoIndexException if there is none
   * @throws IndexVersionException if another version of the program wrote it
   * @throws IOException if it cannot be read
   */
  public static ArticleSearcher open(Path folder, TranslationLexicon lexicon) throws IOException {
    return builder(folder, lexicon).open();
  }

  /**
   * {@return a builder of a searcher that differs from the usual one}
   *
   * @param folder as {@link #open(Path, TranslationLexicon)} takes it
   * @param lexicon as {@link #open(Path, TranslationLexicon)} takes it
   */
  public static Builder builder(Path folder, TranslationLexicon lexicon) {
    return new Builder(folder, lexicon);
  }

  /** Collects what differs from the usual searcher. */
  public static final class Builder {
    private final Path folder;
    private final TranslationLexicon lexicon;
    private LanguageAnalyzers analyzers;
    private Optional<Reranking> reranking = Optional.empty();
    private SearchListener listener = SearchListener.NONE;

    private Builder(Path folder, TranslationLexicon lexicon) {
      this.folder = Objects.requireNonNull(folder, "folder");
      this.lexicon = Objects.requireNonNull(lexicon, "lexicon");
      this.analyzers = LanguageAnalyzers.of(lexicon.words(Locale.GERMAN));
    }

    /**
     * Reads articles of one more language by the analyzer that indexed them.
     *
     * @param locale whose primary tag articles of that language have, such as {@code fr}
     * @param analyzer safe for many threads; not closed here
     * @return this builder
     * @throws IllegalArgumentException if the language is Chinese, German or English
     */
    public Builder analyzer(Locale locale, Analyzer analyzer) {
      analyzers = analyzers.with(locale, analyzer);
      return this;
    }

    /**
     * Orders the best hits of searches by relevance anew.
     *
     * @param reranker asked in the thread of the search
     * @param depth how many of the best, from 1; their articles are read for every search
     * @return this builder
     * @throws IllegalArgumentException if {@code depth} is below 1
     */
    public Builder reranker(Reranker reranker, int depth) {
      if (depth < 1) {
        throw new IllegalArgumentException("depth must be >= 1, got " + depth);
      }
      reranking = Optional.of(new Reranking(Objects.requireNonNull(reranker, "reranker"), depth));
      return this;
    }

    /**
     * Sets who hears what the searcher does; nobody otherwise.
     *
     * @param value the only listener, in place of one set before
     * @return this builder
     */
    public Builder listener(SearchListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /**
     * Opens the index.
     *
     * @return to be closed
     * @throws NoIndexException if there is none
     * @throws IndexVersionException if another version of the program wrote it
     * @throws IOException if it cannot be read
     */
    public ArticleSearcher open() throws IOException {
      OpenIndex index = OpenIndex.open(IndexFolder.at(folder), analyzers.version());
      return new ArticleSearcher(index, this);
    }
  }

  /**
   * Answers from now on from the newest commit, also when a rebuilt index has taken the place of
   * the one that was opened. Searches that are running end on what they began with.
   *
   * @throws IOException if the newest commit cannot be read; the old one stays in use
   */
  public void refresh() throws IOException {
    long begun = System.nanoTime();
    index.refresh();
    listener.refreshed(Duration.ofNanos(System.nanoTime() - begun));
  }

  /**
   * Finds the best articles for a request.
   *
   * @param request its limit bounds the memory that the answer takes
   * @return all hits in memory, in the order that the request asks for
   * @throws SearchStoppedException if it takes longer than the request allows, or is cancelled
   * @throws QuerySyntaxException if a word with gaps stands for too many words of the index, or too
   *     many texts would have to be read for an exact or a Chinese one
   * @throws IOException if the index cannot be read
   */
  public SearchResult search(SearchRequest request) throws IOException {
    AllHits all = new AllHits();
    search(request, all);
    return all.result();
  }

  /**
   * Hands over the articles for a request one by one, best first. Memory does not depend on their
   * number, but for some dozen bytes a hit that has near-identical copies.
   *
   * @param request its limit may be any
   * @param handler called by the thread of the search
   * @throws SearchStoppedException if it takes longer than the request allows, or is cancelled
   * @throws QuerySyntaxException if a word with gaps stands for too many words of the index, or too
   *     many texts would have to be read for an exact or a Chinese one
   * @throws IOException if the index cannot be read, or the handler throws it
   */
  public void search(SearchRequest request, HitHandler handler) throws IOException {
    long begun = System.nanoTime();
    long hits;
    try {
      hits =
          index.withTerms(
              searcher ->
                  new Search(searcher, lexicon, analyzers, reranking, listener, request)
                      .run(handler));
    } catch (IOException | RuntimeException e) {
      listener.failed(request, e, Duration.ofNanos(System.nanoTime() - begun));
      throw e;
    }
    listener.searched(request, hits, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static final class AllHits implements HitHandler {
    private final long begun = System.nanoTime();
    private final List<Hit> hits = new ArrayList<>();
    private SearchResult answer;

    @Override
    public void begin(SearchResult result) {
      answer = result;
    }

    @Override
    public void hit(Hit hit) {
      hits.add(hit);
    }

    SearchResult result() {
      return answer.with(Duration.ofNanos(System.nanoTime() - begun), hits);
    }
  }

  /**
   * {@return how many of the articles that match a request were published when}
   *
   * @param request all that match count, whatever its limit
   * @param unit length of a bucket
   * @throws SearchStoppedException if it takes longer than the request allows, or is cancelled
   * @throws IndexVersionException if the index has the terms of other analyzers
   * @throws IOException if the index cannot be read
   */
  public Timeline timeline(SearchRequest request, Timeline.Unit unit) throws IOException {
    return bounded(
        request,
        searcher ->
            Timeline.of(
                RequestQueries.of(request, lexicon, analyzers, searcher.getIndexReader()),
                unit,
                searcher));
  }

  /**
   * {@return how the articles that match a request differ by language}
   *
   * @param request all that match count, whatever its limit
   * @throws SearchStoppedException if it takes longer than the request allows, or is cancelled
   * @throws IndexVersionException if the index has the terms of other analyzers
   * @throws IOException if the index cannot be read
   */
  public Comparison compare(SearchRequest request) throws IOException {
    return bounded(
        request,
        searcher -> {
          RequestQueries queries =
              RequestQueries.of(request, true, lexicon, analyzers, searcher.getIndexReader());
          return new Comparing(queries, searcher, lexicon).run();
        });
  }

  /** What is read of all articles that match. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private <T> T bounded(SearchRequest request, Reading<T> reading) throws IOException {
    Deadline deadline = new Deadline(request.timeout(), request.cancelled());
    return index.withTerms(
        shared -> {
          IndexSearcher searcher = deadline.bound(shared);
          T result = reading.of(searcher);
          if (searcher.timedOut()) {
            deadline.check();
          }
          return result;
        });
  }

  /**
   * Reads and translates a request once, to be asked of new articles by {@link #match}.
   *
   * @param request its order and limit do not count there
   * @return may be asked again after every refresh
   * @throws IOException if the index cannot be read
   */
  public StandingRequest prepare(SearchRequest request) throws IOException {
    return new StandingRequest(RequestQueries.everywhere(request, lexicon, analyzers), request);
  }

  /**
   * Asks standing requests of some articles. Takes about a millisecond a request for a small
   * commit, whatever the size of the index.
   *
   * @param requests made by {@link #prepare}
   * @param ids of the articles; those that the index does not have meet nothing
   * @param handler gets each article that meets a request once, copies not folded
   * @throws IndexVersionException if the index has the terms of other analyzers
   * @throws IOException if the index cannot be read, or from the handler
   */
  public void match(List<StandingRequest> requests, Collection<String> ids, MatchHandler handler)
      throws IOException {
    index.withTerms(
        searcher -> {
          NewArticles.of(ids, searcher).ask(requests, handler);
          return null;
        });
  }

  /**
   * Hands over the id of every article once, in no particular order.
   *
   * @param action called by this thread
   * @throws IOException if the index cannot be read
   */
  public void forEachId(Consumer<String> action) throws IOException {
    index.with(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
            for (int doc = ids.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = ids.nextDoc()) {
              if (live == null || live.get(doc)) {
                action.accept(ids.lookupOrd(ids.ordValue()).utf8ToString());
              }
            }
          }
          return null;
        });
  }

  /**
   * What a query becomes in the articles' languages, its own included.
   *
   * @param query what was typed
   * @param readings the languages it is read in; empty to have them recognised
   * @return one entry for each unit of the query, language it is read in and language of articles
   * @throws IOException if the index cannot be read, of which names may come
   */
  public List<SearchResult.Translated> translate(ArticleQuery query, List<Language> readings)
      throws IOException {
    return index.withReader(reader -> translate(reader, query, readings));
  }

  private List<SearchResult.Translated> translate(
      IndexReader reader, ArticleQuery query, List<Language> readings) throws IOException {
    ArchiveNames names = ArchiveNames.of(reader, lexicon);
    List<Language> from = readings.isEmpty() ? query.languages(lexicon) : readings;
    List<LanguageQuery> queries = new ArrayList<>();
    for (Language to : Language.values()) {
      queries.add(query.in(from, Optional.of(to), lexicon, analyzers, names, true, Match.MOST));
    }
    return translated(queries);
  }

  static List<SearchResult.Translated> translated(List<LanguageQuery> queries) {
    List<SearchResult.Translated> all = new ArrayList<>();
    for (LanguageQuery query : queries) {
      for (LanguageQuery.Reading reading : query.readings()) {
        for (QueryUnit unit : reading.units()) {
          query
              .articles()
              .ifPresent(to -> all.add(new SearchResult.Translated(reading.language(), to, unit)));
        }
      }
    }
    return all;
  }

  /**
   * {@return the article of an id; empty if the index has none}
   *
   * @param id as in {@link StoredArticle#id}
   * @throws IOException if the index cannot be read
   */
  public Optional<StoredArticle> article(String id) throws IOException {
    return index.with(
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(ArticleSchema.idTerm(id)), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(
                  new StoredArticles(searcher.getIndexReader()).read(found.scoreDocs[0].doc));
        });
  }

  /**
   * The articles that tell the same story in other languages, at most one a language, as they were
   * linked when the index was written.
   *
   * @param id of an article
   * @return empty if there is no such article or none is a version of it
   * @throws IndexVersionException if the index has the terms of other analyzers
   * @throws IOException if the index cannot be read
   */
  public List<StoredArticle> versions(String id) throws IOException {
    return index.withTerms(
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(ArticleSchema.idTerm(id)), 1);
          StoredArticles articles = new StoredArticles(searcher.getIndexReader());
          List<StoredArticle> versions = new ArrayList<>();
          if (found.scoreDocs.length > 0) {
            int doc = found.scoreDocs[0].doc;
            for (int version : new VersionReader(searcher).documents(doc)) {
              versions.add(articles.read(version));
            }
          }
          return versions;
        });
  }

  /**
   * Hands over every article once, in the order of the index, one in memory at a time.
   *
   * @param action called by this thread
   * @throws IOException if the index cannot be read
   */
  public void forEachArticle(Consumer<StoredArticle> action) throws IOException {
    index.with(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            StoredArticles articles = new StoredArticles(leaf.reader());
            Bits live = leaf.reader().getLiveDocs();
            SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
            for (int doc = ids.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = ids.nextDoc()) {
              if (live == null || live.get(doc)) {
                action.accept(articles.read(doc));
              }
            }
          }
          return null;
        });
  }

  /**
   * {@return the counts of what the index holds}
   *
   * @throws IOException if the index cannot be read
   */
  public IndexStatistics statistics() throws IOException {
    return index.withReader(StatisticsReader::read);
  }

  /** Ends all use of the index; closing twice is harmless. */
  @Override
  public void close() throws IOException {
    index.close();
  }
}
