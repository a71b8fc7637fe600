package io.kiosk.query;

import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

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

  PostingsEnum iterator() {
    return new Postings(this);
  }

  private static final class Postings extends PostingsEnum {
    private final DocArray array;
    private int at = -1;

    Postings(DocArray array) {
      this.array = array;
    }

    @Override
    public int docID() {
      return at < 0 ? -1 : at < array.size ? array.docs[at] : NO_MORE_DOCS;
    }

    @Override
    public int nextDoc() {
      at++;
      return docID();
    }

    @Override
    public int advance(int target) {
      int from = Math.min(at + 1, array.size);
      int found = Arrays.binarySearch(array.docs, from, array.size, target);
      at = found >= 0 ? found : -found - 1;
      return docID();
    }

    @Override
    public int freq() {
      return array.freqs[at];
    }

    @Override
    public long cost() {
      return array.size;
    }

    @Override
    public int nextPosition() {
      return -1;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public BytesRef getPayload() {
      return null;
    }
  }
}
