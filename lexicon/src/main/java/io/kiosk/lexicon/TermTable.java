package io.kiosk.lexicon;

import static io.kiosk.lexicon.TableFormat.BLOCK;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The sorted terms of one language of one source; a term is known by its number. */
final class TermTable {

  private final ByteBuffer buffer;
  private final int size;
  private final int blocks;
  private final int start;

  TermTable(ByteBuffer section) {
    this.buffer = section;
    this.size = section.getInt(0);
    this.blocks = (size + BLOCK - 1) / BLOCK;
    this.start = 4 + 4 * blocks;
  }

  int size() {
    return size;
  }

  /** The number of the term, or -1. */
  int find(byte[] term) {
    int low = 0;
    int high = blocks - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareFirst(middle, term);
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

  String term(int number) {
    ByteReader reader = reader(number / BLOCK);
    Spelling spelling = new Spelling();
    for (int i = 0; i <= number % BLOCK; i++) {
      spelling.next(reader, i == 0);
    }
    return spelling.text();
  }

  private int findInBlock(int block, byte[] term) {
    ByteReader reader = reader(block);
    Spelling spelling = new Spelling();
    int end = Math.min(BLOCK, size - block * BLOCK);
    for (int i = 0; i < end; i++) {
      spelling.next(reader, i == 0);
      if (spelling.is(term)) {
        return block * BLOCK + i;
      }
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

    boolean is(byte[] term) {
      return Arrays.equals(bytes, 0, length, term, 0, term.length);
    }

    String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
  }
}
