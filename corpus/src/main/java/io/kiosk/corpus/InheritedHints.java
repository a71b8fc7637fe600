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

  /** What articles are called, too: a comment is also an editor's, a gallery may have text. */
  private static final int MISNAMED =
      Hint.COMMENT.bit()
          | Hint.RELATED.bit()
          | Hint.SHARE.bit()
          | Hint.PROMOTION.bit()
          | Hint.AUTHOR.bit()
          | Hint.CAPTION.bit()
          | Hint.FORM.bit();

  /** Words of running text in an element that may be the article. */
  private static final double MIN_BODY = 40;

  private InheritedHints() {}

  /**
   * Hints of an element and its ancestors. A name that is around most of the running text, counted
   * over all elements of that name, says nothing; "comment" does if there is other text.
   *
   * @param all words of running text before each block, see {@link JudgedPage#prose}
   * @param headline the block that is the article's headline; -1 if none is
   */
  static int[] inherit(Page page, double[] all, int headline) {
    double total = Math.max(1, all[all.length - 1]);
    Map<String, Double> shares = new HashMap<>();
    for (int e = 1; e < page.count(); e++) {
      double share = (all[page.end(e)] - all[page.start(e)]) / total;
      if ((page.hints(e) & UNWANTED) != 0 && share > 0) {
        shares.merge(kind(page, e), share, Double::sum);
      }
    }
    double rest = total - commented(page, all);
    int body = onlyBody(page, all);
    boolean[] replies = Replies.of(page, all);
    int[] hints = new int[page.count()];
    for (int e = 0; e < hints.length; e++) {
      int own = page.hints(e);
      if (e <= body && page.start(e) <= page.start(body) && page.end(e) >= page.end(body)) {
        own &= ~UNWANTED | Hint.COMMENT.bit();
      }
      if ((own & MISNAMED) != 0 && isAround(page, e, headline, all)) {
        own &= ~MISNAMED;
      }
      if ((own & Hint.FORM.bit()) != 0 && isHeading(page, page.parent(e))) {
        own &= ~Hint.FORM.bit(); // the button of a heading unfolds the text beneath it
      }
      double share = (own & UNWANTED) == 0 ? 0 : shares.getOrDefault(kind(page, e), 0.);
      if (share > .2) {
        own &= ~Hint.HIDDEN.bit();
      }
      if (share > .5) {
        own &= ~UNWANTED | (rest > 40 ? Hint.COMMENT.bit() : 0);
      }
      own |= replies[e] ? Hint.COMMENT.bit() : 0;
      hints[e] = own | (page.parent(e) < 0 ? 0 : hints[page.parent(e)]);
    }
    return hints;
  }

  /**
   * The one element of the page that its name says to be the article's text, if it holds text
   * enough; -1 if there is none or several. What is around it is around the article, whatever its
   * name.
   */
  private static int onlyBody(Page page, double[] all) {
    int found = -1;
    for (int e = 1; e < page.count(); e++) {
      boolean outermost = found < 0 || page.start(e) >= page.end(found);
      if (outermost
          && (page.hints(e) & Hint.BODY.bit()) != 0
          && all[page.end(e)] - all[page.start(e)] >= MIN_BODY) {
        if (found >= 0) {
          return -1;
        }
        found = e;
      }
    }
    return found;
  }

  private static boolean isAround(Page page, int e, int headline, double[] all) {
    return page.start(e) <= headline
        && headline < page.end(e)
        && all[page.end(e)] - all[headline] >= MIN_BODY;
  }

  private static boolean isHeading(Page page, int e) {
    String tag = e < 0 ? "" : page.element(e).normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
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
