package io.kiosk.corpus;

import java.net.URI;
import java.util.Locale;

/** Tells links to a page's own site from those to others. Immutable. */
final class SiteLinks {

  /** Letters of a label beneath that of a country that is no one's own, as in {@code co.uk}. */
  private static final int MAX_SHARED = 3;

  /** What the hosts of the site end with, in lower case; empty if it is not known. */
  private final String domain;

  private SiteLinks(String domain) {
    this.domain = domain;
  }

  /** Of a page with this address. Where the address is none, every link is taken for its own. */
  static SiteLinks of(String address) {
    return new SiteLinks(Urls.parse(address).map(URI::getHost).map(SiteLinks::domain).orElse(""));
  }

  /** These, or others if the site is not known. */
  SiteLinks or(SiteLinks others) {
    return domain.isEmpty() ? others : this;
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
    if (domain.isEmpty() || scheme < 0 && !href.startsWith("//")) {
      return true;
    }
    int host = scheme < 0 ? 2 : scheme + 3;
    int end = host;
    while (end < href.length() && "/?#:".indexOf(href.charAt(end)) < 0) {
      end++;
    }
    int start = end - domain.length();
    return start >= host
        && href.regionMatches(true, start, domain, 0, domain.length())
        && (start == host || href.charAt(start - 1) == '.');
  }
}
