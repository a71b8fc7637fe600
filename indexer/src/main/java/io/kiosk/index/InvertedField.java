package io.kiosk.index;

import io.kiosk.index.TextInversion.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntroSorter;
import org.apache.lucene.util.MSBRadixSorter;
import org.apache.lucene.util.Sorter;

/**
 * The terms and postings of a field of a segment that is being written, made of its texts by a
 * counting sort: first how often each term comes, then each token to the place of its term. Read
 * once, from the first term to the last.
 */
final class InvertedField extends Terms {

  private final Terms keys;
  private final TextInversion inversion;
  private final int documents;
  private final boolean positioned;

  InvertedField(Terms keys, TextInversion inversion, int documents, boolean positioned) {
    this.keys = keys;
    this.inversion = inversion;
    this.documents = documents;
    this.positioned = positioned;
  }

  @Override
  public TermsEnum iterator() throws IOException {
    return new Inverted(texts(), positioned);
  }

  /** By document; null where it has none. */
  private Text[] texts() throws IOException {
    Text[] texts = new Text[documents];
    TermsEnum each = keys.iterator();
    PostingsEnum postings = null;
    for (BytesRef key = each.next(); key != null; key = each.next()) {
      postings = each.postings(postings, PostingsEnum.NONE);
      texts[postings.nextDoc()] = inversion.take(key);
    }
    return texts;
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    throw new UnsupportedOperationException("not counted yet");
  }

  @Override
  public long getSumDocFreq() {
    throw new UnsupportedOperationException("not counted yet");
  }

  @Override
  public int getDocCount() {
    throw new UnsupportedOperationException("not counted yet");
  }

  @Override
  public boolean hasFreqs() {
    return keys.hasFreqs();
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return positioned;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }

  /** The terms that one {@link TermNumbers} gave to the texts of this segment. */
  private static final class Numbered {
    private byte[][] terms = new byte[0][];
    private int size;

    /** By a term's number: first how many tokens it has, then where the next of them goes. */
    private int[] next;
  }

  /**
   * The terms that have tokens, to be put in order. Beside each stand its first bytes, so that most
   * are compared without a look at the term itself, which is somewhere else in memory.
   */
  private static final class TermOrder extends MSBRadixSorter {
    private final List<Numbered> givers;
    private final long[] prefixes;
    private final long[] terms; // place of the giver and, in the lower half, number
    private int size;

    TermOrder(List<Numbered> givers) {
      super(IndexWriter.MAX_TERM_LENGTH);
      this.givers = givers;
      int most = givers.stream().mapToInt(all -> all.size).sum();
      prefixes = new long[most];
      terms = new long[most];
      for (int giver = 0; giver < givers.size(); giver++) {
        Numbered all = givers.get(giver);
        for (int number = 0; number < all.size; number++) {
          if (all.next[number] > 0) {
            prefixes[size] = prefix(all.terms[number]);
            terms[size++] = (long) giver << Integer.SIZE | number;
          }
        }
      }
    }

    private static long prefix(byte[] term) {
      long prefix = 0;
      int length = Math.min(Long.BYTES, term.length);
      for (int i = 0; i < length; i++) {
        prefix = prefix << Byte.SIZE | term[i] & 0xFF;
      }
      return length == 0 ? 0 : prefix << Byte.SIZE * (Long.BYTES - length);
    }

    void sort() {
      sort(0, size);
    }

    private Numbered giver(int i) {
      return givers.get((int) (terms[i] >>> Integer.SIZE));
    }

    byte[] term(int i) {
      return giver(i).terms[(int) terms[i]];
    }

    /** Gives the number of a term's tokens, and puts something else in its place. */
    int replaceCount(int i, int value) {
      int[] counts = giver(i).next;
      int count = counts[(int) terms[i]];
      counts[(int) terms[i]] = value;
      return count;
    }

    @Override
    protected int byteAt(int i, int k) {
      if (k < Long.BYTES) {
        int found = (int) (prefixes[i] >>> Byte.SIZE * (Long.BYTES - 1 - k)) & 0xFF;
        if (found != 0) {
          return found;
        }
      }
      byte[] term = term(i); // it may end here
      return k < term.length ? term[k] & 0xFF : -1;
    }

    @Override
    protected void swap(int i, int j) {
      long prefix = prefixes[i];
      prefixes[i] = prefixes[j];
      prefixes[j] = prefix;
      long term = terms[i];
      terms[i] = terms[j];
      terms[j] = term;
    }

    /** For few terms. */
    @Override
    protected Sorter getFallbackSorter(int k) {
      return new IntroSorter() {
        private long pivotPrefix;
        private byte[] pivot;

        @Override
        protected void swap(int i, int j) {
          TermOrder.this.swap(i, j);
        }

        @Override
        protected void setPivot(int i) {
          pivotPrefix = prefixes[i];
          pivot = term(i);
        }

        @Override
        protected int comparePivot(int j) {
          int order = Long.compareUnsigned(pivotPrefix, prefixes[j]);
          return order != 0 ? order : Arrays.compareUnsigned(pivot, term(j));
        }

        @Override
        protected int compare(int i, int j) {
          int order = Long.compareUnsigned(prefixes[i], prefixes[j]);
          return order != 0 ? order : Arrays.compareUnsigned(term(i), term(j));
        }
      };
    }
  }

  private static final class Inverted extends BaseTermsEnum {
    private final boolean positioned;
    private final Map<TermNumbers, Numbered> numbered = new IdentityHashMap<>();
    private final BytesRef term = new BytesRef();
    private byte[][] terms; // in their order
    private int[] ends; // of the tokens of each of these
    private int[] tokenDocuments;
    private int[] tokenPositions;
    private int at = -1;

    Inverted(Text[] texts, boolean positioned) {
      this.positioned = positioned;
      count(texts);
      int tokens = order();
      tokenDocuments = new int[tokens];
      tokenPositions = positioned ? new int[tokens] : null;
      distribute(texts);
      numbered.clear();
    }

    private void count(Text[] texts) {
      for (Text text : texts) {
        if (text != null) {
          Numbered all = numbered.computeIfAbsent(text.numbers(), key -> new Numbered());
          if (text.size() > all.size) {
            all.size = text.size();
            all.terms = text.terms();
          }
        }
      }
      numbered.values().forEach(all -> all.next = new int[all.size]);
      for (Text text : texts) {
        if (text != null) {
          int[] counts = numbered.get(text.numbers()).next;
          int[] tokens = text.tokens();
          for (int i = 0; i < tokens.length; i++) {
            counts[tokens[i] >>> Text.DISTANCE_BITS]++;
            if ((tokens[i] & Text.FAR) == Text.FAR) {
              i++;
            }
          }
        }
      }
    }

    /** Puts the terms in order, and says where the tokens of each begin; gives their number. */
    private int order() {
      TermOrder sorted = new TermOrder(List.copyOf(numbered.values()));
      sorted.sort();
      int size = sorted.size;
      terms = new byte[size][];
      ends = new int[size];
      int tokens = 0;
      int distinct = -1;
      for (int i = 0; i < size; i++) {
        byte[] text = sorted.term(i);
        if (distinct < 0 || !Arrays.equals(terms[distinct], text)) {
          terms[++distinct] = text;
        }
        tokens += sorted.replaceCount(i, distinct);
        ends[distinct] = tokens;
      }
      ends = Arrays.copyOf(ends, distinct + 1);
      return tokens;
    }

    private void distribute(Text[] texts) {
      int[] next = new int[ends.length];
      System.arraycopy(ends, 0, next, 1, Math.max(0, ends.length - 1));
      for (int document = 0; document < texts.length; document++) {
        Text text = texts[document];
        if (text == null) {
          continue;
        }
        texts[document] = null; // done with it
        int[] places = numbered.get(text.numbers()).next;
        int[] tokens = text.tokens();
        int position = -1;
        for (int i = 0; i < tokens.length; i++) {
          int place = next[places[tokens[i] >>> Text.DISTANCE_BITS]]++;
          int distance = tokens[i] & Text.FAR;
          position += distance == Text.FAR ? tokens[++i] : distance;
          tokenDocuments[place] = document;
          if (positioned) {
            tokenPositions[place] = position;
          }
        }
      }
    }

    @Override
    public BytesRef next() {
      if (++at == ends.length) {
        return null;
      }
      term.bytes = terms[at];
      term.length = terms[at].length;
      return term;
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public PostingsEnum postings(PostingsEnum reuse, int flags) {
      Postings postings =
          reuse instanceof Postings known && known.documents == tokenDocuments // of this field
              ? known
              : new Postings(tokenDocuments, tokenPositions);
      postings.reset(at == 0 ? 0 : ends[at - 1], ends[at]);
      return postings;
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw unsupported();
    }

    @Override
    public void seekExact(long ord) {
      throw unsupported();
    }

    @Override
    public long ord() {
      throw unsupported();
    }

    @Override
    public int docFreq() {
      throw unsupported();
    }

    @Override
    public long totalTermFreq() {
      throw unsupported();
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
      return new UnsupportedOperationException("read once, in order");
    }
  }

  /** The tokens of one term, in the order of documents and positions. */
  private static final class Postings extends PostingsEnum {
    private final int[] documents;
    private final int[] positions;
    private int document;
    private int frequency;
    private int nextPosition;
    private int next; // of the next document
    private int end;

    Postings(int[] documents, int[] positions) {
      this.documents = documents;
      this.positions = positions;
    }

    void reset(int from, int to) {
      next = from;
      end = to;
      document = -1;
    }

    @Override
    public int nextDoc() {
      if (next == end) {
        document = NO_MORE_DOCS;
        return document;
      }
      nextPosition = next;
      document = documents[next++];
      while (next < end && documents[next] == document) {
        next++;
      }
      frequency = next - nextPosition;
      return document;
    }

    @Override
    public int freq() {
      return frequency;
    }

    @Override
    public int nextPosition() {
      return positions[nextPosition++];
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return end - next;
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
