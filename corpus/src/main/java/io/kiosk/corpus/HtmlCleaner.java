package io.kiosk.corpus;

/** Finds the article among the blocks of a page; no mutable state. */
final class HtmlCleaner {

  private final BlockClassifier classifier = new BlockClassifier();

  Selection clean(Page page, String title) {
    JudgedPage view = new JudgedPage(page, classifier, title);
    ArticleRegion region = new ArticleRegion(view);
    int from = region.from();
    int to = region.to();
    Selection selection = new Selection(page.blocks());
    for (int i = 0; i < view.size(); i++) {
      judge(view, selection, i, i >= from && i < to);
    }
    new PageTrimmer(view, selection, from, to).trim();
    return selection;
  }

  private static void judge(JudgedPage view, Selection selection, int i, boolean inside) {
    if (!inside) {
      selection.drop(i, "outside the article");
    } else if (view.isUnwanted(i)) {
      selection.drop(i, view.unwanted(i));
    } else if (view.isTitle(i)) {
      selection.drop(i, "the title");
    } else if (!view.role(i).isText()) {
      selection.drop(i, view.role(i).label());
    }
  }
}
