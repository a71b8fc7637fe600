package io.kiosk.corpus;

import java.util.Objects;

/**
 * One paragraph, heading, list item, quotation, table row or caption of a page or scraped text, in
 * reading order; what is kept and dropped.
 *
 * @param kind what the markup says it is
 * @param level of a heading, 1 to 6; 0 otherwise
 * @param text clean text, not blank
 * @param linkChars characters of it (white space left out) that stand in links
 * @param tight whether it follows the block before on the next line rather than after a blank one
 * @param container number of the innermost element around it; 0 in scraped text
 * @param measure counts over the text
 * @param outbound whether it holds links and all of them lead to other sites
 */
record Block(
    Kind kind,
    int level,
    String text,
    int linkChars,
    boolean tight,
    int container,
    TextMeasure measure,
    boolean outbound) {

  /** Words of a line that is too long for a heading. */
  private static final double LONG_LINE = 14;

  /** Words between two signs of a text that is no list, in the mean; fewer in one line. */
  private static final double MAX_PART = 60;

  private static final double MAX_LINE_PART = 30;

  /** Words of a line that is a sentence or part of one if it ends like that. */
  private static final double MIN_SAID = 1.8;

  /** What the markup says a block is. */
  enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM,
    QUOTE,
    ROW,
    CAPTION,
    PREFORMATTED;

    /** The word that explanations use. */
    String label() {
      return switch (this) {
        case PARAGRAPH -> "paragraph";
        case HEADING -> "heading";
        case ITEM -> "list item";
        case QUOTE -> "quotation";
        case ROW -> "table row";
        case CAPTION -> "caption";
        case PREFORMATTED -> "preformatted";
      };
    }
  }

  Block {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(measure, "measure");
  }

  /** A block of scraped text, which has no elements around it. */
  static Block ofText(Kind kind, int level, String text, int linkChars, boolean tight) {
    return new Block(kind, level, text, linkChars, tight, 0, TextMeasure.of(text), false);
  }

  /** Share of the text that stands in links, 0 to 1. */
  double linkDensity() {
    return measure.chars() == 0 ? 0 : Math.min(1, (double) linkChars / measure.chars());
  }

  double weight() {
    return measure.weight();
  }

  /** A few words that are said rather than listed, as Chinese posts have them line by line. */
  boolean isSaid() {
    char last = text.charAt(text.length() - 1);
    return weight() >= MIN_SAID && (measure.endsSentence() || last == '，' || last == ',');
  }

  /**
   * Too long for a heading or label, though nothing in it ends a sentence; but no list of words.
   */
  boolean isLongLine() {
    return weight() >= LONG_LINE && linkDensity() < .2 && isPunctuated(MAX_LINE_PART);
  }

  private boolean isPunctuated(double part) {
    return weight() <= part * (measure.sentences() + measure.commas() + 1);
  }

  /** Running text: long enough for a sentence and punctuated like one, and not mainly links. */
  boolean isProse() {
    return linkDensity() < .6
        && isPunctuated(MAX_PART)
        && (weight() >= 6 && measure.endsSentence() && kind != Kind.HEADING
            || weight() >= 14 && measure.sentences() > 0
            || weight() >= 30 && measure.commas() > 0);
  }
}
