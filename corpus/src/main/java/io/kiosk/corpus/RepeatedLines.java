package io.kiosk.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lines that a scraped text has several times: menus at both ends, buttons, teasers. An article may
 * say the same again, too, and so may its lists.
 */
final class RepeatedLines {

  private static final int MAX_PROSE = 3;

  /** Longer text is no menu's. */
  private static final double LONG = 40;

  /** Words from which a line is no button or name. */
  private static final double MIN_RESTORED = 4;

  /** Words of text that is not said twice. */
  private static final double MIN_SAID = 8;

  private final Selection selection;
  private final BlockRole[] roles;
  private final String[] folded;
  private final Map<String, Integer> count = new HashMap<>();

  /** Counts the lines as they are folded. */
  RepeatedLines(Selection selection, BlockRole[] roles, String[] folded) {
    this.selection = selection;
    this.roles = roles;
    this.folded = folded;
    for (String line : folded) {
      count.merge(line, 1, Integer::sum);
    }
  }

  /** Drops what an article would not repeat. */
  void drop() {
    for (int i = 0; i < folded.length; i++) {
      int times = isHeadingOfText(i) ? 1 : count.get(folded[i]);
      if (times > mayRepeat(i) && selection.get(i).weight() < LONG) {
        selection.drop(i, reason(i));
      }
    }
  }

  private String reason(int i) {
    return "repeated " + count.get(folded[i]) + " times";
  }

  /** Takes back longer lines all of whose copies are among these of the article. */
  void restore(int from, int to) {
    Map<String, Integer> inside = new HashMap<>();
    for (int i = from; i < to; i++) {
      inside.merge(folded[i], 1, Integer::sum);
    }
    for (int i = from; i < to; i++) {
      if (roles[i].isText()
          && selection.get(i).weight() >= MIN_RESTORED
          && inside.get(folded[i]).equals(count.get(folded[i]))
          && reason(i).equals(selection.reason(i))) {
        selection.keep(i);
      }
    }
  }

  /** Drops what the article says twice, as pages for small and large screens in one do. */
  void dropSaidBefore() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < folded.length; i++) {
      if (selection.isKept(i) && selection.get(i).weight() >= MIN_SAID && !seen.add(folded[i])) {
        selection.drop(i, "said before");
      }
    }
  }

  /** Also the table of contents, or a teaser, may say what a heading says. */
  private boolean isHeadingOfText(int i) {
    return (roles[i] == BlockRole.HEADING || roles[i] == BlockRole.SHORT)
        && i + 1 < roles.length
        && roles[i + 1] == BlockRole.PROSE
        && selection.get(i + 1).linkDensity() < .2
        && selection.get(i).weight() >= 2;
  }

  /** How often the article may say the same; menus and buttons are repeated, too. */
  private int mayRepeat(int i) {
    boolean text = roles[i] == BlockRole.PROSE || selection.get(i).kind() == Block.Kind.ROW;
    return text ? MAX_PROSE : 1;
  }
}
