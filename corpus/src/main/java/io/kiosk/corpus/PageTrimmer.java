package io.kiosk.corpus;

import java.util.HashSet;
import java.util.Set;

/**
 * Takes out of an article's region of a page what is not its text: other posts, repetitions, what
 * follows the article, links to others, and headings and labels that are left without text.
 */
final class PageTrimmer {

  /** Words that an article has before its comments or related links begin. */
  private static final double MIN_TEXT = 40;

  /** Words of a post of its own. */
  private static final double MIN_POST = 30;

  /** Share of the text behind which "Related" ends the article; earlier it stands within it. */
  private static final double TAIL_SHARE = .7;

  /** The same for "Comments" that is no heading. */
  private static final double COMMENTS_SHARE = .5;

  /** Paragraphs about the author. */
  private static final int MAX_BIOGRAPHY = 3;

  /** Words of a heading that is a sentence of the text. */
  private static final double MIN_SENTENCE = 6;

  /** Words of a name. */
  private static final double MAX_NAME = 5;

  private final JudgedPage view;
  private final Selection selection;
  private final int from;
  private final int to;

  PageTrimmer(JudgedPage view, Selection selection, int from, int to) {
    this.view = view;
    this.selection = selection;
    this.from = from;
    this.to = to;
  }

  void trim() {
    repeated();
    posts();
    tail();
    biography();
    sections();
    edges();
    headings();
  }

  /** Pages for small and large screens in one say everything twice. */
  private void repeated() {
    Set<String> seen = new HashSet<>();
    for (int i = from; i < to; i++) {
      if (selection.isKept(i) && view.block(i).weight() >= 8 && !seen.add(view.block(i).text())) {
        selection.drop(i, "said before");
      }
    }
  }

  /** A second headline like the first, with a text of its own, begins another article. */
  private void posts() {
    int first = headlineLike();
    double before = 0;
    for (int i = Math.max(from, first + 1); first >= 0 && i < to; i++) {
      boolean same = isSameHeadline(first, i);
      if (same && before >= MIN_POST && proseUntilHeadline(i, first) >= MIN_POST) {
        for (int j = i; j < to; j++) {
          selection.drop(j, "another article");
        }
      }
      before += kept(i);
    }
  }

  /** The last headline at or before the first running text; -1 if there is none. */
  private int headlineLike() {
    int text = from;
    while (text < view.size() && kept(text) == 0) {
      text++;
    }
    for (int i = Math.min(text, view.size() - 1); i >= 0; i--) {
      if (isHeadline(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isHeadline(int i) {
    Block block = view.block(i);
    return block.level() == 1 || (view.page().hints(block.container()) & Hint.TITLE.bit()) != 0;
  }

  /** Of one name and, if only its tag says so, of another article element. */
  private boolean isSameHeadline(int first, int i) {
    int one = view.block(first).container();
    int other = view.block(i).container();
    return i != first
        && isHeadline(i)
        && view.page().name(one).equals(view.page().name(other))
        && ((view.page().hints(other) & Hint.TITLE.bit()) != 0 || article(one) != article(other));
  }

  /** The innermost article element around an element; -1 if there is none. */
  private int article(int e) {
    int at = e;
    while (at >= 0 && !view.page().element(at).nameIs("article")) {
      at = view.page().parent(at);
    }
    return at;
  }

  private double proseUntilHeadline(int at, int first) {
    double sum = 0;
    for (int i = at + 1; i < to && !isSameHeadline(first, i); i++) {
      sum += kept(i);
    }
    return sum;
  }

  /** Behind a heading like "Comments" nothing of the article comes. */
  private void tail() {
    double before = 0;
    double all = 0;
    for (int i = from; i < to; i++) {
      all += kept(i);
    }
    for (int i = from; i < to; i++) {
      before += kept(i);
      if (before >= MIN_TEXT
          && (isTail(i) && before >= TAIL_SHARE * all && !resumes(i)
              || view.role(i) == BlockRole.COMMENTS
                  && (view.block(i).kind() == Block.Kind.HEADING
                      || before >= COMMENTS_SHARE * all && !(isButton(i) && resumes(i))))) {
        for (int j = i; j < to; j++) {
          selection.drop(j, "behind \"" + view.block(i).text() + "\"");
        }
        return;
      }
    }
  }

  /** At the end of the text, lines about the author beneath their name. */
  private void biography() {
    int last = lastKept(to);
    for (int i = last; last < to && i > from && i > last - MAX_BIOGRAPHY; i--) {
      boolean named =
          view.block(i - 1).weight() <= MAX_NAME
              && (view.role(i - 1) == BlockRole.SHORT
                  || view.role(i - 1) == BlockRole.HEADING
                  || view.role(i - 1) == BlockRole.LINK);
      if (named && kept(i) > 0 && view.looksLikeBiography(i)) {
        for (int j = i - 1; j < to; j++) {
          selection.drop(j, "about the author");
        }
        return;
      }
    }
  }

  /** A heading that ends the article, as does {@code Written by Jane Roe}. */
  private boolean isTail(int i) {
    return view.role(i) == BlockRole.TAIL
        || view.role(i) == BlockRole.BYLINE && view.block(i).kind() == Block.Kind.HEADING;
  }

  /** Whether behind a box of links the text goes on in the element that it stood in before. */
  private boolean resumes(int tail) {
    int last = tail - 1;
    while (last > from && kept(last) == 0) {
      last--;
    }
    for (int i = tail + 1; i < to; i++) {
      if (kept(i) > 0) {
        return !view.looksLikeBiography(i)
            && isAlike(view.around(i), view.around(last))
            && view.block(i).kind() == view.block(last).kind()
            && view.block(i).linkDensity() < .2;
      }
    }
    return false;
  }

  /** A link that says "Leave a comment", as newsletters have it between paragraphs. */
  private boolean isButton(int i) {
    return view.block(i).linkDensity() > .9;
  }

  /** The same element, or its neighbour of the same name, as systems put parts of a text into. */
  private boolean isAlike(int one, int other) {
    return one == other
        || one > 0
            && other > 0
            && view.page().parent(one) == view.page().parent(other)
            && view.page().name(one).equals(view.page().name(other));
  }

  private double kept(int i) {
    return view.role(i) == BlockRole.PROSE && selection.isKept(i) ? view.block(i).weight() : 0;
  }

  /** What stands under a heading like "Related" up to the next running text. */
  private void sections() {
    for (int i = from; i < to; i++) {
      if (view.role(i) != BlockRole.RELATED
          && view.role(i) != BlockRole.TAIL
          && view.role(i) != BlockRole.COMMENTS) {
        continue;
      }
      String reason = "under \"" + view.block(i).text() + "\"";
      int around = view.around(lastKept(i));
      for (int j = i + 1; j < to && isPointer(j, around); j++) {
        selection.drop(j, reason);
        i = j;
      }
    }
  }

  /** Headings and announcements ("The winners:") with nothing left beneath them. */
  private void headings() {
    int below = 0;
    for (int i = to - 1; i >= from; i--) {
      if (!selection.isKept(i)) {
        continue;
      }
      Block block = view.block(i);
      int level = block.kind() == Block.Kind.HEADING ? Math.max(1, block.level()) : 7;
      boolean announces =
          view.role(i) == BlockRole.SHORT
              && block.text().endsWith(":")
              && i + 1 < to
              && !selection.isKept(i + 1);
      boolean empty = level < HtmlBlocks.BOLD_LEVEL ? below <= level : level < 7 && below == 0;
      boolean said = block.measure().endsSentence() && block.weight() >= MIN_SENTENCE;
      if (empty && view.role(i) == BlockRole.HEADING && !said) {
        selection.drop(i, "heading of nothing");
      } else if (announces) {
        selection.drop(i, "announces what was dropped");
      } else {
        below = level;
      }
    }
  }

  /** The last running text before a block that is kept; the block if there is none. */
  private int lastKept(int i) {
    for (int j = i - 1; j >= from; j--) {
      if (kept(j) > 0) {
        return j;
      }
    }
    return i;
  }

  /**
   * Links, short lines, and teasers beneath a linked headline.
   *
   * @param text the element around the text before; beneath a line that is a link the text may go
   *     on in it
   */
  private boolean isPointer(int i, int text) {
    Block block = view.block(i);
    if (view.role(i) != BlockRole.PROSE) {
      return view.role(i) != BlockRole.HEADING || block.linkDensity() > .5;
    }
    boolean card =
        view.around(i) == view.around(i - 1)
            && view.block(i - 1).linkDensity() > .6
            && (view.around(i) != text || view.block(i - 1).kind() == Block.Kind.HEADING);
    return block.linkDensity() > .4 || card && block.weight() < 40;
  }

  /** Short lines behind the last running text are labels. */
  private void edges() {
    int last = view.size() - 1;
    while (last > 0 && !(selection.isKept(last) && view.role(last) == BlockRole.PROSE)) {
      last--;
    }
    int around = last > 0 ? view.around(last) : -1;
    for (int i = last + 1; last > 0 && i < view.size(); i++) {
      if (view.around(i) != around && !view.isListed(i)) {
        selection.drop(i, "short line behind the text");
      }
    }
  }
}
