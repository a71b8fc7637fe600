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
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Groups near-identical articles: the connected components of {@link CopySketch#areCopies}. Pairs
 * worth comparing agree in one of {@value #BANDS} bands of {@value #ROWS} bytes of their MinHash
 * (locality-sensitive hashing: a pair of similarity .44 does with probability .995), so the time is
 * linear in the number of articles, and the memory 28 bytes for each and 48 to 480 more, the less
 * the more articles there are.
 */
final class CopyGroups {

  private static final int BANDS = 60;
  private static final int ROWS = 3;
  private static final int MIN_BANDS_AT_ONCE = 6;

  /** Memory for keys; the sketches are read once for as many bands as fit. */
  private static final int KEY_BYTES = 32 << 20;

  /** Larger buckets, of texts from one template, are compared with so many of their texts only. */
  private static final int MAX_COMPARED = 64;

  private final DirectoryReader reader;
  private final int[] parent;
  private final long[] names;
  private final int[] days;
  private int[] articles;

  private CopyGroups(DirectoryReader reader) {
    this.reader = reader;
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
    CopyGroups groups = new CopyGroups(reader);
    groups.readArticles();
    int atOnce =
        Math.clamp(
            KEY_BYTES / Long.BYTES / (1L + groups.articles.length), MIN_BANDS_AT_ONCE, BANDS);
    for (int band = 0; band < BANDS; band += atOnce) {
      groups.join(band, Math.min(atOnce, BANDS - band));
    }
    groups.correct(correction);
  }

  private void readArticles() throws IOException {
    int[] found = new int[reader.maxDoc()];
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
      NumericDocValues dates = DocValues.getNumeric(leaf.reader(), ArticleSchema.PUBLISHED_FIRST);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live != null && !live.get(doc)) {
          continue;
        }
        int article = leaf.docBase + doc;
        found[count++] = article;
        parent[article] = article;
        names[article] = FileState.hash(ids.lookupOrd(ids.ordValue()).utf8ToString());
        days[article] =
            dates.advanceExact(doc)
                ? Math.clamp(dates.longValue(), Integer.MIN_VALUE + 1, Integer.MAX_VALUE)
                : Integer.MIN_VALUE;
      }
    }
    articles = Arrays.copyOf(found, count);
  }

  /** Compares what agrees in some bands from a first one on. */
  private void join(int first, int bands) throws IOException {
    long[][] keys = new long[bands][articles.length];
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), ArticleSchema.SKETCH);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < articles.length && articles[at] < end; at++) {
        if (!sketches.advanceExact(articles[at] - leaf.docBase)) {
          throw new IOException("article without sketch: index again with kiosk rebuild");
        }
        BytesRef sketch = CopySketch.unpacked(sketches.binaryValue());
        for (int band = 0; band < keys.length; band++) {
          keys[band][at] = key(sketch, first + band) << Integer.SIZE | articles[at];
        }
      }
    }
    for (long[] band : keys) {
      Arrays.sort(band);
      int start = 0;
      for (int end = 1; end <= band.length; end++) {
        if (end == band.length || band[end] >>> Integer.SIZE != band[start] >>> Integer.SIZE) {
          if (end - start > 1) {
            joinBucket(Arrays.stream(band, start, end).mapToInt(key -> (int) key).toArray());
          }
          start = end;
        }
      }
    }
  }

  private static long key(BytesRef sketch, int band) {
    long key = 0;
    for (int row = 0; row < ROWS; row++) {
      key = key << Byte.SIZE | sketch.bytes[sketch.offset + band * ROWS + row] & 0xFF;
    }
    return key;
  }

  /** Whether two sketches agree in a band, so that their articles are compared. */
  static boolean areCompared(byte[] a, byte[] b) {
    BytesRef first = new BytesRef(a);
    BytesRef second = new BytesRef(b);
    return IntStream.range(0, BANDS).anyMatch(band -> key(first, band) == key(second, band));
  }

  private record Sketched(int article, byte[] sketch) {}

  private void joinBucket(int[] bucket) throws IOException {
    int root = root(bucket[0]);
    if (Arrays.stream(bucket).allMatch(article -> root(article) == root)) {
      return;
    }
    List<Sketched> all = sketches(bucket);
    if (all.size() > MAX_COMPARED) {
      all.sort(Comparator.comparingLong(each -> names[each.article]));
    }
    List<Sketched> compared = new ArrayList<>();
    for (Sketched each : all) {
      boolean joined = false;
      for (Sketched other : compared) {
        if (areCopies(each, other)) {
          parent[root(each.article)] = root(other.article);
          joined = true;
        }
      }
      if (compared.size() < MAX_COMPARED && !(joined && all.size() > MAX_COMPARED)) {
        compared.add(each);
      }
    }
  }

  private boolean areCopies(Sketched a, Sketched b) {
    int dayA = days[a.article];
    int dayB = days[b.article];
    boolean dated = dayA != Integer.MIN_VALUE && dayB != Integer.MIN_VALUE;
    return CopySketch.areCopies(a.sketch, b.sketch, dated ? Math.abs((long) dayA - dayB) : 0);
  }

  private List<Sketched> sketches(int[] bucket) throws IOException {
    List<Sketched> all = new ArrayList<>(bucket.length);
    LeafReaderContext leaf = null;
    BinaryDocValues sketches = null;
    for (int article : bucket) {
      LeafReaderContext of = reader.leaves().get(ReaderUtil.subIndex(article, reader.leaves()));
      if (of != leaf) {
        leaf = of;
        sketches = DocValues.getBinary(leaf.reader(), ArticleSchema.SKETCH);
      }
      sketches.advanceExact(article - leaf.docBase);
      BytesRef sketch = CopySketch.unpacked(sketches.binaryValue());
      all.add(new Sketched(article, sketch.bytes));
    }
    return all;
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
    long[] smallest = new long[parent.length]; // name of a group: the smallest of its articles'
    boolean[] several = new boolean[parent.length];
    Arrays.fill(smallest, Long.MAX_VALUE);
    for (int article : articles) {
      int root = root(article);
      smallest[root] = Math.min(smallest[root], names[article]);
      several[root] |= root != article;
    }
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues before = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < articles.length && articles[at] < end; at++) {
        int doc = articles[at] - leaf.docBase;
        int root = root(articles[at]);
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
