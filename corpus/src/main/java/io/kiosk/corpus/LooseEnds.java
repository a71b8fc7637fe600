package io.kiosk.corpus;

/** Removes what other removals left behind: headings of nothing, names, labels, biographies. */
final class LooseEnds {

  private static final int MAX_TAIL = 6;

  private final BlockClassifier classifier;

  LooseEnds(BlockClassifier classifier) {
    this.classifier = classifier;
  }

  void remove(Selection selection, BlockRole[] roles) {
    biography(selection, roles);
    shortLines(selection, roles);
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

  private static boolean isName(Selection selection, BlockRole[] roles, int i) {
    return i >= 0
        && (roles[i] == BlockRole.SHORT || roles[i] == BlockRole.HEADING)
        && selection.get(i).weight() <= 5;
  }

  /** A short line is kept as a heading if text follows; several on end are labels or a menu. */
  private static void shortLines(Selection selection, BlockRole[] roles) {
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
      if (!list && !heading) {
        for (int j = i; j < end; j++) {
          selection.drop(j, "short line that heads nothing");
        }
      }
      i = end - 1;
    }
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
