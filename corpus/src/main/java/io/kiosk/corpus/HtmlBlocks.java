package io.kiosk.corpus;

import io.kiosk.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Cuts a parsed page into blocks, in one pass without recursion: a block ends where a block-level
 * element begins or ends and at a line break.
 */
final class HtmlBlocks implements NodeFilter {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
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
          "rt");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "mark", "nobr", "q", "ruby", "s", "samp", "small",
          "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "img", "label", "rb",
          "o:p", "time", "picture", "source", "link", "meta", "html", "param", "track", "area");

  private final List<Block> blocks = new ArrayList<>();
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
  private boolean broken;

  private HtmlBlocks(MarkupHints markup) {
    this.markup = markup;
  }

  static Page of(Document document, MarkupHints markup) {
    HtmlBlocks cutter = new HtmlBlocks(markup);
    cutter.open(document.body());
    for (Node child : document.body().childNodes()) {
      NodeTraversor.filter(cutter, child);
    }
    cutter.flush();
    cutter.close();
    return new Page(
        List.copyOf(cutter.blocks),
        cutter.count,
        cutter.elements,
        cutter.parents,
        cutter.starts,
        cutter.ends,
        cutter.hints);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (SKIPPED.contains(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br") || tag.equals("hr")) {
      flush();
      broken = tag.equals("br");
      return FilterResult.CONTINUE;
    }
    if (isBlockLevel(element)) {
      flush();
      open(element);
    } else if (tag.equals("a")) {
      links++;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (current >= 0 && elements[current] == element) {
        flush();
        close();
      } else if (element.nameIs("a")) {
        links = Math.max(0, links - 1);
      }
    }
    return FilterResult.CONTINUE;
  }

  /** An inline element is taken as a block of its own if its name says caption or date. */
  private boolean isBlockLevel(Element element) {
    if (!INLINE.contains(element.normalName())) {
      return true;
    }
    return !element.nameIs("a") && markup.isApart(element);
  }

  private void append(String words) {
    int before = text.length();
    text.append(words);
    if (links > 0) {
      linkChars += text.visible(before);
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
    }
  }

  private void add(String line) {
    int last = blocks.size() - 1;
    if (last >= 0 && isInitial(blocks.get(last).text()) && Character.isLowerCase(line.charAt(0))) {
      add(blocks.remove(last).text() + line);
      return;
    }
    Kind kind = kind();
    int level = kind == Kind.HEADING ? level() : 0;
    boolean tight = broken || kind == Kind.ITEM || kind == Kind.ROW;
    blocks.add(new Block(kind, level, line, linkChars, tight, current, TextMeasure.of(line)));
    broken = false;
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
