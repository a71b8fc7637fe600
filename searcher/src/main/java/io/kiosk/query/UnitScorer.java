package io.kiosk.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.PriorityQueue;
import org.apache.lucene.util.SmallFloat;

/** Walks the alternatives of a unit document by document and adds up their weighted frequencies. */
final class UnitScorer extends Scorer {
  private static final float[] LENGTH = new float[256];

  static {
    for (int i = 0; i < LENGTH.length; i++) {
      LENGTH[i] = SmallFloat.byte4ToInt((byte) i);
    }
  }

  /** An alternative in one field. */
  static final class Source {
    private final UnitQuery.DocFreqs postings;
    private final float weight;
    private final NumericDocValues norms;
    private final float averageLength;
    private int doc = -1;

    Source(UnitQuery.DocFreqs postings, float weight, NumericDocValues norms, float averageLength) {
      this.postings = postings;
      this.weight = weight;
      this.norms = norms;
      this.averageLength = averageLength;
    }

    /** Weighted frequency in the current document, normalised by the field's length. */
    float normalizedFrequency() throws IOException {
      float length = averageLength;
      if (norms != null && (norms.docID() == doc || norms.advanceExact(doc))) {
        length = LENGTH[(int) norms.longValue() & 0xFF];
      }
      float norm = 1 - ScoringModel.B + ScoringModel.B * length / averageLength;
      return weight * postings.freq() / norm;
    }
  }

  /** A heap by document that can add up all sources at its smallest document. */
  private static final class SourceHeap extends PriorityQueue<Source> {
    SourceHeap(List<Source> sources) {
      super(sources.size());
      addAll(sources);
    }

    @Override
    protected boolean lessThan(Source a, Source b) {
      return a.doc < b.doc;
    }

    float frequency(int doc) throws IOException {
      return frequency(doc, 1);
    }

    /** Children of a node beyond the document are beyond it too. */
    private float frequency(int doc, int node) throws IOException {
      if (node > size()) {
        return 0;
      }
      Source source = (Source) getHeapArray()[node];
      return source.doc == doc
          ? source.normalizedFrequency() + frequency(doc, 2 * node) + frequency(doc, 2 * node + 1)
          : 0;
    }
  }

  private final SourceHeap queue;
  private final float scale;
  private final long cost;
  private int doc = -1;

  UnitScorer(List<Source> sources, float scale) {
    this.scale = scale;
    this.queue = new SourceHeap(sources);
    this.cost = sources.stream().mapToLong(source -> source.postings.cost()).sum();
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public float score() throws IOException {
    float frequency = queue.frequency(doc);
    return scale * frequency / (ScoringModel.K1 + frequency);
  }

  @Override
  public float getMaxScore(int upTo) {
    return scale;
  }

  @Override
  public DocIdSetIterator iterator() {
    return new DocIdSetIterator() {
      @Override
      public int docID() {
        return doc;
      }

      @Override
      public int nextDoc() throws IOException {
        return advance(doc + 1);
      }

      @Override
      public int advance(int target) throws IOException {
        Source top = queue.top();
        while (top.doc < target) {
          top.doc = target == top.doc + 1 ? top.postings.nextDoc() : top.postings.advance(target);
          top = queue.updateTop();
        }
        doc = top.doc;
        return doc;
      }

      @Override
      public long cost() {
        return cost;
      }
    };
  }
}
