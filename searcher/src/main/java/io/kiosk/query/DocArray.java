package io.kiosk.query;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Documents of one leaf with frequencies, in memory.
 *
 * @param docs ascending
 * @param freqs of the documents, beside them
 * @param size how many of the elements count
 */
record DocArray(int[] docs, int[] freqs, int size) {

  /**
   * The documents whose count is not 0.
   *
   * @param counts by document; null if there are none
   * @param size how many they are
   */
  static DocArray of(byte[] counts, int size) {
    int[] docs = new int[size];
    int[] freqs = new int[size];
    int next = 0;
    for (int doc = 0; next < size; doc++) {
      if (counts[doc] != 0) {
        docs[next] = doc;
        freqs[next++] = counts[doc];
      }
    }
    return new DocArray(docs, freqs, size);
  }

  UnitQuery.DocFreqs iterator() {
    return new Iterator(this);
  }

  private static final class Iterator implements UnitQuery.DocFreqs {
    private final DocArray array;
    private int at = -1;

    Iterator(DocArray array) {
      this.array = array;
    }

    @Override
    public int nextDoc() {
      at++;
      return doc();
    }

    @Override
    public int advance(int target) {
      int from = Math.min(at + 1, array.size);
      int found = Arrays.binarySearch(array.docs, from, array.size, target);
      at = found >= 0 ? found : -found - 1;
      return doc();
    }

    private int doc() {
      return at < array.size ? array.docs[at] : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public int freq() {
      return array.freqs[at];
    }

    @Override
    public long cost() {
      return array.size;
    }
  }
}
