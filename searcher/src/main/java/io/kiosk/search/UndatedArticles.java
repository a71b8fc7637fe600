package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Articles without a date of publication. Every request for dates counts those that it would find
 * but for that, and most archives have few or none: they are looked up once for each segment, a bit
 * for each document of the segments that have any.
 */
final class UndatedArticles extends Query {

  private static final Map<IndexReader.CacheKey, Segment> SEGMENTS = new ConcurrentHashMap<>();

  private final Optional<Language> language;

  private UndatedArticles(Optional<Language> language) {
    this.language = language;
  }

  /**
   * The undated articles of a segment.
   *
   * @param docs deleted ones included; null if there are none
   * @param counts by what stands in {@link ArticleSchema#LANGUAGE}
   */
  private record Segment(FixedBitSet docs, Map<String, Integer> counts) {

    private static final Segment EMPTY = new Segment(null, Map.of());

    static Segment of(LeafReader reader) throws IOException {
      Terms languages = reader.terms(ArticleSchema.LANGUAGE);
      PointValues days = reader.getPointValues(ArticleSchema.PUBLISHED_FIRST);
      int articles = languages == null ? 0 : languages.getDocCount();
      return articles == (days == null ? 0 : days.getDocCount()) ? EMPTY : read(reader);
    }

    private static Segment read(LeafReader reader) throws IOException {
      SortedDocValues languages = DocValues.getSorted(reader, ArticleSchema.LANGUAGE);
      NumericDocValues days = DocValues.getNumeric(reader, ArticleSchema.PUBLISHED_FIRST);
      FixedBitSet docs = new FixedBitSet(reader.maxDoc());
      int[] counts = new int[languages.getValueCount()];
      for (int doc = languages.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = languages.nextDoc()) {
        if (!days.advanceExact(doc)) {
          docs.set(doc);
          counts[languages.ordValue()]++;
        }
      }
      Map<String, Integer> byLanguage = new HashMap<>();
      for (int ord = 0; ord < counts.length; ord++) {
        byLanguage.put(languages.lookupOrd(ord).utf8ToString(), counts[ord]);
      }
      return new Segment(docs, byLanguage);
    }

    /** About how many there are; 0 only if there are none. */
    int count(Optional<Language> language) {
      return language.isPresent()
          ? counts.getOrDefault(language.get().tag(), 0)
          : counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A query for them; empty if the index has none.
   *
   * @param language the only one whose articles count; empty for all
   */
  static Optional<Query> in(IndexReader reader, Optional<Language> language) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (segment(leaf.reader()).count(language) > 0) {
        return Optional.of(new UndatedArticles(language));
      }
    }
    return Optional.empty();
  }

  private static Segment segment(LeafReader reader) throws IOException {
    IndexReader.CacheHelper cache = reader.getCoreCacheHelper();
    Segment known = cache == null ? null : SEGMENTS.get(cache.getKey());
    if (known == null) {
      known = Segment.of(reader);
      if (cache != null && SEGMENTS.put(cache.getKey(), known) == null) {
        cache.addClosedListener(SEGMENTS::remove);
      }
    }
    return known;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        Segment segment = segment(context.reader());
        int count = segment.count(language);
        return count == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(segment.docs, count),
                score(),
                scoreMode,
                context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false; // it is a set of bits already
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "undated(" + language.map(Language::tag).orElse("") + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UndatedArticles query && language.equals(query.language);
  }

  @Override
  public int hashCode() {
    return Objects.hash(UndatedArticles.class, language);
  }
}
