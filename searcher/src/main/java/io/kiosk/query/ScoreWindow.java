package io.kiosk.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * What the documents of a stretch of a leaf have met so far. Clauses add to it one after the other,
 * each for the whole stretch: walking one list of postings at a time costs a fifth of walking all
 * lists document by document. It serves one leaf after the other, of one weight and for one thread:
 * it has 50 kB, and to make it anew for each leaf is what many a search would do most of the time.
 */
final class ScoreWindow {

  /** Documents at most; so few that all arrays stay in a processor's nearest caches. */
  static final int SIZE = 2048;

  /** What can add to a window. */
  interface Clause {
    /**
     * The first document from a target on that the clause may meet; at or behind all windows that
     * it has added to.
     */
    int advance(int target) throws IOException;

    /**
     * Adds score and weight to the documents of the window that the clause meets, and passes them.
     */
    void addTo(ScoreWindow window, double weight) throws IOException;

    /** No document gets more. */
    float maxScore() throws IOException;

    /**
     * No document of a stretch gets more. The clause does not go back behind its beginning.
     *
     * @param from first document
     * @param to behind the last one
     */
    float maxScore(int from, int to) throws IOException;

    /**
     * Where the next stretch should end for {@link #maxScore(int, int)} to be close: behind the
     * last document of what its postings tell the highest frequencies of at once.
     *
     * @param from first document; the clause does not go back behind it
     */
    int sameUntil(int from) throws IOException;

    /** About how many documents it meets. */
    long cost();
  }

  /** Scratch space for clauses; empty when none adds. */
  final DocAndFloatFeatureBuffer postings = new DocAndFloatFeatureBuffer();

  /** Scratch space for clauses: positions in the window; clear when none adds. */
  final FixedBitSet touched = new FixedBitSet(SIZE);

  /** Scratch space for clauses: some of the {@link #touched}; clear when none adds. */
  final FixedBitSet sure = new FixedBitSet(SIZE);

  private final FixedBitSet docs = new FixedBitSet(SIZE);
  private final double[] scores = new double[SIZE];
  private final double[] met = new double[SIZE];
  private int maxDoc;
  private float[][] frequencies = new float[0][];
  private int start;
  private int end;
  private boolean closed;
  private int size;

  /**
   * Makes it cover nothing.
   *
   * @param leafMaxDoc of the leaf that it serves from now on
   */
  void serve(int leafMaxDoc) {
    maxDoc = leafMaxDoc;
    start = 0;
    end = 0;
  }

  /**
   * Empties the window and opens it for the documents from a first one on.
   *
   * @param behind the last; it covers no more than its size
   */
  void moveTo(int first, int behind) {
    docs.clear();
    start = first;
    end = Math.min(Math.min(first + SIZE, maxDoc), behind);
    closed = false;
    size = end - start;
  }

  /** Whether a document lies in the window. */
  boolean covers(int doc) {
    return doc >= start && doc < end;
  }

  /** The first document. */
  int start() {
    return start;
  }

  /** Behind the last document. */
  int end() {
    return end;
  }

  /** How many documents may gain. */
  int size() {
    return size;
  }

  /** Whether none may. */
  boolean isEmpty() {
    return size == 0;
  }

  /** How many of some documents are in the window if they are spread evenly over the leaf. */
  long share(long documents) {
    return documents * (end - start) / maxDoc;
  }

  /**
   * Whether a document may gain.
   *
   * @param at its position
   */
  boolean takes(int at) {
    return !closed || docs.get(at);
  }

  /**
   * The position of the first document from one on that may gain; {@link
   * DocIdSetIterator#NO_MORE_DOCS} if there is none.
   */
  int taking(int at) {
    if (at >= end - start) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    return closed ? docs.nextSetBit(at) : at;
  }

  /** Adds to the document at a position that {@link #takes}. */
  void add(int at, float score, double weight) {
    if (docs.getAndSet(at)) {
      scores[at] += score;
      met[at] += weight;
    } else {
      scores[at] = score;
      met[at] = weight;
    }
  }

  /**
   * From now on no more documents come in, and those that have met or scored less than the least
   * go; the others may still gain.
   */
  void require(double least, double leastScore) {
    closed = true;
    size = 0;
    for (int at = taking(0); at != DocIdSetIterator.NO_MORE_DOCS; at = taking(at + 1)) {
      if (met[at] < least || scores[at] < leastScore) {
        docs.clear(at);
      } else {
        size++;
      }
    }
  }

  /**
   * The first document in the window from one on; {@link DocIdSetIterator#NO_MORE_DOCS} if none.
   */
  int next(int doc) {
    int at = doc - start;
    int next = at < SIZE ? docs.nextSetBit(at) : DocIdSetIterator.NO_MORE_DOCS;
    return next == DocIdSetIterator.NO_MORE_DOCS ? next : start + next;
  }

  /** Sum of what was added to a document that is in. */
  float score(int doc) {
    return (float) scores[doc - start];
  }

  /**
   * Scratch space for clauses: a number for each position; all 0 when none adds.
   *
   * @param n which one
   */
  float[] frequencies(int n) {
    while (frequencies.length <= n) {
      frequencies = Arrays.copyOf(frequencies, frequencies.length + 1);
      frequencies[frequencies.length - 1] = new float[SIZE];
    }
    return frequencies[n];
  }
}
