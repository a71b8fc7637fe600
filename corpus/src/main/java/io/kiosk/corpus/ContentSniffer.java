package io.kiosk.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells HTML, plain text and other files apart by their content. */
final class ContentSniffer {

  private static final int LOOK = 16_384;

  /** Share of control characters above which bytes are no text. */
  private static final double MAX_CONTROLS = .05;

  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          Map.entry("%PDF-", "a PDF document"),
          Map.entry("\u0089PNG", "a PNG image"),
          Map.entry("\u00FF\u00D8\u00FF", "a JPEG image"),
          Map.entry("GIF8", "a GIF image"),
          Map.entry("PK\u0003\u0004", "a ZIP archive or office document"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "an old office document"),
          Map.entry("7z\u00BC\u00AF", "a 7z archive"),
          Map.entry("Rar!", "a RAR archive"),
          Map.entry("BZh", "bzip2 data"),
          Map.entry("\u00FD7zXZ", "xz data"),
          Map.entry("(\u00B5/\u00FD", "zstd data"),
          Map.entry("\u007FELF", "a program"),
          Map.entry("SQLite format 3", "an SQLite database"),
          Map.entry("wOF", "a font"),
          Map.entry("ID3", "an MP3 file"),
          Map.entry("OggS", "an Ogg file"));

  /** A document's first tag; comments and processing instructions may stand before it. */
  private static final Pattern DOCUMENT_START =
      Pattern.compile(
          "(?is)\\s*(?:<!--.{0,4000}?-->\\s*|<\\?.{0,500}?>\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|meta|title|link|base|style|script|div|p|table"
              + "|article|section|main|header|nav|span|ul|ol|h[1-6]|center|font|frameset|template)"
              + "\\b");

  private static final Pattern BLOCK_END =
      Pattern.compile("(?i)</(?:p|div|td|tr|li|h[1-6]|article|section|span|a)\\s*>");

  private static final Pattern PAGE_TAG = Pattern.compile("(?i)<(?:html|head|body)\\b");

  private static final Pattern HTML_NAME =
      Pattern.compile("(?i).*\\.(?:x?html?|shtml|php|aspx?|jsp)(?:\\.gz)?");

  private ContentSniffer() {}

  /** Whether bytes, which are not UTF-16 or UTF-32, are no text. A few stray null bytes are. */
  static boolean isBinary(byte[] bytes) {
    if (signature(bytes).isPresent()) {
      return true;
    }
    int length = Math.min(bytes.length, LOOK);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b >= ' ' && b != 0x7F || b < 0) {
        continue;
      }
      boolean space = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B || b == 0x1A;
      controls += space ? 0 : 1;
    }
    return controls > Math.max(4, MAX_CONTROLS * length);
  }

  /** What kind of binary file it looks like, for people. */
  static String binaryKind(byte[] bytes) {
    return signature(bytes).orElse("control characters");
  }

  private static Optional<String> signature(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
      if (head.startsWith(signature.getKey())) {
        return Optional.of(signature.getValue());
      }
    }
    return Optional.empty();
  }

  /** Whether text is HTML rather than plain text or markdown with an odd tag in it. */
  static boolean isHtml(String text, Optional<String> contentType, String origin) {
    String head = text.substring(0, Math.min(text.length(), LOOK));
    if (DOCUMENT_START.matcher(head).lookingAt()) {
      return true;
    }
    boolean declared =
        contentType.map(type -> type.toLowerCase(Locale.ROOT).contains("html")).orElse(false)
            || HTML_NAME.matcher(origin).matches();
    int enough = declared ? 1 : Math.max(10, head.length() / 400 + 1);
    int ends = count(BLOCK_END.matcher(text.length() > LOOK * 8 ? head : text), enough);
    if (declared) {
      return ends > 0 || PAGE_TAG.matcher(head).find();
    }
    boolean page =
        PAGE_TAG.matcher(head).find() && (ends >= 3 || text.stripLeading().startsWith("<"));
    return page || ends >= 10 && ends * 400 > head.length();
  }

  private static int count(Matcher matcher, int enough) {
    int count = 0;
    while (count < enough && matcher.find()) {
      count++;
    }
    return count;
  }
}
