package io.kiosk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  private static final String[] PIECES = {
    "a",
    "<div class=\"teaser teaser--wide\">",
    "ä",
    "§",
    "\u07FF",
    "\u0800",
    "文章正文",
    "\uD7FF",
    "\uE000",
    "\uFFFD",
    "\uFFFF",
    "\uD800\uDC00",
    "\uDBFF\uDFFF",
    "\0",
    "\u007F",
    "\u0080",
    "“x”"
  };

  /** What the JDK's decoder makes of it that reports malformed sequences. */
  private static Optional<String> expected(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void check(byte[] bytes) {
    assertEquals(expected(bytes), Utf8.decode(bytes), () -> Arrays.toString(bytes));
  }

  @Test
  void decodesWhatIsWellFormed() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertEquals(Optional.of(text.toString()), Utf8.decode(bytes));
      check(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }
  }

  @Test
  void refusesWhatIsMalformedAsTheJdkDoes() {
    int[] edges = {0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    int refused = 0;
    for (int lead = 0; lead < 256; lead++) {
      for (int second : edges) {
        for (int third : edges) {
          for (int fourth : edges) {
            byte[] bytes = {(byte) lead, (byte) second, (byte) third, (byte) fourth};
            check(bytes);
            refused += Utf8.decode(bytes).isEmpty() ? 1 : 0;
          }
        }
      }
    }
    assertTrue(refused > 100_000, refused + " refused");
    byte[] behindAscii =
        "0123456789012345678901234567890\u00ffx".getBytes(StandardCharsets.ISO_8859_1);
    check(behindAscii);
  }
}
