package io.kiosk.corpus;

import java.util.List;
import java.util.Optional;

/** Says whether what was kept of a page or text is an article. Stateless. */
final class Acceptance {

  /** Words below which nothing is an article. */
  static final double MIN_WEIGHT = 12;

  /** An error page's explanation is shorter than this. */
  private static final double MAX_ERROR_WEIGHT = 120;

  /** A front page has at most so many words of running text in one piece. */
  private static final double MAX_TEASER = 22;

  private static final double MAX_LINKS = .5;

  /** Words of running text, with hardly a line between, that front pages do not have. */
  private static final double MIN_TEXT = 60;

  private static final double MOSTLY = .9;

  private Acceptance() {}

  /** Why there is no article, in words; empty if there is one. */
  static Optional<String> objection(Selection selection, String title) {
    double kept = selection.weight();
    if (kept < MIN_WEIGHT) {
      return Optional.of(
          kept == 0 ? "no running text" : "only " + Math.round(kept) + " words of running text");
    }
    if (kept < MAX_ERROR_WEIGHT) {
      Optional<String> sign = errorSign(selection, title);
      if (sign.isPresent()) {
        return sign.map(text -> "an error or login page: \"" + text + "\"");
      }
    }
    return linkList(selection, kept);
  }

  private static Optional<String> errorSign(Selection selection, String title) {
    if (isErrorSign(title)) {
      return Optional.of(title);
    }
    List<Block> blocks = selection.blocks();
    return blocks.stream()
        .filter(block -> block.kind() == Block.Kind.HEADING && block.level() <= 2)
        .map(Block::text)
        .filter(Acceptance::isErrorSign)
        .findFirst();
  }

  private static boolean isErrorSign(String text) {
    return text.length() < 80
        && WordLists.get().noArticle.prefixOf(Folding.foldEnds(text)) != null
        && TextMeasure.of(text).weight() <= 9;
  }

  /** Mostly links, and what is not a link is short: a front page, a list of results. */
  private static Optional<String> linkList(Selection selection, double kept) {
    double all = 0;
    double links = 0;
    double longest = 0;
    for (int i = 0; i < selection.size(); i++) {
      Block block = selection.get(i);
      all += block.weight();
      links += block.weight() * block.linkDensity();
      longest = selection.isKept(i) ? Math.max(longest, block.weight()) : longest;
    }
    boolean text = kept >= MIN_TEXT && selection.proseShare() >= MOSTLY;
    if (links > all * MAX_LINKS && longest < MAX_TEASER && kept < all * .2 && !text) {
      return Optional.of(Math.round(100 * links / all) + " % of its text is links");
    }
    return Optional.empty();
  }
}
