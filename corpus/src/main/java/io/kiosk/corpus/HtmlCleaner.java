package io.kiosk.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  static final double TAILSHARE = Double.parseDouble(System.getProperty("tailshare", ".7"));
  static final boolean CARDS = !Boolean.getBoolean("nocards");
  static final boolean KEEPLINKS = Boolean.getBoolean("keeplinks");
  static final boolean ENDH = !Boolean.getBoolean("noendh");
  static final double LEAD = Double.parseDouble(System.getProperty("lead", "12"));
  static final boolean DEDUP = !Boolean.getBoolean("nodedup");
  static final double SHARE = Double.parseDouble(System.getProperty("share", ".8"));
  static final double LEFT = Double.parseDouble(System.getProperty("left", "60"));
  static final double RIGHT = Double.parseDouble(System.getProperty("right", "12"));

  Selection clean(Page page, String title) {
    return new Run(page, title).select();
  }

  private final class Run {
    private final Page page;
    private final List<Block> blocks;
    private final BlockRole[] roles;
    private final int[] hints;
    private final double[] prose;
    private final String title;
    private final Selection selection;

    Run(Page page, String title) {
      this.page = page;
      this.title = Folding.foldEnds(title);
      this.blocks = page.blocks();
      this.roles = blocks.stream().map(classifier::classify).toArray(BlockRole[]::new);
      if (CARDS) {
        new Cards(page).mark(roles);
      }
      this.hints = inherit(page, sums(null));
      this.prose = sums(hints);
      this.selection = new Selection(blocks);
    }

    Selection select() {
      int main = descend();
      int from = extendLeft(page.start(main));
      int to = extendRight(page.end(main));
      for (int i = 0; i < roles.length; i++) {
        judge(i, from, to);
      }
      if (DEDUP) {
        repeated(from, to);
      }
      posts(from, to);
      tail(from, to);
      sections(from, to);
      edges();
      headings(from, to);
      return selection;
    }

    private void judge(int i, int from, int to) {
      int bad = hints[blocks.get(i).container()] & DROPPED;
      if (i < from || i >= to) {
        selection.drop(i, "outside the article's element");
      } else if (bad != 0) {
        selection.drop(i, Hint.values()[Integer.numberOfTrailingZeros(bad)].label());
      } else if (Folding.foldEnds(blocks.get(i).text()).equals(title)) {
        selection.drop(i, "the title");
      } else {
        switch (roles[i]) {
          case PROSE, HEADING, SHORT -> {}
          case LINK -> {
            if (!KEEPLINKS
                || blocks.get(i).kind() != Block.Kind.PARAGRAPH
                || !page.element(blocks.get(i).container()).nameIs("p")) {
              selection.drop(i, roles[i].label());
            }
          }
          case COUNTER,
              TIME,
              INTERFACE,
              RELATED,
              TAIL,
              COMMENTS,
              CROSS_REFERENCE,
              NOTICE,
              CREDIT,
              TEASER,
              BYLINE ->
              selection.drop(i, roles[i].label());
        }
      }
    }

    /** Index of the headline before {@code end}: the title, or else the last h1; -1 if none. */
    private int headline(int end) {
      int found = -1;
      for (int i = end - 1; i >= 0; i--) {
        Block block = blocks.get(i);
        if (isTitle(i)) {
          return i;
        }
        if (found < 0 && block.kind() == Block.Kind.HEADING && block.level() == 1) {
          found = i;
        }
      }
      return found;
    }

    private boolean isTitle(int i) {
      return blocks.get(i).weight() >= 2
          && Math.abs(blocks.get(i).text().length() - title.length()) < 6
          && Folding.foldEnds(blocks.get(i).text()).equals(title)
          && (hints[blocks.get(i).container()] & DROPPED) == 0;
    }

    private int extendLeft(int start) {
      int headline = headline(start);
      double patience = headline >= 0 ? LEFT : RIGHT;
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
      for (int i = end; i < roles.length; i++) {
        if (roles[i] == BlockRole.TAIL
            || roles[i] == BlockRole.RELATED
            || roles[i] == BlockRole.COMMENTS) {
          break;
        }
        sum += roles[i] == BlockRole.PROSE ? gain(i) : Math.min(gain(i), -1);
        if (sum > 0 && roles[i] == BlockRole.PROSE) {
          to = i + 1;
          sum = 0;
        }
        if (sum < -RIGHT) {
          break;
        }
      }
      return to;
    }

    private double gain(int i) {
      Block block = blocks.get(i);
      if ((hints[block.container()] & DROPPED) != 0) {
        return -2;
      }
      return switch (roles[i]) {
        case PROSE -> block.weight() * (1 - block.linkDensity());
        case HEADING, SHORT -> {
          if (block.weight() >= 12 && block.linkDensity() < .3) {
            yield block.weight();
          }
          yield isListed(i) ? -1 : -3;
        }
        default -> -2;
      };
    }

    /** Pages for small and large screens in one say everything twice. */
    private void repeated(int from, int to) {
      Set<String> seen = new HashSet<>();
      for (int i = from; i < to; i++) {
        if (selection.isKept(i) && blocks.get(i).weight() >= 8 && !seen.add(blocks.get(i).text())) {
          selection.drop(i, "said before");
        }
      }
    }

    /** A second headline like the first, with a text of its own, begins another article. */
    private void posts(int from, int to) {
      int first = headlineLike(from);
      double before = 0;
      for (int i = Math.max(from, first + 1); first >= 0 && i < to; i++) {
        boolean same = isSameHeadline(first, i);
        if (same && before >= 30 && proseUntilHeadline(i, first, to) >= 30) {
          for (int j = i; j < to; j++) {
            selection.drop(j, "another article");
          }
        }
        before += kept(i);
      }
    }

    /** The last headline at or before the first running text; -1 if there is none. */
    private int headlineLike(int from) {
      int text = from;
      while (text < roles.length && kept(text) == 0) {
        text++;
      }
      for (int i = Math.min(text, roles.length - 1); i >= 0; i--) {
        if (isHeadline(i)) {
          return i;
        }
      }
      return -1;
    }

    private boolean isHeadline(int i) {
      Block block = blocks.get(i);
      return block.level() == 1 || (page.hints(block.container()) & Hint.TITLE.bit()) != 0;
    }

    /** Of one name and, if only its tag says so, of another article element. */
    private boolean isSameHeadline(int first, int i) {
      int one = blocks.get(first).container();
      int other = blocks.get(i).container();
      return i != first
          && isHeadline(i)
          && page.name(one).equals(page.name(other))
          && ((page.hints(other) & Hint.TITLE.bit()) != 0 || article(one) != article(other));
    }

    /** The innermost article element around an element; -1 if there is none. */
    private int article(int e) {
      int at = e;
      while (at >= 0 && !page.element(at).nameIs("article")) {
        at = page.parent(at);
      }
      return at;
    }

    private double proseUntilHeadline(int at, int first, int to) {
      double sum = 0;
      for (int i = at + 1; i < to && !isSameHeadline(first, i); i++) {
        sum += kept(i);
      }
      return sum;
    }

    /** Behind a heading like "Comments" nothing of the article comes. */
    private void tail(int from, int to) {
      double before = 0;
      double all = 0;
      for (int i = from; i < to; i++) {
        all += kept(i);
      }
      for (int i = from; i < to; i++) {
        before += kept(i);
        if (before >= 40
            && (roles[i] == BlockRole.TAIL && before >= TAILSHARE * all
                || roles[i] == BlockRole.COMMENTS
                    && (before >= .5 * all || blocks.get(i).kind() == Block.Kind.HEADING))) {
          for (int j = i; j < to; j++) {
            selection.drop(j, "behind \"" + blocks.get(i).text() + "\"");
          }
          return;
        }
      }
    }

    private double kept(int i) {
      return roles[i] == BlockRole.PROSE && selection.isKept(i) ? blocks.get(i).weight() : 0;
    }

    /** What stands under a heading like "Related" up to the next running text. */
    private void sections(int from, int to) {
      for (int i = from; i < to; i++) {
        if (roles[i] != BlockRole.RELATED
            && roles[i] != BlockRole.TAIL
            && roles[i] != BlockRole.COMMENTS) {
          continue;
        }
        String reason = "under \"" + blocks.get(i).text() + "\"";
        for (int j = i + 1; j < to && isPointer(j); j++) {
          selection.drop(j, reason);
          i = j;
        }
      }
    }

    /** Headings and announcements ("The winners:") with nothing left beneath them. */
    private void headings(int from, int to) {
      int below = 0;
      for (int i = to - 1; i >= from; i--) {
        if (!selection.isKept(i)) {
          continue;
        }
        Block block = blocks.get(i);
        int level = block.kind() == Block.Kind.HEADING ? Math.max(1, block.level()) : 7;
        boolean announces =
            roles[i] == BlockRole.SHORT
                && block.text().endsWith(":")
                && i + 1 < to
                && !selection.isKept(i + 1);
        if (level < 7 && below <= level && roles[i] == BlockRole.HEADING && (below > 0 || ENDH)) {
          selection.drop(i, "heading of nothing");
        } else if (announces) {
          selection.drop(i, "announces what was dropped");
        } else {
          below = level;
        }
      }
    }

    /** Links, short lines, and teasers beneath a linked headline. */
    private boolean isPointer(int i) {
      Block block = blocks.get(i);
      if (roles[i] != BlockRole.PROSE) {
        return roles[i] != BlockRole.HEADING || block.linkDensity() > .5;
      }
      boolean card = around(i) == around(i - 1) && blocks.get(i - 1).linkDensity() > .6;
      return block.linkDensity() > .4 || card && block.weight() < 40;
    }

    /** Short lines before the first and behind the last running text are labels. */
    private void edges() {
      int first = 0;
      while (first < roles.length
          && !(selection.isKept(first) && roles[first] == BlockRole.PROSE)) {
        first++;
      }
      int last = roles.length - 1;
      while (last > first && !(selection.isKept(last) && roles[last] == BlockRole.PROSE)) {
        last--;
      }
      if (first >= last) {
        return;
      }
      int before = around(first);
      int behind = around(last);
      for (int i = 0; i < roles.length; i++) {
        if (i < first && blocks.get(i).weight() < LEAD && around(i) != before && !inLongList(i)) {
          selection.drop(i, "short line before the text");
        } else if (i > last && around(i) != behind && !isListed(i)) {
          selection.drop(i, "short line behind the text");
        }
      }
    }

    /** Ingredients, dates, prices: a list of words without links. */
    private boolean inLongList(int i) {
      if (blocks.get(i).kind() != Block.Kind.ITEM) {
        return false;
      }
      int list = around(i);
      int items = 0;
      double weight = 0;
      double links = 0;
      for (int j = page.start(list); j < page.end(list); j++) {
        items++;
        weight += blocks.get(j).weight();
        links += blocks.get(j).linkDensity();
      }
      return items >= 3 && weight >= items * 2.5 && links < items * .2;
    }

    private boolean isListed(int i) {
      return switch (blocks.get(i).kind()) {
        case ITEM, ROW, QUOTE, PREFORMATTED -> true;
        case PARAGRAPH, HEADING, CAPTION -> false;
      };
    }

    /** The element around the block's own. */
    private int around(int i) {
      return page.parent(blocks.get(i).container());
    }

    private double[] sums(int[] hints) {
      double[] sums = new double[roles.length + 1];
      for (int i = 0; i < roles.length; i++) {
        Block block = blocks.get(i);
        boolean counts =
            roles[i] == BlockRole.PROSE
                && (hints == null || (hints[block.container()] & DROPPED) == 0);
        sums[i + 1] = sums[i] + (counts ? block.weight() * (1 - block.linkDensity()) : 0);
      }
      return sums;
    }

    private int descend() {
      int main = 0;
      for (int e = 1; e < page.count(); e++) {
        if (page.parent(e) == main && !isPart(page.element(e).normalName())) {
          double inside = prose[page.end(e)] - prose[page.start(e)];
          double around = prose[page.end(main)] - prose[page.start(main)];
          if (inside > 0 && inside >= SHARE * around) {
            main = e;
          }
        }
      }
      return main;
    }
  }

  /** Elements that are a part of a text, never all of it. */
  private static boolean isPart(String tag) {
    return switch (tag) {
      case "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure", "a", "span" ->
          true;
      default -> tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    };
  }

  /**
   * Hints of an element and its ancestors. A name that is around most of the running text, counted
   * over all elements of that name, says nothing.
   */
  private static int[] inherit(Page page, double[] all) {
    double total = Math.max(1, all[all.length - 1]);
    Map<String, Double> shares = new HashMap<>();
    for (int e = 1; e < page.count(); e++) {
      double share = (all[page.end(e)] - all[page.start(e)]) / total;
      if ((page.hints(e) & DROPPED) != 0 && share > 0) {
        shares.merge(page.name(e), share, Double::sum);
      }
    }
    double rest = total - commented(page, all);
    int[] hints = new int[page.count()];
    for (int e = 0; e < hints.length; e++) {
      int own = page.hints(e);
      double share = (own & DROPPED) == 0 ? 0 : shares.getOrDefault(page.name(e), 0.);
      if (share > .2) {
        own &= ~Hint.HIDDEN.bit();
      }
      if (share > .5) {
        own &= ~DROPPED | (rest > 40 ? Hint.COMMENT.bit() : 0);
      }
      hints[e] = own | (page.parent(e) < 0 ? 0 : hints[page.parent(e)]);
    }
    return hints;
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
