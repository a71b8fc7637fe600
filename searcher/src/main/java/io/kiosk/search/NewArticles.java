package io.kiosk.search;

import io.kiosk.query.ArticleSimilarity;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Asks many standing requests of some articles. Only the segments with one of them are looked at,
 * which after a commit are the small ones that it wrote, and in these the articles lead: a request
 * is asked of them, not of all.
 */
final class NewArticles {

  private final IndexSearcher articles;
  private final Query only;

  private NewArticles(IndexSearcher articles, Query only) {
    this.articles = articles;
    this.only = only;
  }

  /** Those of some ids that the index has. */
  static NewArticles of(Collection<String> ids, IndexSearcher index) throws IOException {
    Query wanted =
        index.rewrite(
            new TermInSetQuery(ArticleSchema.ID, ids.stream().map(BytesRef::new).toList()));
    Weight weight = index.createWeight(wanted, ScoreMode.COMPLETE_NO_SCORES, 1);
    List<IndexReader> segments = new ArrayList<>();
    List<FixedBitSet> docs = new ArrayList<>();
    for (LeafReaderContext leaf : index.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        FixedBitSet found = new FixedBitSet(leaf.reader().maxDoc());
        found.or(scorer.iterator());
        if (leaf.reader().getLiveDocs() != null) {
          leaf.reader().getLiveDocs().applyMask(found, 0);
        }
        if (found.cardinality() > 0) {
          segments.add(leaf.reader());
          docs.add(found);
        }
      }
    }
    // The segments are the index's to close.
    IndexSearcher searcher =
        new IndexSearcher(new MultiReader(segments.toArray(IndexReader[]::new), false));
    searcher.setSimilarity(ArticleSimilarity.INSTANCE);
    searcher.setQueryCache(null);
    return new NewArticles(searcher, new Docs(docs));
  }

  /** Asks all requests; each article that meets one is handed over once, with all that it meets. */
  void ask(List<StandingRequest> requests, MatchHandler handler) throws IOException {
    List<List<StandingRequest>> met = new ArrayList<>();
    for (int doc = 0; doc < articles.getIndexReader().maxDoc(); doc++) {
      met.add(null);
    }
    for (StandingRequest request : requests) {
      for (Map.Entry<Optional<Language>, Query> each : request.queries().entrySet()) {
        if (articles.getIndexReader().docFreq(ArticleSchema.analysisTerm(each.getKey())) > 0) {
          ask(each.getValue(), request, met);
        }
      }
    }
    StoredArticles stored = new StoredArticles(articles.getIndexReader());
    for (int doc = 0; doc < met.size(); doc++) {
      if (met.get(doc) != null) {
        handler.met(stored.read(doc), met.get(doc));
      }
    }
  }

  private void ask(Query query, StandingRequest request, List<List<StandingRequest>> met)
      throws IOException {
    Query asked =
        new BooleanQuery.Builder().add(query, Occur.FILTER).add(only, Occur.FILTER).build();
    Weight weight = articles.createWeight(articles.rewrite(asked), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : articles.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          int at = leaf.docBase + doc;
          if (met.get(at) == null) {
            met.set(at, new ArrayList<>(1));
          }
          met.get(at).add(request);
        }
      }
    }
  }

  /** Documents that are known by their numbers in the segments of one searcher. */
  private static final class Docs extends Query {
    private final List<FixedBitSet> bySegment;

    Docs(List<FixedBitSet> bySegment) {
      this.bySegment = bySegment;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext context) {
          FixedBitSet docs = bySegment.get(context.ord);
          int count = docs.cardinality();
          return new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) {
              return new ConstantScoreScorer(
                  boost, ScoreMode.COMPLETE_NO_SCORES, new BitSetIterator(docs, count));
            }

            @Override
            public long cost() {
              return count;
            }
          };
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
          return false;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return "documents of " + bySegment.size() + " segments";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Docs docs && bySegment == docs.bySegment;
    }

    @Override
    public int hashCode() {
      return Objects.hash(classHash(), System.identityHashCode(bySegment));
    }
  }
}
