package io.kiosk.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the headline of a page. What a reader sees, a heading, is preferred to what metadata claim;
 * the claims tell which of the headings it is, and stand in where none is.
 */
final class Titles {

  private static final int MAX_TITLE = 300;
  private static final int MAX_HEADINGS = 150;

  /** What a claim is worth as a heading, so that a poor heading does not win over it. */
  private static final double CLAIM_SCORE = 2.6;

  private static final double AGREEMENT = 4;

  /** Lines above and below the headline that pages put into the same heading. */
  private static final Pattern KICKER =
      Pattern.compile(
          "(?i).*(?:kicker|overline|topline|dachzeile|roof|spitzmarke|pre-?title|eyebrow|sub-?title|sub-?line"
              + "|sub-?head|(?:super|top|over|before|pre|upper)[-_]?(?:title|head|line)|rubri[ck]|categor|meta|date|author|hidden|sr-only|screen-reader|badge|label|count|number).*");

  private static final Pattern HEADLINE_NAME =
      Pattern.compile(
          "(?i).*(?:headline|(?:entry|post|article|news|story|page|content|main|art|arc|doc|info)[-_]?(?:title|tit|header|heading)"
              + "|\\btitle\\b|\\bh-title\\b|\\btit\\b).*");

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
  private final MarkupHints hints = new MarkupHints();

  /** The headline and the heading element that shows it, if one does. */
  record Headline(Optional<String> text, Optional<PageFacts.Place> place) {}

  private record Scored(PageFacts.Place place, String text, double score) {}

  private Titles(List<String> claims, Set<String> siteNames, Set<Element> around) {
    this.around = around;
    this.claimTexts = claims;
    this.claims = claims.stream().map(TitleParts::new).toList();
    this.siteNames = siteNames;
  }

  /** The headline of a page; site names are folded as {@link TitleParts#fold} does. */
  static Headline of(PageFacts facts, List<JsonLd> linked, Set<String> siteNames) {
    List<String> claims =
        Stream.of(
                Stream.of(facts.title()),
                facts.meta(CLAIMS).stream(),
                linked.stream()
                    .filter(JsonLd::isArticle)
                    .flatMap(l -> l.headline().stream())
                    .limit(3))
            .flatMap(s -> s)
            .map(TextNormalizer::line)
            .filter(s -> !s.isEmpty() && s.length() <= MAX_TITLE)
            .distinct()
            .toList();
    Set<Element> around = facts.longestText().map(PageFacts::ancestors).orElse(Set.of());
    return new Titles(claims, siteNames, around).choose(facts);
  }

  private Headline choose(PageFacts facts) {
    Scored best = null;
    int index = 0;
    for (PageFacts.Place place : facts.headings().stream().limit(MAX_HEADINGS).toList()) {
      String text = withoutLabel(text(place.element()));
      boolean kicker =
          KICKER.matcher(place.element().className()).matches()
              && !place.element().normalName().startsWith("h");
      if (!text.isEmpty() && text.length() <= MAX_TITLE && !kicker) {
        Scored scored = new Scored(place, text, score(place, text) - .02 * index++);
        best = best == null || scored.score() > best.score() ? scored : best;
      }
    }
    Optional<String> claimed = claimed(facts);
    if (best != null && (best.score() >= CLAIM_SCORE || claimed.isEmpty())) {
      return new Headline(Optional.of(best.text()), Optional.of(best.place()));
    }
    return new Headline(claimed, Optional.empty());
  }

  /** The best claim: of metadata, which seldom hold the site's name, before the page's title. */
  private Optional<String> claimed(PageFacts facts) {
    return Stream.concat(facts.meta(CLAIMS).stream(), claimTexts.stream())
        .map(TextNormalizer::line)
        .filter(s -> !s.isEmpty() && s.length() <= MAX_TITLE)
        .map(claim -> new TitleParts(claim).withoutSite(siteNames))
        .filter(claim -> !claim.isEmpty())
        .findFirst();
  }

  /** {@code Press release: Headline} is the headline if that is all that the page claims. */
  private String withoutLabel(String heading) {
    for (String claim : claimTexts) {
      int start = heading.length() - claim.length();
      boolean behindLabel = start > 1 && claim.length() > 10 && heading.endsWith(claim);
      if (behindLabel && heading.substring(0, start).strip().matches(".*[:：|–-]")) {
        return claim;
      }
    }
    return heading;
  }

  private double score(PageFacts.Place place, String text) {
    Element element = place.element();
    double score =
        switch (element.normalName()) {
          case "h1" -> 3;
          case "h2" -> 1.2;
          case "h3" -> .4;
          default -> 0;
        };
    score += HEADLINE_NAME.matcher(element.className() + " " + element.id()).matches() ? .8 : 0;
    score += element.attr("itemprop").toLowerCase(Locale.ROOT).contains("headline") ? .8 : 0;
    double agreement = claims.stream().mapToDouble(c -> c.agreement(text)).max().orElse(0);
    score += AGREEMENT * agreement;
    score -= TitleParts.isSite(text, siteNames) || leadsHome(element) ? 4 : 0;
    score -= (text.endsWith("…") || text.endsWith("...")) && agreement < .8 ? 3 : 0;
    score -= inBadPlace(element) ? agreement >= .8 ? 1.5 : 3 : 0;
    return score;
  }

  /** Whether all of a heading is a link to the front page, as the site's name is. */
  private static boolean leadsHome(Element heading) {
    Element link = heading.selectFirst("a[href]");
    if (link == null || link.text().length() < heading.text().length()) {
      return false;
    }
    String path = link.attr("href").strip().replaceFirst("(?i)^https?://[^/?#]*", "");
    return path.matches("(?i)(?:\\.?\\.?/)*(?:index\\.\\w+)?[?#]?");
  }

  private boolean inBadPlace(Element element) {
    int bits = 0;
    for (Element e = element; e != null && !around.contains(e); e = e.parent()) {
      bits |= hints.of(e);
    }
    return (bits & BAD_PLACES) != 0;
  }

  /** Text of a heading without the lines above and below the headline that it may hold. */
  static String text(Element heading) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          private int dropped;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode line && dropped == 0) {
              text.append(line.getWholeText());
            } else if (node instanceof Element element) {
              text.append(element.isBlock() || element.normalName().equals("br") ? " " : "");
              dropped += isDropped(element) ? 1 : 0;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            dropped -= node instanceof Element element && isDropped(element) ? 1 : 0;
          }

          private boolean isDropped(Element element) {
            return element != heading
                && (element.normalName().equals("small")
                    || element.normalName().equals("script")
                    || element.normalName().equals("style")
                    || element.normalName().equals("time")
                    || !element.className().isEmpty()
                        && KICKER.matcher(element.className()).matches());
          }
        },
        heading);
    String line = TextNormalizer.line(text.toString());
    return line.isEmpty() ? TextNormalizer.line(heading.text()) : line;
  }
}
