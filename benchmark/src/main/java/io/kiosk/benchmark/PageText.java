package io.kiosk.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A page as a converter to text or markdown writes it: all that a reader sees, in the order of the
 * elements. Knows nothing of articles. For one page.
 */
final class PageText implements NodeVisitor {

  /** What becomes of links. */
  enum Links {
    /** Their text stays. */
    PLAIN,
    /** {@code [text](address)}. */
    INLINE,
    /** {@code [text][n]}, and the addresses at the end. */
    REFERENCE,
    /** {@code [n]text}, and the addresses at the end. */
    NUMBERED,
    /** {@code text <address>}. */
    ADDRESS,
    /** {@code text [address]}. */
    BRACKETS
  }

  /** What lies between blocks. */
  enum Gap {
    /** Each block is a line. */
    NONE,
    /** A blank line between any two. */
    ALL,
    /** A blank line around paragraphs, headings and lists, as browsers copy. */
    MARGINS,
    /** Every piece of text is a line, also within a sentence. */
    PIECES
  }

  /**
   * A converter.
   *
   * @param markdown whether headings, quotes and lists are marked
   * @param links what becomes of links
   * @param pictures whether pictures are written
   * @param gap what lies between blocks
   */
  record Form(boolean markdown, Links links, boolean pictures, Gap gap) {}

  private static final Set<String> SPACED =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "pre");

  private final Form form;
  private final List<String> lines = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private boolean spaced;

  private PageText(Form form) {
    this.form = form;
  }

  /** The text of an element. */
  static String of(Element root, Form form) {
    PageText text = new PageText(form);
    root.traverse(text);
    text.end(false);
    text.listTargets();
    return String.join("\n", text.lines) + "\n";
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(text.getWholeText());
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    if (isLink(element)) {
      closeLink(element.attr("href"));
    } else if (isCell(element)) {
      separate(form.markdown() ? " | " : form.gap() == Gap.MARGINS ? "\t" : "");
    } else if (element.isBlock()) {
      end(SPACED.contains(element.normalName()));
    }
  }

  private void open(Element element) {
    String name = element.normalName();
    if (name.equals("br")) {
      end(false);
    } else if (name.equals("img") && form.pictures()) {
      separate("");
      line.append("![").append(squeeze(element.attr("alt"))).append("](");
      line.append(element.attr("src")).append(')');
    } else if (isLink(element)) {
      openLink(element.attr("href"));
    } else if (element.isBlock() && !isCell(element)) {
      end(SPACED.contains(name));
      line.append(mark(element, name));
    }
  }

  private boolean isLink(Element element) {
    return form.links() != Links.PLAIN && element.nameIs("a") && element.hasAttr("href");
  }

  /** A cell within a row of text; one that holds blocks is laid out as these are. */
  private boolean isCell(Element element) {
    boolean row = form.markdown() || form.gap() == Gap.MARGINS;
    return row
        && (element.nameIs("td") || element.nameIs("th"))
        && element.children().stream().noneMatch(Element::isBlock);
  }

  private String mark(Element element, String name) {
    boolean lists = form.markdown() || form.links() == Links.NUMBERED;
    if (name.equals("li")) {
      boolean ordered = element.parent() != null && element.parent().nameIs("ol");
      return !lists ? "" : ordered ? element.elementSiblingIndex() + 1 + ". " : "* ";
    }
    if (!form.markdown()) {
      return "";
    }
    if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
      return "#".repeat(name.charAt(1) - '0') + " ";
    }
    return name.equals("blockquote") ? "> " : "";
  }

  private void openLink(String href) {
    switch (form.links()) {
      case INLINE, REFERENCE -> line.append('[');
      case NUMBERED -> {
        targets.add(href);
        line.append('[').append(targets.size()).append(']');
      }
      case ADDRESS, BRACKETS, PLAIN -> {}
    }
  }

  private void closeLink(String href) {
    switch (form.links()) {
      case INLINE -> line.append("](").append(href.replace(" ", "%20")).append(')');
      case REFERENCE -> {
        targets.add(href);
        line.append("][").append(targets.size()).append(']');
      }
      case ADDRESS, BRACKETS -> {
        if (!line.isEmpty()) {
          boolean angle = form.links() == Links.ADDRESS;
          line.append(angle ? " <" : " [").append(href).append(angle ? '>' : ']');
        }
      }
      case NUMBERED, PLAIN -> {}
    }
  }

  private void add(String raw) {
    String text = squeeze(raw);
    if (text.isEmpty()) {
      separate("");
      return;
    }
    if (form.gap() == Gap.PIECES) {
      end(false);
      line.append(text);
      end(false);
      return;
    }
    if (Character.isWhitespace(raw.charAt(0))) {
      separate("");
    }
    line.append(text);
    if (Character.isWhitespace(raw.charAt(raw.length() - 1))) {
      separate("");
    }
  }

  /** A space, or something else, if there is text before it. */
  private void separate(String sign) {
    if (!line.isEmpty() && (!sign.isBlank() || line.charAt(line.length() - 1) != ' ')) {
      line.append(sign.isEmpty() ? " " : sign);
    }
  }

  /** Ends a line; a list's or heading's mark alone waits for its text. */
  private void end(boolean margin) {
    String text = line.toString().strip();
    boolean mark = text.matches("#{1,6}|[*>]|\\d+\\.");
    if (!text.isEmpty() && !mark) {
      boolean gap = form.gap() == Gap.ALL || form.gap() == Gap.MARGINS && spaced;
      if (gap && !lines.isEmpty()) {
        lines.add("");
      }
      lines.add(text);
      spaced = false;
      line.setLength(0);
    }
    spaced |= margin;
  }

  private void listTargets() {
    if (targets.isEmpty()) {
      return;
    }
    lines.add("");
    boolean numbered = form.links() == Links.NUMBERED;
    if (numbered) {
      lines.add("References");
      lines.add("");
    }
    for (int i = 0; i < targets.size(); i++) {
      String target = targets.get(i).isEmpty() ? "#" : targets.get(i);
      lines.add(numbered ? i + 1 + ". " + target : "[" + (i + 1) + "]: " + target);
    }
  }

  private static String squeeze(String text) {
    return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
  }
}
