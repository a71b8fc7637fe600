package io.kiosk.lexicon;

/**
 * The constants of the table file: one file for each source, little-endian, mapped as it is.
 *
 * <pre>
 * header    magic, version: int; length of the file: long; SHA-256 of what follows the header: 32 bytes;
 *           trust in the source: double; number of sections: int
 * sections  name: one byte length, ASCII bytes; offset, length: long   (the directory)
 *           each section starts at a multiple of 8
 *
 * terms-L   the terms of language L, sorted by their UTF-8 bytes, in blocks of 16: number of terms, offset of each block:
 *           int; then the terms, the first of a block whole (length, bytes), the others without the bytes shared with
 *           the one before (shared, length, bytes); numbers are variable-length integers
 * forms-L   (if there are any) the written form of each term, in the same blocks: number of terms, offsets of blocks: int; then a code (0 as the term,
 *           1 first letter upper case, 2 all upper case, 3 each word capitalised, 4 + length: bytes)
 * L-M       the translations of each term of L, in the same blocks: number of terms, offsets of blocks: int; then the number of
 *           bytes (0: no translations), evidence: byte, and for each translation its number among terms-M and its weight: byte
 * words-L   longest word, number of slots: int; then the slots: int, see {@link WordList}
 * </pre>
 */
final class TableFormat {

  static final String FILE_NAME = "table.bin";
  static final int MAGIC = 0x4B4C4558;
  static final int VERSION = 1;
  static final int HEADER_LENGTH = 4 + 4 + 8 + 32 + 8 + 4;
  static final int DIGEST_OFFSET = 16;
  static final int DIGEST_LENGTH = 32;
  static final int BLOCK = 16;
  static final int ALIGNMENT = 8;

  static final int FORM_SAME = 0;
  static final int FORM_FIRST_UPPER = 1;
  static final int FORM_ALL_UPPER = 2;
  static final int FORM_WORDS_UPPER = 3;
  static final int FORM_SPELT = 4;

  /** Weights are stored as -32 ln w, evidence as 12 ln e + 128: 3 % and 8 % apart. */
  private static final double WEIGHT_STEP = 32;

  private static final double EVIDENCE_STEP = 12;
  private static final int EVIDENCE_ZERO = 128;
  private static final double[] WEIGHTS = new double[256];
  private static final double[] EVIDENCE = new double[256];

  static {
    for (int i = 0; i < 256; i++) {
      WEIGHTS[i] = StrictMath.exp(-i / WEIGHT_STEP);
      EVIDENCE[i] = StrictMath.exp((i - EVIDENCE_ZERO) / EVIDENCE_STEP);
    }
  }

  private TableFormat() {}

  static double weight(byte code) {
    return WEIGHTS[code & 0xFF];
  }

  static byte weightCode(double weight) {
    return (byte) clip(-WEIGHT_STEP * StrictMath.log(weight));
  }

  static double evidence(byte code) {
    return EVIDENCE[code & 0xFF];
  }

  static byte evidenceCode(double evidence) {
    return (byte) clip(EVIDENCE_STEP * StrictMath.log(evidence) + EVIDENCE_ZERO);
  }

  private static int clip(double code) {
    return (int) Math.max(0, Math.min(255, Math.rint(code)));
  }

  static String termsSection(String language) {
    return "terms-" + language;
  }

  static String formsSection(String language) {
    return "forms-" + language;
  }

  static String wordsSection(String language) {
    return "words-" + language;
  }

  static String pairsSection(String from, String to) {
    return from + "-" + to;
  }
}
