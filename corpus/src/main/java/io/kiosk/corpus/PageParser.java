package io.kiosk.corpus;

import io.kiosk.corpus.ElementKind.Start;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Parses a page into jsoup's tree, sooner by leaving out what nobody reads: scripts other than
 * JSON-LD and templates, styles, comments, drawings, choices, and all attributes but those of
 * {@link TagReader}; what is shown without scripts is kept as text. What it builds otherwise is
 * what jsoup would build; the rare pages that need more than {@link PageTree} knows are left to
 * jsoup.
 */
final class PageParser {

  private static final int MAX_NODES = 500_000;
  private static final int MAX_DEPTH = 512;

  /** What is shown without scripts may be all of the page; mostly it is a picture. */
  private static final int MAX_FALLBACK = 3_000;

  /** Longer texts are seldom met twice. */
  private static final int MAX_SHARED = 20;

  private final String html;
  private final char[] chars;
  private final SharedStrings shared;
  private final TagReader tag;
  private final RawText raw;
  private final PageTree tree;
  private final Map<String, ElementKind> unknown = new HashMap<>();
  private int at;

  /** The page has what only jsoup knows. */
  static final class UnsupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedException() {
      super("left to jsoup", null, false, false);
    }
  }

  /** The page is beyond the limits; the message says which. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooLargeException(String message) {
      super(message, null, false, false);
    }

    static TooLargeException nodes(int most) {
      return new TooLargeException("more than " + most + " elements and texts");
    }

    static TooLargeException depth(int most) {
      return new TooLargeException("nested deeper than " + most + " elements");
    }
  }

  private PageParser(String html, String address) {
    this.html = html;
    this.chars = html.toCharArray();
    this.shared = new SharedStrings(html, chars);
    this.tag = new TagReader(html, chars, shared);
    this.raw = new RawText(html, chars, shared);
    this.tree = new PageTree(address, raw.isQuirky(), MAX_NODES, MAX_DEPTH);
  }

  /**
   * Parses a page.
   *
   * @param address what relative links are resolved against
   * @throws TooLargeException if it has more than 500,000 elements and texts or is nested deeper
   *     than 512 elements
   */
  static Document parse(String html, String address) {
    try {
      return new PageParser(html, address).parse();
    } catch (UnsupportedException e) {
      return byJsoup(html, address);
    }
  }

  /** Within the same limits; left alone, jsoup would flatten what is nested too deep. */
  private static Document byJsoup(String html, String address) {
    if (tags(html) > MAX_NODES) {
      throw TooLargeException.nodes(MAX_NODES);
    }
    Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH + 1).parseInput(html, address);
    TreeSize size = new TreeSize();
    page.traverse(size);
    if (size.nodes() > MAX_NODES) {
      throw TooLargeException.nodes(MAX_NODES);
    }
    if (size.depth() > MAX_DEPTH) {
      throw TooLargeException.depth(MAX_DEPTH);
    }
    return page;
  }

  /** Start tags in a page; counting ends beyond the limit. */
  private static int tags(String html) {
    int tags = 0;
    int sign = html.indexOf('<');
    while (sign >= 0 && sign + 1 < html.length() && tags <= MAX_NODES) {
      tags += isLetter(html.charAt(sign + 1)) ? 1 : 0;
      sign = html.indexOf('<', sign + 1);
    }
    return tags;
  }

  private Document parse() {
    while (at < chars.length) {
      int sign = markup(at);
      if (sign > at) {
        String text = sign - at > MAX_SHARED ? html.substring(at, sign) : shared.of(at, sign);
        tree.text(TagReader.plain(text, false));
        at = sign;
      }
      if (at < chars.length) {
        switch (chars[at + 1]) {
          case '!', '?' -> at = raw.declarationEnd(at);
          case '/' -> endTag();
          default -> startTag();
        }
      }
    }
    return tree.finish();
  }

  /** Next sign that begins a tag, comment or declaration; the end of the text if there is none. */
  private int markup(int from) {
    int sign = html.indexOf('<', from);
    while (sign >= 0) {
      char next = sign + 1 < chars.length ? chars[sign + 1] : ' ';
      if (next == '/' || next == '!' || next == '?' || isLetter(next)) {
        boolean last = next == '/' && sign + 2 == chars.length;
        return last ? chars.length : sign;
      }
      sign = html.indexOf('<', sign + 1);
    }
    return chars.length;
  }

  private void endTag() {
    if (!isLetter(chars[at + 2])) {
      int end = html.indexOf('>', at);
      at = end < 0 ? chars.length : end + 1;
      return;
    }
    if (!tag.read(at + 2, false)) {
      at = chars.length; // a tag that does not end is none
      return;
    }
    ElementKind kind = kind(at + 2);
    at = tag.end();
    tree.end(kind);
  }

  private void startTag() {
    if (!tag.read(at + 1, true)) {
      at = chars.length;
      return;
    }
    ElementKind kind = kind(at + 1);
    at = tag.end();
    String content = null;
    if (kind.start == Start.RAW) {
      int end = raw.end(kind.name, at);
      boolean kept = kind == ElementKind.SCRIPT && tag.isReadable() || kind.name.equals("title");
      if (kept && end > at) {
        String text = html.substring(at, end);
        content = kind == ElementKind.SCRIPT ? text : TagReader.plain(text, false);
      }
      close(end);
    } else if (kind.start == Start.SKIPPED && !(kind.name.equals("svg") && tag.isClosed())) {
      int end = raw.skippedEnd(kind.name, at);
      if (end - at > MAX_FALLBACK && kind == ElementKind.NOSCRIPT) {
        throw new UnsupportedException();
      }
      if (kind == ElementKind.NOSCRIPT && end > at) {
        content = html.substring(at, end);
      }
      close(end);
    }
    tree.start(kind, tag.attributes(), content);
    if (kind.start == Start.PREFORMATTED && at < chars.length && chars[at] == '\n') {
      at++; // the line break behind the tag is none of the text
    }
  }

  /** Passes over the end tag. */
  private void close(int from) {
    at = from < chars.length ? raw.tagEnd(from) : chars.length;
  }

  private ElementKind kind(int from) {
    ElementKind kind = ElementKind.of(chars, from, tag.nameEnd());
    if (kind == null) {
      String name = ElementKind.lower(html.substring(from, tag.nameEnd()));
      kind = unknown.computeIfAbsent(name, ElementKind::unknown);
    }
    return kind;
  }

  static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  static boolean isSpace(char c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
  }
}
