package io.kiosk.corpus;

import io.kiosk.corpus.ElementKind.Start;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Builds the tree of a page from its tags and texts as the standard wants it, however broken they
 * are (WHATWG HTML Standard, section 13.2.6). Knows no frames, templates and formulas.
 */
final class PageTree {

  /** What the standard calls insertion mode. */
  enum Mode {
    BEFORE_HEAD,
    HEAD,
    AFTER_HEAD,
    BODY,
    TABLE,
    TABLE_BODY,
    ROW,
    CELL,
    CAPTION,
    COLUMNS
  }

  final OpenElements open = new OpenElements();
  final FormattingElements formatting = new FormattingElements();
  Mode mode = Mode.BEFORE_HEAD;
  Element form;

  private final Document document;
  private final boolean quirks;
  private final TableTree tables = new TableTree(this);
  private final Adoption adoption = new Adoption(this);
  private final int maxNodes;
  private final int maxDepth;
  private Element head;
  private Element body;
  private boolean fostering;

  /** Behind the end of the body, until something comes that belongs into it. */
  private boolean ended;

  private int nodes;

  /**
   * @param quirks whether the page declares no type, so that a table does not end a paragraph
   */
  PageTree(String address, boolean quirks, int maxNodes, int maxDepth) {
    this.document = new Document(address);
    this.quirks = quirks;
    this.maxNodes = maxNodes;
    this.maxDepth = maxDepth;
    Element html = new Element(ElementKind.HTML.tag, null, null);
    document.appendChild(html);
    open.push(html, ElementKind.HTML);
  }

  /** The page, when all was read. */
  Document finish() {
    openBody();
    return document;
  }

  private void openBody() {
    while (mode == Mode.BEFORE_HEAD || mode == Mode.HEAD || mode == Mode.AFTER_HEAD) {
      next(null);
    }
  }

  /** Opens what must come next in a page: the head, what follows it, the body. */
  private void next(Attributes attributes) {
    switch (mode) {
      case BEFORE_HEAD -> {
        head = insert(ElementKind.HEAD_ELEMENT, attributes);
        mode = Mode.HEAD;
      }
      case HEAD -> {
        open.pop();
        mode = Mode.AFTER_HEAD;
      }
      case AFTER_HEAD -> {
        body = insert(ElementKind.BODY, attributes);
        mode = Mode.BODY;
      }
      case BODY, TABLE, TABLE_BODY, ROW, CELL, CAPTION, COLUMNS ->
          throw new IllegalStateException("the body is open");
    }
  }

  void text(String text) {
    if (text.isEmpty()) {
      return;
    }
    switch (mode) {
      case BEFORE_HEAD, HEAD, AFTER_HEAD -> {
        int words = firstWord(text);
        if (words > 0 && mode != Mode.BEFORE_HEAD) {
          place(new TextNode(text.substring(0, words)));
        }
        if (words < text.length()) {
          next(null);
          text(text.substring(words));
        }
      }
      case BODY, CELL, CAPTION -> {
        if (ended && firstWord(text) == text.length()) {
          append(open.get(0), new TextNode(text));
          return;
        }
        ended = false;
        reconstruct();
        place(new TextNode(text));
      }
      case TABLE, TABLE_BODY, ROW, COLUMNS -> tables.text(text);
    }
  }

  static int firstWord(String text) {
    int at = 0;
    while (at < text.length() && PageParser.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * A start tag.
   *
   * @param attributes null if there are none
   * @param content text that is no markup in an element of kind RAW, null if it is passed over
   */
  void start(ElementKind kind, Attributes attributes, String content) {
    switch (mode) {
      case BEFORE_HEAD, HEAD, AFTER_HEAD -> beforeBody(kind, attributes, content);
      case BODY -> inBody(kind, attributes, content);
      case TABLE, TABLE_BODY, ROW, CELL, CAPTION, COLUMNS ->
          tables.start(kind, attributes, content);
    }
  }

  private void beforeBody(ElementKind kind, Attributes attributes, String content) {
    if (kind == ElementKind.HTML) {
      merge(attributes, open.get(0));
    } else if (kind == ElementKind.HEAD_ELEMENT) {
      if (mode == Mode.BEFORE_HEAD) {
        next(attributes);
      }
    } else if (kind == ElementKind.BODY && mode == Mode.AFTER_HEAD) {
      next(attributes);
    } else if (mode == Mode.BEFORE_HEAD || !kind.is(ElementKind.HEAD)) {
      next(null);
      start(kind, attributes, content);
    } else {
      Element parent = mode == Mode.HEAD ? open.current() : head;
      append(parent, leaf(kind, attributes, content));
    }
  }

  void end(ElementKind kind) {
    switch (mode) {
      case BEFORE_HEAD, HEAD, AFTER_HEAD -> {
        if (mode == Mode.HEAD && kind == ElementKind.HEAD_ELEMENT) {
          next(null);
        } else if (kind == ElementKind.BODY
            || kind == ElementKind.HTML
            || kind == ElementKind.BR
            || kind == ElementKind.HEAD_ELEMENT && mode == Mode.BEFORE_HEAD) {
          next(null);
          end(kind);
        }
      }
      case BODY -> endInBody(kind);
      case TABLE, TABLE_BODY, ROW, CELL, CAPTION, COLUMNS -> tables.end(kind);
    }
  }

  void inBody(ElementKind kind, Attributes attributes, String content) {
    ended = false;
    switch (kind.start) {
      case HTML -> merge(attributes, open.get(0));
      case BODY -> merge(attributes, body);
      case BLOCK -> {
        closeParagraph();
        insert(kind, attributes);
      }
      case HEADING -> {
        closeParagraph();
        if (open.kind().start == Start.HEADING) {
          open.pop();
        }
        insert(kind, attributes);
      }
      case PREFORMATTED -> {
        closeParagraph();
        insert(kind, attributes);
      }
      case FORM -> {
        if (form == null) {
          closeParagraph();
          form = insert(kind, attributes);
        }
      }
      case LIST_ITEM, DEFINITION -> {
        closeItem(kind);
        closeParagraph();
        insert(kind, attributes);
      }
      case BUTTON -> {
        if (open.inScope(ElementKind.BUTTON)) {
          open.closeImplied(null);
          open.popThrough(ElementKind.BUTTON);
        }
        insertInline(kind, attributes);
      }
      case LINK -> {
        closeLink();
        formatting.add(insertInline(kind, attributes), kind);
      }
      case FORMATTING -> formatting.add(insertInline(kind, attributes), kind);
      case NO_BREAK -> {
        reconstruct();
        if (open.inScope(ElementKind.NOBR)) {
          adoption.end(ElementKind.NOBR);
        }
        formatting.add(insertInline(kind, attributes), kind);
      }
      case ENCLOSED -> {
        insertInline(kind, attributes);
        formatting.mark();
      }
      case TABLE -> {
        if (!quirks) {
          closeParagraph();
        }
        insert(kind, attributes);
        mode = Mode.TABLE;
      }
      case EMPTY, SKIPPED -> {
        reconstruct();
        place(leaf(kind, attributes, content));
      }
      case EMPTY_ASIDE -> place(leaf(kind, attributes, content));
      case RULE -> {
        closeParagraph();
        place(leaf(kind, attributes, content));
      }
      case RAW -> {
        if (kind.name.equals("xmp")) {
          closeParagraph();
          reconstruct();
        }
        place(leaf(kind, attributes, content));
      }
      case OPTION -> {
        if (open.kind() == ElementKind.OPTION) {
          open.pop();
        }
        insertInline(kind, attributes);
      }
      case RUBY_BASE, RUBY_TEXT -> {
        if (open.inScope(ElementKind.RUBY)) {
          open.closeImplied(kind.start == Start.RUBY_TEXT ? ElementKind.RTC : null);
        }
        insert(kind, attributes);
      }
      case OTHER -> insertInline(kind, attributes);
      case IGNORED -> {}
      case UNSUPPORTED -> throw new PageParser.UnsupportedException();
    }
  }

  private void closeItem(ElementKind kind) {
    for (int i = open.size() - 1; i >= 0; i--) {
      ElementKind above = open.kind(i);
      if (above.start == kind.start) {
        open.closeImplied(above);
        open.popThrough(above);
        return;
      }
      if (above.is(ElementKind.SPECIAL)
          && above != ElementKind.ADDRESS
          && above != ElementKind.DIV
          && above != ElementKind.P) {
        return;
      }
    }
  }

  /** No link is inside another; after the limit of the adoption one may be left. */
  private void closeLink() {
    if (formatting.lastOf(ElementKind.A) >= 0) {
      adoption.end(ElementKind.A);
      int left = open.lastOf(ElementKind.A);
      if (left >= 0) {
        formatting.remove(open.get(left));
        open.remove(left);
      }
    }
  }

  void endInBody(ElementKind kind) {
    ended = kind == ElementKind.BODY || kind == ElementKind.HTML;
    switch (kind.start) {
      case HTML, BODY -> {}
      case BLOCK, PREFORMATTED, BUTTON -> {
        if (kind == ElementKind.P) {
          if (!open.inButtonScope(kind)) {
            insert(kind, null);
          }
          closeParagraph();
        } else if (open.inScope(kind)) {
          open.closeImplied(null);
          open.popThrough(kind);
        }
      }
      case FORM -> endForm();
      case LIST_ITEM -> {
        if (open.inListScope(kind)) {
          open.closeImplied(kind);
          open.popThrough(kind);
        }
      }
      case DEFINITION -> {
        if (open.inScope(kind)) {
          open.closeImplied(kind);
          open.popThrough(kind);
        }
      }
      case HEADING -> {
        if (open.headingInScope()) {
          open.closeImplied(null);
          open.popThroughHeading();
        }
      }
      case LINK, FORMATTING, NO_BREAK -> adoption.end(kind);
      case ENCLOSED -> {
        if (open.inScope(kind)) {
          open.closeImplied(null);
          open.popThrough(kind);
          formatting.clearToMarker();
        }
      }
      case EMPTY -> {
        if (kind == ElementKind.BR) {
          inBody(kind, null, null);
        }
      }
      case TABLE,
          EMPTY_ASIDE,
          RULE,
          RAW,
          SKIPPED,
          OPTION,
          RUBY_BASE,
          RUBY_TEXT,
          OTHER,
          IGNORED,
          UNSUPPORTED ->
          endOther(kind);
    }
  }

  private void endForm() {
    Element ended = form;
    form = null;
    int at = ended == null ? -1 : open.indexOf(ended);
    if (at >= 0 && open.inScope(ElementKind.FORM)) {
      open.closeImplied(null);
      open.remove(open.indexOf(ended));
    }
  }

  void endOther(ElementKind kind) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (OpenElements.isSame(open.kind(i), kind)) {
        open.closeImplied(kind);
        open.popTo(Math.min(i, open.size()));
        return;
      }
      if (open.kind(i).is(ElementKind.SPECIAL)) {
        return;
      }
    }
  }

  private void closeParagraph() {
    if (open.inButtonScope(ElementKind.P)) {
      open.closeImplied(ElementKind.P);
      open.popThrough(ElementKind.P);
    }
  }

  private Element insertInline(ElementKind kind, Attributes attributes) {
    reconstruct();
    return insert(kind, attributes);
  }

  Element insert(ElementKind kind, Attributes attributes) {
    Element element = new Element(kind.tag, null, attributes);
    place(element);
    open.push(element, kind);
    if (open.size() > maxDepth) {
      throw PageParser.TooLargeException.depth(maxDepth);
    }
    return element;
  }

  private static Element leaf(ElementKind kind, Attributes attributes, String content) {
    Element element = new Element(kind.tag, null, attributes);
    if (content != null) {
      element.appendChild(
          kind.name.equals("title") ? new TextNode(content) : new DataNode(content));
    }
    return element;
  }

  /** Inserts a node where the next one belongs. */
  void place(Node node) {
    if (fostering && open.kind().is(ElementKind.FOSTERING)) {
      foster(node);
    } else {
      append(open.current(), node);
    }
  }

  /** Inserts a node that a table cannot hold before the table. */
  void foster(Node node) {
    int at = open.lastOf(ElementKind.TABLE_ELEMENT);
    Element table = at < 0 ? null : open.get(at);
    if (table == null) {
      append(open.get(0), node);
    } else if (table.parent() != null) {
      count();
      table.before(node);
    } else {
      append(open.get(at - 1), node);
    }
  }

  private void append(Element parent, Node node) {
    count();
    parent.appendChild(node);
  }

  private void count() {
    if (++nodes > maxNodes) {
      throw PageParser.TooLargeException.nodes(maxNodes);
    }
  }

  /** Inserts into the table what it may hold beside its parts. */
  void inTableItself(ElementKind kind, Attributes attributes, String content) {
    append(open.current(), leaf(kind, attributes, content));
  }

  /** Runs a rule of the body with what it inserts put before the table. */
  void fostering(Runnable rule) {
    fostering = true;
    rule.run();
    fostering = false;
  }

  /** Opens again the formatting elements that a block has closed. */
  void reconstruct() {
    if (formatting.isEmpty() || isOpen(formatting.size() - 1)) {
      return;
    }
    int from = formatting.size() - 1;
    int last = Math.max(0, formatting.size() - MAX_RECONSTRUCTED);
    while (from > last && !isOpen(from - 1)) {
      from--;
    }
    for (int i = from; i < formatting.size(); i++) {
      FormattingElements.Entry entry = formatting.get(i);
      Element again = insert(entry.kind(), copy(entry.element()));
      formatting.set(i, new FormattingElements.Entry(again, entry.kind()));
    }
  }

  /** More than real pages need; each text could otherwise cost as many elements as stand here. */
  private static final int MAX_RECONSTRUCTED = 12;

  private boolean isOpen(int i) {
    FormattingElements.Entry entry = formatting.get(i);
    return entry.isMarker() || open.indexOf(entry.element()) >= 0;
  }

  static Attributes copy(Element element) {
    return element.attributesSize() == 0 ? null : element.attributes().clone();
  }

  private static void merge(Attributes attributes, Element element) {
    if (attributes != null) {
      attributes.forEach(
          attribute -> {
            if (!element.attributes().hasKey(attribute.getKey())) {
              element.attributes().put(attribute.getKey(), attribute.getValue());
            }
          });
    }
  }
}
