package io.kiosk.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as browsers save it into one file (RFC 2557): a MIME message of which the main part is
 * HTML. The root part is the one that the {@code start} parameter names, else the first of HTML.
 */
final class Mhtml {

  /** Headers come first: a field name, then somewhere the type. */
  private static final Pattern START =
      Pattern.compile(
          "(?is)\\s*[a-z-]{2,40}:\\s.*?^content-type:\\s*(?:multipart/(?:related|mixed|alternative))"
              + ".*",
          Pattern.MULTILINE);

  private static final Pattern MIME_VERSION = Pattern.compile("(?im)^mime-version:");

  private static final int MAX_PARTS = 10_000;
  private static final int MAX_DEPTH = 8;

  private Mhtml() {}

  /** Whether text begins as a multipart MIME message does. */
  static boolean isMhtml(String head) {
    int blank = head.replace("\r\n", "\n").indexOf("\n\n");
    String headers = blank < 0 ? head : head.replace("\r\n", "\n").substring(0, blank);
    return MIME_VERSION.matcher(headers).find() && START.matcher(headers).matches();
  }

  /**
   * The main part with its charset, address and date.
   *
   * @param charset overrules the one that the part declares
   * @throws IOException if there is none of HTML or it ends too early
   */
  static RawFile mainPart(String origin, byte[] bytes, Optional<String> charset)
      throws IOException {
    Part message = Part.of(new String(bytes, StandardCharsets.ISO_8859_1));
    Part main = main(message, 0);
    if (main == null) {
      throw new IOException("MHTML without an HTML part");
    }
    if (!main.whole()) {
      throw new IOException("MHTML ends inside its main part");
    }
    Optional<URI> url =
        main.header("content-location")
            .flatMap(Urls::parse)
            .or(() -> message.header("snapshot-content-location").flatMap(Urls::parse));
    return new RawFile(
        origin,
        main.decoded(),
        charset.or(() -> main.parameter("charset")),
        Optional.of(main.type()),
        url,
        message.header("date").flatMap(Mhtml::date));
  }

  private static Part main(Part part, int depth) {
    if (part.type().equals("text/html") || part.type().equals("application/xhtml+xml")) {
      return part;
    }
    Optional<String> boundary = part.parameter("boundary");
    if (!part.type().startsWith("multipart/") || boundary.isEmpty() || depth > MAX_DEPTH) {
      return null;
    }
    Optional<String> start = part.parameter("start");
    Part first = null;
    String delimiter = "--" + boundary.get();
    int position = lineStart(part.content(), delimiter, 0);
    for (int i = 0; position >= 0 && i < MAX_PARTS; i++) {
      int begin = part.content().indexOf('\n', position) + 1;
      boolean last = part.content().startsWith("--", position + delimiter.length());
      if (begin == 0 || last) {
        break;
      }
      int end = lineStart(part.content(), delimiter, begin);
      String text = part.content().substring(begin, end < 0 ? part.content().length() : end);
      Part child = Part.of(text, end >= 0);
      Part main = main(child, depth + 1);
      boolean named = start.isPresent() && start.equals(child.header("content-id"));
      if (main != null && (start.isEmpty() || named)) {
        return main;
      }
      first = first == null ? main : first;
      position = end;
    }
    return first;
  }

  private static int lineStart(String text, String delimiter, int from) {
    int at = text.indexOf(delimiter, from);
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at = text.indexOf(delimiter, at + 1);
    }
    return at;
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * A message or a part of one, its bytes as characters of ISO-8859-1.
   *
   * @param headers by name in any case
   * @param content what follows the blank line
   * @param whole whether its end was seen
   */
  private record Part(Map<String, String> headers, String content, boolean whole) {

    private static final Pattern PARAMETER =
        Pattern.compile(";\\s*([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    static Part of(String text) {
      return of(text, true);
    }

    static Part of(String text, boolean whole) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      int position = 0;
      String name = null;
      while (position < text.length()) {
        int end = text.indexOf('\n', position);
        String line = text.substring(position, end < 0 ? text.length() : end).stripTrailing();
        position = end < 0 ? text.length() : end + 1;
        if (line.isEmpty()) {
          return new Part(headers, text.substring(position), whole);
        }
        int colon = line.indexOf(':');
        if (Character.isWhitespace(line.charAt(0)) && name != null) {
          headers.merge(name, " " + line.strip(), String::concat);
        } else if (colon > 0) {
          name = line.substring(0, colon).strip();
          headers.put(name, line.substring(colon + 1).strip());
        }
      }
      return new Part(headers, "", false);
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name)).map(String::strip);
    }

    /** The media type in lower case without parameters; plain text if there is none (RFC 2045). */
    String type() {
      return header("content-type")
          .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
          .orElse("text/plain");
    }

    Optional<String> parameter(String name) {
      Matcher matcher = PARAMETER.matcher(header("content-type").orElse(""));
      while (matcher.find()) {
        if (matcher.group(1).equalsIgnoreCase(name)) {
          return Optional.of(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
      }
      return Optional.empty();
    }

    byte[] decoded() {
      String encoding =
          header("content-transfer-encoding").orElse("").toLowerCase(Locale.ROOT).strip();
      return switch (encoding) {
        case "quoted-printable" -> quotedPrintable(content);
        case "base64" -> base64(content);
        default -> content.getBytes(StandardCharsets.ISO_8859_1);
      };
    }

    private static byte[] base64(String text) {
      String digits = text.replaceAll("[^A-Za-z0-9+/]", "");
      int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
      return Base64.getDecoder().decode(digits.substring(0, usable));
    }

    /** RFC 2045, section 6.7; what is no escape stands for itself. */
    private static byte[] quotedPrintable(String text) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
        if (low >= 0) {
          out.write(high << 4 | low);
          i += 2;
        } else if (c == '=' && isSoftBreak(text, i + 1)) {
          i = text.indexOf('\n', i);
        } else {
          out.write(c);
        }
      }
      return out.toByteArray();
    }

    private static boolean isSoftBreak(String text, int from) {
      int i = from;
      while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\r')) {
        i++;
      }
      return i < text.length() && text.charAt(i) == '\n';
    }
  }
}
