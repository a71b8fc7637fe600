package io.kiosk.index;

import java.util.Arrays;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.UnicodeUtil;

/**
 * Numbers for terms, in the order in which they are met: each has one, from 0 on. One thread may
 * ask for numbers; any thread may read {@link #terms} up to the number of terms that there were
 * when it was told of them. Terms of one or two characters, which most of Chinese are, have a table
 * of their own, so that they need not be encoded to be found.
 */
final class TermNumbers {

  /** A quarter of a million terms take some 20 MB; then it is time for a new one. */
  private static final int MOST = 1 << 18;

  private byte[][] terms = new byte[1 << 10][];
  private int size;
  private int[] places = new int[1 << 12]; // number + 1 of a term, 0 for a free place
  private int[] hashes = new int[1 << 12];
  private long[] shortTerms = new long[1 << 12]; // characters, number + 1
  private int shortSize;
  private byte[] utf8 = new byte[256];

  /** How many terms there are. */
  int size() {
    return size;
  }

  boolean isFull() {
    return size >= MOST;
  }

  /** The terms in UTF-8 by their numbers, {@link #size} of them and room for more. */
  byte[][] terms() {
    return terms;
  }

  /**
   * The number of a term.
   *
   * @throws IllegalArgumentException if it is longer than Lucene allows
   */
  int of(char[] characters, int length) {
    if (length == 0 || length > 2 || characters[0] == 0) {
      return encoded(characters, length);
    }
    int term = length == 1 ? characters[0] : characters[0] << Character.SIZE | characters[1];
    int place = shortPlace(term);
    if (shortTerms[place] == 0) {
      if (2 * ++shortSize > shortTerms.length) {
        growShort();
        place = shortPlace(term);
      }
      shortTerms[place] = (long) term << Integer.SIZE | encoded(characters, length) + 1;
    }
    return (int) shortTerms[place] - 1;
  }

  /** Where a term of one or two characters is, or would be. */
  private int shortPlace(int term) {
    int mask = shortTerms.length - 1;
    int place = mix(term) & mask;
    while (shortTerms[place] != 0 && (int) (shortTerms[place] >>> Integer.SIZE) != term) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void growShort() {
    long[] before = shortTerms;
    shortTerms = new long[2 * before.length];
    for (long term : before) {
      if (term != 0) {
        shortTerms[shortPlace((int) (term >>> Integer.SIZE))] = term;
      }
    }
  }

  private int encoded(char[] characters, int length) {
    utf8 = ArrayUtil.grow(utf8, UnicodeUtil.maxUTF8Length(length));
    int bytes = UnicodeUtil.UTF16toUTF8(characters, 0, length, utf8);
    if (bytes > IndexWriter.MAX_TERM_LENGTH) {
      throw new IllegalArgumentException(
          "a word has "
              + bytes
              + " bytes in UTF-8, of which at most "
              + IndexWriter.MAX_TERM_LENGTH
              + " can be indexed; it begins with "
              + new String(characters, 0, 30));
    }
    int hash = 0;
    for (int i = 0; i < bytes; i++) {
      hash = 31 * hash + utf8[i];
    }
    hash = mix(hash);
    int mask = places.length - 1;
    int place = hash & mask;
    for (; places[place] != 0; place = place + 1 & mask) {
      byte[] known = terms[places[place] - 1];
      if (hashes[place] == hash && Arrays.equals(known, 0, known.length, utf8, 0, bytes)) {
        return places[place] - 1;
      }
    }
    return add(place, hash, Arrays.copyOf(utf8, bytes));
  }

  private int add(int place, int hash, byte[] term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
    }
    terms[size++] = term;
    places[place] = size;
    hashes[place] = hash;
    if (2 * size >= places.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    int[] before = places;
    int[] hashed = hashes;
    places = new int[2 * before.length];
    hashes = new int[2 * before.length];
    int mask = places.length - 1;
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        int place = hashed[i] & mask;
        while (places[place] != 0) {
          place = place + 1 & mask;
        }
        places[place] = before[i];
        hashes[place] = hashed[i];
      }
    }
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B1;
    return mixed ^ mixed >>> 15;
  }
}
