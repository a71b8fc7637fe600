package io.kiosk.corpus;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells links to a page's own site from those to others. Immutable. */
final class SiteLinks {

  /** Letters of a label beneath that of a country that is no one's own, as in {@code co.uk}. */
  private static final int MAX_SHARED = 3;

  /** Of a page that names no address: every link is taken for one to its own site. */
  static final SiteLinks UNKNOWN = new SiteLinks(List.of());

  /** What the hosts of the site end with, in lower case. */
  private final List<String> domains;

  private SiteLinks(List<String> domains) {
    this.domains = domains;
  }

  /**
   * Of a page that has this address, too: what it was fetched from and what it names may be
   * different sites, when it is one's copy of the other's article.
   *
   * @param address anything but an absolute address with a domain changes nothing
   */
  SiteLinks and(String address) {
    String domain = Urls.parse(address).map(URI::getHost).map(SiteLinks::domain).orElse("");
    return domain.isEmpty() || domains.contains(domain)
        ? this
        : new SiteLinks(Stream.concat(domains.stream(), Stream.of(domain)).toList());
  }

  private static String domain(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
    int last = labels.length - 1;
    if (last < 1) {
      return "";
    }
    String two = labels[last - 1] + "." + labels[last];
    boolean shared = labels[last].length() == 2 && labels[last - 1].length() <= MAX_SHARED;
    return shared && last > 1 ? labels[last - 2] + "." + two : two;
  }

  /**
   * Whether a link stays on the site. The last address in it counts: archives and buttons for
   * sharing have the site's own address in theirs.
   *
   * @param href as written
   */
  boolean isOwn(String href) {
    int scheme = href.lastIndexOf("://");
    if (domains.isEmpty() || scheme < 0 && !href.startsWith("//")) {
      return true;
    }
    int host = scheme < 0 ? 2 : scheme + 3;
    int end = host;
    while (end < href.length() && "/?#:".indexOf(href.charAt(end)) < 0) {
      end++;
    }
    for (String domain : domains) {
      int start = end - domain.length();
      if (start >= host
          && href.regionMatches(true, start, domain, 0, domain.length())
          && (start == host || href.charAt(start - 1) == '.')) {
        return true;
      }
    }
    return false;
  }
}
