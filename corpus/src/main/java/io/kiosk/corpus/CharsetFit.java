package io.kiosk.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * How well bytes fit a charset.
 *
 * @param charset the charset
 * @param foreign characters beyond ASCII that it gave
 * @param longest of these, those of three bytes and more
 * @param bad malformed sequences and, except in UTF-8, where they are meant, control and unassigned
 *     characters (private use does not count: icon fonts, and GBK's wide space)
 * @param commonHan Chinese characters of the first level of GB 2312, the 3,755 commonest
 */
record CharsetFit(Charset charset, int foreign, int longest, int bad, int commonHan) {

  private static final double MAX_BAD = .01;

  /** One malformed sequence among so many is damage, more is another charset. */
  private static final double MAX_MALFORMED = 20;

  /** Reads at most the given number of bytes, a character cut at the end not counted as bad. */
  static CharsetFit of(byte[] bytes, int limit, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, limit));
    CharBuffer out = CharBuffer.allocate(8_192);
    Counter counter = new Counter(charset.equals(StandardCharsets.UTF_8));
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      counter.count(out.flip());
      out.clear();
      if (counter.utf8 && counter.isHopeless(in.remaining())) {
        break;
      }
      if (result.isError()) {
        counter.bad++;
        in.position(in.position() + Math.min(result.length(), in.remaining()));
      } else if (result.isUnderflow()) {
        break;
      }
    }
    return new CharsetFit(charset, counter.foreign, counter.longest, counter.bad, counter.han);
  }

  private static final class Counter {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final BitSet COMMON = common();

    private final boolean utf8;
    int foreign;
    int longest;
    int bad;
    int han;

    Counter(boolean utf8) {
      this.utf8 = utf8;
    }

    /** Whether no share of malformed sequences that is small enough can come of it any more. */
    boolean isHopeless(int remaining) {
      return bad * MAX_MALFORMED > foreign + remaining;
    }

    void count(CharBuffer chars) {
      while (chars.hasRemaining()) {
        char c = chars.get();
        if (c >= 0x80) {
          foreign++;
          longest += c >= 0x800 ? 1 : 0;
          han += COMMON.get(c) ? 1 : 0;
          bad += !utf8 && isBad(c) ? 1 : 0;
        } else if (c < ' ' && !utf8 && !Character.isWhitespace(c)) {
          bad++;
        }
      }
    }

    private static boolean isBad(char c) {
      return c < 0xA0 || c == 0xFFFD || !Character.isDefined(c);
    }

    private static BitSet common() {
      BitSet set = new BitSet(0x10000);
      byte[] pair = new byte[2];
      for (int lead = 0xB0; lead <= 0xD7; lead++) {
        for (int trail = 0xA1; trail <= 0xFE; trail++) {
          pair[0] = (byte) lead;
          pair[1] = (byte) trail;
          set.set(new String(pair, GB2312).charAt(0));
        }
      }
      set.clear(0xFFFD);
      return set;
    }
  }

  boolean isAscii() {
    return foreign == 0 && bad == 0;
  }

  /**
   * Whether the bytes are UTF-8 beyond doubt: no other charset gives well-formed sequences but a
   * few short ones by chance.
   */
  boolean isConvincingUtf8() {
    return charset.equals(StandardCharsets.UTF_8)
        && badShare() * MAX_MALFORMED < 1
        && (longest > 0 || foreign >= 3 || bad == 0 && foreign > 0);
  }

  /** Malformed and impossible characters as a share of all beyond ASCII. */
  double badShare() {
    return (double) bad / Math.max(1, foreign);
  }

  boolean isGood() {
    return bad <= MAX_BAD * foreign;
  }

  /** Whether this is Chinese rather than bytes that could be read as such. */
  boolean isGoodChinese() {
    return isGood() && commonHan * 5 > foreign * 2;
  }
}
