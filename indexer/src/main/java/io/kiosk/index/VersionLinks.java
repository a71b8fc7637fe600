package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Links articles that tell one story in two languages. An article is compared with those of the
 * other language that share rare terms of its {@link StorySketch}, by the cosine of the terms'
 * weights times their inverse document frequencies. Two are linked if each is by far the other's
 * best, and if their best in the third language agrees, through that, too. Near-identical copies
 * count as one article. All is a function of the set of articles.
 */
final class VersionLinks {

  /** Below this cosine two articles have a subject in common, no more. */
  private static final double MIN_SIMILARITY = .17;

  /** How far the best must be above the second. */
  private static final double STANDS_OUT = 1.3;

  /** At least so many stories are compared in one go, in parts whose number has a limit. */
  private static final int PART = 4096;

  private static final int PARTS = 32;

  private static final int LANGUAGES = Language.values().length;
  private static final int NONE = -1;

  private final LinkedStories stories;
  private final int[][] best;

  private VersionLinks(LinkedStories stories) {
    this.stories = stories;
    this.best = new int[stories.size()][LANGUAGES];
  }

  /** Takes the id and the right versions of an article whose versions are wrong. */
  @FunctionalInterface
  interface Correction {
    void correct(String id, BytesRef versions) throws IOException;
  }

  /** Writes its versions to every article whose versions have changed. */
  static void update(DirectoryReader reader, IndexWriter writer, int threads) throws IOException {
    compare(
        reader,
        threads,
        (id, versions) ->
            writer.updateDocValues(
                ArticleSchema.idTerm(id),
                new Field[] {new BinaryDocValuesField(ArticleSchema.VERSIONS, versions)}));
  }

  /** Finds the articles whose versions are not the right ones. The groups of copies must be. */
  static void compare(DirectoryReader reader, int threads, Correction correction)
      throws IOException {
    LinkedStories stories = LinkedStories.read(reader);
    VersionLinks links = new VersionLinks(stories);
    links.findBest(threads);
    int[][] versions = links.throughThird(links.mutual());
    links.correct(reader, versions, correction);
  }

  private void findBest(int threads) {
    for (int[] each : best) {
      Arrays.fill(each, NONE);
    }
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      for (int language = 0; language < LANGUAGES; language++) {
        for (int other = language + 1; other < LANGUAGES; other++) {
          boolean fewer = stories.count(language) <= stories.count(other);
          findBest(pool, fewer ? language : other, fewer ? other : language);
        }
      }
    }
  }

  /**
   * Of all stories in one language, and of those in another that are the best of one: no others can
   * be linked, and most articles have no version.
   */
  private void findBest(ForkJoinPool pool, int from, int to) {
    BitSet all = new BitSet();
    IntStream.range(0, best.length)
        .filter(story -> stories.language(story) == from)
        .forEach(all::set);
    findBest(pool, all, to);
    BitSet found = new BitSet();
    all.stream().map(story -> best[story][to]).filter(other -> other != NONE).forEach(found::set);
    findBest(pool, found, from);
  }

  private void findBest(ForkJoinPool pool, BitSet of, int language) {
    int size = Math.max(PART, best.length / PARTS);
    int parts = best.length / size + 1;
    Runnable work =
        () ->
            IntStream.range(0, parts)
                .parallel()
                .forEach(part -> findBest(of, part * size, (part + 1) * size, language));
    pool.submit(work).join();
  }

  private void findBest(BitSet of, int from, int to, int language) {
    int story = of.nextSetBit(from);
    if (story < 0 || story >= to) {
      return;
    }
    LinkedStories.Comparer comparer = stories.new Comparer();
    for (; story >= 0 && story < to; story = of.nextSetBit(story + 1)) {
      best[story][language] = comparer.best(story, language, MIN_SIMILARITY, STANDS_OUT);
    }
  }

  private int[][] mutual() {
    int[][] mutual = new int[best.length][LANGUAGES];
    for (int story = 0; story < best.length; story++) {
      for (int language = 0; language < LANGUAGES; language++) {
        int other = best[story][language];
        boolean agrees = other != NONE && best[other][stories.language(story)] == story;
        mutual[story][language] = agrees ? other : NONE;
      }
    }
    return mutual;
  }

  /** A German and a Chinese article without other versions that have one English version. */
  private int[][] throughThird(int[][] links) {
    int[][] all = new int[links.length][LANGUAGES];
    for (int story = 0; story < links.length; story++) {
      int own = stories.language(story);
      for (int language = 0; language < LANGUAGES; language++) {
        all[story][language] = links[story][language];
        for (int third = 0; third < LANGUAGES && all[story][language] == NONE; third++) {
          int between = links[story][third];
          int other = between == NONE || language == own ? NONE : links[between][language];
          if (other != NONE && links[other][own] == NONE) {
            all[story][language] = other;
          }
        }
      }
    }
    return all;
  }

  private void correct(DirectoryReader reader, int[][] versions, Correction correction)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues before = DocValues.getBinary(leaf.reader(), ArticleSchema.VERSIONS);
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
      for (int doc = leaf.docBase; doc < leaf.docBase + leaf.reader().maxDoc(); doc++) {
        if (!stories.isArticle(doc)) {
          continue;
        }
        int story = stories.story(doc);
        BytesRef now = new BytesRef(story == NONE ? "" : ids(reader, versions[story]));
        boolean there = before.advanceExact(doc - leaf.docBase);
        BytesRef then = there ? before.binaryValue() : new BytesRef();
        if (!then.equals(now)) {
          ids.advanceExact(doc - leaf.docBase);
          correction.correct(ids.lookupOrd(ids.ordValue()).utf8ToString(), now);
        }
      }
    }
  }

  private String ids(DirectoryReader reader, int[] versions) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int version : versions) {
      if (version != NONE) {
        int doc = stories.shown(version);
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        SortedDocValues values = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
        values.advanceExact(doc - leaf.docBase);
        ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
      }
    }
    return ArticleSchema.versions(ids);
  }
}
