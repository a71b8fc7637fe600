package io.kiosk.query;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

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

  /** Of the last index; a request makes several weights over one. */
  private volatile Found found;

  /**
   * A unit in some fields.
   *
   * @param unit its alternatives; with none it finds nothing
   * @param fields where to look, the one whose statistics count first
   */
  UnitQuery(QueryUnit unit, List<FieldWeight> fields) {
    this(unit, fields, (terms, n) -> MatchedPostings.of(terms, unit.alternatives().get(n)));
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
    return createWeight(searcher, scoreMode, boost, new HashMap<>());
  }

  /**
   * The same for one of several units.
   *
   * @param dictionaries of the index by field, to which those that it lacks are added
   */
  Weight createWeight(
      IndexSearcher searcher,
      ScoreMode scoreMode,
      float boost,
      Map<String, FieldTerms> dictionaries)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Found known = found;
    if (known == null || known.reader.get() != reader) {
      known = find(reader, dictionaries);
      found = known;
    }
    return new UnitWeight(known, scoreMode, boost);
  }

  /**
   * The unit in an index, which it does not keep from being thrown away.
   *
   * @param byField where each alternative stands; none where the index lacks the field
   * @param factors of a frequency by field and by the byte that stands for a length
   * @param df document frequencies of the alternatives
   * @param documents of the field that has most
   */
  private record Found(
      WeakReference<IndexReader> reader,
      List<MatchedPostings[]> byField,
      List<float[]> factors,
      double[] df,
      long documents) {}

  private Found find(IndexReader reader, Map<String, FieldTerms> dictionaries) throws IOException {
    List<MatchedPostings[]> byField = new ArrayList<>();
    List<float[]> factors = new ArrayList<>();
    double[] df = new double[unit.alternatives().size()];
    long documents = 0;
    for (FieldWeight each : fields) {
      FieldTerms terms =
          dictionaries.computeIfAbsent(each.field(), field -> new FieldTerms(reader, field));
      FieldTerms.Statistics statistics = terms.statistics();
      MatchedPostings[] postings = new MatchedPostings[statistics == null ? 0 : df.length];
      byField.add(postings);
      if (statistics == null) {
        factors.add(null);
        continue;
      }
      documents = Math.max(documents, statistics.documents());
      factors.add(UnitScorer.factors((float) statistics.occurrences() / statistics.documents()));
      for (int a = 0; a < df.length; a++) {
        postings[a] = source.of(terms, a);
        df[a] = Math.max(df[a], postings[a].documentFrequency());
      }
    }
    return new Found(new WeakReference<>(reader), byField, factors, df, documents);
  }

  /** The unit's inverse document frequency: ln(1 + (N - df + .5) / (df + .5)), df at least .5. */
  static double idf(double documents, double documentFrequency) {
    double df = Math.min(Math.max(documentFrequency, .5), documents);
    return Math.log(1 + (documents - df + .5) / (df + .5));
  }

  /** The unit in an index. */
  final class UnitWeight extends Weight {
    private final float scale;
    private final Found found;
    private final boolean[] sure;
    private final boolean onlyBest;
    private final boolean scores;
    private ScoreWindow window;

    private UnitWeight(Found found, ScoreMode scoreMode, float boost) {
      super(UnitQuery.this);
      this.found = found;
      onlyBest = scoreMode == ScoreMode.TOP_SCORES;
      scores = scoreMode.needsScores();
      double[] df = found.df;
      long documents = found.documents;
      double sum = 0;
      for (int a = 0; a < df.length; a++) {
        sum += unit.alternatives().get(a).weight() * df[a];
      }
      sure = sure(df);
      ideal = documents == 0 ? 0 : unit.weight() * idf(documents, sum);
      information = sum > 0 ? unit.weight() * idf(documents + PRIOR, sum) : 0;
      scale = (float) (boost * ideal);
    }

    /**
     * Which alternatives say what is asked for: not those that are faint, and no word by itself if
     * the archive has the phrase that it comes from. "House" is not the White House.
     */
    private boolean[] sure(double[] df) {
      boolean[] sure = new boolean[df.length];
      double least = unit.least();
      for (int a = 0; a < df.length; a++) {
        Alternative word = unit.alternatives().get(a);
        sure[a] = word.weight() >= least;
        for (int b = 0; b < df.length && sure[a]; b++) {
          Alternative phrase = unit.alternatives().get(b);
          sure[a] =
              df[b] == 0
                  || phrase.terms().size() <= word.terms().size()
                  || phrase.weight() < word.weight()
                  || !phrase.terms().containsAll(word.terms());
        }
      }
      return sure;
    }

    /** The unit in a leaf; null if nothing there meets it. */
    ScoreWindow.Clause clause(LeafReaderContext context) throws IOException {
      List<UnitScorer.Field> met = new ArrayList<>();
      for (int f = 0; f < fields.size(); f++) {
        List<UnitScorer.Source> sources = new ArrayList<>();
        MatchedPostings[] postings = found.byField.get(f);
        for (int a = 0; a < postings.length; a++) {
          LeafPostings there = postings[a].in(context, onlyBest);
          if (there != null) {
            float weight = (float) unit.alternatives().get(a).weight() * fields.get(f).weight();
            Peaks peaks = new Peaks(there, found.factors.get(f));
            sources.add(new UnitScorer.Source(there.postings(), peaks, weight, sure[a]));
          }
        }
        if (!sources.isEmpty()) {
          NumericDocValues norms = context.reader().getNormValues(fields.get(f).field());
          met.add(new UnitScorer.Field(sources, norms, found.factors.get(f)));
        }
      }
      return met.isEmpty() ? null : new UnitScorer(met, scale, (float) unit.least(), scores);
    }

    @Override
    public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScoreWindow.Clause clause = clause(context);
      if (clause == null) {
        return null;
      }
      window = window == null ? new ScoreWindow() : window; // most units are parts of a query
      return WindowScorer.supplier(List.of(new WindowScorer.Member(clause, 0)), 0, context, window);
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

  /** Where each alternative of a unit stands. */
  @FunctionalInterface
  interface PostingsSource {
    /**
     * The documents of an alternative.
     *
     * @param n which of the unit's
     */
    MatchedPostings of(FieldTerms terms, int n) throws IOException;
  }

  /**
   * Where an alternative stands in one field of a leaf.
   *
   * @param postings with frequencies
   * @param impacts the same where Lucene says how high frequencies are in its blocks; else null
   */
  record LeafPostings(PostingsEnum postings, ImpactsEnum impacts) {}

  /** Where an alternative stands in one field of an index. */
  interface MatchedPostings {
    double documentFrequency();

    /**
     * Those of a leaf; null if there are none.
     *
     * @param onlyBest whether it pays to know where high frequencies are
     */
    LeafPostings in(LeafReaderContext context, boolean onlyBest) throws IOException;

    static MatchedPostings of(FieldTerms terms, Alternative alternative) throws IOException {
      return alternative.isPhrase()
          ? PhrasePostings.of(terms, alternative)
          : new TermPostings(terms, alternative.terms().getFirst());
    }
  }
}
