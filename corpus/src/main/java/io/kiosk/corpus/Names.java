package io.kiosk.corpus;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds who wrote the article of a page and who published it. */
final class Names {

  private static final int MAX_AUTHOR = 120;
  private static final int MAX_SOURCE = 80;

  private static final String[] AUTHORS = {
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "article.author",
    "cxenseparse:author"
  };

  private static final Pattern PREFIX =
      Pattern.compile(
          "(?iu)^(?:written by|posted by|by|ein artikel von|text von|text|von|autorin|autor|author|作者|记者|文)(?:\\s*[:：/]\\s*|\\s+)");

  private static final Pattern CHINESE_AUTHOR =
      Pattern.compile(
          "(?:作者|记者)\\s*[:：]\\s*(\\p{IsHan}{2,4}(?:[ 、]\\p{IsHan}{2,4})*|[\\w·]{2,20})");

  private static final Pattern CHINESE_SOURCE =
      Pattern.compile("(?:来源|來源|稿源|出处)\\s*[:：]\\s*([^\\s:：|/,，。;；()（）]{2,20})");

  /** Where a name in a byline ends and date or place begins. */
  private static final Pattern END =
      Pattern.compile("\\s*(?:[|•·–—]|\\d|,\\s*\\p{Lu}{2,}\\b|\\s-\\s).*");

  private static final int OTHERS =
      Hint.COMMENT.bit() | Hint.RELATED.bit() | Hint.FOOTER.bit() | Hint.NAVIGATION.bit();

  private Names() {}

  /** Names of the authors joined by commas. */
  static Optional<String> author(PageFacts facts, List<JsonLd> linked, Set<String> siteNames) {
    for (JsonLd entry : linked) {
      Optional<String> names = join(entry.isArticle() ? entry.authors() : List.of());
      if (names.isPresent()) {
        return names;
      }
    }
    return join(facts.meta(AUTHORS))
        .filter(name -> !TitleParts.isSite(name, siteNames))
        .or(() -> byline(facts))
        .or(() -> labelled(facts, CHINESE_AUTHOR));
  }

  private static Optional<String> join(List<String> names) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String name : names) {
      clean(name).ifPresent(distinct::add);
    }
    return Optional.of(String.join(", ", distinct))
        .filter(all -> !all.isEmpty() && all.length() <= MAX_AUTHOR);
  }

  /** The name in a text; addresses, mail addresses and long texts are none. */
  private static Optional<String> clean(String text) {
    String name = PREFIX.matcher(TextNormalizer.line(text)).replaceFirst("").strip();
    boolean none =
        name.isEmpty() || name.length() > MAX_AUTHOR || name.contains("://") || name.contains("@");
    return none ? Optional.empty() : Optional.of(name);
  }

  private static Optional<String> byline(PageFacts facts) {
    List<PageFacts.Place> places = new ArrayList<>(facts.properties());
    places.removeIf(
        place -> !place.element().attr("itemprop").toLowerCase(Locale.ROOT).contains("author"));
    places.addAll(facts.bylines());
    MarkupHints hints = new MarkupHints();
    for (PageFacts.Place place : places) {
      Element element = place.element();
      Element inner = element.selectFirst("[itemprop=name], [rel=author], .fn");
      String text = (inner == null ? element : inner).text();
      Optional<String> name =
          text.length() > MAX_AUTHOR ? Optional.empty() : clean(END.matcher(text).replaceFirst(""));
      if (name.isPresent() && name.get().length() <= 60 && !isElsewhere(element, hints)) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static boolean isElsewhere(Element element, MarkupHints hints) {
    int bits = 0;
    for (Element e = element; e != null && !e.normalName().equals("body"); e = e.parent()) {
      bits |= hints.of(e);
    }
    return (bits & OTHERS) != 0;
  }

  private static Optional<String> labelled(PageFacts facts, Pattern label) {
    for (PageFacts.Place place : facts.datelines()) {
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
        .or(() -> url.map(URI::getHost).map(host -> host.replaceFirst("^www\\.", "")));
  }
}
