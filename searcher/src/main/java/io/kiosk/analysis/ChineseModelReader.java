package io.kiosk.analysis;

/** Reads the resource of {@link ChineseModel} from one of its places on. */
final class ChineseModelReader {
  private final byte[] resource;
  private final char[] text = new char[16];
  private int at;
  private int common;

  ChineseModelReader(byte[] resource, int at) {
    this.resource = resource;
    this.at = at;
  }

  /** Where it reads next. */
  int position() {
    return at;
  }

  int readInt() {
    return readCharacter() << Character.SIZE | readCharacter();
  }

  int readNumber() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = resource[at++];
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  /** Passes over numbers. */
  void skipNumbers(int count) {
    for (int left = count; left > 0; at++) {
      left -= resource[at] >= 0 ? 1 : 0;
    }
  }

  /** Reads the characters of the next word, behind which its frequency stands: how many it has. */
  int readWord() {
    byte lengths = resource[at++];
    common = lengths >>> 4 & 0xF;
    int length = common + (lengths & 0xF);
    for (int i = common; i < length; i++) {
      text[i] = readCharacter();
    }
    return length;
  }

  /** A character of the word that was read last. */
  char character(int i) {
    return text[i];
  }

  /** How many characters that word has in common with the one before. */
  int common() {
    return common;
  }

  private char readCharacter() {
    at += Character.BYTES;
    return (char) (resource[at - 2] << Byte.SIZE | resource[at - 1] & 0xFF);
  }
}
