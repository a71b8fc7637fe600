package io.kiosk.corpus;

import io.kiosk.corpus.PageTree.Mode;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.TextNode;

/** The part of {@link PageTree} that knows tables (WHATWG HTML Standard, 13.2.6.4.9 to 15). */
final class TableTree {

  private final PageTree tree;
  private final OpenElements open;

  TableTree(PageTree tree) {
    this.tree = tree;
    this.open = tree.open;
  }

  /** Text between the parts of a table. */
  void text(String text) {
    boolean blank = PageTree.firstWord(text) == text.length();
    if (blank && (open.kind().is(ElementKind.FOSTERING) || tree.mode == Mode.COLUMNS)) {
      tree.place(new TextNode(text));
    } else if (tree.mode == Mode.COLUMNS) {
      endColumns();
      tree.text(text);
    } else {
      tree.fostering(
          () -> {
            tree.reconstruct();
            tree.place(new TextNode(text));
          });
    }
  }

  void start(ElementKind kind, Attributes attributes, String content) {
    switch (tree.mode) {
      case TABLE -> inTable(kind, attributes, content);
      case TABLE_BODY -> inTableBody(kind, attributes, content);
      case ROW -> inRow(kind, attributes, content);
      case CELL -> {
        if (kind.is(ElementKind.TABLE_PART)) {
          if (open.inTableScope(ElementKind.TD) || open.inTableScope(ElementKind.TH)) {
            closeCell();
            tree.start(kind, attributes, content);
          }
        } else {
          tree.inBody(kind, attributes, content);
        }
      }
      case CAPTION -> {
        if (!kind.is(ElementKind.TABLE_PART)) {
          tree.inBody(kind, attributes, content);
        } else if (endCaption()) {
          tree.start(kind, attributes, content);
        }
      }
      case COLUMNS -> {
        if (kind == ElementKind.COL) {
          tree.insert(kind, attributes);
          open.pop();
        } else if (kind != ElementKind.HTML) {
          endColumns();
          tree.start(kind, attributes, content);
        }
      }
      case BEFORE_HEAD, HEAD, AFTER_HEAD, BODY ->
          throw new IllegalStateException("not in a table: " + tree.mode);
    }
  }

  private void inTable(ElementKind kind, Attributes attributes, String content) {
    if (kind == ElementKind.CAPTION) {
      open.clearTo(ElementKind.TABLE_ELEMENT);
      tree.formatting.mark();
      tree.insert(kind, attributes);
      tree.mode = Mode.CAPTION;
    } else if (kind == ElementKind.COLGROUP) {
      open.clearTo(ElementKind.TABLE_ELEMENT);
      tree.insert(kind, attributes);
      tree.mode = Mode.COLUMNS;
    } else if (kind == ElementKind.COL) {
      start(ElementKind.COLGROUP, null, null);
      start(kind, attributes, content);
    } else if (isBody(kind)) {
      open.clearTo(ElementKind.TABLE_ELEMENT);
      tree.insert(kind, attributes);
      tree.mode = Mode.TABLE_BODY;
    } else if (kind.is(ElementKind.TABLE_PART)) {
      start(ElementKind.TBODY, null, null);
      start(kind, attributes, content);
    } else if (kind == ElementKind.TABLE_ELEMENT) {
      if (open.inTableScope(kind)) {
        endTable();
        tree.start(kind, attributes, content);
      }
    } else if (kind == ElementKind.FORM) {
      if (tree.form == null) {
        tree.form = tree.insert(kind, attributes);
        open.pop();
      }
    } else {
      boolean hidden =
          kind == ElementKind.INPUT
              && attributes != null
              && attributes.get("type").equalsIgnoreCase("hidden");
      if (hidden || kind == ElementKind.SCRIPT || kind == ElementKind.STYLE) {
        tree.inTableItself(kind, attributes, content);
      } else {
        tree.fostering(() -> tree.inBody(kind, attributes, content));
      }
    }
  }

  private void inTableBody(ElementKind kind, Attributes attributes, String content) {
    if (kind == ElementKind.TR) {
      clearToBody();
      tree.insert(kind, attributes);
      tree.mode = Mode.ROW;
    } else if (kind == ElementKind.TD || kind == ElementKind.TH) {
      start(ElementKind.TR, null, null);
      start(kind, attributes, content);
    } else if (kind.is(ElementKind.TABLE_PART)) {
      if (endBody()) {
        start(kind, attributes, content);
      }
    } else {
      inTable(kind, attributes, content);
    }
  }

  private void inRow(ElementKind kind, Attributes attributes, String content) {
    if (kind == ElementKind.TD || kind == ElementKind.TH) {
      clearToRow();
      tree.insert(kind, attributes);
      tree.mode = Mode.CELL;
      tree.formatting.mark();
    } else if (kind.is(ElementKind.TABLE_PART)) {
      if (endRow()) {
        start(kind, attributes, content);
      }
    } else {
      inTable(kind, attributes, content);
    }
  }

  void end(ElementKind kind) {
    switch (tree.mode) {
      case TABLE -> {
        if (kind == ElementKind.TABLE_ELEMENT) {
          if (open.inTableScope(kind)) {
            endTable();
          }
        } else if (!isOfTable(kind)) {
          tree.fostering(() -> tree.endInBody(kind));
        }
      }
      case TABLE_BODY -> endInTableBody(kind);
      case ROW -> endInRow(kind);
      case CELL -> endInCell(kind);
      case CAPTION -> {
        if (kind == ElementKind.CAPTION) {
          endCaption();
        } else if (kind == ElementKind.TABLE_ELEMENT) {
          if (endCaption()) {
            tree.end(kind);
          }
        } else if (!isOfTable(kind)) {
          tree.endInBody(kind);
        }
      }
      case COLUMNS -> {
        if (kind != ElementKind.COL) {
          endColumns();
          if (kind != ElementKind.COLGROUP) {
            tree.end(kind);
          }
        }
      }
      case BEFORE_HEAD, HEAD, AFTER_HEAD, BODY ->
          throw new IllegalStateException("not in a table: " + tree.mode);
    }
  }

  private void endInTableBody(ElementKind kind) {
    if (isBody(kind)) {
      if (open.inTableScope(kind)) {
        endBody();
      }
    } else if (kind == ElementKind.TABLE_ELEMENT) {
      if (endBody()) {
        tree.end(kind);
      }
    } else if (!isOfTable(kind)) {
      tree.fostering(() -> tree.endInBody(kind));
    }
  }

  private void endInRow(ElementKind kind) {
    if (kind == ElementKind.TR) {
      endRow();
    } else if (kind == ElementKind.TABLE_ELEMENT || isBody(kind) && open.inTableScope(kind)) {
      if (endRow()) {
        tree.end(kind);
      }
    } else if (!isOfTable(kind)) {
      tree.fostering(() -> tree.endInBody(kind));
    }
  }

  private void endInCell(ElementKind kind) {
    if (kind == ElementKind.TD || kind == ElementKind.TH) {
      if (open.inTableScope(kind)) {
        closeCell(kind);
      }
    } else if (kind == ElementKind.TABLE_ELEMENT || kind == ElementKind.TR || isBody(kind)) {
      if (open.inTableScope(kind)) {
        closeCell();
        tree.end(kind);
      }
    } else if (!isOfTable(kind)) {
      tree.endInBody(kind);
    }
  }

  private void closeCell() {
    closeCell(open.inTableScope(ElementKind.TD) ? ElementKind.TD : ElementKind.TH);
  }

  private void closeCell(ElementKind kind) {
    open.closeImplied(null);
    open.popThrough(kind);
    tree.formatting.clearToMarker();
    tree.mode = Mode.ROW;
  }

  private boolean endCaption() {
    if (!open.inTableScope(ElementKind.CAPTION)) {
      return false;
    }
    open.closeImplied(null);
    open.popThrough(ElementKind.CAPTION);
    tree.formatting.clearToMarker();
    tree.mode = Mode.TABLE;
    return true;
  }

  private void endColumns() {
    if (open.kind() == ElementKind.COLGROUP) {
      open.pop();
    }
    tree.mode = Mode.TABLE;
  }

  private boolean endBody() {
    if (!open.inTableScope(ElementKind.TBODY)
        && !open.inTableScope(ElementKind.THEAD)
        && !open.inTableScope(ElementKind.TFOOT)) {
      return false;
    }
    clearToBody();
    open.pop();
    tree.mode = Mode.TABLE;
    return true;
  }

  private boolean endRow() {
    if (!open.inTableScope(ElementKind.TR)) {
      return false;
    }
    clearToRow();
    open.pop();
    tree.mode = Mode.TABLE_BODY;
    return true;
  }

  private void clearToBody() {
    open.clearTo(ElementKind.TBODY, ElementKind.THEAD, ElementKind.TFOOT);
  }

  private void clearToRow() {
    open.clearTo(ElementKind.TR);
  }

  private void endTable() {
    open.popThrough(ElementKind.TABLE_ELEMENT);
    tree.mode = mode();
  }

  /** The mode that the innermost open elements ask for. */
  private Mode mode() {
    for (int i = open.size() - 1; i > 0; i--) {
      ElementKind kind = open.kind(i);
      if (kind == ElementKind.TD || kind == ElementKind.TH) {
        return Mode.CELL;
      }
      if (kind == ElementKind.TR) {
        return Mode.ROW;
      }
      if (isBody(kind)) {
        return Mode.TABLE_BODY;
      }
      if (kind == ElementKind.CAPTION) {
        return Mode.CAPTION;
      }
      if (kind == ElementKind.COLGROUP) {
        return Mode.COLUMNS;
      }
      if (kind == ElementKind.TABLE_ELEMENT) {
        return Mode.TABLE;
      }
    }
    return Mode.BODY;
  }

  private static boolean isBody(ElementKind kind) {
    return kind == ElementKind.TBODY || kind == ElementKind.THEAD || kind == ElementKind.TFOOT;
  }

  /** Whether an end tag of this kind means nothing where the table does not wait for it. */
  private static boolean isOfTable(ElementKind kind) {
    return kind.is(ElementKind.TABLE_PART) || kind == ElementKind.BODY || kind == ElementKind.HTML;
  }
}
