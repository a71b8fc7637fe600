package io.kiosk.corpus;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The id of an article that brought none: the first 16 hex digits of the SHA-256 of its URL, or of
 * title and body if it has no URL. The same page scraped twice gets the same id.
 */
final class ArticleId {

  /** Query parameters that say where the reader came from, not what the page is. */
  private static final Pattern TRACKING =
      Pattern.compile("(?i)(utm_\\w*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|wt_mc)");

  private static final Pattern WWW = Pattern.compile("^www\\.");
  private static final Pattern SLASHES = Pattern.compile("/+$");

  private ArticleId() {}

  /** The id of an article with this URL or, without one, this title and body. */
  static String of(Optional<URI> url, Optional<String> title, String body) {
    return url.filter(u -> u.getHost() != null)
        .map(u -> hash(normalize(u)))
        .orElseGet(() -> hash(title.orElse("") + "\n\n" + body));
  }

  /**
   * What addresses of one page have in common: without scheme, {@code www.}, default port,
   * fragment, tracking parameters and a slash at the end.
   */
  static String normalize(URI url) {
    String host = WWW.matcher(url.getHost().toLowerCase(Locale.ROOT)).replaceFirst("");
    String port =
        url.getPort() < 0 || url.getPort() == 80 || url.getPort() == 443 ? "" : ":" + url.getPort();
    String path =
        url.getRawPath() == null ? "" : SLASHES.matcher(url.getRawPath()).replaceFirst("");
    return host + port + path + query(url.getRawQuery());
  }

  private static String query(String raw) {
    if (raw == null) {
      return "";
    }
    String kept =
        Arrays.stream(raw.split("&"))
            .filter(pair -> !pair.isEmpty())
            .filter(pair -> !TRACKING.matcher(pair.replaceFirst("=.*", "")).matches())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static String hash(String text) {
    byte[] digest = Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }
}
