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

  /** A number in front of a term takes at most so many. */
  private static final int LENGTH_BYTES = 5;

  private final Blocks blocks;
  private final int size;
  private volatile Index index;
  private int asked; // not exact with several threads

  TermTable(ByteBuffer section) {
    this.blocks = new Blocks(section);
    this.size = blocks.items();
  }

  int size() {
    return size;
  }

  /**
   * What makes look-ups fast.
   *
   * @param heads the first bytes of each block's first term
   * @param firsts these terms, one after the other
   * @param ends where each of them ends
   * @param likely all terms, by {@link #fingerprint}
   */
  private record Index(long[] heads, byte[] firsts, int[] ends, LikelyWords likely) {

    /** The order of a block's first term and a term that begins with {@code head}. */
    int compareFirst(int block, byte[] term, long head) {
      int order = Long.compareUnsigned(heads[block], head);
      int start = block == 0 ? 0 : ends[block - 1];
      return order != 0
          ? order
          : Arrays.compareUnsigned(firsts, start, ends[block], term, 0, term.length);
    }
  }

  /** What terms are looked up by: their bytes, and a hash of them for {@link LikelyWords}. */
  record Key(byte[] bytes, int fingerprint) {

    static Key of(byte[] bytes) {
      return new Key(bytes, TermTable.fingerprint(bytes, bytes.length));
    }

    static Key of(String term) {
      return of(term.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The number of the term, or -1. */
  int find(Key key) {
    byte[] term = key.bytes;
    Index made = index();
    if (made != null && !made.likely.mayHave(key.fingerprint)) {
      return -1;
    }
    long head = head(term, term.length);
    int low = 0;
    int high = blocks.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = made == null ? compareFirst(middle, term) : made.compareFirst(middle, term, head);
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
      long[] heads = new long[blocks.count()];
      byte[] firsts = new byte[Long.BYTES * blocks.count()];
      int[] ends = new int[blocks.count()];
      int end = 0;
      LikelyWords likely = new LikelyWords((long) size * FILTER_BITS_A_TERM);
      for (int block = 0; block < blocks.count(); block++) {
        ByteReader reader = blocks.read(block);
        Spelling spelling = new Spelling();
        int terms = Math.min(BLOCK, size - block * BLOCK);
        for (int i = 0; i < terms; i++) {
          spelling.next(reader, i == 0);
          if (i == 0) {
            heads[block] = head(spelling.bytes, spelling.length);
            firsts = ensure(firsts, end + spelling.length);
            System.arraycopy(spelling.bytes, 0, firsts, end, spelling.length);
            end += spelling.length;
            ends[block] = end;
          }
          likely.add(fingerprint(spelling.bytes, spelling.length));
        }
      }
      index = new Index(heads, firsts, ends, likely);
    }
    return index;
  }

  private static byte[] ensure(byte[] bytes, int length) {
    return length > bytes.length ? Arrays.copyOf(bytes, length * 2) : bytes;
  }

  private static int fingerprint(byte[] term, int length) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = WordList.step(hash, term[i]);
    }
    return (int) WordList.finish(hash);
  }

  private static long head(byte[] term, int length) {
    long head = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      head = head << Byte.SIZE | (i < length ? term[i] & 0xFF : 0);
    }
    return head;
  }

  String term(int number) {
    ByteReader reader = blocks.read(number / BLOCK);
    Spelling spelling = new Spelling();
    for (int i = 0; i <= number % BLOCK; i++) {
      spelling.next(reader, i == 0);
    }
    return spelling.text();
  }

  /** Compares only what each term adds to what it shares with the one before. */
  private int findInBlock(int block, byte[] term) {
    ByteReader reader = blocks.read(block);
    int end = Math.min(BLOCK, size - block * BLOCK);
    int matched = 0; // bytes of the term that the one before begins with
    for (int i = 0; i < end; i++) {
      int shared = i == 0 ? 0 : reader.readInt();
      int added = reader.readInt();
      if (added < 0) {
        throw new IndexOutOfBoundsException("damaged term at " + reader.position());
      }
      if (shared <= matched) {
        int same = reader.countSame(added, term, shared);
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
    ByteReader reader = blocks.read(block, term.length + LENGTH_BYTES + 1);
    return reader.compare(reader.readInt(), term);
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
      bytes = ensure(bytes, length);
      reader.readBytes(bytes, shared, added);
    }

    String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
  }
}
