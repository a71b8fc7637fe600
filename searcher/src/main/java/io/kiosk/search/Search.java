package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.LanguageQuery;
import io.kiosk.query.SpellChecker;
import io.kiosk.schema.Language;
import io.kiosk.search.CopyFolding.Folded;
import io.kiosk.search.Ranking.Ranked;
import io.kiosk.search.RerankedCursor.Reranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** One search on one searcher, used by one thread. */
final class Search {

  /** Hits of a language that are always counted, as many as Lucene does. */
  private static final int COUNTED = 1_000;

  /** More copies among the best are seldom, and cost another search. */
  private static final int ROOM_FOR_COPIES = 20;

  private final IndexSearcher searcher;
  private final TranslationLexicon lexicon;
  private final LanguageAnalyzers analyzers;
  private final SearchRequest request;
  private final ArticleQuery query;
  private final RequestQueries queries;
  private final List<Language> readings;
  private final Optional<Reranking> reranking;
  private final Deadline deadline;
  private long undated;

  /** Hits in one order, and the queries that find them all. */
  private record Hits(HitCursor cursor, List<Query> queries) {}

  Search(
      IndexSearcher shared,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      Optional<Reranking> reranking,
      SearchListener listener,
      SearchRequest request)
      throws IOException {
    this.deadline = new Deadline(request.timeout(), request.cancelled());
    this.searcher = deadline.bound(shared);
    this.lexicon = lexicon;
    this.analyzers = analyzers;
    this.request = request;
    this.query = request.query();
    this.reranking = reranking;
    this.queries = RequestQueries.of(request, lexicon, analyzers, searcher.getIndexReader());
    listener.expanded(queries.units(), queries.alternatives(), deadline.elapsed());
    this.readings = queries.readings();
  }

  /** Hands over the hits and returns how many they were. */
  long run(HitHandler handler) throws IOException {
    List<Query> filtered = new ArrayList<>();
    for (LanguageQuery each : queries.queries()) {
      filtered.add(filtered(each));
    }
    List<Hits> groups =
        request.groupByLanguage()
            ? grouped(queries.queries(), filtered)
            : List.of(new Hits(merged(queries.queries(), filtered), filtered));
    long total = groups.stream().mapToLong(group -> group.cursor.total()).sum();
    handler.begin(
        new SearchResult(
            readings,
            total,
            groups.stream().allMatch(group -> group.cursor.isExact()),
            undated,
            deadline.elapsed(),
            ArticleSearcher.translated(queries.queries()),
            List.of(),
            new SpellChecker(searcher, lexicon).suggest(queries.queries()),
            request.facets() ? Optional.of(Facets.count(queries, searcher)) : Optional.empty()));
    HitReader reader = new HitReader(searcher, lexicon, analyzers, request, readings);
    long rank = 0;
    for (Hits group : groups) {
      CopyFolding folding =
          new CopyFolding(searcher, deadline, group.queries, group.cursor, byDate());
      for (long n = 0; n < (long) request.offset() + request.limit(); n++) {
        Folded hit = request.copies() ? unfolded(group.cursor) : folding.next();
        if (hit == null) {
          break;
        }
        deadline.check();
        if (n >= request.offset()) {
          rank++;
          long place = request.groupByLanguage() ? rank : request.offset() + rank;
          double score = byDate() ? total + 1.0 - place : hit.shown().score();
          handler.hit(reader.read((int) Math.min(place, Integer.MAX_VALUE), score, hit));
        }
      }
    }
    return rank;
  }

  private static Folded unfolded(HitCursor cursor) throws IOException {
    Ranked next = cursor.next();
    return next == null ? null : new Folded(next, List.of());
  }

  private boolean byDate() {
    return request.order() != SearchRequest.Order.RELEVANCE || !query.hasWords();
  }

  private HitCursor merged(List<LanguageQuery> queries, List<Query> filtered) throws IOException {
    if (byDate()) {
      return dated(queries, filtered);
    }
    List<RelevanceCursor> cursors = relevant(queries, filtered);
    return reranked(new MergedCursor(cursors, readings.stream().findFirst(), lifted(cursors)));
  }

  private HitCursor reranked(HitCursor cursor) throws IOException {
    return reranking.isEmpty()
        ? cursor
        : new RerankedCursor(
            cursor, reranking.get(), query, new StoredArticles(searcher.getIndexReader()));
  }

  private List<Hits> grouped(List<LanguageQuery> queries, List<Query> filtered) throws IOException {
    List<HitCursor> cursors = new ArrayList<>();
    if (byDate()) {
      for (int i = 0; i < queries.size(); i++) {
        cursors.add(dated(List.of(queries.get(i)), List.of(filtered.get(i))));
      }
    } else {
      List<RelevanceCursor> relevant = relevant(queries, filtered);
      List<Ranked> lifted = lifted(relevant);
      for (RelevanceCursor each : relevant) {
        List<Ranked> own = lifted.stream().filter(hit -> hit.query() == each.query()).toList();
        cursors.add(reranked(new MergedCursor(List.of(each), each.query().articles(), own)));
      }
    }
    List<Hits> groups = new ArrayList<>();
    for (int i = 0; i < cursors.size(); i++) {
      groups.add(new Hits(cursors.get(i), List.of(filtered.get(i))));
    }
    return groups;
  }

  private List<RelevanceCursor> relevant(List<LanguageQuery> queries, List<Query> filtered)
      throws IOException {
    boolean merging = queries.size() > 1 && !request.groupByLanguage();
    long needed = merging ? Math.max(wanted(), Ranking.DEPTH) : wanted();
    List<RelevanceCursor> cursors = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int counted = request.exactTotal() ? Integer.MAX_VALUE : COUNTED;
      cursors.add(
          new RelevanceCursor(
              searcher, deadline, queries.get(i), filtered.get(i), needed, counted));
    }
    return cursors;
  }

  /** The hits that versions in the languages searched, or in the query's own, lift. */
  private List<Ranked> lifted(List<RelevanceCursor> cursors) throws IOException {
    if (!request.translate()) {
      return List.of();
    }
    List<RelevanceCursor> others = new ArrayList<>();
    for (LanguageQuery each : queries.own()) {
      others.add(
          new RelevanceCursor(
              searcher, deadline, each, queries.ownFiltered(each), StoryScores.DEPTH, COUNTED));
    }
    return cursors.size() + others.size() < 2
        ? List.of()
        : StoryScores.lifted(cursors, others, new VersionReader(searcher));
  }

  private DateCursor dated(List<LanguageQuery> queries, List<Query> filtered) throws IOException {
    boolean newest = request.order() != SearchRequest.Order.OLDEST;
    return new DateCursor(searcher, deadline, queries, filtered, newest, wanted());
  }

  /** How many hits will be asked for; if copies that are folded take more room, some more are. */
  private long wanted() {
    long shown = (long) request.offset() + request.limit();
    long read = Math.max(shown, reranking.map(Reranking::depth).orElse(0));
    return request.copies() ? read : read + ROOM_FOR_COPIES;
  }

  private Query filtered(LanguageQuery each) throws IOException {
    Optional<Query> withoutDate = queries.undated(each, searcher.getIndexReader());
    if (withoutDate.isPresent()) {
      undated += searcher.count(withoutDate.get());
    }
    return queries.filtered(each);
  }
}
