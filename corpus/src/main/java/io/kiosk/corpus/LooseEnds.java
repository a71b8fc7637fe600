package io.kiosk.corpus;

/** Removes what other removals left behind: headings of nothing, names, labels, biographies. */
final class LooseEnds {

  private static final int MAX_TAIL = 6;

  /** Short lines on end within the text that may be part of it. */
  private static final int MAX_LINES = 3;

  /** Words of a line, in the mean, that stands in no menu. */
  private static final double MIN_WORDS = 6;

  /** Words of a line in capital letters that is no heading of a part, and of a headline. */
  private static final double MIN_SHOUTED = 6;

  private static final double MAX_HEADLINE = 24;

  /** Share of such lines from which on the article is written like that. */
  private static final double MAX_SHOUTED = .25;

  private final BlockClassifier classifier;

  LooseEnds(BlockClassifier classifier) {
    this.classifier = classifier;
  }

  void remove(Selection selection, BlockRole[] roles, boolean linked) {
    biography(selection, roles);
    captions(selection, roles);
    shouted(selection);
    shortLines(selection, roles, linked);
    emptyHeadings(selection, roles);
  }

  /** At the end of the text, a line about the author and the name above it. */
  private void biography(Selection selection, BlockRole[] roles) {
    int seen = 0;
    for (int i = roles.length - 1; i > 0 && seen < MAX_TAIL; i--) {
      if (!selection.isKept(i)) {
        continue;
      }
      seen++;
      boolean name = isName(selection, roles, i - 1);
      if (roles[i] == BlockRole.PROSE && name && classifier.looksLikeBiography(selection.get(i))) {
        for (int j = i; j < roles.length; j++) {
          selection.drop(j, "about the author");
        }
        for (int j = i - 1; isName(selection, roles, j); j--) {
          selection.drop(j, "about the author");
        }
        return;
      }
    }
  }

  /** Texts that end with whose picture they describe; a last paragraph is signed so. */
  private void captions(Selection selection, BlockRole[] roles) {
    boolean behind = false;
    for (int i = roles.length - 1; i >= 0; i--) {
      boolean text = roles[i] == BlockRole.PROSE || roles[i] == BlockRole.SHORT;
      if (behind && text && selection.isKept(i) && classifier.endsInCredit(selection.get(i))) {
        selection.drop(i, BlockRole.CREDIT.label());
      }
      behind |= roles[i] == BlockRole.PROSE && selection.isKept(i);
    }
  }

  /** Lines in capital letters that are longer than a heading point to other articles. */
  private static void shouted(Selection selection) {
    double all = 0;
    double shouted = 0;
    for (int i = 0; i < selection.size(); i++) {
      all += selection.isKept(i) ? selection.get(i).weight() : 0;
      shouted += selection.isKept(i) && isShouted(selection.get(i)) ? selection.get(i).weight() : 0;
    }
    for (int i = 0; i < selection.size() && shouted <= all * MAX_SHOUTED; i++) {
      if (selection.isKept(i) && isShouted(selection.get(i))) {
        selection.drop(i, BlockRole.CROSS_REFERENCE.label());
      }
    }
  }

  private static boolean isShouted(Block block) {
    return block.weight() >= MIN_SHOUTED
        && block.weight() <= MAX_HEADLINE
        && block.kind() == Block.Kind.PARAGRAPH
        && block.measure().hanzi() == 0
        && block.text().chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isName(Selection selection, BlockRole[] roles, int i) {
    return i >= 0
        && (roles[i] == BlockRole.SHORT || roles[i] == BlockRole.HEADING)
        && selection.get(i).weight() <= 5;
  }

  /**
   * A short line is kept as a heading if text follows. Several on end are a menu or labels, unless
   * they stand within the text and are few, announced by a colon, of several words, short
   * sentences, or no links where links are marked.
   */
  private static void shortLines(Selection selection, BlockRole[] roles, boolean linked) {
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] != BlockRole.SHORT || !selection.isKept(i)) {
        continue;
      }
      int end = i;
      while (end < roles.length && roles[end] == BlockRole.SHORT && selection.isKept(end)) {
        end++;
      }
      boolean list = isList(selection, i, end);
      boolean heading = end - i == 1 && end < roles.length && selection.isKept(end);
      boolean inside =
          i > 0 && selection.isKept(i - 1) && end < roles.length && selection.isKept(end);
      boolean part =
          inside
              && (linked
                  || end - i <= MAX_LINES
                  || announces(selection, i)
                  || isWordy(selection, i, end)
                  || isSaid(selection, i, end));
      int last = inside && roles[end] == BlockRole.PROSE ? end - 1 : end;
      if (!list && !heading && !part) {
        for (int j = i; j < last; j++) {
          selection.drop(j, "short line that heads nothing");
        }
      }
      i = end - 1;
    }
  }

  /** Whether a colon before or in the first of the lines announces them. */
  private static boolean announces(Selection selection, int first) {
    String before = selection.get(first - 1).text();
    String line = selection.get(first).text();
    return ":：".indexOf(before.charAt(before.length() - 1)) >= 0
        || ":：".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** Whether most lines are short sentences. */
  private static boolean isSaid(Selection selection, int from, int to) {
    int said = 0;
    for (int i = from; i < to; i++) {
      said += selection.get(i).isSaid() ? 1 : 0;
    }
    return said * 2 > to - from;
  }

  /** Whether the lines are longer than entries of a menu: a list without bullets. */
  private static boolean isWordy(Selection selection, int from, int to) {
    double words = 0;
    for (int i = from; i < to; i++) {
      words += selection.get(i).weight();
    }
    return words >= MIN_WORDS * (to - from);
  }

  private static boolean isList(Selection selection, int from, int to) {
    int items = 0;
    for (int i = from; i < to; i++) {
      boolean structured =
          switch (selection.get(i).kind()) {
            case ITEM, ROW, QUOTE, PREFORMATTED -> true;
            case PARAGRAPH, HEADING, CAPTION -> false;
          };
      items += structured ? 1 : 0;
    }
    return items * 2 > to - from;
  }

  private static void emptyHeadings(Selection selection, BlockRole[] roles) {
    boolean text = false;
    for (int i = roles.length - 1; i >= 0; i--) {
      if (selection.isKept(i)) {
        if (selection.get(i).kind() == Block.Kind.HEADING && !text) {
          selection.drop(i, "heading of nothing");
        } else {
          text = true;
        }
      }
    }
  }
}
