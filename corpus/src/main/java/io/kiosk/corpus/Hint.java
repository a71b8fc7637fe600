package io.kiosk.corpus;

/** What the name, role, class or id of an element says of the text in it. */
enum Hint {
  /** The article's own text. */
  BODY("article text"),
  /** The headline of an article or post. */
  TITLE("headline"),
  /** Navigation, menus, breadcrumbs. */
  NAVIGATION("navigation"),
  /** Beside the text: columns, boxes. */
  SIDE("side column"),
  /** The page's or the article's foot. */
  FOOTER("footer"),
  /** The page's or the article's head. */
  HEADER("header"),
  /** What readers wrote. */
  COMMENT("reader comments"),
  /** Other articles. */
  RELATED("links to other articles"),
  /** Sharing and following. */
  SHARE("sharing buttons"),
  /** Advertising, newsletters, subscriptions. */
  PROMOTION("promotion"),
  /** Who wrote it. */
  AUTHOR("about the author"),
  /** Date, byline, category, keywords. */
  META("date, byline or keywords"),
  /** Beneath a picture or film. */
  CAPTION("caption"),
  /** Forms, buttons. */
  FORM("form"),
  /** Cookie and privacy notices. */
  CONSENT("consent notice"),
  /** Not shown by a browser. */
  HIDDEN("hidden");

  private final String label;

  Hint(String label) {
    this.label = label;
  }

  int bit() {
    return 1 << ordinal();
  }

  /** The words that explanations use. */
  String label() {
    return label;
  }
}
