package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The stories of an index: its articles in a {@link Language}, near-identical copies being one
 * story that is shown by the earliest dated, then the one of the smallest id. In memory it takes
 * about 8 bytes for each term of a {@link StorySketch} and 30 MB.
 */
final class LinkedStories {

  private static final int TERMS = 1 << StorySketch.HASH_BITS;
  private static final int LANGUAGES = Language.values().length;
  private static final int NONE = -1;

  /** Terms that more stories of a language have do not bring two stories together. */
  private static final int MOST_STORIES = 150;

  /** So many of those that share most rare terms are compared as a whole. */
  private static final int COMPARED = 8;

  /** Versions of one story appear within so many days. */
  private static final int MAX_DAYS = 90;

  private static final int UNDATED = Integer.MIN_VALUE;

  private final int[] storyOf; // by document; NONE for no article, NO_STORY for other languages
  private static final int NO_STORY = -2;

  private int size;
  private int undated;
  private int[] docs = new int[1024];
  private byte[] languages = new byte[1024];
  private int[] days = new int[1024];
  private long[] names = new long[1024];
  private int[] start = new int[1025];
  private int[] terms = new int[1 << 16];
  private final int[] stories = new int[LANGUAGES]; // of each language
  private final int[][] df = new int[LANGUAGES][TERMS];
  private final int[][] first = new int[LANGUAGES][TERMS + 1];
  private final int[][] postings = new int[LANGUAGES][];
  private final double[][] idf = new double[LANGUAGES][]; // by document frequency
  private double[] norm;

  private LinkedStories(int documents) {
    storyOf = new int[documents];
    Arrays.fill(storyOf, NONE);
  }

  static LinkedStories read(DirectoryReader reader) throws IOException {
    LinkedStories stories = new LinkedStories(reader.maxDoc());
    Map<Long, Copy> shown = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      stories.forEach(leaf, (doc, copy) -> shown.merge(copy.group, copy, Copy::earlier));
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      stories.addStories(leaf, shown);
    }
    stories.sortByDay();
    for (LeafReaderContext leaf : reader.leaves()) {
      stories.forEach(
          leaf, (doc, copy) -> stories.storyOf[doc] = stories.storyOf[shown.get(copy.group).doc]);
    }
    stories.index();
    return stories;
  }

  private record Copy(long group, int doc, long day, String id) {
    Copy earlier(Copy other) {
      int order = Long.compare(day, other.day);
      return (order == 0 ? id.compareTo(other.id) : order) <= 0 ? this : other;
    }
  }

  /** What is done with an article that has copies. */
  @FunctionalInterface
  private interface CopyVisitor {
    void visit(int doc, Copy copy);
  }

  private void forEach(LeafReaderContext leaf, CopyVisitor visitor) throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    NumericDocValues groups = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
    NumericDocValues dates = DocValues.getNumeric(leaf.reader(), ArticleSchema.PUBLISHED_FIRST);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      boolean copied = groups.advanceExact(doc) && groups.longValue() != 0;
      if (copied && (live == null || live.get(doc))) {
        long day = dates.advanceExact(doc) ? dates.longValue() : Long.MAX_VALUE;
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        visitor.visit(
            leaf.docBase + doc, new Copy(groups.longValue(), leaf.docBase + doc, day, id));
      }
    }
  }

  private void addStories(LeafReaderContext leaf, Map<Long, Copy> shown) throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    SortedDocValues tags = DocValues.getSorted(leaf.reader(), ArticleSchema.LANGUAGE);
    NumericDocValues groups = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
    NumericDocValues dates = DocValues.getNumeric(leaf.reader(), ArticleSchema.PUBLISHED_FIRST);
    BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), ArticleSchema.STORY);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      int article = leaf.docBase + doc;
      storyOf[article] = NO_STORY;
      Copy copy = groups.advanceExact(doc) ? shown.get(groups.longValue()) : null;
      Optional<Language> language =
          tags.advanceExact(doc)
              ? Language.of(tags.lookupOrd(tags.ordValue()).utf8ToString())
              : Optional.empty();
      boolean sketched = language.isPresent() && sketches.advanceExact(doc);
      if (sketched && (copy == null || copy.doc == article)) {
        long day = dates.advanceExact(doc) ? dates.longValue() : UNDATED;
        long name = FileState.hash(ids.lookupOrd(ids.ordValue()).utf8ToString());
        storyOf[article] = size;
        add(article, language.get(), day, name, sketches.binaryValue());
      }
    }
  }

  private void add(int doc, Language language, long day, long name, BytesRef sketch) {
    if (size == docs.length) {
      grow(ArrayUtil.oversize(size + 1, Long.BYTES));
    }
    int[] added = StoryBytes.terms(sketch.bytes, sketch.offset, sketch.length);
    terms = ArrayUtil.grow(terms, start[size] + added.length);
    System.arraycopy(added, 0, terms, start[size], added.length);
    docs[size] = doc;
    languages[size] = (byte) language.ordinal();
    days[size] = day == UNDATED ? UNDATED : Math.clamp(day, UNDATED + 1, Integer.MAX_VALUE);
    names[size] = name;
    start[size + 1] = start[size] + added.length;
    stories[language.ordinal()]++;
    for (int term : added) {
      df[language.ordinal()][hash(term)]++;
    }
    size++;
  }

  private void grow(int more) {
    docs = Arrays.copyOf(docs, more);
    languages = Arrays.copyOf(languages, more);
    days = Arrays.copyOf(days, more);
    names = Arrays.copyOf(names, more);
    start = Arrays.copyOf(start, more + 1);
  }

  /** Undated ones first, so that those near a day are two ranges. */
  private void sortByDay() {
    long[] order = new long[size];
    for (int story = 0; story < size; story++) {
      order[story] = (long) days[story] << Integer.SIZE | story;
      undated += days[story] == UNDATED ? 1 : 0;
    }
    Arrays.sort(order);
    int[] from = Arrays.stream(order).mapToInt(key -> (int) key).toArray();
    int[] sortedTerms = new int[start[size]];
    int[] sortedStart = new int[size + 1];
    for (int story = 0; story < size; story++) {
      int length = start[from[story] + 1] - start[from[story]];
      System.arraycopy(terms, start[from[story]], sortedTerms, sortedStart[story], length);
      sortedStart[story + 1] = sortedStart[story] + length;
    }
    terms = sortedTerms;
    start = sortedStart;
    docs = Arrays.stream(from).map(story -> docs[story]).toArray();
    days = Arrays.stream(from).map(story -> days[story]).toArray();
    names = Arrays.stream(from).mapToLong(story -> names[story]).toArray();
    byte[] sortedLanguages = new byte[size];
    for (int story = 0; story < size; story++) {
      sortedLanguages[story] = languages[from[story]];
      storyOf[docs[story]] = story;
    }
    languages = sortedLanguages;
  }

  private void index() {
    for (int language = 0; language < LANGUAGES; language++) {
      idf[language] = new double[Arrays.stream(df[language]).max().orElseThrow() + 1];
      for (int frequency = 0; frequency < idf[language].length; frequency++) {
        double without = stories[language] - frequency;
        idf[language][frequency] = Math.log(1 + (without + .5) / (frequency + .5));
      }
      for (int term = 0; term < TERMS; term++) {
        int rare = df[language][term] <= MOST_STORIES ? df[language][term] : 0;
        first[language][term + 1] = first[language][term] + rare;
      }
      postings[language] = new int[first[language][TERMS]];
    }
    int[][] next = new int[LANGUAGES][];
    Arrays.setAll(next, language -> first[language].clone());
    norm = new double[size];
    for (int story = 0; story < size; story++) {
      int language = languages[story];
      double squares = 0;
      for (int i = start[story]; i < start[story + 1]; i++) {
        int hash = hash(terms[i]);
        double weight = weight(terms[i]) * idf(language, hash);
        squares += weight * weight;
        if (df[language][hash] <= MOST_STORIES) {
          postings[language][next[language][hash]++] = story;
        }
      }
      norm[story] = Math.sqrt(squares);
    }
  }

  private static int hash(int term) {
    return term >>> StorySketch.WEIGHT_BITS;
  }

  private static double weight(int term) {
    return (double) (term & StorySketch.FULL_WEIGHT) / StorySketch.FULL_WEIGHT;
  }

  private double idf(int language, int hash) {
    return idf[language][df[language][hash]];
  }

  int size() {
    return size;
  }

  /** How many are in a language, by its ordinal. */
  int count(int language) {
    return stories[language];
  }

  /** Ordinal of the {@link Language}. */
  int language(int story) {
    return languages[story];
  }

  /** The document that stands for a story. */
  int shown(int story) {
    return docs[story];
  }

  boolean isArticle(int doc) {
    return storyOf[doc] != NONE;
  }

  /** The story of an article, -1 for an article in another language. */
  int story(int doc) {
    return Math.max(NONE, storyOf[doc]);
  }

  /** The first dated story of a day or a later one. */
  private int firstFrom(long day) {
    int low = undated;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where a story or a later one stands in a part of the postings. */
  private int firstFrom(int language, int from, int to, int story) {
    int at = Arrays.binarySearch(postings[language], from, to, story);
    return at < 0 ? -1 - at : at;
  }

  /** The cosine of their terms' weights times inverse document frequencies. */
  private double similarity(int a, int b) {
    double sum = 0;
    int i = start[a];
    int j = start[b];
    while (i < start[a + 1] && j < start[b + 1]) {
      int order = Integer.compare(hash(terms[i]), hash(terms[j]));
      if (order == 0) {
        int hash = hash(terms[i]);
        double idf = idf(languages[a], hash) * idf(languages[b], hash);
        sum += weight(terms[i]) * weight(terms[j]) * idf;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return sum / Math.max(1e-9, norm[a] * norm[b]);
  }

  /** Compares stories for one thread. */
  final class Comparer {
    private final float[] common = new float[size];
    private final int[] met = new int[size];
    private int count;

    /**
     * The most similar story of another language, -1 if none stands out.
     *
     * @param least below this cosine none does
     * @param factor by which it must be above the second
     */
    int best(int story, int language, double least, double factor) {
      int[] compared = new int[COMPARED];
      int found = mostInCommon(story, language, compared);
      int best = NONE;
      double highest = 0;
      double second = 0;
      for (int i = 0; i < found; i++) {
        double similarity = similarity(story, compared[i]);
        if (similarity > highest) {
          second = highest;
          highest = similarity;
          best = compared[i];
        } else {
          second = Math.max(second, similarity);
        }
      }
      return highest >= least && highest >= factor * second ? best : NONE;
    }

    /** The near stories with which it has most rare terms in common, best first, equals by name. */
    private int mostInCommon(int story, int language, int[] compared) {
      boolean dated = story >= undated;
      int nearFrom = dated ? firstFrom((long) days[story] - MAX_DAYS) : 0;
      int nearTo = dated ? firstFrom((long) days[story] + MAX_DAYS + 1) : size;
      count = 0;
      for (int i = start[story]; i < start[story + 1]; i++) {
        int hash = hash(terms[i]);
        int from = first[language][hash];
        int to = first[language][hash + 1];
        if (from < to) {
          float weight = (float) (weight(terms[i]) * idf[language][to - from]);
          int at = from;
          if (dated) {
            at = meet(language, at, to, undated, weight);
            at = firstFrom(language, at, to, nearFrom);
          }
          meet(language, at, to, nearTo, weight);
        }
      }
      int found = 0;
      for (int i = 0; i < count; i++) {
        int other = met[i];
        int place = found;
        while (place > 0 && hasMore(other, compared[place - 1])) {
          place--;
        }
        if (place < COMPARED) {
          found = Math.min(COMPARED, found + 1);
          System.arraycopy(compared, place, compared, place + 1, found - 1 - place);
          compared[place] = other;
        }
      }
      for (int i = 0; i < count; i++) {
        common[met[i]] = 0;
      }
      return found;
    }

    /** Adds a term to the stories before a limit that have it; where in the postings that ends. */
    private int meet(int language, int from, int to, int limit, float weight) {
      int at = from;
      for (; at < to && postings[language][at] < limit; at++) {
        int other = postings[language][at];
        if (common[other] == 0) {
          met[count++] = other;
        }
        common[other] += weight;
      }
      return at;
    }

    private boolean hasMore(int a, int b) {
      return common[a] != common[b] ? common[a] > common[b] : names[a] < names[b];
    }
  }
}
