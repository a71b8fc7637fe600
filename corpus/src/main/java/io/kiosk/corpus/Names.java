package io.kiosk.corpus;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who published the article of a page. */
final class Names {

  private static final int MAX_SOURCE = 80;

  private static final Pattern TOP_LEVEL = Pattern.compile("\\.[a-z]+$");

  private static final Pattern CHINESE_SOURCE =
      Pattern.compile("(?:来源|來源|稿源|出处)\\s*[:：]\\s*([^\\s:：|/,，。;；()（）]{2,20})");

  private Names() {}

  /** What a host may be called: its name, and the part of it that was bought. */
  static List<String> ofHost(String host) {
    String name = withoutWww(host);
    String bought = TOP_LEVEL.matcher(name).replaceFirst("");
    return List.of(name, bought.substring(bought.lastIndexOf('.') + 1));
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static Optional<String> labelled(PageFacts facts, Pattern label) {
    for (PageFacts.Place place : facts.datelines()) {
      if (place.text().indexOf(':') < 0 && place.text().indexOf('：') < 0) {
        continue;
      }
      Matcher matcher = label.matcher(place.text());
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** Name of the publisher or site, else of the source that a dateline names, else the host. */
  static Optional<String> source(PageFacts facts, List<JsonLd> linked, Optional<URI> url) {
    List<String> names = new ArrayList<>(facts.meta("og:site_name"));
    linked.forEach(entry -> entry.publisher().ifPresent(names::add));
    names.addAll(facts.meta("application-name"));
    return names.stream()
        .map(TextNormalizer::line)
        .filter(name -> !name.isEmpty() && name.length() <= MAX_SOURCE && !name.contains("://"))
        .findFirst()
        .or(() -> labelled(facts, CHINESE_SOURCE))
        .or(() -> url.map(URI::getHost).map(Names::withoutWww));
  }
}
