package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Finds who wrote the article of a page. Structured data and elements that say they hold the author
 * come first, then the bylines that a reader sees; the site or the origin that it credits stand in
 * where no person is named, and last the editor.
 */
final class Authors {

  private static final String[] AUTHORS = {
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "article.author",
    "cxenseparse:author"
  };

  private static final int MAX_AUTHOR = 120;

  /** Longer texts in an element are more than a byline. */
  private static final int MAX_ELEMENT = 200;

  /** Characters between a link to the author and the text, or its longest paragraph. */
  private static final int MAX_DISTANCE = 2_000;

  /** Characters beside a byline in a link that make it that of another article. */
  private static final int TEASER = 40;

  /** A Chinese text without label that is longer is no name. */
  private static final int MAX_HAN_NAME = 12;

  /** Where in a byline the names stand, the surest first. */
  private static final List<Evaluator> NAMES_WITHIN =
      Stream.of(
              "a[rel=author]",
              ".fn",
              "[itemprop=name]",
              "a[href~=/(authors?|autor(en|in)?|redaktion|profile?|people|users?|reporters?|contributors?|writers?)/]")
          .map(Selector::evaluatorOf)
          .toList();

  /** What someone logs in with: {@code max.mustermann}, {@code redaktion2}. */
  private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9]*[._-]?[a-z0-9]*");

  private static final int OTHERS =
      Hint.COMMENT.bit()
          | Hint.RELATED.bit()
          | Hint.NAVIGATION.bit()
          | Hint.FORM.bit()
          | Hint.CONSENT.bit();

  private final Optional<String> named;
  private final Optional<String> organisation;

  private Authors(Optional<String> named, Optional<String> organisation) {
    this.named = named;
    this.organisation = organisation;
  }

  /** What the markup of a page says; site names are folded as {@link TitleParts#fold} does. */
  static Authors of(PageFacts facts, List<JsonLd> linked, Set<String> siteNames) {
    List<List<String>> claims = new ArrayList<>();
    linked.stream().filter(JsonLd::isArticle).map(JsonLd::authors).forEach(claims::add);
    for (String name : AUTHORS) {
      claims.add(facts.meta(name));
    }
    linked.stream().filter(entry -> !entry.isArticle()).map(JsonLd::authors).forEach(claims::add);
    Optional<String> organisation = Optional.empty();
    for (List<String> claim : claims) {
      Optional<String> names = join(claim);
      if (names.isEmpty() || names.get().contains("www.")) {
        continue; // who made the page
      }
      if (isPerson(names.get(), facts, siteNames)) {
        String all = withoutSite(fullest(names.get(), claims), facts, siteNames);
        return new Authors(Optional.of(all), Optional.empty());
      }
      organisation = organisation.or(() -> names);
    }
    if (organisation.isEmpty()) {
      organisation =
          linked.stream()
              .filter(JsonLd::isArticle)
              .flatMap(entry -> join(entry.accounts()).stream())
              .findFirst();
    }
    Optional<String> byline = byline(facts).map(names -> withoutSite(names, facts, siteNames));
    return byline.filter(Bylines::isOrganisation).isPresent()
        ? new Authors(Optional.empty(), organisation.or(() -> byline))
        : new Authors(byline, organisation);
  }

  /** The author, with the help of the lines around the text. */
  Optional<String> find(Selection selection) {
    if (named.isPresent()) {
      return named;
    }
    BylineLines lines = BylineLines.ofPage(selection);
    return lines.author().or(lines::source).or(() -> organisation).or(lines::editor);
  }

  /** {@code Ann Roe, EXN} on the site of that name. */
  private static String withoutSite(String names, PageFacts facts, Set<String> siteNames) {
    int comma = names.lastIndexOf(", ");
    String last = names.substring(comma < 0 ? 0 : comma + 2);
    boolean site = isSite(last, siteNames) || TitleParts.endsWith(facts.title(), last);
    return comma > 0 && last.indexOf(' ') < 0 && site ? names.substring(0, comma) : names;
  }

  private static boolean isSite(String name, Set<String> siteNames) {
    return siteNames.contains(TitleParts.fold(name))
        || name.indexOf(' ') < 0 && TitleParts.isSite(name, siteNames);
  }

  /** Not the site, an agency or the account of someone who may be named in full elsewhere. */
  private static boolean isPerson(String names, PageFacts facts, Set<String> siteNames) {
    String first = names.split(",")[0]; // of the site, its town and its land
    return !isSite(names, siteNames)
        && !isSite(first, siteNames)
        && !TitleParts.endsWith(facts.title(), first)
        && !Bylines.isOrganisation(names)
        && !ACCOUNT.matcher(names).matches();
  }

  /** The first of the claims that holds these names and others. */
  private static String fullest(String name, List<List<String>> claims) {
    for (List<String> claim : claims) {
      if (claim.stream().noneMatch(names -> names.contains(name))
          || claim.size() == 1 && claim.getFirst().indexOf(',') < 0) {
        continue; // seen sooner than by reading its names
      }
      Optional<String> all =
          join(claim.stream().flatMap(names -> Arrays.stream(names.split(","))).toList());
      if (all.filter(others -> isAmong(name, others)).isPresent()) {
        return all.get();
      }
    }
    return name;
  }

  private static boolean isAmong(String name, String others) {
    List<String> names = List.of(others.split(", "));
    return names.size() > 1
        && names.contains(name)
        && names.stream().allMatch(each -> each.indexOf(' ') > 0); // and none a degree
  }

  /** Names joined by commas, each once in whatever case. */
  private static Optional<String> join(Collection<String> names) {
    Map<String, String> distinct = new LinkedHashMap<>();
    for (String name : names) {
      Bylines.name(name).ifPresent(clean -> distinct.putIfAbsent(TitleParts.fold(clean), clean));
    }
    return Optional.of(String.join(", ", distinct.values()))
        .filter(all -> !all.isEmpty() && all.length() <= MAX_AUTHOR);
  }

  private static Optional<String> byline(PageFacts facts) {
    List<PageFacts.Place> places = new ArrayList<>(facts.properties());
    places.removeIf(
        place -> !place.element().attr("itemprop").toLowerCase(Locale.ROOT).contains("author"));
    places.addAll(facts.bylines());
    MarkupHints hints = facts.hints();
    Set<Element> around = facts.longestText().map(PageFacts::ancestors).orElse(Set.of());
    return byline(places, Set.of(), hints)
        .or(() -> byline(places, around, hints))
        .or(() -> byline(writers(facts), around, hints).flatMap(Bylines::persons));
  }

  /** Of the links to pages of authors those in one element a little before the text. */
  private static List<PageFacts.Place> writers(PageFacts facts) {
    List<PageFacts.Place> near = new ArrayList<>(facts.writers());
    near.removeIf(
        place ->
            place.offset() > facts.longestOffset()
                || place.offset() < facts.longestOffset() - MAX_DISTANCE);
    return near;
  }

  /**
   * The first name in a place that is no part of something else, but for what is around the text.
   */
  private static Optional<String> byline(
      List<PageFacts.Place> places, Set<Element> around, MarkupHints hints) {
    for (PageFacts.Place place : places) {
      Optional<String> name = name(place.element());
      if (name.isPresent() && !isElsewhere(place.element(), around, hints)) {
        return name;
      }
    }
    return Optional.empty();
  }

  /** The linked names in a byline, else its text. */
  private static Optional<String> name(Element element) {
    String text = element.text();
    if (text.length() > MAX_ELEMENT) {
      return Optional.empty();
    }
    for (Evaluator query : NAMES_WITHIN) {
      Elements names = element.select(query);
      Optional<String> linked =
          names.size() > 5 ? Optional.empty() : join(names.stream().map(Authors::text).toList());
      if (linked.isPresent()) {
        return linked;
      }
    }
    boolean chinese = text.chars().anyMatch(c -> TextMeasure.isHanzi((char) c));
    Optional<String> labelled = chinese ? Bylines.author(text) : Optional.empty();
    boolean bare = !chinese || text.length() <= MAX_HAN_NAME && !text.matches(".*[:：\\d].*");
    return labelled
        .or(() -> bare ? Bylines.name(text) : Optional.empty())
        .filter(name -> name.length() <= 80);
  }

  /** Microdata keep what no one is shown in {@code meta} elements. */
  private static String text(Element element) {
    return element.nameIs("meta") ? element.attr("content") : element.text();
  }

  private static boolean isElsewhere(Element element, Set<Element> around, MarkupHints hints) {
    int bits = 0;
    for (Element e = element; e != null && !e.nameIs("body"); e = e.parent()) {
      if (around.contains(e)) {
        break;
      }
      if (e.nameIs("a") && e.text().length() > element.text().length() + TEASER) {
        return true;
      }
      bits |= hints.of(e);
    }
    return (bits & OTHERS) != 0;
  }
}
