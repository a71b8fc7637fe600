package io.kiosk.corpus;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the day on which the article of a page was published, and what said so. Every witness is
 * heard (JSON-LD, meta elements, microdata, {@code time}, the URL, the visible dateline); the most
 * trusted one wins. A date after the fetch is none.
 */
final class Dates {

  /** A date, where it comes from, and how much that is trusted. */
  record Dated(PublicationDate date, String origin, double trust) {}

  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "published_time",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "published-date",
    "pubdate",
    "pub_date",
    "parsely-pub-date",
    "sailthru.date",
    "article_date_original",
    "article:create_at",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "date.created",
    "datecreated",
    "bt:pubdate",
    "rnews:datepublished",
    "weibo:article:create_at",
    "displaydate",
    "date"
  };

  /** Names that many systems fill with the day of the last change, or of the visit. */
  private static final Set<String> GENERIC = Set.of("date", "dc.date", "dcterms.date");

  private static final String[] CHANGED = {
    "article:modified_time", "og:updated_time", "last-modified", "lastmod", "datemodified"
  };

  private static final Pattern URL_DAY =
      Pattern.compile(
          "(?<![\\d])((?:19|20)\\d\\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\\d|3[01])(?![\\d])"
              + "|(?<!\\d)((?:19|20)\\d\\d)/(\\d{1,2})/(\\d{1,2})(?!\\d)"
              + "|(?<!\\d)((?:19|20)\\d\\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\\d{1,2})(?!\\d)");

  /** Places of what others wrote. */
  private static final int OTHERS = Hint.COMMENT.bit() | Hint.RELATED.bit();

  /** Places beside the article. */
  private static final int ASIDE =
      Hint.NAVIGATION.bit()
          | Hint.SIDE.bit()
          | Hint.FOOTER.bit()
          | Hint.PROMOTION.bit()
          | Hint.CONSENT.bit()
          | Hint.HIDDEN.bit();

  /** Characters from the headline at which a date hardly is the article's. */
  private static final int FAR = 8_000;

  /** Characters before a date that are no label of it, such as a day of the week. */
  private static final int MAX_WEEKDAY = 6;

  /** Words of a link that is a headline, and characters of it with all beside it. */
  private static final double MIN_TEASER = 3;

  private static final int MAX_TEASER = 300;

  /** Characters of a text that a date opens. */
  private static final int MIN_OPENED = 20;

  /** What is added to the trust in the only day that a page names. */
  private static final double ONLY_DAY = 30;

  /** No date in the visible text is trusted more, see {@link #fromDatelines}. */
  private static final double MAX_TEXT_TRUST = 88;

  /** Below this a date is a guess. */
  private static final double MIN_TRUST = 40;

  private final PageFacts facts;
  private final List<JsonLd> linked;
  private final Titles.Headline headline;
  private final Optional<URI> url;
  private final LocalDate latest;
  private final DateCustom custom;
  private final MarkupHints hints;
  private final Set<Element> around;
  private final List<Dated> witnesses = new ArrayList<>();

  private Dates(
      PageFacts facts,
      List<JsonLd> linked,
      Titles.Headline headline,
      Optional<URI> url,
      Instant fetched,
      DateCustom custom) {
    this.facts = facts;
    this.hints = facts.hints();
    this.linked = linked;
    this.headline = headline;
    this.url = url;
    this.latest = LocalDate.ofInstant(fetched, ZoneOffset.UTC).plusDays(1);
    this.custom = custom;
    this.around = new HashSet<>();
    headline.place().ifPresent(place -> around.addAll(PageFacts.ancestors(place.element())));
    facts.longestText().ifPresent(element -> around.addAll(PageFacts.ancestors(element)));
  }

  /**
   * @param source the page as it was written
   */
  static Optional<Dated> of(
      PageFacts facts,
      List<JsonLd> linked,
      Titles.Headline headline,
      Optional<URI> url,
      Instant fetched,
      DateCustom custom,
      String source) {
    Dates dates = new Dates(facts, linked, headline, url, fetched, custom);
    return dates.choose().or(() -> dates.scripted(source));
  }

  private Optional<Dated> choose() {
    fromJsonLd();
    fromMeta();
    fromProperties();
    fromTimes();
    fromUrl();
    if (!isSettled()) {
      fromDatelines();
    }
    doubtRivals("text", 6, 8);
    doubtRivals("property", 30, 12);
    Dated best = null;
    for (Dated witness : witnesses) {
      best = best == null || witness.trust() > best.trust() ? witness : best;
    }
    long days = witnesses.stream().map(witness -> witness.date().firstDay()).distinct().count();
    double needed = days == 1 ? MIN_TRUST - ONLY_DAY : MIN_TRUST;
    return Optional.ofNullable(best)
        .filter(witness -> witness.trust() >= needed)
        .map(this::toTheDay)
        .map(this::inLocalTime)
        .map(
            winner ->
                winner.origin().equals("property")
                    ? new Dated(winner.date(), "meta", winner.trust())
                    : winner);
  }

  /**
   * Whether no dateline can change the choice: a witness of a kind that is not doubted is trusted
   * more than any of them, and there is no month that one of them could name the day of.
   */
  private boolean isSettled() {
    return witnesses.stream()
            .anyMatch(w -> w.trust() >= MAX_TEXT_TRUST && !w.origin().equals("property"))
        && witnesses.stream().noneMatch(w -> w.date().value() instanceof YearMonth);
  }

  /**
   * Takes trust from witnesses of one kind that name different days and are trusted about alike.
   */
  private void doubtRivals(String origin, double margin, double doubt) {
    double top =
        witnesses.stream()
            .filter(w -> w.origin().equals(origin))
            .mapToDouble(Dated::trust)
            .max()
            .orElse(0);
    long days =
        witnesses.stream()
            .filter(w -> w.origin().equals(origin) && w.trust() >= top - margin)
            .map(w -> w.date().firstDay())
            .distinct()
            .count();
    if (days > 1) {
      witnesses.replaceAll(
          w -> w.origin().equals(origin) ? new Dated(w.date(), origin, w.trust() - doubt) : w);
    }
  }

  /** The day that another witness names within the month that the best one is content with. */
  private Dated toTheDay(Dated best) {
    if (best.date().value() instanceof YearMonth month) {
      for (Dated witness : witnesses) {
        boolean day = !(witness.date().value() instanceof YearMonth);
        if (day && YearMonth.from(witness.date().firstDay()).equals(month)) {
          return new Dated(witness.date(), best.origin(), best.trust());
        }
      }
    }
    return best;
  }

  /** The day that the URL names, if an instant is that day somewhere on earth. */
  private Dated inLocalTime(Dated best) {
    if (best.date().value() instanceof Instant) {
      for (Dated witness : witnesses) {
        long days = ChronoUnit.DAYS.between(witness.date().firstDay(), best.date().firstDay());
        if (witness.origin().equals("url") && Math.abs(days) == 1) {
          return new Dated(witness.date(), best.origin(), best.trust());
        }
      }
    }
    return best;
  }

  private void fromJsonLd() {
    for (JsonLd entry : linked) {
      double trust = entry.isArticle() ? 100 : 72;
      boolean other =
          entry.headline().isPresent()
              && headline.text().isPresent()
              && entry.isArticle()
              && linked.stream().filter(JsonLd::isArticle).count() > 1
              && !TitleParts.fold(entry.headline().get())
                  .equals(TitleParts.fold(headline.text().get()));
      witness(entry.published(), "json-ld", other ? 40 : trust);
      witness(entry.created(), "json-ld", other ? 30 : trust - 30);
    }
  }

  private void fromMeta() {
    int rank = 0;
    for (String name : PUBLISHED) {
      for (String value : facts.meta(name)) {
        witness(Optional.of(value), "meta", GENERIC.contains(name) ? 52 : 95 - rank * .3);
      }
      rank++;
    }
    for (String value : facts.meta(CHANGED)) {
      witness(Optional.of(value), "meta", 25);
    }
  }

  private void fromProperties() {
    for (PageFacts.Place place : facts.properties()) {
      String property = place.element().attr("itemprop").toLowerCase(Locale.ROOT);
      double trust =
          property.contains("datepublished") ? 90 : property.contains("datecreated") ? 70 : 0;
      if (trust > 0) {
        witness(
            Optional.of(value(place.element())),
            "property",
            trust * factor(place) + nearness(place) - 15);
      }
    }
  }

  private void fromTimes() {
    for (PageFacts.Place place : facts.times()) {
      Element element = place.element();
      String name = element.className() + " " + element.id() + " " + element.parent().className();
      String lower = name.toLowerCase(Locale.ROOT);
      boolean changed =
          (lower.contains("updated") || lower.contains("modified")) && !lower.contains("publish");
      double trust =
          element.hasAttr("pubdate") || name.contains("publish") ? 80 : changed ? 30 : 70;
      if (trust == 70 && DateLabels.of(place.lead(), "") == DateLabels.Meaning.CHANGED) {
        trust = 45;
      }
      witness(Optional.of(value(element)), "time", trust * factor(place) + nearness(place) - 8);
    }
  }

  private static String value(Element element) {
    for (String attribute : new String[] {"datetime", "content", "title"}) {
      String value = element.attr(attribute).strip();
      if (!value.isEmpty() && DateText.parse(value, DateCustom.UNKNOWN).isPresent()) {
        return value;
      }
    }
    return TextNormalizer.line(element.text());
  }

  private void fromUrl() {
    String path = url.map(URI::getRawPath).orElse("").toLowerCase(Locale.ROOT);
    if (!path.contains("19") && !path.contains("20")) {
      return;
    }
    Matcher matcher = URL_DAY.matcher(path);
    while (matcher.find()) {
      String text =
          matcher.group(1) != null
              ? matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)
              : matcher.group(4) != null
                  ? matcher.group(4) + "-" + matcher.group(5) + "-" + matcher.group(6)
                  : matcher.group(9) + " " + matcher.group(8) + " " + matcher.group(7);
      witness(Optional.of(text), "url", 75);
    }
  }

  /** The day that the data of scripts name if it is but one; others are of other articles. */
  private Optional<Dated> scripted(String source) {
    witnesses.clear();
    ScriptedDates.of(source).forEach(date -> witness(Optional.of(date), "script", MIN_TRUST));
    long days = witnesses.stream().map(witness -> witness.date().firstDay()).distinct().count();
    return days == 1 ? Optional.of(witnesses.getFirst()) : Optional.empty();
  }

  private void fromDatelines() {
    for (PageFacts.Place place : facts.datelines()) {
      List<DateText.Found> found = DateText.find(place.text(), custom);
      String names = found.isEmpty() ? "" : names(place.element());
      for (DateText.Found date : found) {
        String text = place.text();
        String before = text.substring(0, date.start());
        before = before.length() <= MAX_WEEKDAY ? place.lead() + " " + before : before;
        String behind = text.substring(date.end());
        DateLabels.Meaning label = DateLabels.of(before, behind);
        if (label == DateLabels.Meaning.OTHER || DateLabels.isOther(names)) {
          continue;
        }
        int rest = text.length() - (date.end() - date.start());
        double trust = date.date().value() instanceof YearMonth ? 10 : 30;
        trust += label == DateLabels.Meaning.PUBLISHED ? 15 : 0;
        trust += date.hasTime() ? 8 : 0;
        trust += rest < 12 ? 13 : rest < 30 ? 10 : rest > 100 ? -15 : 0;
        trust += isOpening(text, date) ? 20 : 0;
        trust += DateLabels.isDate(names) ? 10 : 0;
        trust -= label == DateLabels.Meaning.CHANGED ? 15 : 0;
        trust -= isFar(place) ? 10 : 0;
        trust += nearness(place);
        witness(inHomeTime(date.date()), "text", trust * factor(place));
      }
    }
  }

  /** {@code (18 July 2024) The council ...}, and not {@code (18 July 2024)} beside a link. */
  private static boolean isOpening(String text, DateText.Found date) {
    return date.start() == 1
        && text.startsWith("(")
        && text.startsWith(")", date.end())
        && text.length() > date.end() + MIN_OPENED;
  }

  private static String names(Element element) {
    Element parent = element.parent();
    return element.className()
        + " "
        + element.id()
        + (parent == null ? "" : " " + parent.className() + " " + parent.id());
  }

  /** What a place near the headline adds. */
  private double nearness(PageFacts.Place place) {
    if (headline.place().isEmpty()) {
      return 0;
    }
    int distance = place.offset() - headline.place().get().offset();
    return distance >= 0 ? 15 * Math.exp(-distance / 500.0) : 8 * Math.exp(distance / 150.0);
  }

  /** Far from the headline, or behind the text where no headline is known. */
  private boolean isFar(PageFacts.Place place) {
    return headline.place().isPresent()
        ? Math.abs(place.offset() - headline.place().get().offset()) > FAR
        : place.offset() > facts.longestOffset();
  }

  /** Less than one in places where other articles and other things have their dates. */
  private double factor(PageFacts.Place place) {
    int bits = 0;
    boolean inArticle = false;
    for (Element e = place.element(); e != null && !around.contains(e); e = e.parent()) {
      inArticle |= e.normalName().equals("article") || e.normalName().equals("main");
      if (!e.normalName().equals("body") && !e.normalName().equals("html")) {
        int own = hints.of(e);
        inArticle |= (own & Hint.BODY.bit()) != 0;
        bits |= own;
      }
    }
    if ((bits & OTHERS) != 0) {
      return .4;
    }
    if (DateLabels.isPublished(names(place.element()))) {
      return .95;
    }
    if (isTeaser(place)) {
      return .1;
    }
    int aside =
        inArticle || !around.isEmpty() && isNearHeadline(place)
            ? ASIDE & ~Hint.FOOTER.bit()
            : ASIDE;
    return (bits & aside) != 0 ? .5 : 1;
  }

  /** Whether a place behind the text is but a date beside a link, as in lists of other articles. */
  private boolean isTeaser(PageFacts.Place place) {
    if (place.offset() <= facts.longestOffset() || place.element().closest("a") != null) {
      return false;
    }
    Element around = place.element();
    for (int steps = 0; steps < 3 && around != null && !this.around.contains(around); steps++) {
      for (Element inner : around.children()) {
        if (inner.nameIs("a")
            && TextMeasure.of(inner.text()).weight() >= MIN_TEASER
            && !DateText.mayHoldDate(inner.text())) {
          return around.text().length() < MAX_TEASER;
        }
      }
      around = around.parent();
    }
    return false;
  }

  private boolean isNearHeadline(PageFacts.Place place) {
    return headline.place().isPresent()
        && Math.abs(place.offset() - headline.place().get().offset()) < 1_500;
  }

  /** An instant as the day of the site's readers, if that is another one. */
  private PublicationDate inHomeTime(PublicationDate date) {
    return date.value() instanceof Instant
        ? DateText.parse(date.toString(), custom).orElse(date)
        : date;
  }

  private void witness(Optional<String> value, String origin, double trust) {
    value
        .flatMap(text -> DateText.parse(text, custom))
        .ifPresent(date -> witness(date, origin, trust));
  }

  private void witness(PublicationDate date, String origin, double trust) {
    int year = date.firstDay().getYear();
    if (!date.firstDay().isAfter(latest) && (year >= 1980 || trust > 60 && year > 1970)) {
      witnesses.add(new Dated(date, origin, trust));
    }
  }
}
