package io.kiosk.lexicon;

import static io.kiosk.lexicon.TableFormat.BLOCK;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The sorted terms of one language of one source; a term is known by its number. */
final class TermTable {

  /** After so many questions the index is worth the milliseconds that it takes to make it. */
  private static final int MANY = 20_000;

  private static final int FILTER_BITS_A_TERM = 8;

  private final ByteBuffer buffer;
  private final int size;
  private final int blocks;
  private final int start;
  private volatile Index index;
  private int asked; // not exact with several threads

  TermTable(ByteBuffer section) {
    this.buffer = section;
    this.size = section.getInt(0);
    this.blocks = (size + BLOCK - 1) / BLOCK;
    this.start = 4 + 4 * blocks;
  }

  int size() {
    return size;
  }

  /**
   * What makes look-ups fast.
   *
   * @param heads the first bytes of each block's first term
   * @param likely all terms, by {@link #fingerprint}
   */
  private record Index(long[] heads, LikelyWords likely) {}

  /** The number of the term, or -1. */
  int find(byte[] term) {
    Index made = index();
    if (made != null && !made.likely.mayHave(fingerprint(term, term.length))) {
      return -1;
    }
    long[] heads = made == null ? null : made.heads;
    long head = made == null ? 0 : head(term);
    int low = 0;
    int high = blocks - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = heads == null ? 0 : Long.compareUnsigned(heads[middle], head);
      if (order == 0) {
        order = compareFirst(middle, term);
      }
      if (order == 0) {
        return middle * BLOCK;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high < 0 ? -1 : findInBlock(high, term);
  }

  /** The index once it has been worth the time; else null. */
  private Index index() {
    if (index == null && ++asked > MANY) {
      long[] heads = new long[blocks];
      LikelyWords likely = new LikelyWords((long) size * FILTER_BITS_A_TERM);
      for (int block = 0; block < blocks; block++) {
        ByteReader reader = reader(block);
        Spelling spelling = new Spelling();
        int terms = Math.min(BLOCK, size - block * BLOCK);
        for (int i = 0; i < terms; i++) {
          spelling.next(reader, i == 0);
          if (i == 0) {
            heads[block] = head(Arrays.copyOf(spelling.bytes, spelling.length));
          }
          likely.add(fingerprint(spelling.bytes, spelling.length));
        }
      }
      index = new Index(heads, likely);
    }
    return index;
  }

  private static int fingerprint(byte[] term, int length) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = WordList.step(hash, term[i]);
    }
    return (int) WordList.finish(hash);
  }

  private static long head(byte[] term) {
    long head = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      head = head << Byte.SIZE | (i < term.length ? term[i] & 0xFF : 0);
    }
    return head;
  }

  String term(int number) {
    ByteReader reader = reader(number / BLOCK);
    Spelling spelling = new Spelling();
    for (int i = 0; i <= number % BLOCK; i++) {
      spelling.next(reader, i == 0);
    }
    return spelling.text();
  }

  /** Compares only what each term adds to what it shares with the one before. */
  private int findInBlock(int block, byte[] term) {
    ByteReader reader = reader(block);
    int end = Math.min(BLOCK, size - block * BLOCK);
    int matched = 0; // bytes of the term that the one before begins with
    for (int i = 0; i < end; i++) {
      int shared = i == 0 ? 0 : reader.readInt();
      int added = reader.readInt();
      if (added < 0) {
        throw new IndexOutOfBoundsException("damaged term at " + reader.position());
      }
      if (shared <= matched) {
        int position = reader.position();
        int same = 0;
        while (same < added
            && shared + same < term.length
            && buffer.get(position + same) == term[shared + same]) {
          same++;
        }
        matched = shared + same;
        if (same == added && matched == term.length) {
          return block * BLOCK + i;
        }
      }
      reader.skip(added);
    }
    return -1;
  }

  private int compareFirst(int block, byte[] term) {
    ByteReader reader = reader(block);
    int length = reader.readInt();
    int shared = Math.min(length, term.length);
    int position = reader.position();
    for (int i = 0; i < shared; i++) {
      int order = (buffer.get(position + i) & 0xFF) - (term[i] & 0xFF);
      if (order != 0) {
        return order;
      }
    }
    return length - term.length;
  }

  private ByteReader reader(int block) {
    return new ByteReader(buffer, start + buffer.getInt(4 + 4 * block));
  }

  /** The bytes of the current term of a block. */
  private static final class Spelling {
    private byte[] bytes = new byte[64];
    private int length;

    void next(ByteReader reader, boolean first) {
      int shared = first ? 0 : reader.readInt();
      int added = reader.readInt();
      if (shared > length || added < 0) {
        throw new IndexOutOfBoundsException("damaged term at " + reader.position());
      }
      length = shared + added;
      if (length > bytes.length) {
        bytes = Arrays.copyOf(bytes, length * 2);
      }
      reader.readBytes(bytes, shared, added);
    }

    String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
  }
}
