package io.kiosk.corpus;

import org.jsoup.nodes.Attributes;

/**
 * Reads one tag of a page at a time (WHATWG HTML Standard, section 13.2.5.8 and the states behind
 * it) and keeps those of its attributes that the cleaner looks at. For one thread.
 */
final class TagReader {

  /**
   * Every attribute that the cleaner looks at, by length of name; and color, face and size, by
   * which the parser tells fonts apart.
   */
  private static final String[][] KEPT = {
    {},
    {},
    {"id"},
    {"rel"},
    {"role", "name", "href", "type", "lang", "face", "size"},
    {"class", "style", "title", "color"},
    {"hidden"},
    {"content", "pubdate"},
    {"itemprop", "property", "datetime"},
    {},
    {"http-equiv"}
  };

  private final String html;
  private final char[] chars;
  private final SharedStrings shared;
  private int end;
  private int nameEnd;
  private boolean closed;
  private boolean readable;
  private Attributes attributes;

  // The attribute that is being read.
  private int keyEnd;
  private int valueStart;
  private int valueEnd;

  TagReader(String html, char[] chars, SharedStrings shared) {
    this.html = html;
    this.chars = chars;
    this.shared = shared;
  }

  /** Offset behind the tag. */
  int end() {
    return end;
  }

  /** Offset behind its name. */
  int nameEnd() {
    return nameEnd;
  }

  /** Whether it ends in {@code />}. */
  boolean isClosed() {
    return closed;
  }

  /** Whether its type says that it is a script of JSON-LD or of markup. */
  boolean isReadable() {
    return readable;
  }

  /** The attributes kept; null if there are none. */
  Attributes attributes() {
    return attributes;
  }

  /**
   * Reads a tag.
   *
   * @param name offset of its name
   * @param keeps whether its attributes are kept
   * @return false if the text ends before it does
   */
  boolean read(int name, boolean keeps) {
    int at = name;
    while (at < chars.length && !isNameEnd(chars[at])) {
      at++;
    }
    nameEnd = at;
    attributes = null;
    readable = false;
    int slash = -1;
    while (at < chars.length && chars[at] != '>') {
      if (chars[at] == '/') {
        slash = at++;
      } else if (PageParser.isSpace(chars[at])) {
        at++;
      } else {
        int key = at;
        at = attribute(at);
        if (keeps && at <= chars.length) {
          keep(key);
        }
      }
    }
    closed = slash == at - 1;
    end = at + 1;
    return at < chars.length;
  }

  /** Reads one attribute; the offset behind it. */
  private int attribute(int key) {
    int at = key + 1; // whatever begins a name belongs to it, be it an equals sign
    while (at < chars.length && !isNameEnd(chars[at]) && chars[at] != '=') {
      at++;
    }
    keyEnd = at;
    valueStart = -1;
    at = skipSpace(at);
    if (at >= chars.length || chars[at] != '=') {
      return at;
    }
    at = skipSpace(at + 1);
    if (at < chars.length && (chars[at] == '"' || chars[at] == '\'')) {
      int close = html.indexOf(chars[at], at + 1);
      valueStart = at + 1;
      valueEnd = close;
      return close < 0 ? chars.length + 1 : close + 1;
    }
    valueStart = at;
    while (at < chars.length && !PageParser.isSpace(chars[at]) && chars[at] != '>') {
      at++;
    }
    valueEnd = at;
    return at;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < chars.length && PageParser.isSpace(chars[at])) {
      at++;
    }
    return at;
  }

  private void keep(int key) {
    int length = keyEnd - key;
    if (length >= KEPT.length) {
      return;
    }
    for (String name : KEPT[length]) {
      if (isAt(key, name)) {
        if (attributes == null) {
          attributes = new Attributes();
        }
        if (!attributes.hasKey(name)) {
          attributes.add(name, value(!name.equals("href")));
          readable |= name.equals("type") && isReadable(attributes.get(name));
        }
        return;
      }
    }
  }

  private static boolean isReadable(String type) {
    String lower = ElementKind.lower(type);
    return lower.contains("ld+json") || lower.contains("template") || lower.contains("text/html");
  }

  /** Hardly two links of a page lead to the same place, so that addresses are not shared. */
  private String value(boolean shares) {
    if (valueStart < 0) {
      return null;
    }
    String value = shares ? shared.of(valueStart, valueEnd) : html.substring(valueStart, valueEnd);
    return plain(value, true);
  }

  /** Text with its character references resolved. */
  static String plain(String text, boolean attribute) {
    return text.indexOf('&') < 0 ? text : CharacterReferences.resolve(text, attribute);
  }

  /** Whether a word of small letters stands at an offset, in any case. */
  private boolean isAt(int offset, String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = chars[offset + i];
      if (c != word.charAt(i) && (c < 'A' || c > 'Z' || (c | 0x20) != word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameEnd(char c) {
    return c <= '>' && (c == '>' || c == '/' || PageParser.isSpace(c));
  }
}
