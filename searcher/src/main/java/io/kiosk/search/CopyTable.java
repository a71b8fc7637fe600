package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntroSorter;

/**
 * Which of the articles that a search finds are near-identical copies of each other: twelve bytes
 * for each that has copies.
 */
final class CopyTable {
  private long[] groups = new long[64];
  private int[] docs = new int[64];
  private int size;

  private CopyTable() {}

  /** Gathers what some queries find. */
  static CopyTable of(IndexSearcher searcher, List<Query> queries, Deadline deadline)
      throws IOException {
    CopyTable table = new CopyTable();
    for (Query query : queries) {
      searcher.search(query, table.collectors());
      deadline.check();
    }
    table.sort();
    return table;
  }

  /** The documents of a group, ascending. */
  int[] docs(long group) {
    int from = Arrays.binarySearch(groups, 0, size, group);
    if (from < 0) {
      return new int[0];
    }
    int to = from + 1;
    while (to < size && groups[to] == group) {
      to++;
    }
    while (from > 0 && groups[from - 1] == group) {
      from--;
    }
    return Arrays.copyOfRange(docs, from, to);
  }

  private void add(long group, int doc) {
    groups = ArrayUtil.grow(groups, size + 1);
    docs = ArrayUtil.grow(docs, size + 1);
    groups[size] = group;
    docs[size++] = doc;
  }

  private CollectorManager<Collector, Void> collectors() {
    return new CollectorManager<>() {
      @Override
      public Collector newCollector() {
        return new GroupCollector();
      }

      @Override
      public Void reduce(java.util.Collection<Collector> collectors) {
        return null;
      }
    };
  }

  private final class GroupCollector extends SimpleCollector {
    private NumericDocValues values;
    private int base;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      values = DocValues.getNumeric(context.reader(), ArticleSchema.COPIES);
      base = context.docBase;
    }

    @Override
    public void collect(int doc) throws IOException {
      if (values.advanceExact(doc) && values.longValue() != 0) {
        add(values.longValue(), base + doc);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private void sort() {
    new IntroSorter() {
      private long group;
      private int doc;

      @Override
      protected void swap(int i, int j) {
        long g = groups[i];
        groups[i] = groups[j];
        groups[j] = g;
        int d = docs[i];
        docs[i] = docs[j];
        docs[j] = d;
      }

      @Override
      protected void setPivot(int i) {
        group = groups[i];
        doc = docs[i];
      }

      @Override
      protected int comparePivot(int j) {
        int byGroup = Long.compare(group, groups[j]);
        return byGroup != 0 ? byGroup : Integer.compare(doc, docs[j]);
      }
    }.sort(0, size);
  }
}
