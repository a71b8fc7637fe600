package io.kiosk.corpus;

/** Finds the article among the blocks of a page; no mutable state. */
final class HtmlCleaner {

  /** Words of a line with one date or two. */
  private static final double MAX_DATELINE = 20;

  private final BlockClassifier classifier = new BlockClassifier();

  Selection clean(Page page, String title) {
    return clean(page, new JudgedPage(page, classifier, title));
  }

  /**
   * The same without regard to what the names of elements say, for pages on which these hide all of
   * the text, as in a thread of comments and nothing else.
   */
  Selection cleanUnnamed(Page page, String title) {
    return clean(page, new JudgedPage(page, classifier, title, false));
  }

  private static Selection clean(Page page, JudgedPage view) {
    ArticleRegion region = new ArticleRegion(view);
    int from = region.from();
    int to = region.to();
    Selection selection = new Selection(page.blocks());
    for (int i = 0; i < view.size(); i++) {
      judge(view, selection, i, i >= from && i < to);
    }
    dropAboveTitle(view, selection, from, to);
    new PageTrimmer(view, selection, from, to).trim();
    return selection;
  }

  /** Short lines above the headline name its section or topic, if no text stands there. */
  private static void dropAboveTitle(JudgedPage view, Selection selection, int from, int to) {
    int title = from;
    while (title < to && !view.isTitle(title)) {
      if (selection.isKept(title) && view.role(title) != BlockRole.SHORT) {
        return;
      }
      title++;
    }
    for (int i = from; title < to && i < title; i++) {
      selection.drop(i, "above the headline");
    }
  }

  private static void judge(JudgedPage view, Selection selection, int i, boolean inside) {
    if (!inside) {
      selection.drop(i, "outside the article");
    } else if (view.isUnwanted(i)) {
      selection.drop(i, view.unwanted(i));
    } else if (view.isTitle(i)) {
      selection.drop(i, "the title");
    } else if (isDateline(view, i)) {
      selection.drop(i, BlockRole.BYLINE.label());
    } else if (!view.role(i).isText()
        && !isSignature(view, selection, i)
        && !isLinkedHeading(view, i)
        && !leadsAway(view, i)) {
      selection.drop(i, view.role(i).label());
    }
  }

  /** A short line with a date, in an element whose name says that it holds one. */
  private static boolean isDateline(JudgedPage view, int i) {
    Block block = view.block(i);
    return view.role(i) == BlockRole.SHORT
        && block.weight() <= MAX_DATELINE
        && ((view.page().hints(block.container()) | view.page().hints(Math.max(0, view.around(i))))
                & Hint.META.bit())
            != 0
        && DateText.mayHoldDate(block.text());
  }

  /** The day on which a Chinese notice is signed, in the line below whoever signs it. */
  private static boolean isSignature(JudgedPage view, Selection selection, int i) {
    return view.role(i) == BlockRole.TIME
        && view.block(i).text().endsWith("日")
        && i > 0
        && selection.isKept(i - 1)
        && view.role(i - 1) == BlockRole.SHORT
        && view.around(i) == view.around(i - 1)
        && view.prose(0, i) > 0;
  }

  /** A line of links to other sites is a source or what the text is about, no other article. */
  private static boolean leadsAway(JudgedPage view, int i) {
    return view.role(i) == BlockRole.LINK
        && view.block(i).outbound()
        && view.block(i).kind() != Block.Kind.ROW;
  }

  /** A heading that is a link, as in lists of the best ten, and text beneath it. */
  private static boolean isLinkedHeading(JudgedPage view, int i) {
    return view.role(i) == BlockRole.LINK
        && view.block(i).kind() == Block.Kind.HEADING
        && i + 1 < view.size()
        && (view.role(i + 1) == BlockRole.PROSE
            || view.isListed(i + 1) && view.block(i + 1).linkDensity() < .5);
  }
}
