package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Groups near-identical articles: the connected components of {@link CopySketch#areCopies}. Pairs
 * worth comparing agree in one of {@value #BANDS} bands of {@value #ROWS} bytes of their MinHash
 * (locality-sensitive hashing: a pair of similarity .44 does with probability .995), so the time is
 * linear in the number of articles, and the memory 20 bytes for each and 18 to 184 more, the less
 * the more articles there are.
 */
final class CopyGroups {

  private static final int BANDS = 60;
  private static final int ROWS = 3;
  private static final int MIN_BANDS_AT_ONCE = 6;
  private static final int KEYS = 1 << ROWS * CopySketch.BIN_BITS;

  /** Memory for parts of the sketches; they are read once for as many bands as fit. */
  private static final int BIN_BYTES = 48 << 20;

  /** Larger buckets, of texts from one template, are compared with so many of their texts only. */
  private static final int MAX_COMPARED = 64;

  private final DirectoryReader reader;
  private final int[] documents; // of the articles, which have numbers from 0
  private final int[] parent;
  private final long[] names;
  private final int[] days;
  private int size;

  private CopyGroups(DirectoryReader reader) {
    this.reader = reader;
    this.documents = new int[reader.maxDoc()];
    this.parent = new int[reader.maxDoc()];
    this.names = new long[reader.maxDoc()];
    this.days = new int[reader.maxDoc()];
  }

  /** Takes the id and the right group of an article whose group is wrong. */
  @FunctionalInterface
  interface Correction {
    void correct(String id, long group) throws IOException;
  }

  /** Writes the number of its group to every article whose group has changed. */
  static void update(DirectoryReader reader, IndexWriter writer) throws IOException {
    compare(
        reader,
        (id, group) ->
            writer.updateDocValues(
                ArticleSchema.idTerm(id),
                new Field[] {new NumericDocValuesField(ArticleSchema.COPIES, group)}));
  }

  /** Finds the articles whose number is not that of their group. */
  static void compare(DirectoryReader reader, Correction correction) throws IOException {
    compare(reader, BIN_BYTES, correction);
  }

  /** The same with so much memory for parts of the sketches. */
  static void compare(DirectoryReader reader, int memory, Correction correction)
      throws IOException {
    CopyGroups groups = new CopyGroups(reader);
    groups.readArticles();
    int most = memory / Math.max(1, groups.size);
    int atOnce = most >= CopySketch.BINS ? BANDS : Math.max(MIN_BANDS_AT_ONCE, most / ROWS);
    for (int band = 0; band < BANDS; band += atOnce) {
      groups.join(band, Math.min(BANDS, band + atOnce));
    }
    groups.correct(correction);
  }

  private void readArticles() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
      NumericDocValues dates = DocValues.getNumeric(leaf.reader(), ArticleSchema.PUBLISHED_FIRST);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live != null && !live.get(doc)) {
          continue;
        }
        documents[size] = leaf.docBase + doc;
        parent[size] = size;
        names[size] = FileState.hash(ids.lookupOrd(ids.ordValue()).utf8ToString());
        days[size] =
            dates.advanceExact(doc)
                ? Math.clamp(dates.longValue(), Integer.MIN_VALUE + 1, Integer.MAX_VALUE)
                : Integer.MIN_VALUE;
        size++;
      }
    }
  }

  /** Compares what agrees in some bands. */
  private void join(int from, int to) throws IOException {
    boolean all = from == 0 && to == BANDS;
    Bins bins = readBins(from * ROWS, all ? CopySketch.BINS : (to - from) * ROWS);
    for (int band = 0; band < to - from; band++) {
      join(bins, agreeing(bins, band));
    }
  }

  /** A part of the sketch of every article, one after the other. */
  private record Bins(byte[] bytes, int width) {

    int key(int article, int band) {
      return CopyGroups.key(bytes, article * width + band * ROWS);
    }

    /** Whether two sketches may be alike enough; most that agree in a band are not. */
    boolean mayBeCopies(int a, int b) {
      int atMost = CopySketch.BINS;
      for (int bin = 0; bin < width; bin++) {
        atMost -= bytes[a * width + bin] == bytes[b * width + bin] ? 0 : 1;
      }
      return CopySketch.mayBeCopies(atMost);
    }
  }

  private Bins readBins(int first, int width) throws IOException {
    byte[] bytes = new byte[size * width];
    byte[] sketch = new byte[CopySketch.BINS];
    int article = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), ArticleSchema.SKETCH);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; article < size && documents[article] < end; article++) {
        if (!sketches.advanceExact(documents[article] - leaf.docBase)) {
          throw new IOException("article without sketch: index again with kiosk rebuild");
        }
        CopySketch.unpackBins(sketches.binaryValue(), sketch);
        System.arraycopy(sketch, first, bytes, article * width, width);
      }
    }
    return new Bins(bytes, width);
  }

  /** The articles that are not alone with what they have in a band: that above their number. */
  private long[] agreeing(Bins bins, int band) {
    FixedBitSet met = new FixedBitSet(KEYS);
    FixedBitSet metAgain = new FixedBitSet(KEYS);
    for (int article = 0; article < size; article++) {
      int key = bins.key(article, band);
      if (met.getAndSet(key)) {
        metAgain.set(key);
      }
    }
    long[] agreeing = new long[1024];
    int count = 0;
    for (int article = 0; article < size; article++) {
      int key = bins.key(article, band);
      if (metAgain.get(key)) {
        agreeing = ArrayUtil.grow(agreeing, count + 1);
        agreeing[count++] = (long) key << Integer.SIZE | article;
      }
    }
    Arrays.sort(agreeing, 0, count);
    return Arrays.copyOf(agreeing, count);
  }

  private void join(Bins bins, long[] agreeing) throws IOException {
    int start = 0;
    for (int end = 1; end <= agreeing.length; end++) {
      if (end == agreeing.length
          || agreeing[end] >>> Integer.SIZE != agreeing[start] >>> Integer.SIZE) {
        joinBucket(bins, Arrays.copyOfRange(agreeing, start, end));
        start = end;
      }
    }
  }

  private static int key(byte[] sketch, int at) {
    int key = 0;
    for (int row = 0; row < ROWS; row++) {
      key = key << CopySketch.BIN_BITS | sketch[at + row];
    }
    return key;
  }

  /** Whether two sketches agree in a band, so that their articles are compared. */
  static boolean areCompared(byte[] a, byte[] b) {
    return IntStream.range(0, BANDS).anyMatch(band -> key(a, band * ROWS) == key(b, band * ROWS));
  }

  /** An article of a bucket, whose sketch is read when it is asked for. */
  private final class Sketched {
    private final int article;
    private byte[] sketch;

    private Sketched(int article) {
      this.article = article;
    }

    private byte[] sketch() throws IOException {
      if (sketch == null) {
        int doc = documents[article];
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), ArticleSchema.SKETCH);
        sketches.advanceExact(doc - leaf.docBase);
        sketch = CopySketch.unpacked(sketches.binaryValue());
      }
      return sketch;
    }
  }

  private void joinBucket(Bins bins, long[] bucket) throws IOException {
    List<Sketched> all = new ArrayList<>(bucket.length);
    boolean joinedBefore = true;
    for (long each : bucket) {
      all.add(new Sketched((int) each));
      joinedBefore &= root((int) each) == root((int) bucket[0]);
    }
    if (joinedBefore) {
      return;
    }
    if (all.size() > MAX_COMPARED) {
      all.sort(Comparator.comparingLong(each -> names[each.article]));
    }
    List<Sketched> compared = new ArrayList<>();
    for (Sketched each : all) {
      boolean joined = false;
      for (Sketched other : compared) {
        if (bins.mayBeCopies(each.article, other.article) && areCopies(each, other)) {
          parent[root(each.article)] = root(other.article);
          joined = true;
        }
      }
      if (compared.size() < MAX_COMPARED && !(joined && all.size() > MAX_COMPARED)) {
        compared.add(each);
      }
    }
  }

  private boolean areCopies(Sketched a, Sketched b) throws IOException {
    int dayA = days[a.article];
    int dayB = days[b.article];
    boolean dated = dayA != Integer.MIN_VALUE && dayB != Integer.MIN_VALUE;
    return CopySketch.areCopies(a.sketch(), b.sketch(), dated ? Math.abs((long) dayA - dayB) : 0);
  }

  private int root(int article) {
    int root = article;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void correct(Correction correction) throws IOException {
    long[] smallest = new long[size]; // name of a group: the smallest of its articles'
    boolean[] several = new boolean[size];
    Arrays.fill(smallest, Long.MAX_VALUE);
    for (int article = 0; article < size; article++) {
      int root = root(article);
      smallest[root] = Math.min(smallest[root], names[article]);
      several[root] |= root != article;
    }
    int article = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues before = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; article < size && documents[article] < end; article++) {
        int doc = documents[article] - leaf.docBase;
        int root = root(article);
        long group = several[root] ? smallest[root] : 0;
        if (!before.advanceExact(doc) || before.longValue() != group) {
          ids.advanceExact(doc);
          String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
          correction.correct(id, group);
        }
      }
    }
  }
}
