package io.kiosk.corpus;

/** A page with the role of each block, and what the elements around it say of it. */
final class JudgedPage {

  private final Page page;
  private final BlockRole[] roles;
  private final int[] hints;
  private final double[] prose;
  private final String title;

  /**
   * @param title the article's, empty if unknown
   */
  JudgedPage(Page page, BlockClassifier classifier, String title) {
    this.page = page;
    this.title = Folding.foldEnds(title);
    this.roles = page.blocks().stream().map(classifier::classify).toArray(BlockRole[]::new);
    new Cards(page).mark(roles);
    this.hints = InheritedHints.inherit(page, sums(null));
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
    return roles[i];
  }

  /** Words of running text in an element, but for parts of it that are none of the article. */
  double prose(int e) {
    return prose[page.end(e)] - prose[page.start(e)];
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
    return block.weight() >= 2
        && Math.abs(block.text().length() - title.length()) < 6
        && Folding.foldEnds(block.text()).equals(title)
        && !isUnwanted(i);
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

  /** Words of running text before each block; of text that hints allow, if there are hints. */
  private double[] sums(int[] hints) {
    double[] sums = new double[roles.length + 1];
    for (int i = 0; i < roles.length; i++) {
      Block block = block(i);
      boolean counts =
          roles[i] == BlockRole.PROSE
              && (hints == null || (hints[block.container()] & InheritedHints.UNWANTED) == 0);
      sums[i + 1] = sums[i] + (counts ? block.weight() * (1 - block.linkDensity()) : 0);
    }
    return sums;
  }
}
