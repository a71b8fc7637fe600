package io.kiosk.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Web addresses as people and pages write them. */
final class Urls {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int MAX_LENGTH = 4_000;
  private static final Pattern WEB = Pattern.compile("(?is)https?://[^/?#].*");
  private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private Urls() {}

  /**
   * An absolute http or https address; characters that a URI may not have are percent-encoded.
   * Anything else gives nothing.
   */
  static Optional<URI> parse(String text) {
    String stripped = text.strip();
    String absolute = stripped.startsWith("//") ? "https:" + stripped : stripped;
    if (absolute.length() > MAX_LENGTH || !WEB.matcher(absolute).matches()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(encode(absolute)).normalize();
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** An address relative to a base; absolute ones need none. */
  static Optional<URI> resolve(Optional<URI> base, String text) {
    Optional<URI> absolute = parse(text);
    if (absolute.isPresent() || base.isEmpty() || text.isBlank()) {
      return absolute;
    }
    try {
      return parse(base.get().resolve(encode(text.strip())).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encode(String url) {
    StringBuilder out = new StringBuilder(url.length() + 16);
    url.codePoints()
        .forEach(
            c -> {
              boolean plain = c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
              if (plain || c > 0x7F && Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  out.append('%').append(HEX.toHexDigits(b));
                }
              }
            });
    return out.indexOf("%") < 0 ? out.toString() : BARE_PERCENT.matcher(out).replaceAll("%25");
  }
}
