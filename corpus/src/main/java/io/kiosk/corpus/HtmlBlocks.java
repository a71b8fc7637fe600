package io.kiosk.corpus;

import io.kiosk.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts a parsed page into blocks, in one pass without recursion: a block ends where a block-level
 * element begins or ends and at a line break.
 */
final class HtmlBlocks implements TreeWalk.Visitor {

  /** How an element stands in the text. */
  private enum Flow {
    SKIPPED,
    INLINE,
    BREAK,
    BLOCK;

    static Flow of(Element element) {
      return switch (element.normalName()) {
        case "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "canvas",
            "object",
            "embed",
            "select",
            "option",
            "datalist",
            "textarea",
            "input",
            "audio",
            "video",
            "map",
            "head",
            "math",
            "noframes",
            "frame",
            "applet",
            "meter",
            "progress",
            "rp",
            "rt" ->
            SKIPPED;
        case "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
            "nobr",
            "q",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "tt",
            "u",
            "var",
            "wbr",
            "img",
            "label",
            "rb",
            "o:p",
            "time",
            "picture",
            "source",
            "link",
            "meta",
            "html",
            "param",
            "track",
            "area" ->
            INLINE;
        case "br", "hr" -> BREAK;
        default -> BLOCK;
      };
    }
  }

  /** Characters of a row of data; longer rows are the columns of a page. */
  private static final int MAX_ROW = 400;

  private static final int MAX_ROW_DEPTH = 6;

  private static final int MAX_BOLD_HEADING = 90;

  /** Elements between a list's item and its text; deeper within, an item is a part of the page. */
  private static final int MAX_ITEM_DEPTH = 1;

  /** Level of a heading that only bold type makes one. */
  static final int BOLD_LEVEL = 6;

  private final List<Block> blocks = new ArrayList<>();
  private final Element body;
  private final MarkupHints markup;
  private final Supplier<SiteLinks> site;
  private Line line = new Line();

  /** The sentence within which a box stands, whose own text is in the line. */
  private Line around = new Line();

  private Element box;
  private Element[] elements = new Element[256];
  private int[] parents = new int[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] hints = new int[256];
  private int count;
  private int current = -1;
  private int links;
  private int bold;
  private Element row;
  private Element skipped;
  private boolean broken;

  /** Whether the last link leads to the page's own site. */
  private boolean homeward;

  /** What will be the text of a block, and how much of it is of a kind. */
  private static final class Line {
    final LineBuffer text = new LineBuffer();
    int linkChars;
    int boldChars;

    /** Whether one of its links leads to the page's own site. */
    boolean homeward;
  }

  private HtmlBlocks(Element body, MarkupHints markup, Supplier<SiteLinks> site) {
    this.body = body;
    this.markup = markup;
    this.site = site;
  }

  /** What cuts a page on a walk through it, on which the facts are collected, too. */
  static HtmlBlocks expecting(Document page, PageFacts facts) {
    return new HtmlBlocks(page.body(), facts.hints(), facts::site);
  }

  static Page of(Document document, MarkupHints markup) {
    HtmlBlocks cutter = new HtmlBlocks(document.body(), markup, () -> SiteLinks.UNKNOWN);
    TreeWalk.over(document, cutter);
    return cutter.page();
  }

  /** The blocks, when the page was walked through. */
  Page page() {
    return new Page(List.copyOf(blocks), count, elements, parents, starts, ends, hints);
  }

  @Override
  public void enter(Element element) {
    if (element == body) {
      open(body);
      return;
    }
    if (current < 0 || skipped != null) {
      return;
    }
    Flow flow = Flow.of(element);
    if (flow == Flow.SKIPPED) {
      skipped = element;
    } else if (flow == Flow.BREAK) {
      flush();
      broken = element.nameIs("br");
    } else {
      if (row != null) {
        line.text.append(" ");
      } else if (isBlockLevel(element, flow)) {
        if (flow == Flow.INLINE && isWithinSentence(element)) {
          box = element;
          swap();
        } else {
          flush();
        }
        open(element);
        row = element.nameIs("tr") && isDataRow(element) ? element : null;
      }
      count(element, 1);
    }
  }

  @Override
  public void leave(Element element) {
    if (element == skipped) {
      skipped = null;
    } else if (current >= 0 && skipped == null) {
      if (elements[current] == element) {
        flush();
        close();
        row = row == element ? null : row;
        if (box == element) {
          box = null;
          swap();
        }
      }
      count(element, -1);
    }
  }

  @Override
  public void text(TextNode words) {
    if (current >= 0 && skipped == null) {
      append(words.getWholeText());
    }
  }

  private void count(Element element, int step) {
    String name = element.normalName();
    if (name.length() == 1 && name.charAt(0) == 'a') {
      links = Math.max(0, links + step);
      if (step > 0) {
        homeward = site.get().isOwn(element.attributes().get("href"));
        line.homeward |= homeward;
      }
    } else if (name.length() == 1 && name.charAt(0) == 'b' || name.equals("strong")) {
      bold = Math.max(0, bold + step);
    }
  }

  /**
   * Whether the cells of a row hold a few words each, rather than the columns of a page or things
   * with names of their own.
   */
  private boolean isDataRow(Element row) {
    int cells = 0;
    int size = 0;
    for (Node node = row.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof Element cell) {
        cells++;
        size += markup.of(cell) == 0 ? 0 : MAX_ROW + 1;
        for (Node inner = cell.firstChild();
            inner != null && size <= MAX_ROW;
            inner = inner.nextSibling()) {
          size += size(inner, 0);
        }
      }
    }
    return cells > 1 && size <= MAX_ROW;
  }

  /** Characters of phrasing content and single paragraphs, elements as 10; else too many. */
  private static int size(Node node, int depth) {
    if (node instanceof TextNode words) {
      return words.getWholeText().length();
    }
    if (!(node instanceof Element element)) {
      return 0;
    }
    boolean phrase = Flow.of(element) == Flow.INLINE || element.nameIs("p");
    int size = phrase && depth < MAX_ROW_DEPTH ? 10 : MAX_ROW + 1;
    for (Node inner = element.firstChild();
        inner != null && size <= MAX_ROW;
        inner = inner.nextSibling()) {
      size += size(inner, depth + 1);
    }
    return size;
  }

  /** An inline element is taken as a block of its own if its name says caption or date. */
  private boolean isBlockLevel(Element element, Flow flow) {
    if (flow == Flow.BLOCK) {
      return element.normalName().indexOf('-') < 0 || !isWithinWords(element);
    }
    return !element.nameIs("a") && markup.isApart(element);
  }

  /**
   * Whether text stands directly beside an element. One that a site defines itself ({@code
   * a-source}) then is a part of a sentence, as its default style says.
   */
  private static boolean isWithinWords(Element element) {
    return element.previousSibling() instanceof TextNode before && !before.isBlank()
        || element.nextSibling() instanceof TextNode behind && !behind.isBlank();
  }

  /** Whether a box stands in a sentence, as one does that opens over a word. */
  private boolean isWithinSentence(Element element) {
    return box == null && !line.text.isEmpty() && markup.isBox(element);
  }

  private void swap() {
    Line other = around;
    around = line;
    line = other;
  }

  private void append(String words) {
    int before = line.text.length();
    line.text.append(words);
    if (links > 0 || bold > 0) {
      int visible = line.text.visible(before);
      line.linkChars += links > 0 ? visible : 0;
      line.boldChars += bold > 0 ? visible : 0;
    }
  }

  private void flush() {
    if (!line.text.isEmpty()) {
      String words = line.text.line();
      if (!words.isEmpty()) {
        add(words);
      }
      line.text.clear();
      line.linkChars = 0;
      line.boldChars = 0;
      line.homeward = links > 0 && homeward;
    }
  }

  private void add(String words) {
    int last = blocks.size() - 1;
    if (last >= 0 && isInitial(blocks.get(last).text()) && Character.isLowerCase(words.charAt(0))) {
      add(blocks.remove(last).text() + words);
      return;
    }
    TextMeasure measure = TextMeasure.of(words);
    Kind kind = row != null ? Kind.ROW : kind();
    int level = kind == Kind.HEADING ? level() : 0;
    if (kind == Kind.PARAGRAPH && isBoldLine(words, measure)) {
      kind = Kind.HEADING;
      level = BOLD_LEVEL;
    }
    boolean tight = broken || kind == Kind.ITEM || kind == Kind.ROW;
    boolean outbound = line.linkChars > 0 && !line.homeward;
    blocks.add(new Block(kind, level, words, line.linkChars, tight, current, measure, outbound));
    broken = false;
  }

  /** A short line all in bold type, as many systems write headings. */
  private boolean isBoldLine(String words, TextMeasure measure) {
    return line.boldChars > 0
        && line.boldChars >= measure.chars()
        && words.length() <= MAX_BOLD_HEADING
        && line.linkChars == 0
        && (!measure.endsSentence() || words.endsWith("?"))
        && ",，;、".indexOf(words.charAt(words.length() - 1)) < 0;
  }

  /** A large first letter that the page sets apart. */
  private static boolean isInitial(String text) {
    return text.length() == 1 && Character.isUpperCase(text.charAt(0));
  }

  /** The innermost element that says what it is; at most a few steps up. */
  private Kind kind() {
    int at = current;
    for (int steps = 0; at >= 0 && steps < 6; steps++) {
      Kind kind =
          switch (elements[at].normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
            case "li", "dd", "dt" -> steps <= MAX_ITEM_DEPTH ? Kind.ITEM : Kind.PARAGRAPH;
            case "blockquote" -> Kind.QUOTE;
            case "figcaption", "caption" -> Kind.CAPTION;
            case "pre" -> Kind.PREFORMATTED;
            default -> null;
          };
      if (kind != null) {
        return kind;
      }
      at = parents[at];
    }
    return Kind.PARAGRAPH;
  }

  private int level() {
    int at = current;
    while (at >= 0) {
      String tag = elements[at].normalName();
      if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
        return tag.charAt(1) - '0';
      }
      at = parents[at];
    }
    return 0;
  }

  private void open(Element element) {
    if (count == elements.length) {
      int size = count * 2;
      elements = Arrays.copyOf(elements, size);
      parents = Arrays.copyOf(parents, size);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      hints = Arrays.copyOf(hints, size);
    }
    elements[count] = element;
    parents[count] = current;
    starts[count] = blocks.size();
    hints[count] = current < 0 ? 0 : markup.of(element);
    current = count++;
    broken = false;
  }

  private void close() {
    ends[current] = blocks.size();
    current = parents[current];
    broken = false;
  }
}
