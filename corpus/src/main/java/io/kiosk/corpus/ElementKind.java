package io.kiosk.corpus;

import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Tag;

/**
 * What the parser has to know of the elements of one name (WHATWG HTML Standard, section 13.2).
 * Immutable.
 */
final class ElementKind {

  /** What its start tag does in the body of a page. */
  enum Start {
    /** Ends a paragraph: div, section, ul. */
    BLOCK,
    HEADING,
    PREFORMATTED,
    FORM,
    LIST_ITEM,
    DEFINITION,
    BUTTON,
    LINK,
    FORMATTING,
    NO_BREAK,
    /** Closes in the list of formatting elements what was open before it: object. */
    ENCLOSED,
    TABLE,
    /** Has no content and stands among words: br, img. */
    EMPTY,
    /** Has no content: meta, source. */
    EMPTY_ASIDE,
    RULE,
    /** Holds text that is no markup. */
    RAW,
    /** Drawings, choices, what is shown without scripts: passed over. */
    SKIPPED,
    OPTION,
    RUBY_BASE,
    RUBY_TEXT,
    HTML,
    BODY,
    /** Means nothing outside a table or the head. */
    IGNORED,
    OTHER,
    /** Changes how everything behind it is read. */
    UNSUPPORTED
  }

  /** Where the standard treats it as special, which ends the search for an element to close. */
  static final int SPECIAL = 1;

  static final int SCOPE = 2;

  /** Its end tag may be left out: li, p. */
  static final int IMPLIED = 4;

  /** Stands in the head without opening the body. */
  static final int HEAD = 8;

  /** Content that does not belong into it stands before the table. */
  static final int FOSTERING = 16;

  /** A part of a table: caption to tr. */
  static final int TABLE_PART = 32;

  private static final int SLOTS = 1024;
  private static final ElementKind[] TABLE = new ElementKind[SLOTS];

  static final ElementKind HTML = add("html", Start.HTML, SPECIAL | SCOPE);
  static final ElementKind HEAD_ELEMENT = add("head", Start.IGNORED, SPECIAL);
  static final ElementKind BODY = add("body", Start.BODY, SPECIAL);
  static final ElementKind P = add("p", Start.BLOCK, SPECIAL | IMPLIED);
  static final ElementKind LI = add("li", Start.LIST_ITEM, SPECIAL | IMPLIED);
  static final ElementKind DD = add("dd", Start.DEFINITION, SPECIAL | IMPLIED);
  static final ElementKind DT = add("dt", Start.DEFINITION, SPECIAL | IMPLIED);
  static final ElementKind DIV = add("div", Start.BLOCK, SPECIAL);
  static final ElementKind ADDRESS = add("address", Start.BLOCK, SPECIAL);
  static final ElementKind OL = add("ol", Start.BLOCK, SPECIAL);
  static final ElementKind UL = add("ul", Start.BLOCK, SPECIAL);
  static final ElementKind BUTTON = add("button", Start.BUTTON, SPECIAL);
  static final ElementKind FORM = add("form", Start.FORM, SPECIAL);
  static final ElementKind A = add("a", Start.LINK, 0);
  static final ElementKind NOBR = add("nobr", Start.NO_BREAK, 0);
  static final ElementKind BR = add("br", Start.EMPTY, SPECIAL);
  static final ElementKind IMG = add("img", Start.EMPTY, SPECIAL);
  static final ElementKind OPTION = add("option", Start.OPTION, IMPLIED);
  static final ElementKind RUBY = add("ruby", Start.OTHER, 0);
  static final ElementKind RTC = add("rtc", Start.RUBY_BASE, IMPLIED);
  static final ElementKind INPUT = add("input", Start.EMPTY, SPECIAL);
  static final ElementKind SCRIPT = add("script", Start.RAW, SPECIAL | HEAD);
  static final ElementKind NOSCRIPT = add("noscript", Start.SKIPPED, SPECIAL | HEAD);
  static final ElementKind STYLE = add("style", Start.RAW, SPECIAL | HEAD);
  static final ElementKind TABLE_ELEMENT = add("table", Start.TABLE, SPECIAL | SCOPE | FOSTERING);
  static final ElementKind CAPTION = add("caption", Start.IGNORED, SPECIAL | SCOPE | TABLE_PART);
  static final ElementKind COLGROUP = add("colgroup", Start.IGNORED, SPECIAL | TABLE_PART);
  static final ElementKind COL = add("col", Start.IGNORED, SPECIAL | TABLE_PART);
  static final ElementKind TBODY = body("tbody");
  static final ElementKind THEAD = body("thead");
  static final ElementKind TFOOT = body("tfoot");
  static final ElementKind TR = body("tr");
  static final ElementKind TD = add("td", Start.IGNORED, SPECIAL | SCOPE | TABLE_PART);
  static final ElementKind TH = add("th", Start.IGNORED, SPECIAL | SCOPE | TABLE_PART);

  static {
    all(
        Start.BLOCK,
        SPECIAL,
        "article aside blockquote center details dir dl fieldset figcaption figure footer header"
            + " hgroup main menu nav search section summary");
    all(Start.BLOCK, 0, "dialog");
    all(Start.HEADING, SPECIAL, "h1 h2 h3 h4 h5 h6");
    all(Start.PREFORMATTED, SPECIAL, "pre listing");
    all(Start.FORMATTING, 0, "b big code em font i s small strike strong tt u");
    all(Start.ENCLOSED, SPECIAL | SCOPE, "applet marquee object");
    all(Start.EMPTY, SPECIAL, "area embed keygen wbr");
    all(Start.EMPTY_ASIDE, SPECIAL, "param source track");
    all(Start.EMPTY_ASIDE, SPECIAL | HEAD, "base basefont bgsound link meta");
    all(Start.RULE, SPECIAL, "hr");
    all(Start.RAW, SPECIAL, "iframe noembed textarea xmp");
    all(Start.RAW, SPECIAL | HEAD, "title noframes");
    all(Start.SKIPPED, SPECIAL, "select");
    all(Start.SKIPPED, 0, "svg");
    all(Start.OPTION, IMPLIED, "optgroup");
    all(Start.RUBY_BASE, IMPLIED, "rb");
    all(Start.RUBY_TEXT, IMPLIED, "rp rt");
    all(Start.IGNORED, SPECIAL, "frame");
    all(Start.UNSUPPORTED, SPECIAL, "frameset plaintext template image math");
    all(
        Start.OTHER,
        0,
        "span label cite abbr acronym bdi bdo data del dfn ins kbd mark q samp sub sup time var"
            + " picture video audio canvas map slot progress meter output datalist legend");
  }

  final String name;
  final Tag tag;
  final Start start;
  private final int flags;

  private ElementKind(String name, Start start, int flags) {
    this.name = name;
    this.tag = Tag.valueOf(name, ParseSettings.htmlDefault);
    this.start = start;
    this.flags = flags;
  }

  private static ElementKind add(String name, Start start, int flags) {
    ElementKind kind = new ElementKind(name, start, flags);
    int slot = hash(name.toCharArray(), 0, name.length());
    while (TABLE[slot] != null) {
      slot = slot + 1 & SLOTS - 1;
    }
    TABLE[slot] = kind;
    return kind;
  }

  private static ElementKind body(String name) {
    return add(name, Start.IGNORED, SPECIAL | TABLE_PART | FOSTERING);
  }

  private static void all(Start start, int flags, String names) {
    for (String name : names.split(" ")) {
      add(name, start, flags);
    }
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** The kind that a run of characters names, in any case of letters; null if it is unknown. */
  static ElementKind of(char[] chars, int from, int to) {
    int slot = hash(chars, from, to);
    while (TABLE[slot] != null) {
      if (TABLE[slot].isNamed(chars, from, to)) {
        return TABLE[slot];
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return null;
  }

  /** A kind of which nothing is known but its name, in small letters. */
  static ElementKind unknown(String name) {
    return new ElementKind(name, Start.OTHER, 0);
  }

  /** Whether it bears the name, in any case of letters. */
  boolean isNamed(char[] chars, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (lower(chars[i]) != name.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] chars, int from, int to) {
    // Length and three letters tell nearly all names apart.
    int hash = lower(chars[from]) * 31 + lower(chars[to - 1]);
    hash = (hash * 31 + lower(chars[from + to >>> 1])) * 31 + to - from;
    return (hash ^ hash >>> 10) & SLOTS - 1;
  }

  /** ASCII capitals as small letters. */
  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(lower(text.charAt(i)));
    }
    return lower.toString();
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }
}
