package io.kiosk.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes markdown's inline marks out of a line and counts the text of links. */
final class InlineMarkup {

  /**
   * Target of a link; brackets inside it one deep. All repetitions are bounded: text is hostile.
   */
  private static final String TARGET =
      "(?:\\([^()]{0,2000}(?:\\([^()]{0,200}\\)[^()]{0,500}){0,5}\\)|\\[[^\\[\\]]{0,100}\\])";

  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]{0,500}\\]" + TARGET);
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{0,1000})\\]" + TARGET);
  private static final Pattern AUTOLINK = Pattern.compile("<?(https?://[^\\s<>，。）)]+)>?");
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]{0,500})?/?>");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\\\\\p{L}\\p{N}*_])(\\*{1,3}|_{1,3})(?=[^\\s*_])|"
              + "(?<=[^\\s\\\\*_])(\\*{1,3}|_{1,3})(?![\\p{L}\\p{N}*_])|\\*\\*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

  private String text;
  private int linkChars;

  void read(String line) {
    linkChars = 0;
    text = line;
    if (text.indexOf('[') >= 0) {
      text = IMAGE.matcher(text).replaceAll(" ");
      text = links(LINK.matcher(text));
    }
    if (text.indexOf("://") >= 0) {
      Matcher address = AUTOLINK.matcher(text);
      while (address.find()) {
        linkChars += address.group(1).length();
      }
    }
    if (text.indexOf('<') >= 0) {
      text = TAG.matcher(text).replaceAll(" ");
    }
    if (text.indexOf('*') >= 0 || text.indexOf('_') >= 0) {
      text = EMPHASIS.matcher(text).replaceAll("");
    }
    if (text.indexOf('\\') >= 0) {
      text = ESCAPE.matcher(text).replaceAll("$1");
    }
  }

  String text() {
    return text;
  }

  int linkChars() {
    return linkChars;
  }

  private String links(Matcher matcher) {
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String label = matcher.group(1);
      linkChars += TextMeasure.of(label).chars();
      matcher.appendReplacement(out, Matcher.quoteReplacement(label));
    }
    return matcher.appendTail(out).toString();
  }
}
