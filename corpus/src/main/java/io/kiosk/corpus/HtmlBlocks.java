package io.kiosk.corpus;

import io.kiosk.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Level of a heading that only bold type makes one. */
  static final int BOLD_LEVEL = 6;

  private final List<Block> blocks = new ArrayList<>();
  private final Element body;
  private final MarkupHints markup;
  private final LineBuffer text = new LineBuffer();
  private Element[] elements = new Element[256];
  private int[] parents = new int[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] hints = new int[256];
  private int count;
  private int current = -1;
  private int links;
  private int linkChars;
  private int bold;
  private int boldChars;
  private Element row;
  private Element skipped;
  private boolean broken;

  private HtmlBlocks(Element body, MarkupHints markup) {
    this.body = body;
    this.markup = markup;
  }

  /** What cuts a page on a walk through it. */
  static HtmlBlocks expecting(Document page, MarkupHints markup) {
    return new HtmlBlocks(page.body(), markup);
  }

  static Page of(Document document, MarkupHints markup) {
    HtmlBlocks cutter = expecting(document, markup);
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
        text.append(" ");
      } else if (isBlockLevel(element, flow)) {
        flush();
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

  private void append(String words) {
    int before = text.length();
    text.append(words);
    if (links > 0 || bold > 0) {
      int visible = text.visible(before);
      linkChars += links > 0 ? visible : 0;
      boldChars += bold > 0 ? visible : 0;
    }
  }

  private void flush() {
    if (!text.isEmpty()) {
      String line = text.line();
      if (!line.isEmpty()) {
        add(line);
      }
      text.clear();
      linkChars = 0;
      boldChars = 0;
    }
  }

  private void add(String line) {
    int last = blocks.size() - 1;
    if (last >= 0 && isInitial(blocks.get(last).text()) && Character.isLowerCase(line.charAt(0))) {
      add(blocks.remove(last).text() + line);
      return;
    }
    TextMeasure measure = TextMeasure.of(line);
    Kind kind = row != null ? Kind.ROW : kind();
    int level = kind == Kind.HEADING ? level() : 0;
    if (kind == Kind.PARAGRAPH && isBoldLine(line, measure)) {
      kind = Kind.HEADING;
      level = BOLD_LEVEL;
    }
    boolean tight = broken || kind == Kind.ITEM || kind == Kind.ROW;
    blocks.add(new Block(kind, level, line, linkChars, tight, current, measure));
    broken = false;
  }

  /** A short line all in bold type, as many systems write headings. */
  private boolean isBoldLine(String line, TextMeasure measure) {
    return boldChars > 0
        && boldChars >= measure.chars()
        && line.length() <= MAX_BOLD_HEADING
        && linkChars == 0
        && (!measure.endsSentence() || line.endsWith("?"))
        && ",，;、".indexOf(line.charAt(line.length() - 1)) < 0;
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
            case "li", "dd", "dt" -> Kind.ITEM;
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
