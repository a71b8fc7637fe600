package io.kiosk.corpus;

import java.util.List;

/**
 * Finds the article among the blocks of a scraped text, which has no elements to tell: the run of
 * blocks whose running text outweighs the lines that are none (maximum sum), without the lines
 * inside it that are not the article's.
 */
final class TextCleaner {

  private static final double RELATED_COST = 12;
  private static final double TAIL_COST = 40;
  private static final double MAX_GAIN = 120;

  /** What a paragraph about cookies counts. */
  private static final double CONSENT_SHARE = .25;

  /** Words that an article has before anything ends it. */
  private static final double MIN_TEXT = 40;

  /** Share of all running text behind which "Most read" ends the article. */
  private static final double TAIL_SHARE = .6;

  /** The same for comments, which may be longer than the article. */
  private static final double COMMENTS_SHARE = .15;

  /** Lines of date, author and buttons that may stand between title and text. */
  private static final int MAX_HEAD = 25;

  /** Blocks with links of a text that marks its links. */
  private static final int MIN_LINKS = 3;

  /** Words of a post that a thread of replies follows. */
  private static final double MIN_THREAD_TEXT = 20;

  /** Lines that are the title of which the headline is one. */
  private static final int MAX_TITLES = 12;

  /** Share of the best run of text that a title has behind it. */
  private static final double TITLED_SHARE = .6;

  /** Words of other text that may stand before the title. */
  private static final double MAX_BEFORE = 130;

  /** Words behind a title that is the only heading of the first level, whatever is before it. */
  private static final double MARKED_TEXT = 60;

  /** Words that text directly behind the title counts more than any other. */
  private static final double TITLE_GAIN = 40;

  private static final String TITLE = "the title";

  private final BlockClassifier classifier = new BlockClassifier();

  Selection clean(List<Block> blocks, String title) {
    boolean linked = isLinked(blocks);
    BlockRole[] roles = roles(blocks, linked);
    Selection selection = new Selection(blocks);
    String[] folded =
        blocks.stream().map(block -> Folding.foldEnds(block.text())).toArray(String[]::new);
    String foldedTitle = Folding.foldEnds(title);
    RepeatedLines repeated = new RepeatedLines(selection, roles, folded);
    for (int i = 0; i < folded.length; i++) {
      if (folded[i].equals(foldedTitle)) {
        selection.drop(i, TITLE);
      }
    }
    repeated.drop();
    for (int i = 0; i < folded.length; i++) {
      if (!roles[i].isText()) {
        selection.drop(i, roles[i].label());
      }
    }
    int head = headline(selection, roles, linked, folded, foldedTitle);
    int thread = Threads.first(blocks, roles, head);
    int end = tail(selection, roles, thread, linked, head);
    related(selection, roles, end);
    teasers(selection, roles, end);
    Run run = cutOutside(selection, roles, linked, head, end);
    repeated.restore(run.from(), run.to());
    repeated.dropSaidBefore();
    new LooseEnds(classifier).remove(selection, roles, linked);
    return selection;
  }

  /** Whether the text marks its links, so that lines without one are none of a menu. */
  private static boolean isLinked(List<Block> blocks) {
    return blocks.stream()
            .filter(block -> block.linkChars() > 0 && !block.text().contains("://"))
            .limit(MIN_LINKS)
            .count()
        == MIN_LINKS;
  }

  private BlockRole role(Block block, boolean linked) {
    if (block.kind() == Block.Kind.CAPTION) {
      return BlockRole.CREDIT;
    }
    BlockRole role = classifier.classify(block);
    boolean text = role == BlockRole.SHORT && linked && block.isLongLine();
    return text ? BlockRole.PROSE : role;
  }

  private BlockRole[] roles(List<Block> blocks, boolean linked) {
    return blocks.stream().map(block -> role(block, linked)).toArray(BlockRole[]::new);
  }

  /**
   * First block of what follows the article; the number of blocks if there is none. Only text in
   * one run counts as an article before it: menus and teasers above "Comments" as a button are
   * none.
   */
  private static int tail(
      Selection selection, BlockRole[] roles, int thread, boolean linked, int head) {
    double all = 0;
    for (int i = 0; i < roles.length; i++) {
      all += prose(selection, roles, i);
    }
    double sum = 0;
    double run = 0;
    double before = 0;
    double seen = 0;
    for (int i = head + 1; i < roles.length; i++) {
      seen += prose(selection, roles, i);
      run = sum <= 0 ? 0 : run;
      sum = Math.max(0, sum) + gain(selection, roles, i, linked);
      run += prose(selection, roles, i);
      before = Math.max(before, run);
      if (i == thread && before >= MIN_THREAD_TEXT) {
        return i;
      }
      double share = roles[i] == BlockRole.COMMENTS ? COMMENTS_SHARE : TAIL_SHARE;
      if ((roles[i] == BlockRole.TAIL || roles[i] == BlockRole.COMMENTS)
          && before >= Math.max(MIN_TEXT, share * all)
          && !isButton(roles, i, all - seen > 2 * before)) {
        return i;
      }
    }
    return roles.length;
  }

  private static double prose(Selection selection, BlockRole[] roles, int i) {
    return roles[i] == BlockRole.PROSE && selection.isKept(i) ? selection.get(i).weight() : 0;
  }

  /**
   * "Comments" as a button above the article is no tail: paragraphs follow at once, or it stands in
   * a row of buttons and more text is behind it than before it.
   */
  private static boolean isButton(BlockRole[] roles, int at, boolean outweighed) {
    int prose = 0;
    int buttons = 0;
    for (int i = at + 1; i < Math.min(roles.length, at + 6); i++) {
      prose += roles[i] == BlockRole.PROSE ? 1 : 0;
      buttons += roles[i] == BlockRole.INTERFACE && i <= at + 2 ? 1 : 0;
    }
    return prose >= 5 || buttons == 2 && outweighed;
  }

  /** The lines under "Read also" up to the next running text or heading. */
  private static void related(Selection selection, BlockRole[] roles, int end) {
    for (int i = 0; i < end; i++) {
      if (roles[i] == BlockRole.RELATED || roles[i] == BlockRole.TAIL) {
        String reason = "under \"" + selection.get(i).text() + "\"";
        while (i + 1 < end
            && roles[i + 1] != BlockRole.PROSE
            && roles[i + 1] != BlockRole.HEADING) {
          selection.drop(++i, reason);
        }
      }
    }
  }

  /** Sentences cut off with an ellipsis, or with times behind them, announce other articles. */
  private static void teasers(Selection selection, BlockRole[] roles, int end) {
    int timed = 0;
    for (int i = 1; i < end; i++) {
      timed += isTimed(selection, roles, i) ? 1 : 0;
    }
    for (int i = 1; i < end; i++) {
      String text = selection.get(i).text();
      boolean cut =
          (text.endsWith("…") || text.endsWith("..."))
              && roles[i] == BlockRole.PROSE
              && roles[i - 1] != BlockRole.PROSE
              && selection.get(i).weight() < 40;
      if (cut || timed > 1 && isTimed(selection, roles, i)) {
        selection.drop(i, "teaser of another article");
      }
    }
  }

  /** A headline above and a time below. */
  private static boolean isTimed(Selection selection, BlockRole[] roles, int i) {
    return roles[i] == BlockRole.PROSE
        && roles[i - 1] == BlockRole.SHORT
        && i + 1 < roles.length
        && roles[i + 1] == BlockRole.TIME
        && selection.get(i).weight() < 60;
  }

  /** Drops what stands before and behind the article, and says where that is. */
  private static Run cutOutside(
      Selection selection, BlockRole[] roles, boolean linked, int head, int end) {
    String tail = end < roles.length ? selection.get(end).text() : "";
    Run run = best(selection, roles, linked, head + 1, end, head < 0 ? 0 : TITLE_GAIN);
    int first = run.from();
    while (first < run.to() && gain(selection, roles, first, linked) <= 0) {
      first++;
    }
    int from = standfirst(selection, roles, first);
    for (int i = 0; i < roles.length; i++) {
      if (i < from) {
        selection.drop(i, "before the article");
      } else if (i >= run.to()) {
        selection.drop(i, i >= end ? "behind \"" + tail + "\"" : "outside the article");
      }
    }
    return new Run(from, run.to(), run.sum());
  }

  /** Neighbouring blocks, and what their running text has more than the other lines cost. */
  private record Run(int from, int to, double sum) {}

  private static Run best(
      Selection selection, BlockRole[] roles, boolean linked, int first, int end) {
    return best(selection, roles, linked, first, end, 0);
  }

  /** The best run; one from the first block on has some words before it begins. */
  private static Run best(
      Selection selection, BlockRole[] roles, boolean linked, int first, int end, double ahead) {
    Run best = new Run(first, first, ahead);
    double sum = ahead;
    int start = first;
    for (int i = first; i < end; i++) {
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += gain(selection, roles, i, linked);
      if (sum > best.sum()) {
        best = new Run(start, i + 1, sum);
      }
    }
    return best;
  }

  /**
   * The line that is the title and has the text behind it rather than before it; -1 if there is
   * none. Menus before it and related links behind the text may have it, too.
   */
  private static int headline(
      Selection selection, BlockRole[] roles, boolean linked, String[] folded, String title) {
    int found = -1;
    int seen = 0;
    double all = 0;
    for (int i = 0; i < folded.length && !title.isEmpty() && seen < MAX_TITLES; i++) {
      if (!folded[i].equals(title)) {
        continue;
      }
      seen++;
      all = all > 0 ? all : best(selection, roles, linked, 0, roles.length).sum();
      double before = best(selection, roles, linked, found + 1, i).sum();
      double behind = best(selection, roles, linked, i + 1, roles.length).sum();
      double allowed = found < 0 ? Math.min(behind / 2, MAX_BEFORE) : MIN_TEXT;
      boolean marked = found < 0 && i == marked(selection) && behind >= MARKED_TEXT;
      if (behind > 0 && behind >= TITLED_SHARE * all && before <= allowed || marked) {
        found = i;
      }
    }
    return found;
  }

  /** The only heading of the first level; -1 if there is none, or more. */
  private static int marked(Selection selection) {
    int marked = -1;
    for (int i = 0; i < selection.size(); i++) {
      if (selection.get(i).kind() == Block.Kind.HEADING && selection.get(i).level() == 1) {
        if (marked >= 0) {
          return -1;
        }
        marked = i;
      }
    }
    return marked;
  }

  /** Running text between the title and the rest of the text, whatever lines part them. */
  private static int standfirst(Selection selection, BlockRole[] roles, int from) {
    int first = from;
    for (int i = from - 1; i >= Math.max(0, from - MAX_HEAD); i--) {
      if (TITLE.equals(selection.reason(i)) || selection.get(i).level() == 1) {
        return first;
      }
      if (roles[i] == BlockRole.PROSE && selection.isKept(i)) {
        first = i;
      }
    }
    return from;
  }

  /** An article may be about cookies, too, but a longer banner shall not win against one. */
  private static boolean isOfConsent(Block block) {
    return block.weight() <= MAX_GAIN
        && WordLists.get().consent.countIn(Folding.fold(block.text()), 1) > 0;
  }

  private static double gain(Selection selection, BlockRole[] roles, int i, boolean linked) {
    Block block = selection.get(i);
    boolean kept = selection.isKept(i);
    return switch (roles[i]) {
      case PROSE ->
          kept
              ? Math.min(block.weight(), MAX_GAIN)
                  * (1 - block.linkDensity())
                  * (isOfConsent(block) ? CONSENT_SHARE : 1)
              : -5;
      case HEADING -> -1;
      case SHORT ->
          kept && (block.kind() == Block.Kind.ITEM || block.isSaid())
              ? 0
              : linked && kept && block.linkChars() == 0
                  ? -1
                  : -Math.max(3, Math.min(block.weight() / 2, 8));
      case RELATED -> -RELATED_COST;
      case TAIL, COMMENTS -> -TAIL_COST;
      case COUNTER, CREDIT, CROSS_REFERENCE -> -2;
      case TIME, TEASER, LINK, INTERFACE, NOTICE, BYLINE -> -5;
    };
  }
}
