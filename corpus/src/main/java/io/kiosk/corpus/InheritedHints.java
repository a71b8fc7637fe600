package io.kiosk.corpus;

import java.util.HashMap;
import java.util.Map;

/** Hints of a page's elements together with those around them. */
final class InheritedHints {

  /** Text in elements of these names is not the article's. */
  static final int UNWANTED =
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

  private InheritedHints() {}

  /**
   * Hints of an element and its ancestors. A name that is around most of the running text, counted
   * over all elements of that name, says nothing; "comment" does if there is other text.
   *
   * @param all words of running text before each block, see {@link JudgedPage#prose}
   */
  static int[] inherit(Page page, double[] all) {
    double total = Math.max(1, all[all.length - 1]);
    Map<String, Double> shares = new HashMap<>();
    for (int e = 1; e < page.count(); e++) {
      double share = (all[page.end(e)] - all[page.start(e)]) / total;
      if ((page.hints(e) & UNWANTED) != 0 && share > 0) {
        shares.merge(kind(page, e), share, Double::sum);
      }
    }
    double rest = total - commented(page, all);
    int[] hints = new int[page.count()];
    for (int e = 0; e < hints.length; e++) {
      int own = page.hints(e);
      double share = (own & UNWANTED) == 0 ? 0 : shares.getOrDefault(kind(page, e), 0.);
      if (share > .2) {
        own &= ~Hint.HIDDEN.bit();
      }
      if (share > .5) {
        own &= ~UNWANTED | (rest > 40 ? Hint.COMMENT.bit() : 0);
      }
      hints[e] = own | (page.parent(e) < 0 ? 0 : hints[page.parent(e)]);
    }
    return hints;
  }

  /** Tag and first class: what follows tells states ({@code section hidden}) from each other. */
  private static String kind(Page page, int e) {
    String name = page.name(e).strip();
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** Words of running text that readers wrote, by the names of the elements around it. */
  private static double commented(Page page, double[] all) {
    double sum = 0;
    int end = 0;
    for (int e = 1; e < page.count(); e++) {
      if ((page.hints(e) & Hint.COMMENT.bit()) != 0 && page.start(e) >= end) {
        sum += all[page.end(e)] - all[page.start(e)];
        end = page.end(e);
      }
    }
    return sum;
  }
}
