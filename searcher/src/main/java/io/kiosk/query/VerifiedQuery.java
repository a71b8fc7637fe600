package io.kiosk.query;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Articles that another query finds and whose text holds what index terms cannot tell: an exact
 * string, a pattern over several words. The stored text of each candidate is read; that keeps the
 * index small and costs reading the candidates, one or two tenths of a millisecond each, so there
 * is a bound. They are scored as the other query scores them.
 */
final class VerifiedQuery extends Query {
  /** More texts than this would keep a search busy for ten seconds and more. */
  static final int MAX_TEXTS = 100_000;

  private final Query candidates;
  private final List<String> fields;
  private final String text;
  private final TextFinder finder;
  private final int maxTexts;
  private final Supplier<? extends RuntimeException> tooMany;

  /**
   * What to look for.
   *
   * @param candidates a query that finds at least all articles that hold it
   * @param fields stored fields of which one must hold it
   * @param text what is looked for as typed, which with the fields stands for the finder
   * @param finder finds it
   * @param maxTexts how many articles may be read
   * @param tooMany thrown by a search that would read more
   */
  VerifiedQuery(
      Query candidates,
      List<String> fields,
      String text,
      TextFinder finder,
      int maxTexts,
      Supplier<? extends RuntimeException> tooMany) {
    this.candidates = candidates;
    this.fields = List.copyOf(fields);
    this.text = text;
    this.finder = finder;
    this.maxTexts = maxTexts;
    this.tooMany = tooMany;
  }

  /** What finds at least all articles that hold it. */
  Query candidates() {
    return candidates;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = candidates.rewrite(searcher);
    return rewritten == candidates
        ? this
        : new VerifiedQuery(rewritten, fields, text, finder, maxTexts, tooMany);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner = searcher.createWeight(candidates, scoreMode, boost);
    AtomicInteger texts = new AtomicInteger(); // segments may be searched by several threads
    return new Weight(this) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        Scorer scorer = inner.scorer(context);
        if (scorer == null) {
          return null;
        }
        Scorer verified = new VerifiedScorer(scorer, context.reader().storedFields(), texts);
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return verified;
          }

          @Override
          public long cost() {
            return verified.iterator().cost();
          }
        };
      }

      @Override
      public Explanation explain(LeafReaderContext context, int doc) throws IOException {
        return holds(context.reader().storedFields(), doc)
            ? inner.explain(context, doc)
            : Explanation.noMatch("the text does not hold " + text);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private boolean holds(StoredFields stored, int doc) throws IOException {
    Document document = stored.document(doc, Set.copyOf(fields));
    for (String field : fields) {
      String value = ArticleSchema.text(document, field);
      if (value != null && !finder.in(value).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private final class VerifiedScorer extends Scorer {
    private final Scorer scorer;
    private final StoredFields stored;
    private final AtomicInteger texts;

    VerifiedScorer(Scorer scorer, StoredFields stored, AtomicInteger texts) {
      this.scorer = scorer;
      this.stored = stored;
      this.texts = texts;
    }

    @Override
    public int docID() {
      return scorer.docID();
    }

    @Override
    public float score() throws IOException {
      return scorer.score();
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return scorer.getMaxScore(upTo);
    }

    @Override
    public DocIdSetIterator iterator() {
      return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
      TwoPhaseIterator cheap = scorer.twoPhaseIterator();
      return new TwoPhaseIterator(cheap == null ? scorer.iterator() : cheap.approximation()) {
        @Override
        public boolean matches() throws IOException {
          if (cheap != null && !cheap.matches()) {
            return false;
          }
          if (texts.incrementAndGet() > maxTexts) {
            throw tooMany.get();
          }
          return holds(stored, approximation().docID());
        }

        @Override
        public float matchCost() {
          return 10_000; // reads a stored document
        }
      };
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor);
  }

  @Override
  public String toString(String defaultField) {
    return fields + "=\"" + text + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifiedQuery query
        && candidates.equals(query.candidates)
        && fields.equals(query.fields)
        && text.equals(query.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(candidates, fields, text);
  }
}
