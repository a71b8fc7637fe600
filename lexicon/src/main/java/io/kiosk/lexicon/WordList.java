package io.kiosk.lexicon;

import java.nio.IntBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which strings are words: for the segmentation of Chinese and the splitting of German compounds.
 *
 * <p>A word is kept as a fingerprint in open-addressing tables, which may be mapped from files, so
 * that a look-up takes some nanoseconds and no heap. A string that is no word passes as one with a
 * probability of about 2<sup>-31</sup> per table. Who asks often gets a filter in memory, of about
 * a byte for each word, that spares most look-ups. Immutable; safe for many threads.
 */
public final class WordList {

  private static final WordList EMPTY = new WordList(List.of(), 0);

  /** Bits of the filter for each slot of the tables, of which a quarter to a half are taken. */
  private static final int FILTER_BITS_A_SLOT = 4;

  /** After so many questions a filter is worth the milliseconds that it takes to make it. */
  private static final int MANY = 20_000;

  private final IntBuffer[] tables;
  private final int maxLength;
  private volatile LikelyWords filter;
  private int asked; // not exact with several threads

  private WordList(List<IntBuffer> tables, int maxLength) {
    this.tables = tables.toArray(IntBuffer[]::new);
    this.maxLength = maxLength;
  }

  /**
   * {@return a list of the given words, in memory}
   *
   * @param words in any order, also repeated; empty strings are left out
   */
  public static WordList of(Collection<String> words) {
    Set<String> distinct = new TreeSet<>(words);
    distinct.remove("");
    if (distinct.isEmpty()) {
      return EMPTY;
    }
    int max = distinct.stream().mapToInt(String::length).max().orElseThrow();
    return new WordList(List.of(IntBuffer.wrap(fingerprints(distinct))), max);
  }

  /** {@return the list without words} */
  public static WordList empty() {
    return EMPTY;
  }

  /** The union of tables written by {@link #fingerprints}; the slots of each are a power of two. */
  static WordList over(List<IntBuffer> tables, int maxLength) {
    return tables.isEmpty() ? EMPTY : new WordList(tables, maxLength);
  }

  /**
   * {@return whether the string is a word; false for the empty string}
   *
   * @param word in the spelling of the list: no case or form is folded
   */
  public boolean contains(CharSequence word) {
    int length = word.length();
    if (length == 0 || length > maxLength) {
      return false;
    }
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = step(hash, word.charAt(i));
    }
    return containsHash(finish(hash));
  }

  /**
   * {@return the same as {@link #contains(CharSequence)}, without a string made first}
   *
   * @param text holds the word
   * @param offset of its first character
   * @param length its number of characters; 0 gives false
   */
  public boolean contains(char[] text, int offset, int length) {
    if (length == 0 || length > maxLength) {
      return false;
    }
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = step(hash, text[offset + i]);
    }
    return containsHash(finish(hash));
  }

  /**
   * The length of the longest word that begins at a place.
   *
   * @param text characters
   * @param offset of the place
   * @param end of the text, or how far a word may reach; words are cut there
   * @return in UTF-16 units; 0 if no word begins there
   */
  public int longest(char[] text, int offset, int end) {
    int longest = 0;
    long state = 0;
    int most = Math.min(maxLength, end - offset);
    LikelyWords likely = filter(most);
    for (int length = 1; length <= most; length++) {
      state = step(state, text[offset + length - 1]);
      long hash = finish(state);
      if ((likely == null || likely.mayHave(fingerprint(hash))) && isInTables(hash)) {
        longest = length;
      }
    }
    return longest;
  }

  /** The filter once it has been worth the time, after so many questions more; else null. */
  private LikelyWords filter(int questions) {
    LikelyWords made = filter;
    if (made == null) {
      asked += questions;
      if (asked > MANY) {
        made = likely();
        filter = made;
      }
    }
    return made;
  }

  private LikelyWords likely() {
    long slots = 1;
    for (IntBuffer table : tables) {
      slots += table.capacity();
    }
    LikelyWords likely = new LikelyWords(slots * FILTER_BITS_A_SLOT);
    for (IntBuffer table : tables) {
      for (int slot = 0; slot < table.capacity(); slot++) {
        if (table.get(slot) != 0) {
          likely.add(table.get(slot));
        }
      }
    }
    return likely;
  }

  /** {@return the number of characters (UTF-16 units) of the longest word; 0 if there is none} */
  public int maxLength() {
    return maxLength;
  }

  private boolean containsHash(long hash) {
    LikelyWords likely = filter(1);
    return (likely == null || likely.mayHave(fingerprint(hash))) && isInTables(hash);
  }

  private boolean isInTables(long hash) {
    int fingerprint = fingerprint(hash);
    for (IntBuffer table : tables) {
      int mask = table.capacity() - 1;
      int slot = slot(hash);
      for (int probe = 0; probe <= mask; probe++) { // the bound matters in a damaged table only
        int found = table.get((slot + probe) & mask);
        if (found == fingerprint) {
          return true;
        } else if (found == 0) {
          break;
        }
      }
    }
    return false;
  }

  /** An open-addressing table of the words, at most half full; 0 is a free slot. */
  static int[] fingerprints(Set<String> words) {
    int[] table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, words.size())) * 4)];
    int mask = table.length - 1;
    for (String word : words) {
      long hash = 0;
      for (int i = 0; i < word.length(); i++) {
        hash = step(hash, word.charAt(i));
      }
      hash = finish(hash);
      int slot = slot(hash) & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = fingerprint(hash);
    }
    return table;
  }

  static long step(long hash, int c) {
    return (hash + c + 1) * 0x9E3779B97F4A7C15L;
  }

  /** The finisher of SplitMix64, so that all bits of the hash depend on all characters. */
  static long finish(long hash) {
    long h = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }

  private static int fingerprint(long hash) {
    int fingerprint = (int) hash;
    return fingerprint == 0 ? 1 : fingerprint;
  }

  private static int slot(long hash) {
    return (int) (hash >>> 32);
  }
}
