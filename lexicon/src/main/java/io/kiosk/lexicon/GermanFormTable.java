package io.kiosk.lexicon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The table of {@link GermanForms}: sorted words, and for each how its two basic forms differ from
 * it.
 *
 * <pre>
 * magic, length of terms: int; terms as in {@link TableFormat}
 * number of changes: int; each change: letters cut from the end: byte; length: byte, letters put there
 * for each term the number of the change to the noun, and to the other word: short, -1 for none
 * </pre>
 */
final class GermanFormTable {

  private final TermTable terms;
  private final byte[] cut;
  private final String[] put;
  private final ByteBuffer changes;

  private GermanFormTable(TermTable terms, byte[] cut, String[] put, ByteBuffer changes) {
    this.terms = terms;
    this.cut = cut;
    this.put = put;
    this.changes = changes;
  }

  static GermanFormTable of(ByteBuffer bytes) {
    if (bytes.getInt() != GermanForms.MAGIC) {
      throw new IllegalStateException("resource " + GermanForms.RESOURCE + " is damaged");
    }
    int length = bytes.getInt();
    TermTable terms =
        new TermTable(bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN));
    bytes.position(bytes.position() + length);
    int count = bytes.getInt();
    byte[] cut = new byte[count];
    String[] put = new String[count];
    for (int i = 0; i < count; i++) {
      cut[i] = bytes.get();
      byte[] letters = new byte[bytes.get()];
      bytes.get(letters);
      put[i] = new String(letters, StandardCharsets.US_ASCII);
    }
    return new GermanFormTable(terms, cut, put, bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The number of the word, or -1. */
  int find(String word) {
    return terms.find(TermTable.Key.of(GermanForms.ascii(word)));
  }

  /** The basic form of the noun, or of the other word, that the word is a form of; or null. */
  String term(int number, String word, boolean noun) {
    int change = changes.getShort(4 * number + (noun ? 0 : 2));
    return change < 0 ? null : word.substring(0, word.length() - cut[change]) + put[change];
  }
}
