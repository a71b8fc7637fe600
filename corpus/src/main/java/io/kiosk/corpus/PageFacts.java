package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a page offers of titles, dates and names, collected in one pass over its nodes. Knows the
 * places, but does not judge.
 */
final class PageFacts {

  /** Texts longer than this are paragraphs, no datelines. */
  private static final int MAX_DATELINE = 220;

  /** Of a paragraph so much is looked at: {@code Berlin, 18. Juli 2024 - ...}. */
  private static final int PARAGRAPH_START = 60;

  private static final int MAX_LEAD = 50;

  private static final int MAX_TEXT = 1_000;

  private static final int MAX_COLLECTED = 2_000;

  private static final int MAX_WRITERS = 50;

  /** Not /authority or /autorennen. */
  private static final Pattern WRITER =
      Pattern.compile("/(?:authors?|autor(?:en|in|innen)?)(?![\\p{L}])");

  private static final List<String> META_KEYS =
      List.of("property", "name", "itemprop", "http-equiv");

  /**
   * An element or text node, the number of characters of text before it, and the last ones of
   * these.
   */
  record Place(Element element, String text, int offset, String lead) {

    /** Whether the element is one of h1 to h6. */
    boolean isHeading() {
      String tag = element.normalName();
      return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }
  }

  private final MarkupHints hints = new MarkupHints();
  private final Map<String, List<String>> meta = new HashMap<>();
  private final List<String> jsonLd = new ArrayList<>();
  private final List<Place> headings = new ArrayList<>();
  private final List<Place> times = new ArrayList<>();
  private final List<Place> properties = new ArrayList<>();
  private final List<Place> datelines = new ArrayList<>();
  private final List<Place> bylines = new ArrayList<>();
  private final List<Place> writers = new ArrayList<>();
  private String title = "";
  private Element longest;
  private int longestLength;
  private int longestOffset;
  private Optional<String> canonical = Optional.empty();
  private final String language;
  private SiteLinks site;

  private PageFacts(Document page) {
    site = SiteLinks.UNKNOWN.and(page.baseUri());
    Element html = page.firstElementChild();
    language = html == null ? "" : html.attr("lang").strip().toLowerCase(Locale.ROOT);
  }

  /** A page's facts, empty until the collector has seen the page. */
  static PageFacts expecting(Document page) {
    return new PageFacts(page);
  }

  /** What fills the facts in on a walk through the page. */
  TreeWalk.Visitor collector() {
    return new Collector();
  }

  /** Hints of the page's elements. */
  MarkupHints hints() {
    return hints;
  }

  /** Values of {@code meta} elements with one of these names, in the order of the names. */
  List<String> meta(String... names) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      values.addAll(meta.getOrDefault(name, List.of()));
    }
    return values;
  }

  /** Scripts of JSON-LD as written. */
  List<String> jsonLd() {
    return jsonLd;
  }

  /** h1 to h3 and elements that say they are a headline. */
  List<Place> headings() {
    return headings;
  }

  /** The {@code time} elements. */
  List<Place> times() {
    return times;
  }

  /** Elements with microdata, outside {@code meta}. */
  List<Place> properties() {
    return properties;
  }

  /** Short texts that hold digits enough for a date. */
  List<Place> datelines() {
    return datelines;
  }

  /** Elements whose name says that they hold an author. */
  List<Place> bylines() {
    return bylines;
  }

  /** Links whose address says that they lead to a page about an author. */
  List<Place> writers() {
    return writers;
  }

  /** Text of the {@code title} element. */
  String title() {
    return title;
  }

  /** The element of the longest single text, which mostly is a paragraph of the article. */
  Optional<Element> longestText() {
    return Optional.ofNullable(longest);
  }

  /** Characters of text before that element's text. */
  int longestOffset() {
    return longestOffset;
  }

  /** Target of the canonical link as written. */
  Optional<String> canonical() {
    return canonical;
  }

  /** Which links stay on the page's site, as far as it has named its address. */
  SiteLinks site() {
    return site;
  }

  /** Declared language of the page in lower case, may be empty. */
  String language() {
    return language;
  }

  /** The element and those around it. */
  static Set<Element> ancestors(Element element) {
    Set<Element> ancestors = new HashSet<>();
    for (Element e = element; e != null; e = e.parent()) {
      ancestors.add(e);
    }
    return ancestors;
  }

  private final class Collector implements TreeWalk.Visitor {
    private int offset;

    /** The outermost element around whose text is not shown; null if there is none. */
    private Element silent;

    private String last = "";

    /** Of {@link #last}, once someone asked. */
    private String lead = "";

    @Override
    public void enter(Element element) {
      if (silent == null && isSilent(element)) {
        silent = element;
      }
      addElement(element);
    }

    @Override
    public void leave(Element element) {
      if (element == silent) {
        silent = null;
      }
    }

    @Override
    public void text(TextNode node) {
      if (silent == null) {
        addText(node);
      }
    }

    private static boolean isSilent(Element element) {
      return switch (element.normalName()) {
        case "script", "style", "noscript", "template", "svg", "select", "textarea", "title" ->
            true;
        default -> false;
      };
    }

    private void addText(TextNode node) {
      String text = node.getWholeText();
      int length = text.length();
      boolean blank = text.isBlank();
      if (length > longestLength && node.parent() instanceof Element parent && !blank) {
        longest = parent;
        longestLength = length;
        longestOffset = offset;
      }
      if (!blank && datelines.size() < MAX_COLLECTED && DateText.mayHoldDate(text)) {
        String line = TextNormalizer.line(length > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        if (line.length() > MAX_DATELINE) {
          line = line.substring(0, PARAGRAPH_START);
        }
        if (node.parent() instanceof Element parent) {
          datelines.add(new Place(parent, line, offset, lead()));
        }
      }
      if (length > 2 || !blank) {
        offset += length;
      }
      if (!blank) {
        last = text;
        lead = null;
      }
    }

    private String lead() {
      if (lead == null) {
        lead = TextNormalizer.line(last.substring(Math.max(0, last.length() - MAX_LEAD)));
      }
      return lead;
    }

    private void addElement(Element element) {
      boolean named = element.attributesSize() > 0;
      switch (element.normalName()) {
        case "meta" -> addMeta(element);
        case "link" -> addLink(element);
        case "title" -> {
          if (title.isEmpty() && silent == element) {
            title = TextNormalizer.line(element.text());
          }
        }
        case "script" -> {
          if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            jsonLd.add(element.data());
          }
        }
        case "h1", "h2", "h3" -> add(headings, element);
        case "time" -> add(times, element);
        case "a" -> {
          if (named) {
            addNamed(element);
            if (writers.size() < MAX_WRITERS && isWriter(element.attributes().get("href"))) {
              writers.add(new Place(element, "", offset, ""));
            }
          }
        }
        case "img", "input", "source", "iframe", "style", "area", "embed", "param", "wbr" -> {
          // no text, so no headline and no name
        }
        default -> {
          if (named) {
            addNamed(element);
          }
        }
      }
      if (named && !MarkupHints.hasOnlyClass(element) && element.hasAttr("itemprop")) {
        add(properties, element);
      }
    }

    /** Whether an address is that of a page about an author. */
    private static boolean isWriter(String address) {
      return (address.contains("/author") || address.contains("/autor"))
          && WRITER.matcher(address).find();
    }

    private void addNamed(Element element) {
      if (hints.isNamedHeadline(element)) {
        add(headings, element);
      }
      if (hints.isNamedByline(element)
          || !MarkupHints.hasOnlyClass(element)
              && element.attributes().get("rel").equals("author")) {
        add(bylines, element);
      }
    }

    private void add(List<Place> places, Element element) {
      if (places.size() < MAX_COLLECTED) {
        places.add(new Place(element, "", offset, lead()));
      }
    }

    private void addMeta(Element element) {
      String content = element.attributes().get("content").strip();
      if (content.isEmpty() || content.length() > 2_000) {
        return;
      }
      for (String key : META_KEYS) {
        String name = element.attributes().get(key).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          meta.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
          if (name.equals("og:url")) {
            site = site.and(content);
          }
        }
      }
    }

    private void addLink(Element element) {
      if (canonical.isEmpty() && element.attr("rel").equalsIgnoreCase("canonical")) {
        canonical = Optional.of(element.attr("href").strip()).filter(href -> !href.isEmpty());
        site = canonical.map(site::and).orElse(site);
      }
    }
  }
}
