package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

/**
 * Finds the headline of a page. What a reader sees, a heading, is preferred to what metadata claim;
 * the claims tell which of the headings it is, and stand in where none is.
 */
final class Titles {

  private static final int MAX_TITLE = 300;
  private static final int MAX_HEADINGS = 150;

  /** Headlines of structured data that are claims. */
  private static final int MAX_LINKED = 3;

  /** What a claim is worth as a heading, so that a poor heading does not win over it. */
  private static final double CLAIM_SCORE = 2.6;

  private static final double AGREEMENT = 4;

  /** What is taken off for each heading that comes before. */
  private static final double LATER = .02;

  /** What is added if class or id say headline, and if microdata do. */
  private static final double NAMED = .8;

  private static final double TOLD = 1.6;

  /** In names of elements: lines above and below the headline that pages put into its heading. */
  private static final Substrings KICKER_NAMES =
      names(
          "kicker",
          "overline",
          "topline",
          "dachzeile",
          "roof",
          "spitzmarke",
          "pretitle",
          "pre-title",
          "eyebrow",
          "subtitle",
          "sub-title",
          "subline",
          "sub-line",
          "subhead",
          "sub-head",
          "supertitle",
          "super-title",
          "toptitle",
          "top-title",
          "overtitle",
          "overhead",
          "uppertitle",
          "preheadline",
          "rubric",
          "rubrik",
          "categor",
          "meta",
          "date",
          "author",
          "hidden",
          "sr-only",
          "screen-reader",
          "badge",
          "label",
          "count",
          "number");

  /** In names of elements: the headline of an article. */
  private static final Substrings HEADLINE_NAMES =
      names(
          "headline",
          "-title",
          "_title",
          " title",
          "title-",
          "posttitle",
          "articletitle",
          "newstitle",
          "pagetitle",
          "maintitle",
          "article-header",
          "article-heading",
          "entry-header",
          "post-header",
          "art_tit",
          "arttit",
          "arc_tit",
          " tit ");

  /** A headline, and behind it signs, numbers and what stands in brackets. */
  private static final Pattern ADDITION =
      Pattern.compile(
          "(.{10,}?)(?:\\s*(?:\\([^()]{1,40}\\)|\\[[^\\[\\]]{1,40}\\]|[\\d#*+.,]{1,9}))+");

  /** What forums put before the subject of a thread, and the subject. */
  private static final Pattern PREFIX = Pattern.compile("[\\[【][^\\[\\]【】]{1,20}[]】]\\s*(.{4,})");

  /** At the end of a headline it is a part of that, and no count of comments. */
  private static final Pattern YEAR = Pattern.compile("\\s(?:19|20)\\d\\d$");

  /** Elements in headlines; other names are words of them. */
  private static final Pattern BREAK = Pattern.compile("(?i)</?(?:br|div|p)\\b[^<>]*>");

  private static final Pattern PHRASE =
      Pattern.compile("(?i)</?(?:[biu]|em|strong|span|font|small|su[bp])\\b[^<>]*>");

  /** What parted the headline from a topic that was left out; a sign that is its own link. */
  private static final Pattern PARTING = Pattern.compile("^[:|·•–—]\\s+|\\s*¶$");

  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
  private static final Pattern HOST = Pattern.compile("(?i)^.*https?://[^/?#]*");
  private static final Pattern HOME = Pattern.compile("(?i)(?:\\.?\\.?/)*(?:index\\.\\w+)?[?#]?");

  private static final int BAD_PLACES =
      Hint.NAVIGATION.bit()
          | Hint.SIDE.bit()
          | Hint.FOOTER.bit()
          | Hint.COMMENT.bit()
          | Hint.RELATED.bit()
          | Hint.PROMOTION.bit()
          | Hint.FORM.bit()
          | Hint.CONSENT.bit()
          | Hint.HIDDEN.bit();

  private static final String[] CLAIMS = {
    "og:title",
    "twitter:title",
    "headline",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "articletitle"
  };

  private final List<TitleParts> claims;
  private final List<String> claimTexts;
  private final Set<String> siteNames;
  private final Set<Element> around;
  private final MarkupHints hints;
  private final Map<String, Integer> rows = new HashMap<>();

  /** The headline and the heading element that shows it, if one does. */
  record Headline(Optional<String> text, Optional<PageFacts.Place> place) {}

  private record Scored(PageFacts.Place place, String text, double score) {}

  private Titles(
      List<String> claims, Set<String> siteNames, Set<Element> around, MarkupHints hints) {
    this.hints = hints;
    this.around = around;
    this.siteNames = siteNames;
    this.claims =
        claims.stream()
            .map(TitleParts::new)
            .filter(claim -> !claim.lacksHeadline(siteNames))
            .toList();
    this.claimTexts = claims;
  }

  /** The headline of a page; site names are folded as {@link TitleParts#fold} does. */
  static Headline of(PageFacts facts, List<JsonLd> linked, Set<String> siteNames) {
    List<String> raw = new ArrayList<>(List.of(facts.title()));
    raw.addAll(facts.meta(CLAIMS));
    linked.stream()
        .filter(JsonLd::isArticle)
        .flatMap(entry -> entry.headline().stream())
        .limit(MAX_LINKED)
        .forEach(raw::add);
    Set<String> claims = new LinkedHashSet<>();
    for (String text : raw) {
      String line = TextNormalizer.line(withoutMarkup(text));
      if (!line.isEmpty() && line.length() <= MAX_TITLE) {
        claims.add(line);
      }
    }
    Set<Element> around = facts.longestText().map(PageFacts::ancestors).orElse(Set.of());
    return new Titles(List.copyOf(claims), siteNames, around, facts.hints()).choose(facts);
  }

  /** Metadata are text, but systems copy headlines into them with their elements. */
  private static String withoutMarkup(String claim) {
    boolean markup = claim.contains("</") || claim.contains("<br");
    return markup ? PHRASE.matcher(BREAK.matcher(claim).replaceAll(" ")).replaceAll("") : claim;
  }

  private Headline choose(PageFacts facts) {
    for (PageFacts.Place place : facts.headings()) {
      if (place.element().nameIs("h1")) {
        rows.merge(place.element().className(), 1, Integer::sum);
      }
    }
    Scored best = null;
    int index = 0;
    List<Element> passed = new ArrayList<>(); // that cannot win, whether they are headings or not
    int size = Math.min(facts.headings().size(), MAX_HEADINGS);
    for (PageFacts.Place place : facts.headings().subList(0, size)) {
      Element element = place.element();
      double atLeast = best == null ? Double.NEGATIVE_INFINITY : best.score();
      double needed = atLeast - AGREEMENT * TitleParts.WHOLE + LATER * index;
      if (tagScore(element) + NAMED + TOLD <= needed || ownScore(element) <= needed) {
        passed.add(element);
        continue;
      }
      for (Element other : passed) {
        index += isHeading(other) ? 1 : 0;
      }
      passed.clear();
      if (!isHeading(element)) {
        continue;
      }
      double own = ownScore(element) - LATER * index++;
      if (own + AGREEMENT * TitleParts.WHOLE <= atLeast) {
        continue;
      }
      String text = withoutLabel(text(place.element()));
      if (!text.isEmpty() && text.length() <= MAX_TITLE) {
        double score = score(place, text, own, atLeast);
        best = score > atLeast ? new Scored(place, text, score) : best;
      }
    }
    boolean poor = best == null || best.score() < CLAIM_SCORE;
    Optional<String> claimed = poor ? claimed(facts) : Optional.empty();
    return best == null || claimed.isPresent()
        ? new Headline(claimed, Optional.empty())
        : new Headline(Optional.of(best.text()), Optional.of(best.place()));
  }

  /** The best claim: of metadata, which seldom hold the site's name, before the page's title. */
  private Optional<String> claimed(PageFacts facts) {
    return Stream.concat(facts.meta(CLAIMS).stream(), claimTexts.stream())
        .map(text -> TextNormalizer.line(withoutMarkup(text)))
        .filter(s -> !s.isEmpty() && s.length() <= MAX_TITLE)
        .map(TitleParts::new)
        .filter(claim -> !claim.lacksHeadline(siteNames))
        .map(claim -> claim.withoutSite(siteNames))
        .filter(claim -> !claim.isEmpty())
        .findFirst();
  }

  /**
   * {@code Press release: Headline} and {@code Headline (example.com) 87} are the headline if that
   * is all that the page claims.
   */
  private String withoutLabel(String heading) {
    for (String claim : claimTexts) {
      int start = heading.length() - claim.length();
      boolean behindLabel = start > 1 && claim.length() > 10 && heading.endsWith(claim);
      if (behindLabel && heading.substring(0, start).strip().matches(".*[:：|–-]")) {
        return claim;
      }
    }
    Matcher addition = ADDITION.matcher(heading);
    if (mayHaveAddition(heading) && addition.matches() && isClaimed(addition.group(1))) {
      return addition.group(1);
    }
    Matcher prefix = PREFIX.matcher(heading);
    return prefix.matches() && isClaimed(prefix.group(1)) ? prefix.group(1) : heading;
  }

  private boolean isClaimed(String bare) {
    String folded = TitleParts.fold(bare);
    return claims.stream().anyMatch(claim -> claim.isMainPart(folded));
  }

  private static boolean mayHaveAddition(String heading) {
    return !heading.isEmpty()
        && !YEAR.matcher(heading).find()
        && "0123456789#*+.,)]".indexOf(heading.charAt(heading.length() - 1)) >= 0;
  }

  private static boolean isHeading(Element element) {
    return !isKicker(element) && element.hasText();
  }

  private static boolean isKicker(Element element) {
    return !element.normalName().startsWith("h") && KICKER_NAMES.isIn(element.className());
  }

  /** What the tag and names of a heading are worth. */
  private double ownScore(Element element) {
    double score = tagScore(element);
    if (element.attributesSize() == 0) {
      return score;
    }
    score += HEADLINE_NAMES.isIn(" " + element.className() + " " + element.id() + " ") ? NAMED : 0;
    boolean told = element.attr("itemprop").toLowerCase(Locale.ROOT).contains("headline");
    return score + (told ? TOLD : 0);
  }

  private double tagScore(Element element) {
    return switch (element.normalName()) {
      case "h1" -> isInRow(element) ? 1 : 3;
      case "h2" -> 1.2;
      case "h3" -> .4;
      default -> 0;
    };
  }

  /** What speaks against a heading takes longest to see, so it is asked of likely ones only. */
  private double score(PageFacts.Place place, String text, double own, double atLeast) {
    String folded = TitleParts.fold(text);
    double agreement = 0;
    for (TitleParts claim : claims) {
      agreement = Math.max(agreement, claim.agreement(folded));
    }
    double score = own + AGREEMENT * agreement;
    if (score <= atLeast) {
      return score;
    }
    score -= TitleParts.isFoldedSite(folded, siteNames) || leadsHome(place.element(), text) ? 4 : 0;
    score -= (text.endsWith("…") || text.endsWith("...")) && agreement < .8 ? 3 : 0;
    boolean told = agreement >= TitleParts.PART && place.isHeading();
    return score - (inBadPlace(place.element()) ? told ? 1.5 : 3 : 0);
  }

  /** Whether three h1 of the page have its class; then it is not the one of the page. */
  private boolean isInRow(Element heading) {
    return !heading.className().isEmpty() && rows.getOrDefault(heading.className(), 0) >= 3;
  }

  /** Whether all of a heading is a link to the front page, as the site's name is. */
  private static boolean leadsHome(Element heading, String text) {
    Element link = heading.childrenSize() == 0 ? null : heading.selectFirst(LINK);
    if (link == null || link.text().length() < text.length()) {
      return false;
    }
    // Greedy, for archives put the address of the page into their own.
    String path = HOST.matcher(link.attr("href").strip()).replaceFirst("");
    return HOME.matcher(path).matches();
  }

  private boolean inBadPlace(Element element) {
    int bits = 0;
    for (Element e = element;
        e != null && !around.contains(e) && !e.nameIs("main");
        e = e.parent()) {
      bits |= hints.of(e);
    }
    return (bits & BAD_PLACES) != 0;
  }

  /** Text of a heading without the lines above and below the headline that it may hold. */
  static String text(Element heading) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof TextNode line) {
            text.append(line.getWholeText());
          } else if (node instanceof Element element) {
            if (element != heading && isBesideHeadline(element)) {
              return FilterResult.SKIP_ENTIRELY;
            }
            text.append(element.isBlock() || element.normalName().equals("br") ? " " : "");
          }
          return text.length() > 4 * MAX_TITLE ? FilterResult.STOP : FilterResult.CONTINUE;
        },
        heading);
    String line = TextNormalizer.line(text.toString());
    return line.isEmpty()
        ? TextNormalizer.line(heading.text())
        : PARTING.matcher(line).replaceAll("");
  }

  private static Substrings names(String... names) {
    return new Substrings(List.of(names));
  }

  private static boolean isBesideHeadline(Element element) {
    return switch (element.normalName()) {
      case "small", "script", "style", "time" -> true;
      default -> KICKER_NAMES.isIn(element.className());
    };
  }
}
