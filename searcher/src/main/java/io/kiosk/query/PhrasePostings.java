package io.kiosk.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The documents of an index that hold a phrase, with the number of times, found once when a query's
 * weight is made: the document frequency of a phrase is needed before the first document is scored,
 * and counting it costs as much as finding it. A phrase is as rare as its rarest term, so the
 * arrays stay small.
 */
final class PhrasePostings implements UnitQuery.MatchedPostings {
  private final Map<Integer, DocArray> byLeaf = new HashMap<>();
  private int documentFrequency;

  private PhrasePostings() {}

  static PhrasePostings of(FieldTerms dictionaries, Alternative phrase) throws IOException {
    PhrasePostings postings = new PhrasePostings();
    List<BytesRef> terms = phrase.terms().stream().map(BytesRef::new).toList();
    for (LeafReaderContext context : dictionaries.leaves()) {
      DocArray matches = find(dictionaries.in(context), terms, phrase.positions());
      if (matches != null && matches.size() > 0) {
        postings.byLeaf.put(context.ord, matches);
        postings.documentFrequency += matches.size();
      }
    }
    return postings;
  }

  @Override
  public double documentFrequency() {
    return documentFrequency;
  }

  @Override
  public UnitQuery.LeafPostings in(LeafReaderContext context, boolean onlyBest) {
    DocArray matches = byLeaf.get(context.ord);
    return matches == null ? null : new UnitQuery.LeafPostings(matches.iterator(), null);
  }

  private static DocArray find(TermsEnum seek, List<BytesRef> terms, List<Integer> positions)
      throws IOException {
    PostingsEnum[] postings = new PostingsEnum[terms.size()];
    for (int i = 0; i < postings.length; i++) {
      if (!seek.seekExact(terms.get(i))) {
        return null;
      }
      postings[i] = seek.postings(null, PostingsEnum.POSITIONS);
    }
    return intersect(postings, positions);
  }

  private static DocArray intersect(PostingsEnum[] postings, List<Integer> positions)
      throws IOException {
    PostingsEnum rarest = postings[0];
    for (PostingsEnum each : postings) {
      rarest = each.cost() < rarest.cost() ? each : rarest;
    }
    int[] docs = new int[8];
    int[] freqs = new int[8];
    int size = 0;
    int doc = rarest.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      int next = align(postings, doc);
      if (next != doc) {
        doc = rarest.docID() >= next ? rarest.docID() : rarest.advance(next);
        continue;
      }
      int freq = count(postings, positions);
      if (freq > 0) {
        docs = ArrayUtil.grow(docs, size + 1);
        freqs = ArrayUtil.grow(freqs, size + 1);
        docs[size] = doc;
        freqs[size++] = freq;
      }
      doc = rarest.nextDoc();
    }
    return new DocArray(docs, freqs, size);
  }

  /** Advances all to the document; returns it if all have it, else the next that may be. */
  private static int align(PostingsEnum[] postings, int doc) throws IOException {
    for (PostingsEnum each : postings) {
      int at = each.docID() < doc ? each.advance(doc) : each.docID();
      if (at != doc) {
        return at;
      }
    }
    return doc;
  }

  private static int count(PostingsEnum[] postings, List<Integer> positions) throws IOException {
    int[] starts = starts(postings[0], positions.get(0));
    int size = starts.length;
    for (int i = 1; i < postings.length && size > 0; i++) {
      int[] other = starts(postings[i], positions.get(i));
      int kept = 0;
      for (int a = 0, b = 0; a < size && b < other.length; ) {
        if (starts[a] == other[b]) {
          starts[kept++] = starts[a];
          a++;
          b++;
        } else if (starts[a] < other[b]) {
          a++;
        } else {
          b++;
        }
      }
      size = kept;
    }
    return size;
  }

  private static int[] starts(PostingsEnum postings, int offset) throws IOException {
    int[] starts = new int[postings.freq()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = postings.nextPosition() - offset;
    }
    return starts;
  }
}
