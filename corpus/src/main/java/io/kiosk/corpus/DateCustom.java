package io.kiosk.corpus;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How dates are written and meant where a page comes from.
 *
 * @param dayFirst whether 3/4/2024 is the 3rd of April
 * @param home zone of its readers, in which a time given in UTC has its day
 */
record DateCustom(boolean dayFirst, ZoneId home) {

  /** Where nothing is known. */
  static final DateCustom UNKNOWN = new DateCustom(true, ZoneOffset.UTC);

  private static final Set<String> GERMAN = Set.of("de", "at", "ch", "li");
  private static final Set<String> CHINESE = Set.of("cn", "tw", "hk");

  /** Where pages in English name the day before the month. */
  private static final Set<String> DAY_FIRST =
      Set.of("uk", "au", "nz", "ie", "in", "za", "de", "at", "ch", "eu");

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Of a page with this declared language and address. */
  static DateCustom of(String language, Optional<URI> url) {
    String tag = language.toLowerCase(Locale.ROOT);
    String host = url.map(URI::getHost).orElse("").toLowerCase(Locale.ROOT);
    String domain = host.substring(host.lastIndexOf('.') + 1);
    boolean german = tag.startsWith("de") || GERMAN.contains(domain);
    boolean chinese = tag.startsWith("zh") || CHINESE.contains(domain);
    boolean american = tag.isEmpty() || tag.equals("en") || tag.startsWith("en-us");
    boolean elsewhere = DAY_FIRST.contains(domain);
    return new DateCustom(
        !american || elsewhere, german ? GERMANY : chinese ? CHINA : ZoneOffset.UTC);
  }
}
