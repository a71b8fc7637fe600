package io.kiosk.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/** Adds up the weighted frequencies of the alternatives of a unit and scores the sum. */
final class UnitScorer implements ScoreWindow.Clause {

  /** So much dearer is it to look for a document in a list than to read one of the list. */
  private static final int SEEKING = 8;

  /** What a word of a phrase meets of what the phrase means; half would be enough by itself. */
  static final double PART = .4;

  /** Weights are floats here. */
  private static final float ROUNDING_DOWN = 1 - 1e-6f;

  /**
   * An alternative in a field.
   *
   * @param peaks where it is frequent
   * @param weight of an occurrence
   * @param sure whether an article that has it has met the unit as a whole
   */
  record Source(PostingsEnum postings, Peaks peaks, float weight, boolean sure) {}

  /** The alternatives in one field. */
  static final class Field {
    private final List<Source> sources;
    private final NumericDocValues norms;
    private final float[] factors;

    /**
     * A field with at least one of the alternatives.
     *
     * @param norms the lengths of its texts, null if all count the same
     * @param factors of a frequency, by the byte that stands for a length
     */
    Field(List<Source> sources, NumericDocValues norms, float[] factors) {
      this.sources = List.copyOf(sources);
      this.norms = norms;
      this.factors = factors;
    }

    /** What a frequency in a document counts. */
    private float factor(int doc) throws IOException {
      return norms != null && norms.advanceExact(doc) ? factors[(int) norms.longValue() & 0xFF] : 1;
    }
  }

  private final List<Field> fields;
  private final float scale;
  private final float least;
  private final boolean scores;
  private final boolean allSure;
  private final long cost;

  /**
   * A unit in a leaf.
   *
   * @param fields where it is met
   * @param scale what no score exceeds
   * @param least a document of less weighted frequency has no more than a chance translation: it
   *     gets its score, but has not met the unit
   * @param scores whether anyone asks for them
   */
  UnitScorer(List<Field> fields, float scale, float least, boolean scores) {
    this.fields = List.copyOf(fields);
    this.scale = scale;
    this.least = least * ROUNDING_DOWN;
    this.scores = scores;
    this.allSure = fields.stream().flatMap(field -> field.sources.stream()).allMatch(Source::sure);
    this.cost =
        fields.stream()
            .flatMap(field -> field.sources.stream())
            .mapToLong(source -> source.postings.cost())
            .sum();
  }

  /** What frequencies count in texts of all lengths, by the byte that stands for a length. */
  static float[] factors(float averageLength) {
    float[] factors = new float[256];
    for (int i = 0; i < factors.length; i++) {
      float length = SmallFloat.byte4ToInt((byte) i);
      factors[i] = 1 / (1 - ScoringModel.B + ScoringModel.B * length / averageLength);
    }
    return factors;
  }

  @Override
  public int advance(int target) throws IOException {
    int first = DocIdSetIterator.NO_MORE_DOCS;
    for (Field field : fields) {
      for (Source source : field.sources) {
        int doc = source.postings.docID();
        first = Math.min(first, doc < target ? source.postings.advance(target) : doc);
      }
    }
    return first;
  }

  @Override
  public void addTo(ScoreWindow window, double weight) throws IOException {
    for (int f = 0; f < fields.size(); f++) {
      for (Source source : fields.get(f).sources) {
        if (source.postings.docID() < window.end()) {
          gather(source, window, window.frequencies(f), source.sure && !allSure);
        }
      }
    }
    long[] touched = window.touched.getBits();
    long[] sure = window.sure.getBits();
    for (int word = 0; word < touched.length; word++) {
      for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
        int at = (word << 6) + Long.numberOfTrailingZeros(bits);
        if (window.takes(at)) {
          window.add(at, scores ? score(window, at) : 0, weight * met(window, at));
        }
        for (int f = 0; f < fields.size(); f++) {
          window.frequencies(f)[at] = 0;
        }
      }
      touched[word] = 0;
      sure[word] = 0;
    }
  }

  private static void gather(Source source, ScoreWindow window, float[] frequencies, boolean marks)
      throws IOException {
    if (SEEKING * window.size() < window.share(source.postings.cost())) {
      seek(source, window, frequencies, marks);
      return;
    }
    PostingsEnum postings = source.postings;
    int start = window.start();
    if (postings.docID() < start) {
      postings.advance(start);
    }
    while (postings.docID() < window.end()) {
      postings.nextPostings(window.end(), window.postings);
      for (int i = 0; i < window.postings.size; i++) {
        int at = window.postings.docs[i] - start;
        frequencies[at] += source.weight * window.postings.features[i];
        window.touched.set(at);
        if (marks) {
          window.sure.set(at);
        }
      }
    }
  }

  /** Asks for the few documents that may still gain. */
  private static void seek(Source source, ScoreWindow window, float[] frequencies, boolean marks)
      throws IOException {
    PostingsEnum postings = source.postings;
    int at = window.taking(0);
    while (at != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = window.start() + at;
      if (postings.docID() < doc) {
        postings.advance(doc);
      }
      if (postings.docID() == doc) {
        frequencies[at] += source.weight * postings.freq();
        window.touched.set(at);
        if (marks) {
          window.sure.set(at);
        }
      }
      at =
          window.taking(
              Math.max(at + 1, Math.min(postings.docID(), window.end()) - window.start()));
    }
  }

  /** How much of the unit a document meets: all, a part, or nothing by chance translations. */
  private double met(ScoreWindow window, int at) {
    if (allSure || window.sure.get(at)) {
      return 1;
    }
    float sum = 0;
    for (int f = 0; f < fields.size(); f++) {
      sum += window.frequencies(f)[at];
    }
    return sum < least ? 0 : PART;
  }

  private float score(ScoreWindow window, int at) throws IOException {
    float frequency = frequency(window, at);
    return scale * frequency / (ScoringModel.K1 + frequency);
  }

  /** The weighted frequency at a position, normalised by the lengths of the fields. */
  private float frequency(ScoreWindow window, int at) throws IOException {
    float sum = 0;
    for (int f = 0; f < fields.size(); f++) {
      float frequency = window.frequencies(f)[at];
      if (frequency != 0) {
        sum += frequency * fields.get(f).factor(window.start() + at);
      }
    }
    return sum;
  }

  @Override
  public float maxScore() {
    return scale;
  }

  @Override
  public float maxScore(int from, int to) throws IOException {
    float frequency = 0;
    for (Field field : fields) {
      for (Source source : field.sources) {
        frequency += source.weight * source.peaks.highest(from, to);
        if (frequency == Float.POSITIVE_INFINITY) {
          return scale;
        }
      }
    }
    return scale * frequency / (ScoringModel.K1 + frequency);
  }

  @Override
  public int sameUntil(int from) throws IOException {
    int until = DocIdSetIterator.NO_MORE_DOCS;
    for (Field field : fields) {
      for (Source source : field.sources) {
        until = Math.min(until, source.peaks.sameUntil(from));
      }
    }
    return until;
  }

  @Override
  public long cost() {
    return cost;
  }
}
