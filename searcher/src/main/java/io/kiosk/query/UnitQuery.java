package io.kiosk.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/**
 * One query unit in the articles of one language: a probabilistic structured query (Darwish and
 * Oard, "Probabilistic Structured Query Methods", SIGIR 2003) over several fields. All alternatives
 * count as one term whose frequency in a field is the weighted sum of theirs, and whose document
 * frequency is the weighted sum of theirs; the fields are combined before saturation as in BM25F
 * (Robertson, Zaragoza and Taylor, CIKM 2004). With one alternative and one field this is BM25.
 */
final class UnitQuery extends Query {
  private static final int PRIOR = 1000;

  private final QueryUnit unit;
  private final List<FieldWeight> fields;
  private final PostingsSource source;
  private volatile double ideal;
  private volatile double information;

  /**
   * A unit in some fields.
   *
   * @param unit its alternatives; with none it finds nothing
   * @param fields where to look, the one whose statistics count first
   */
  UnitQuery(QueryUnit unit, List<FieldWeight> fields) {
    this(
        unit,
        fields,
        (searcher, field, n) -> MatchedPostings.of(searcher, field, unit.alternatives().get(n)));
  }

  /**
   * A unit whose alternatives are not met by their terms.
   *
   * @param source what meets them
   */
  UnitQuery(QueryUnit unit, List<FieldWeight> fields, PostingsSource source) {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("no fields to look for " + unit);
    }
    this.unit = unit;
    this.fields = List.copyOf(fields);
    this.source = source;
  }

  /** A field and what an occurrence in it counts. */
  record FieldWeight(String field, float weight) {}

  QueryUnit unit() {
    return unit;
  }

  List<FieldWeight> fields() {
    return fields;
  }

  /** The unit's weight times its inverse document frequency; known once a weight was made. */
  double ideal() {
    return ideal;
  }

  /**
   * What meeting the unit says: its weight times its inverse document frequency in an archive that
   * is {@link #PRIOR} articles larger, because in a handful of articles about one thing its name is
   * no stop word. 0 if no article has the unit; known once a weight was made.
   */
  double information() {
    return information;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    return new UnitWeight(searcher, boost);
  }

  /** The unit's inverse document frequency: ln(1 + (N - df + .5) / (df + .5)), df at least .5. */
  static double idf(double documents, double documentFrequency) {
    double df = Math.min(Math.max(documentFrequency, .5), documents);
    return Math.log(1 + (documents - df + .5) / (df + .5));
  }

  private final class UnitWeight extends Weight {
    private final float scale;
    private final float[] averageLength;
    private final List<MatchedPostings[]> byField = new ArrayList<>();

    UnitWeight(IndexSearcher searcher, float boost) throws IOException {
      super(UnitQuery.this);
      averageLength = new float[fields.size()];
      double[] df = new double[unit.alternatives().size()];
      long documents = 0;
      for (int f = 0; f < fields.size(); f++) {
        String field = fields.get(f).field();
        CollectionStatistics statistics = searcher.collectionStatistics(field);
        MatchedPostings[] postings = new MatchedPostings[df.length];
        byField.add(postings);
        if (statistics == null) {
          continue;
        }
        documents = Math.max(documents, statistics.docCount());
        averageLength[f] = (float) statistics.sumTotalTermFreq() / statistics.docCount();
        for (int a = 0; a < df.length; a++) {
          postings[a] = source.of(searcher, field, a);
          df[a] = Math.max(df[a], postings[a].documentFrequency());
        }
      }
      double sum = 0;
      for (int a = 0; a < df.length; a++) {
        sum += unit.alternatives().get(a).weight() * df[a];
      }
      ideal = documents == 0 ? 0 : unit.weight() * idf(documents, sum);
      information = sum > 0 ? unit.weight() * idf(documents + PRIOR, sum) : 0;
      scale = (float) (boost * ideal);
    }

    @Override
    public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      List<UnitScorer.Source> sources = new ArrayList<>();
      for (int f = 0; f < fields.size(); f++) {
        NumericDocValues norms = context.reader().getNormValues(fields.get(f).field());
        for (int a = 0; a < byField.get(f).length; a++) {
          MatchedPostings postings = byField.get(f)[a];
          DocFreqs iterator = postings == null ? null : postings.in(context);
          if (iterator != null) {
            float weight = (float) unit.alternatives().get(a).weight() * fields.get(f).weight();
            sources.add(new UnitScorer.Source(iterator, weight, norms, averageLength[f]));
          }
        }
      }
      if (sources.isEmpty()) {
        return null;
      }
      Scorer scorer = new UnitScorer(sources, scale);
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) {
          return scorer;
        }

        @Override
        public long cost() {
          return scorer.iterator().cost();
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      ScorerSupplier supplier = scorerSupplier(context);
      if (supplier != null) {
        Scorer scorer = supplier.get(1);
        if (scorer.iterator().advance(doc) == doc) {
          return Explanation.match(scorer.score(), "BM25F of unit \"" + unit.text() + "\"");
        }
      }
      return Explanation.noMatch("no alternative of unit \"" + unit.text() + "\"");
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor child = visitor.getSubVisitor(Occur.SHOULD, this);
    for (FieldWeight field : fields) {
      if (child.acceptField(field.field())) {
        // One call for all: the terms of a unit are one clause, however many they are.
        child.consumeTerms(
            this,
            unit.alternatives().stream()
                .flatMap(alternative -> alternative.terms().stream())
                .map(term -> new Term(field.field(), term))
                .toArray(Term[]::new));
      }
    }
  }

  @Override
  public String toString(String field) {
    return fields + ":" + unit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitQuery query
        && unit.equals(query.unit)
        && fields.equals(query.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(unit, fields);
  }

  /** The documents of one leaf that an alternative meets, with frequencies. */
  interface DocFreqs {
    int nextDoc() throws IOException;

    int advance(int target) throws IOException;

    int freq() throws IOException;

    long cost();
  }

  /** Where each alternative of a unit stands. */
  @FunctionalInterface
  interface PostingsSource {
    /**
     * The documents of an alternative.
     *
     * @param n which of the unit's
     */
    MatchedPostings of(IndexSearcher searcher, String field, int n) throws IOException;
  }

  /** Where an alternative stands in one field of an index. */
  interface MatchedPostings {
    double documentFrequency();

    DocFreqs in(LeafReaderContext context) throws IOException;

    static MatchedPostings of(IndexSearcher searcher, String field, Alternative alternative)
        throws IOException {
      return alternative.isPhrase()
          ? PhrasePostings.of(searcher, field, alternative)
          : new TermPostings(searcher, field, alternative.terms().get(0));
    }
  }

  private static final class TermPostings implements MatchedPostings {
    private final String field;
    private final BytesRef term;
    private final int documentFrequency;

    TermPostings(IndexSearcher searcher, String field, String term) throws IOException {
      this.field = field;
      this.term = new BytesRef(term);
      documentFrequency = searcher.getIndexReader().docFreq(new Term(field, this.term));
    }

    @Override
    public double documentFrequency() {
      return documentFrequency;
    }

    @Override
    public DocFreqs in(LeafReaderContext context) throws IOException {
      if (documentFrequency == 0) {
        return null;
      }
      var terms = context.reader().terms(field);
      TermsEnum seek = terms == null ? null : terms.iterator();
      if (seek == null || !seek.seekExact(term)) {
        return null;
      }
      PostingsEnum postings = seek.postings(null, PostingsEnum.FREQS);
      return new DocFreqs() {
        @Override
        public int nextDoc() throws IOException {
          return postings.nextDoc();
        }

        @Override
        public int advance(int target) throws IOException {
          return postings.advance(target);
        }

        @Override
        public int freq() throws IOException {
          return postings.freq();
        }

        @Override
        public long cost() {
          return postings.cost();
        }
      };
    }
  }
}
