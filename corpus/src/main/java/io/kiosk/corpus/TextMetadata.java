package io.kiosk.corpus;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a scraped text says of its article: the front matter first, then the lines around the
 * headline, and for address and author those at the end.
 */
final class TextMetadata {

  private static final int MAX_TITLE = 200;
  private static final int MAX_BYLINE = 120;

  /** Letters of a site's name in the document's title, and of lines that name it, too. */
  private static final int MIN_SITE = 3;

  private static final int MAX_SITE_LINE = 100;

  /** Letters by which another line is known to repeat the title itself. */
  private static final int OPENING = 10;

  /** Lines at both ends of a text that name its site. */
  private static final int SITE_LINES = 500;

  /** Lines in which the headline is if nothing else tells which one it is. */
  private static final int TITLE_ZONE = 12;

  /** Such lines before and behind the headline in which a date is the article's. */
  private static final int BEFORE_TITLE = 3;

  private static final int BEHIND_TITLE = 6;

  /** Such lines at the end in which a repost names its origin. */
  private static final int END_ZONE = 15;

  /** Signs that part a headline from the name of its site and stand in few headlines. */
  private static final Pattern SITE_SIGN = Pattern.compile("[|｜¦»]|_|--");

  private static final Pattern BREADCRUMB =
      Pattern.compile("[^>›»/]{1,25}(?:\\s*[>›»]\\s*|\\s+/\\s+)[^>›»/]{1,40}.*");
  private static final Pattern INLINE_LABEL =
      Pattern.compile(
          "(?:^|[\\s|,，;；()（])(作者|记者|来源|來源|稿源|文章来源|author|autor|source|quelle)\\s*[:：]\\s*([^\\s|(（,，;；]+(?:"
              + " [\\p{Lu}][^\\s|(（,，;；]*){0,3})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** How a line about someone begins whose name stands above it. */
  private static final Pattern ABOUT =
      Pattern.compile("(?:is|ist|was|has|schreibt|writes|covers)\\s");

  private static final Pattern ORIGIN_LINE =
      Pattern.compile(
          "(?iu).{0,40}?(?:来源|來源|原文|出处|转自|source|originally|quelle|original|via)[^:：]{0,30}[:：]?\\s*(https?://\\S+).{0,40}");
  private static final Pattern DOMAIN = Pattern.compile("(?i)(?:[a-z0-9-]+\\.)+[a-z]{2,12}");

  private static final BlockClassifier CLASSIFIER = new BlockClassifier();

  private final ScrapedText text;
  private final Selection draft;

  /** Texts of the blocks. */
  private final List<String> lines = new ArrayList<>();

  private final Optional<TitleParts> claim;
  private final TextHeadline.Found headline;

  /** Index of the line that is the headline; -1 if none looks like one. */
  private final int titleLine;

  private final Optional<URI> url;
  private final DateCustom custom;
  private final LocalDate latest;
  private final RawFile file;

  /**
   * @param draft the blocks of the text, and which of them seem to be the article's
   */
  TextMetadata(ScrapedText text, RawFile file, Selection draft) {
    this.text = text;
    this.file = file;
    this.draft = draft;
    draft.blocks().forEach(block -> lines.add(block.text()));
    claim = value("title").map(TitleParts::new);
    headline = TextHeadline.find(draft, claim, this::mayBeTitle);
    titleLine = headline.index();
    url =
        value("url")
            .flatMap(Urls::parse)
            .or(() -> labelled("url").flatMap(Urls::parse))
            .or(this::origin)
            .or(file::url);
    custom =
        IntStream.range(0, lines.size())
                .filter(draft::isKept)
                .limit(40)
                .mapToObj(lines::get)
                .anyMatch(TextMetadata::isEnglish)
            ? new DateCustom(false, ZoneOffset.UTC)
            : DateCustom.UNKNOWN;
    latest = LocalDate.ofInstant(fetched().orElseGet(Instant::now), ZoneOffset.UTC).plusDays(1);
  }

  /** The headline as the text shows it, else as the scraper names it. */
  Optional<String> title() {
    Optional<String> shown =
        Optional.of(titleLine)
            .filter(line -> line >= 0)
            .map(lines::get)
            .filter(this::isClaimed)
            .map(line -> titleLine > 0 ? line : withoutSite(line));
    return titleLine > 0 && shown.isPresent()
        ? shown
        : shown.or(() -> value("title")).map(title -> withoutSite(title, url));
  }

  /** The document's title, which some scrapers write first, without what other lines repeat. */
  private String withoutSite(String title) {
    TitleParts parts = new TitleParts(title);
    String last = parts.lastPart();
    String rest = TitleParts.fold(title).replace(last, "");
    String opening = rest.substring(0, Math.min(rest.length(), OPENING));
    boolean named =
        last.length() >= MIN_SITE
            && IntStream.concat(
                    IntStream.range(1, Math.min(lines.size(), SITE_LINES)),
                    IntStream.range(Math.max(SITE_LINES, lines.size() - SITE_LINES), lines.size()))
                .filter(i -> !draft.isKept(i) && lines.get(i).length() <= MAX_SITE_LINE)
                .mapToObj(i -> TitleParts.fold(lines.get(i)))
                .anyMatch(line -> line.contains(last) && !line.contains(opening));
    return named ? parts.withoutSite(Set.of(last), false) : title;
  }

  /**
   * All that the text says.
   *
   * @param article the same blocks as in the draft, and which are the article's
   */
  Metadata read(Selection article) {
    Optional<String> title = title();
    Optional<PublicationDate> header = value("published").flatMap(this::date);
    Optional<PublicationDate> published =
        header.or(() -> new TextDates(article, titleLine, title.orElse("")).find(custom, latest));
    return new Metadata(
        title,
        value("author").filter(name -> !name.startsWith("http")).or(() -> author(article)),
        published,
        published.map(date -> header.isPresent() ? "front-matter" : "text"),
        value("source").filter(name -> !name.startsWith("http")).or(() -> source(url)),
        url,
        fetched());
  }

  private Optional<Instant> fetched() {
    return value("fetched")
        .flatMap(
            value -> DateText.parse(value, DateCustom.UNKNOWN).map(date -> instant(value, date)))
        .or(file::fetched);
  }

  /** A time without zone is taken as UTC here: it only bounds other dates. */
  private static Instant instant(String value, PublicationDate date) {
    try {
      return PublicationDate.parse(value).value() instanceof Instant time
          ? time
          : date.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return date.value() instanceof Instant time
          ? time
          : date.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  private Optional<String> value(String field) {
    return Optional.ofNullable(text.frontMatter().get(field))
        .map(TextNormalizer::line)
        .filter(
            value ->
                !value.isEmpty()
                    && !value.equalsIgnoreCase("null")
                    && !value.equalsIgnoreCase("none"));
  }

  private Optional<PublicationDate> date(String value) {
    return DateText.parse(value, custom).filter(date -> !date.firstDay().isAfter(latest));
  }

  /** Without the site's name: one that is known, or that a sign parts which parts nothing else. */
  private String withoutSite(String title, Optional<URI> url) {
    Set<String> names = new HashSet<>();
    value("source").map(TitleParts::fold).ifPresent(names::add);
    url.map(URI::getHost).ifPresent(host -> names.addAll(Names.ofHost(host)));
    names.removeIf(name -> name.length() < 2);
    String bare = new TitleParts(title).withoutSite(names, SITE_SIGN.matcher(title).find());
    return bare.isEmpty() ? title : bare;
  }

  /** Whether a line agrees with the title that the scraper names, or it names none. */
  private boolean isClaimed(String line) {
    String folded = TitleParts.fold(line);
    return headline.sure()
        || claim.map(title -> title.agreement(folded) >= TitleParts.PART).orElse(true);
  }

  private boolean mayBeTitle(int i) {
    String line = lines.get(i);
    return line.length() <= MAX_TITLE
        && !BREADCRUMB.matcher(line).matches()
        && !Stamp.isLabelled(line)
        && !Stamp.is(line)
        && !CLASSIFIER.isOfThePage(Block.ofText(Block.Kind.PARAGRAPH, 0, line, 0, true));
  }

  /** A person, or else the origin that is credited, or the editor. */
  private Optional<String> author(Selection article) {
    BylineLines bylines = BylineLines.ofText(article, titleLine);
    return byline()
        .or(bylines::besideDate)
        .or(bylines::author)
        .or(this::authorBox)
        .or(bylines::source)
        .or(bylines::editor);
  }

  private Optional<String> byline() {
    for (String line : head()) {
      Optional<String> labelled = label(line, "author").or(() -> Bylines.author(line));
      if (labelled.isPresent() && !DOMAIN.matcher(labelled.get()).matches()) {
        return labelled;
      }
    }
    return Optional.empty();
  }

  /** A name on a line of its own below the headline, and behind it a line about the same person. */
  private Optional<String> authorBox() {
    for (int i = titleLine + 1; i + 1 < lines.size(); i++) {
      Optional<String> name = Bylines.persons(lines.get(i));
      if (name.isPresent()) {
        String first = name.get().split(" ", 2)[0] + " ";
        int next = lines.get(i + 1).equals(name.get()) && i + 2 < lines.size() ? i + 2 : i + 1;
        if (ABOUT.matcher(lines.get(next)).lookingAt()
            || lines.get(next).startsWith(first)
                && CLASSIFIER.looksLikeBiography(draft.get(next))) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> source(Optional<URI> url) {
    for (String line : head()) {
      Optional<String> labelled =
          label(line, "source")
              .or(() -> label(line, "author").filter(name -> DOMAIN.matcher(name).matches()));
      if (labelled.isPresent() && !labelled.get().startsWith("http")) {
        return labelled;
      }
    }
    return breadcrumb()
        .or(() -> url.map(URI::getHost).map(host -> host.replaceFirst("^www\\.", "")));
  }

  /** The site that the first step of a breadcrumb names. */
  private Optional<String> breadcrumb() {
    return lines.stream()
        .limit(3)
        .filter(line -> BREADCRUMB.matcher(line).matches() && line.matches(".*(?:首页|主页).*"))
        .map(line -> line.split("\\s*[>›»/]\\s*")[0].replaceFirst("(?:首页|主页)$", "").strip())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private Optional<URI> origin() {
    List<String> raw =
        text.lines().stream().map(TextNormalizer::line).filter(line -> !line.isEmpty()).toList();
    int from = Math.max(0, raw.size() - END_ZONE);
    for (String line : raw.subList(from, raw.size()).reversed()) {
      Matcher matcher = ORIGIN_LINE.matcher(line);
      if (matcher.matches()) {
        return Urls.parse(matcher.group(1).replaceFirst("[)）\\]。，,.;]+$", ""));
      }
    }
    return Optional.empty();
  }

  /** Short lines around the headline. */
  private List<String> head() {
    int from = titleLine < TITLE_ZONE ? 0 : titleLine - BEFORE_TITLE;
    int to = Math.min(lines.size(), Math.max(0, titleLine) + 1 + BEHIND_TITLE);
    return lines.subList(from, to).stream().filter(line -> line.length() <= MAX_BYLINE).toList();
  }

  /** What a line around the headline says behind the label of a field. */
  private Optional<String> labelled(String field) {
    return head().stream()
        .map(Stamp::labelled)
        .filter(Matcher::matches)
        .filter(line -> ScrapedText.field(line.group(1)).filter(field::equals).isPresent())
        .map(line -> line.group(2).strip())
        .findFirst();
  }

  private static Optional<String> label(String line, String field) {
    Matcher matcher = INLINE_LABEL.matcher(line);
    while (matcher.find()) {
      String key = matcher.group(1).toLowerCase(Locale.ROOT);
      if (ScrapedText.field(key).filter(field::equals).isPresent()) {
        return Optional.of(matcher.group(2).strip()).filter(value -> value.length() <= 60);
      }
    }
    return Optional.empty();
  }

  private static boolean isEnglish(String line) {
    String start = line.substring(0, Math.min(line.length(), 300));
    return line.length() > 80 && start.matches("(?i).*\\b(?:the|and|of)\\b.*");
  }
}
