package io.kiosk.lexicon;

import static io.kiosk.lexicon.TableFormat.BLOCK;

import java.nio.ByteBuffer;

/** The translations of the terms of one language into another, of one source. */
final class PairTable {

  private final Blocks blocks;

  PairTable(ByteBuffer section) {
    this.blocks = new Blocks(section);
  }

  /** Takes one translation. */
  @FunctionalInterface
  interface Sink {
    void accept(int target, double weight);
  }

  boolean has(int number) {
    return seek(number).readInt() > 0;
  }

  /**
   * Hands over the translations, best first, and returns the evidence for the term; 0 if it has
   * none.
   */
  double read(int number, Sink sink) {
    ByteReader reader = seek(number);
    int length = reader.readInt();
    if (length == 0) {
      return 0;
    }
    int end = reader.position() + length;
    double evidence = TableFormat.evidence(reader.readByte());
    while (reader.position() < end) {
      int target = reader.readInt();
      sink.accept(target, TableFormat.weight(reader.readByte()));
    }
    return evidence;
  }

  private ByteReader seek(int number) {
    ByteReader reader = blocks.read(number / BLOCK);
    for (int i = 0; i < number % BLOCK; i++) {
      reader.skip(reader.readInt());
    }
    return reader;
  }
}
