package io.kiosk.corpus;

/**
 * Where the article of a page lies, as a run of blocks: the innermost element that holds most of
 * the running text, and the text before and behind it that belongs to it though it stands elsewhere
 * (the standfirst in the header, parts between films).
 */
final class ArticleRegion {

  /** An element is entered while it holds this share of the running text around it. */
  private static final double SHARE = .8;

  /** Words' worth of other lines that may part the headline from the text. */
  private static final double LEFT_PATIENCE = 90;

  /** The same behind the text, or before it if there is no headline. */
  private static final double PATIENCE = 12;

  /** A line of so many words without links may be a standfirst, sentence or not. */
  private static final double LONG_LINE = 12;

  /** So much more running text in the one element that says it is the article's decides. */
  private static final double MORE = 1.25;

  /** Words of running text below which an element is no article. */
  private static final double MIN_BODY = 40;

  private final JudgedPage view;
  private final int from;
  private final int to;

  /** The densest element of the page, or the one marked as the article if that has more text. */
  ArticleRegion(JudgedPage view) {
    this.view = view;
    int main = descend();
    int first = extendLeft(view.page().start(main));
    int end = extendRight(view.page().end(main));
    int marked = marked();
    if (marked >= 0 && view.prose(marked) > MORE * view.prose(first, end)) {
      first = extendLeft(view.page().start(marked));
      end = extendRight(view.page().end(marked));
    }
    this.from = first;
    this.to = end;
  }

  /** First block of the article. */
  int from() {
    return from;
  }

  /** Block behind the last one. */
  int to() {
    return to;
  }

  /** The only element that its name, or its tag, says to be the article; -1 if several do. */
  private int marked() {
    int named = only(Hint.BODY.bit());
    return named >= 0 ? named : only(0);
  }

  /** The only outermost element of these hints, or of the tag if there are none. */
  private int only(int hints) {
    Page page = view.page();
    int found = -1;
    for (int e = 1; e < page.count(); e++) {
      boolean fits = hints == 0 ? page.element(e).nameIs("article") : (page.hints(e) & hints) != 0;
      if (fits && (found < 0 || page.start(e) >= page.end(found)) && view.prose(e) >= MIN_BODY) {
        if (found >= 0) {
          return -1;
        }
        found = e;
      }
    }
    return found;
  }

  private int descend() {
    int main = 0;
    for (int e = 1; e < view.page().count(); e++) {
      if (view.page().parent(e) == main && !isPart(view.page().element(e).normalName())) {
        double inside = view.prose(e);
        if (inside > 0 && inside >= SHARE * view.prose(main)) {
          main = e;
        }
      }
    }
    return main;
  }

  /** Elements that are a part of a text, never all of it. */
  private static boolean isPart(String tag) {
    return switch (tag) {
      case "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure", "a", "span" ->
          true;
      default -> tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    };
  }

  /** Index of the headline before {@code end}: the title, or else the last h1; -1 if none. */
  private int headline(int end) {
    int found = -1;
    for (int i = end - 1; i >= 0; i--) {
      Block block = view.block(i);
      if (view.isTitle(i)) {
        return i;
      }
      if (found < 0 && block.kind() == Block.Kind.HEADING && block.level() == 1) {
        found = i;
      }
    }
    return found;
  }

  private int extendLeft(int start) {
    int headline = headline(start);
    double patience = headline >= 0 ? LEFT_PATIENCE : PATIENCE;
    double sum = 0;
    int from = start;
    for (int i = start - 1; i > headline; i--) {
      sum += gain(i);
      if (sum > 0 && gain(i) > 0) {
        from = i;
        sum = 0;
      }
      if (sum < -patience) {
        break;
      }
    }
    return from;
  }

  private int extendRight(int end) {
    double sum = 0;
    int to = end;
    for (int i = end; i < view.size(); i++) {
      if (view.role(i) == BlockRole.TAIL
          || view.role(i) == BlockRole.RELATED
          || view.role(i) == BlockRole.COMMENTS) {
        break;
      }
      sum += view.role(i) == BlockRole.PROSE ? gain(i) : Math.min(gain(i), -1);
      if (sum > 0 && view.role(i) == BlockRole.PROSE) {
        to = i + 1;
        sum = 0;
      }
      if (sum < -PATIENCE) {
        break;
      }
    }
    return to;
  }

  private double gain(int i) {
    Block block = view.block(i);
    if (view.isUnwanted(i)) {
      return -2;
    }
    return switch (view.role(i)) {
      case PROSE -> block.weight() * (1 - block.linkDensity());
      case HEADING, SHORT -> {
        if (block.weight() >= LONG_LINE && block.linkDensity() < .3) {
          yield block.weight();
        }
        yield view.isListed(i) ? -1 : -3;
      }
      case COUNTER,
          TIME,
          LINK,
          INTERFACE,
          RELATED,
          TAIL,
          COMMENTS,
          CROSS_REFERENCE,
          NOTICE,
          CREDIT,
          TEASER,
          BYLINE ->
          -2;
    };
  }
}
