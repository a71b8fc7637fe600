package io.kiosk.corpus;

import java.util.BitSet;

/**
 * A page with the role of each block, and what the elements around it say of it. Most blocks of a
 * page lie far from the article and no one asks for their role, so it is found when it is asked
 * for. For one thread.
 */
final class JudgedPage {

  /** Characters of a title that no other line ends with by chance, and of a topic before it. */
  private static final int MIN_TITLE = 10;

  private static final int MAX_TOPIC = 60;

  private final Page page;
  private final BlockClassifier classifier;
  private final BlockRole[] roles;
  private final BitSet cards;
  private final int[] hints;
  private final double[] prose;
  private final String title;

  /**
   * @param title the article's, empty if unknown
   */
  JudgedPage(Page page, BlockClassifier classifier, String title) {
    this(page, classifier, title, true);
  }

  /**
   * @param hinted whether the names of elements say what their text is; if not, only its own words
   *     do
   */
  JudgedPage(Page page, BlockClassifier classifier, String title, boolean hinted) {
    this.page = page;
    this.title = Folding.foldEnds(title);
    this.classifier = classifier;
    this.roles = new BlockRole[page.blocks().size()];
    this.cards = new Cards(page).blocks();
    this.hints =
        hinted ? InheritedHints.inherit(page, sums(null), headline()) : new int[page.count()];
    this.prose = sums(hints);
  }

  Page page() {
    return page;
  }

  int size() {
    return roles.length;
  }

  Block block(int i) {
    return page.blocks().get(i);
  }

  BlockRole role(int i) {
    if (roles[i] == null) {
      BlockRole own = classifier.classify(block(i));
      roles[i] = own.isText() && cards.get(i) ? BlockRole.TEASER : own;
    }
    return roles[i];
  }

  /** Words of running text in an element, but for parts of it that are none of the article. */
  double prose(int e) {
    return prose(page.start(e), page.end(e));
  }

  /** The same in a run of blocks. */
  double prose(int from, int to) {
    return prose[to] - prose[from];
  }

  /** Whether the elements around a block say that it is not the article's. */
  boolean isUnwanted(int i) {
    return (hints[block(i).container()] & InheritedHints.UNWANTED) != 0;
  }

  /** What those elements say, in words. */
  String unwanted(int i) {
    int bits = hints[block(i).container()] & InheritedHints.UNWANTED;
    return Hint.values()[Integer.numberOfTrailingZeros(bits)].label();
  }

  boolean isTitle(int i) {
    Block block = block(i);
    boolean alike = Math.abs(block.text().length() - title.length()) < 6;
    return block.weight() >= 2
        && (alike && Folding.foldEnds(block.text()).equals(title) || isHeaded(block))
        && !isUnwanted(i);
  }

  /** A heading that has the section or topic before the title. */
  private boolean isHeaded(Block block) {
    int before = block.text().length() - title.length();
    return block.kind() == Block.Kind.HEADING
        && block.level() <= 2
        && title.length() >= MIN_TITLE
        && before > 0
        && before <= MAX_TOPIC
        && Folding.foldEnds(block.text()).endsWith(title);
  }

  boolean isListed(int i) {
    return switch (block(i).kind()) {
      case ITEM, ROW, QUOTE, PREFORMATTED -> true;
      case PARAGRAPH, HEADING, CAPTION -> false;
    };
  }

  /** The element around the block's own. */
  int around(int i) {
    return page.parent(block(i).container());
  }

  /** The first heading of the first level that is the title; -1 if none is. */
  private int headline() {
    for (int i = 0; i < roles.length && !title.isEmpty(); i++) {
      Block block = block(i);
      if (block.level() == 1
          && Math.abs(block.text().length() - title.length()) < 6
          && Folding.foldEnds(block.text()).equals(title)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the words are those of a line about the author; true of some prose, too. */
  boolean looksLikeBiography(int i) {
    return classifier.looksLikeBiography(block(i));
  }

  /** Words of running text before each block; of text that hints allow, if there are hints. */
  private double[] sums(int[] hints) {
    double[] sums = new double[roles.length + 1];
    for (int i = 0; i < roles.length; i++) {
      Block block = block(i);
      boolean counts =
          BlockClassifier.mayBeProse(block)
              && (hints == null || (hints[block.container()] & InheritedHints.UNWANTED) == 0)
              && role(i) == BlockRole.PROSE;
      sums[i + 1] = sums[i] + (counts ? block.weight() * (1 - block.linkDensity()) : 0);
    }
    return sums;
  }
}
