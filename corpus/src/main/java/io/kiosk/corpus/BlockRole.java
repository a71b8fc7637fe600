package io.kiosk.corpus;

/** What a block is by its own words and shape, wherever it stands. */
enum BlockRole {
  /** Running text. */
  PROSE("running text"),
  /** Marked as a heading. */
  HEADING("heading"),
  /** A few words without a sentence: a heading, a name, a label, a menu entry. */
  SHORT("short line"),
  /** Signs or numbers only. */
  COUNTER("no words"),
  /** A time or date only. */
  TIME("only a time or date"),
  /** An address, a file name, or text that is nearly all links. */
  LINK("only links"),
  /** A button or label of the page. */
  INTERFACE("words of the user interface"),
  /** Introduces links to other articles. */
  RELATED("introduces other articles"),
  /** After it nothing of the article comes. */
  TAIL("what follows the article"),
  /** Above what readers wrote. */
  COMMENTS("introduces comments"),
  /** One of a row of short texts under linked headlines. */
  TEASER("one of a row of teasers"),
  /** Points to another article. */
  CROSS_REFERENCE("points to another article"),
  /** Disclaimer, newsletter, consent, subscription, copyright. */
  NOTICE("notice or promotion"),
  /** Credit of a picture. */
  CREDIT("picture caption or credit"),
  /** Date, author, source, keywords. */
  BYLINE("date, author, source or keywords");

  private final String label;

  BlockRole(String label) {
    this.label = label;
  }

  /** Whether an article is made of blocks of this role. */
  boolean isText() {
    return switch (this) {
      case PROSE, HEADING, SHORT -> true;
      case COUNTER,
          TIME,
          LINK,
          INTERFACE,
          RELATED,
          TAIL,
          COMMENTS,
          CROSS_REFERENCE,
          NOTICE,
          CREDIT,
          TEASER,
          BYLINE ->
          false;
    };
  }

  /** The words that explanations use. */
  String label() {
    return label;
  }
}
