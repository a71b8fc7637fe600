package io.kiosk.corpus;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/** Resolves character references: the usual ones, which nearly all are, here, others by jsoup. */
final class CharacterReferences {

  /** Names of characters in the order of the string below. */
  private static final String NAMES =
      "amp nbsp quot lt gt auml ouml uuml Auml Ouml Uuml szlig eacute egrave agrave ccedil ndash"
          + " mdash lsquo rsquo sbquo ldquo rdquo bdquo hellip laquo raquo bull middot copy reg"
          + " euro apos";

  private static final String CHARACTERS = "&\u00a0\"<>äöüÄÖÜßéèàç–—‘’‚“”„…«»•·©®€'";

  private static final int MAX_NAME = 6;
  private static final Map<String, Character> BY_NAME = byName();

  private CharacterReferences() {}

  private static Map<String, Character> byName() {
    Map<String, Character> characters = new HashMap<>();
    for (String name : NAMES.split(" ")) {
      characters.put(name, CHARACTERS.charAt(characters.size()));
    }
    return Map.copyOf(characters);
  }

  /** The text without references; in attributes some that lack the semicolon are none. */
  static String resolve(String text, boolean attribute) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    int sign = text.indexOf('&');
    while (sign >= 0) {
      if (isLiteral(text, sign + 1, attribute)) {
        sign = text.indexOf('&', sign + 1);
        continue;
      }
      int end = text.indexOf(';', sign);
      int character = end < 0 ? -1 : character(text, sign + 1, end);
      if (character < 0) {
        return Parser.unescapeEntities(text, attribute);
      }
      out.append(text, done, sign).append((char) character);
      done = end + 1;
      sign = text.indexOf('&', done);
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  /** Whether the sign before begins no reference: before a space, or in an address. */
  private static boolean isLiteral(String text, int from, boolean attribute) {
    int at = from;
    while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    char next = at < text.length() ? text.charAt(at) : ' ';
    return at == from ? next != '#' : attribute && next == '=';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c >= '0' && c <= '9' || c > 0x7F;
  }

  /** The character that a reference means; -1 if it is not one of the usual. */
  private static int character(String text, int from, int to) {
    if (to - from > MAX_NAME || to == from) {
      return -1;
    }
    if (text.charAt(from) == '#') {
      return number(text, from + 1, to);
    }
    Character named = BY_NAME.get(text.substring(from, to));
    return named == null ? -1 : named;
  }

  /** Of a printed character; what the others mean is a matter of its own. */
  private static int number(String text, int from, int to) {
    boolean hexadecimal = from < to && (text.charAt(from) | 0x20) == 'x';
    int base = hexadecimal ? 16 : 10;
    int number = 0;
    for (int i = hexadecimal ? from + 1 : from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, base) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * base + digit;
    }
    boolean printed = number >= ' ' && number < 0x7F || number >= 0xA0 && number < 0xD800;
    return printed ? number : -1;
  }
}
