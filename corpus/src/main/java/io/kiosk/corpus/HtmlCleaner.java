package io.kiosk.corpus;

import java.util.List;

/** Finds the article among the blocks of a page. */
final class HtmlCleaner {

  private static final int DROPPED =
      Hint.NAVIGATION.bit()
          | Hint.SIDE.bit()
          | Hint.FOOTER.bit()
          | Hint.COMMENT.bit()
          | Hint.RELATED.bit()
          | Hint.SHARE.bit()
          | Hint.PROMOTION.bit()
          | Hint.AUTHOR.bit()
          | Hint.CAPTION.bit()
          | Hint.FORM.bit()
          | Hint.CONSENT.bit()
          | Hint.HIDDEN.bit();

  private final BlockClassifier classifier = new BlockClassifier();

  Selection clean(Page page, String title) {
    List<Block> blocks = page.blocks();
    BlockRole[] roles = blocks.stream().map(classifier::classify).toArray(BlockRole[]::new);
    int[] hints = inherit(page, roles);
    double[] prose = prose(page, roles, hints);
    int main = descend(page, prose);
    Selection selection = new Selection(blocks);
    String foldedTitle = Folding.foldEnds(title);
    for (int i = 0; i < roles.length; i++) {
      int bad = hints[blocks.get(i).container()] & DROPPED;
      if (i < page.start(main) || i >= page.end(main)) {
        selection.drop(i, "outside the article's element");
      } else if (bad != 0) {
        selection.drop(i, Hint.values()[Integer.numberOfTrailingZeros(bad)].label());
      } else if (Folding.foldEnds(blocks.get(i).text()).equals(foldedTitle)) {
        selection.drop(i, "the title");
      } else {
        switch (roles[i]) {
          case PROSE, HEADING, SHORT -> {}
          case COUNTER,
              TIME,
              LINK,
              INTERFACE,
              RELATED,
              TAIL,
              CROSS_REFERENCE,
              NOTICE,
              CREDIT,
              BYLINE ->
              selection.drop(i, roles[i].label());
        }
      }
    }
    new LooseEnds(classifier).remove(selection, roles);
    return selection;
  }

  /** Hints of an element and its ancestors; those around most of the running text say nothing. */
  private static int[] inherit(Page page, BlockRole[] roles) {
    double[] all = sums(page, roles, null);
    double total = all[all.length - 1];
    int[] hints = new int[page.count()];
    for (int e = 0; e < hints.length; e++) {
      int own = page.hints(e);
      double share = (all[page.end(e)] - all[page.start(e)]) / Math.max(1, total);
      if (share > .5) {
        own &= ~DROPPED | Hint.HIDDEN.bit();
      }
      hints[e] = own | (page.parent(e) < 0 ? 0 : hints[page.parent(e)]);
    }
    return hints;
  }

  private static double[] prose(Page page, BlockRole[] roles, int[] hints) {
    return sums(page, roles, hints);
  }

  private static double[] sums(Page page, BlockRole[] roles, int[] hints) {
    double[] sums = new double[roles.length + 1];
    for (int i = 0; i < roles.length; i++) {
      Block block = page.blocks().get(i);
      boolean counts =
          roles[i] == BlockRole.PROSE
              && (hints == null || (hints[block.container()] & DROPPED) == 0);
      sums[i + 1] = sums[i] + (counts ? block.weight() * (1 - block.linkDensity()) : 0);
    }
    return sums;
  }

  private static int descend(Page page, double[] prose) {
    int main = 0;
    for (int e = 1; e < page.count(); e++) {
      if (page.parent(e) == main) {
        double inside = prose[page.end(e)] - prose[page.start(e)];
        double around = prose[page.end(main)] - prose[page.start(main)];
        if (inside > 0 && inside >= .8 * around) {
          main = e;
        }
      }
    }
    return main;
  }
}
