package io.kiosk.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns the bytes of a raw file into text: says whether they are HTML, plain text or neither, and
 * reads them in the charset that they are in, which is not always the declared one. Stateless.
 */
final class TextDecoder {

  private TextDecoder() {}

  /** What the bytes of a file are. */
  enum Kind {
    /** A page or a part of one. */
    HTML,
    /** Plain text or markdown. */
    TEXT,
    /** No text. */
    BINARY,
    /** Nothing but white space. */
    EMPTY
  }

  /**
   * A decoded file.
   *
   * @param kind what it is
   * @param text its text without byte order mark, not yet normalised; empty if binary or empty
   * @param detail name of the charset, or for a binary file what it looks like
   */
  record Decoded(Kind kind, String text, String detail) {}

  /** Decodes a file; malformed sequences become U+FFFD, never an exception. */
  static Decoded decode(RawFile file) {
    byte[] bytes = file.bytes();
    Optional<Charset> unicode = CharsetChoice.unicode(bytes);
    if (!unicode.map(CharsetChoice::isWide).orElse(false) && ContentSniffer.isBinary(bytes)) {
      return new Decoded(Kind.BINARY, "", ContentSniffer.binaryKind(bytes));
    }
    // Nearly all files are UTF-8; reading one as such finds out soonest.
    Optional<String> plain = unicode.isEmpty() ? Utf8.decode(bytes) : Optional.empty();
    Charset charset =
        plain.isPresent()
            ? StandardCharsets.UTF_8
            : unicode.orElseGet(() -> CharsetChoice.of(bytes, file.charset()));
    String decoded = plain.orElseGet(() -> new String(bytes, charset));
    String text = withoutNulls(withoutMark(decoded));
    if (isBlank(text)) {
      return new Decoded(Kind.EMPTY, "", charset.name());
    }
    boolean html = ContentSniffer.isHtml(text, file.contentType(), file.origin());
    return new Decoded(html ? Kind.HTML : Kind.TEXT, text, charset.name());
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A parser would make them U+FFFD. */
  private static String withoutNulls(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != 0xA0 && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }
}
