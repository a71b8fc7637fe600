package io.kiosk.corpus;

import java.util.function.ToDoubleFunction;

/**
 * What speaks for and against a line of a scraped text as its headline. The weights were fitted to
 * the benchmark's pages made into texts: softmax over the lines of each page, of which the headline
 * shall have most. Those of one half of the sites find the headlines of the other, too.
 */
enum HeadlineWitness {
  /** Marked as a heading of the first level. */
  FIRST_LEVEL(3.8, line -> line.level() == 1 ? 1 : 0),
  /** Marked as one of the second. */
  SECOND_LEVEL(2.5, line -> line.level() == 2 ? 1 : 0),
  /** Agrees with the title that the scraper names. */
  CLAIMED(2.6, HeadlineLine::claimed),
  /** Share of its words that are in the text. */
  OVERLAP(1.5, HeadlineLine::overlap),
  /** Number of such words. */
  SHARED(2.3, HeadlineLine::shared),
  /** Share of its words that are in the first sentences. */
  LEAD(2.2, HeadlineLine::leadOverlap),
  /** Running text before it. */
  PROSE_BEFORE(-2.7, HeadlineLine::proseBefore),
  /** Running text behind it. */
  PROSE_BEHIND(1.3, HeadlineLine::proseBehind),
  /** The article seems to have begun. */
  BEHIND(-1.3, line -> line.isBehindStart() ? 1 : 0),
  /** Date or author follow. */
  STAMPED(2.2, line -> line.isStamped(1, 3) ? 1 : 0),
  /** Date or author stand before it. */
  STAMP_BEFORE(1.8, line -> line.isStamped(-1, -1) ? 1 : 0),
  /** One word. */
  TINY(-2.7, line -> line.weight() < 2 ? 1 : 0),
  /** No more than two words. */
  SHORT(-.7, line -> line.weight() < 3 ? 1 : 0),
  /** Five words and more. */
  MEDIUM(1, line -> line.weight() >= 4.5 ? 1 : 0),
  /** As many as few headlines have. */
  LONG(-3.3, line -> line.weight() >= 18 ? 1 : 0),
  /** Ends like a sentence or a label, but for questions and calls. */
  ENDED(-2.5, line -> line.endsLikeText() ? 1 : 0),
  /** A link, and not what the scraper names as the title. */
  LINKED(-1.6, line -> line.isLink() ? 1 : 0),
  /** Several words that stand elsewhere in the text, too, on a line of their own. */
  REPEATED(.6, line -> line.isRepeated() ? 1 : 0),
  /** The start or end of another line, such as the document's title or a breadcrumb. */
  CONTAINED(2.6, line -> line.isContained() ? 1 : 0),
  /** One of those stands before it. */
  CONTAINED_BEFORE(2.3, line -> line.isContainedBefore() ? 1 : 0),
  /** The first line of all. */
  FIRST(2.8, line -> line.isFirst() ? 1 : 0),
  /** Begins with a small letter. */
  LOWER_CASE(-3.1, line -> line.beginsLowerCase() ? 1 : 0),
  /** Marked as an item of a list. */
  ITEM(-1.5, line -> line.isItem() ? 1 : 0),
  /** Short lines before it, such as those of a menu that it ends. */
  MENU_BEFORE(2, HeadlineLine::menuBefore),
  /** A date, label, button or breadcrumb by its words. */
  UNFIT(-3.8, line -> line.isUnfit() ? 1 : 0);

  private final double weight;
  private final ToDoubleFunction<HeadlineLine> value;

  /**
   * @param value from 0 to 1, or a little more
   */
  HeadlineWitness(double weight, ToDoubleFunction<HeadlineLine> value) {
    this.weight = weight;
    this.value = value;
  }

  /** What all of them say of a line. */
  static double score(HeadlineLine line) {
    double score = 0;
    for (HeadlineWitness witness : values()) {
      score += witness.weight * witness.value.applyAsDouble(line);
    }
    return score;
  }
}
