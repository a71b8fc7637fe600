package io.kiosk.lexicon.builder;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.cn.smart.Utility;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;

/**
 * The tables of lucene-analysis-smartcn, read from its jar and asked as its own classes ask them,
 * slips of their hash functions included. They are arrays in Java's serialized form.
 */
final class SmartcnTables {

  private static final long FNV_PRIME = 1099511628211L;

  private final short[] entryOfSlot;
  private final char[] firstOfSlot;
  private final char[][][] rests;
  private final int[][] frequencies;
  private final long[] bigramHashes;
  private final int[] bigramFrequencies;

  private SmartcnTables(ObjectInputStream words, ObjectInputStream bigrams)
      throws IOException, ClassNotFoundException {
    entryOfSlot = (short[]) words.readObject();
    firstOfSlot = (char[]) words.readObject();
    rests = (char[][][]) words.readObject();
    frequencies = (int[][]) words.readObject();
    bigramHashes = (long[]) bigrams.readObject();
    bigramFrequencies = (int[]) bigrams.readObject();
  }

  static SmartcnTables read() throws IOException {
    try (ObjectInputStream words = open("coredict.mem");
        ObjectInputStream bigrams = open("bigramdict.mem")) {
      return new SmartcnTables(words, bigrams);
    } catch (ClassNotFoundException e) {
      throw new IOException("smartcn's tables are not arrays of numbers", e);
    }
  }

  private static ObjectInputStream open(String name) throws IOException {
    InputStream in = HHMMSegmenter.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not in the jar of smartcn");
    }
    return new ObjectInputStream(in);
  }

  /** All words; those of one character only if they have an entry of their own. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (int slot = 0; slot < firstOfSlot.length; slot++) {
      if (firstOfSlot[slot] != 0) {
        for (char[] rest : rests[entryOfSlot[slot]]) {
          words.add(firstOfSlot[slot] + (rest == null ? "" : new String(rest)));
        }
      }
    }
    return words;
  }

  /** How often a word was seen; 0 if it is unknown. */
  int frequency(String word) {
    int slot = slot(word.charAt(0));
    if (slot < 0) {
      return 0;
    }
    char[][] items = rests[entryOfSlot[slot]];
    int start = 0;
    int end = items.length - 1;
    while (start <= end) {
      int middle = (start + end) / 2;
      int order = Utility.compareArray(items[middle], 0, word.toCharArray(), 1);
      if (order == 0) {
        return frequencies[entryOfSlot[slot]][middle];
      } else if (order < 0) {
        start = middle + 1;
      } else {
        end = middle - 1;
      }
    }
    return 0;
  }

  private int slot(char c) {
    int size = firstOfSlot.length;
    int first = Math.floorMod((int) (characterHash(c) % size), size);
    int step = stepHash(5381, c);
    int slot = first;
    int probe = 1;
    while (firstOfSlot[slot] != 0 && firstOfSlot[slot] != c && probe < size) {
      slot = (first + probe++ * step) % size;
    }
    return probe < size && firstOfSlot[slot] == c ? slot : -1;
  }

  private static long characterHash(char c) {
    long hash = hash(0xcbf29ce484222325L, c);
    hash += hash << 13;
    hash ^= hash >> 7;
    hash += hash << 3;
    hash ^= hash >> 17;
    hash += hash << 5;
    return hash;
  }

  /** The hashes of all pairs in the table. */
  long[] bigramHashes() {
    return bigramHashes.clone();
  }

  /** How often a pair of words was seen, written {@code left@right}; 0 if it is unknown. */
  int bigramFrequency(String pair) {
    long hash = hash(pair);
    int size = bigramHashes.length;
    int first = Math.floorMod((int) (hash % size), size);
    int step = 5381;
    for (int i = 0; i < pair.length(); i++) {
      step = stepHash(step, pair.charAt(i));
    }
    int slot = first;
    int probe = 1;
    while (bigramHashes[slot] != 0 && bigramHashes[slot] != hash && probe < size) {
      slot = (first + probe++ * step) % size;
    }
    return probe < size && bigramHashes[slot] == hash ? bigramFrequencies[slot] : 0;
  }

  private static int stepHash(int hash, char c) {
    int step = hash * 33 + c & 0xFF;
    return step * 33 + c >> 8;
  }

  /** The hash of a pair, {@code left@right}. */
  static long hash(String pair) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < pair.length(); i++) {
      hash = hash(hash, pair.charAt(i));
    }
    return hash;
  }

  /** The hash of a text longer by one character. */
  static long hash(long before, char c) {
    return ((before ^ (c & 0xFF)) * FNV_PRIME ^ (c >> 8)) * FNV_PRIME;
  }
}
