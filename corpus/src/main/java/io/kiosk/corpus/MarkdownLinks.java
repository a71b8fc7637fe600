package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings links and pictures of markdown into a form in which each line can be read by itself: a
 * link around several lines becomes one around each, and pictures that are written out ({@code
 * data:}) lose their bytes. Stateless.
 */
final class MarkdownLinks {

  /** Lines that one link may be around: a card of picture, headline and teaser. */
  private static final int MAX_LINES = 12;

  private static final String DATA = "(data:";
  private static final String PROGRAM = "(javascript:";

  /** Characters of a program whose brackets are paired. */
  private static final int MAX_PROGRAM = 2_000;

  /** A line of the list in which text browsers put the targets of links. */
  private static final Pattern TARGET =
      Pattern.compile(
          "\\s*\\d{1,5}\\.\\s+(?:(?:https?|ftp|file|mailto|javascript|tel):|[/#?])\\S*.{0,40}");

  /** Of a link with text, or of one around a picture, which leaves nothing. */
  private static final Pattern NUMBER = Pattern.compile("\\[\\d{1,5}\\] ?");

  private static final Pattern PICTURE =
      Pattern.compile(
          "!\\[[^\\]]{0,500}\\]\\([^()]{0,2000}(?:\\([^()]{0,200}\\)[^()]{0,500}){0,5}\\)");

  /** Targets that a text must list before bracketed numbers in it mean links. */
  private static final int MIN_TARGETS = 5;

  /** Words of a line that may be nothing but a link. */
  private static final double MAX_LINK = 14;

  /** The fence of a division, with what it is called: {@code ::: {.article}}. */
  private static final Pattern DIVISION =
      Pattern.compile("\\s*:{3,}\\s*(?:\\{[^{}]*\\}|\\w*)\\s*:*\\s*");

  /** Classes and sizes behind a link or picture: {@code [text](address){.button}}. */
  private static final Pattern ATTRIBUTES =
      Pattern.compile("(?<=[)\\]])\\{(?:[.#][\\w-]|[\\w-]{1,30}=)[^{}]{0,500}\\}");

  /** Fences from which on a text marks its divisions. */
  private static final int MIN_DIVISIONS = 4;

  private MarkdownLinks() {}

  /** The lines without the fences and attributes that one dialect of markdown adds. */
  static List<String> withoutAttributes(List<String> lines) {
    if (lines.stream().filter(line -> DIVISION.matcher(line).matches()).limit(MIN_DIVISIONS).count()
        < MIN_DIVISIONS) {
      return lines;
    }
    return lines.stream()
        .map(line -> DIVISION.matcher(line).matches() ? "" : line)
        .map(line -> line.indexOf('{') < 0 ? line : ATTRIBUTES.matcher(line).replaceAll(""))
        .toList();
  }

  /**
   * Text browsers number links, {@code [12]Politics}, and list their targets at the end. A short
   * line that begins with a number becomes a link of markdown; elsewhere the numbers go, for they
   * do not tell where the link ends.
   */
  static List<String> numbered(List<String> lines) {
    if (lines.stream().filter(line -> TARGET.matcher(line).matches()).limit(MIN_TARGETS).count()
        < MIN_TARGETS) {
      return lines;
    }
    List<String> out = new ArrayList<>(lines.size());
    for (String line : lines) {
      if (TARGET.matcher(line).matches()) {
        continue;
      }
      Matcher number = NUMBER.matcher(line);
      boolean linked = number.find() && isMark(line.substring(0, number.start()));
      int start = linked ? number.start() : 0;
      String text = NUMBER.matcher(line.substring(start)).replaceAll("").strip();
      boolean link = linked && TextMeasure.of(text).weight() <= MAX_LINK && text.indexOf(']') < 0;
      out.add(line.substring(0, start) + (link ? "[" + text + "](#)" : text));
    }
    return out;
  }

  /** Whether nothing but the sign of a list stands before a link. */
  private static boolean isMark(String before) {
    String mark = before.strip();
    return mark.isEmpty() || mark.length() == 1 && "*+-o".contains(mark);
  }

  static List<String> perLine(List<String> text) {
    List<String> lines = new ArrayList<>(text);
    List<String> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutData(lines.get(i));
      String bare = withoutPictures(line);
      int end = opensLink(bare) ? closing(lines, i) : -1;
      if (end < 0) {
        out.add(line);
        continue;
      }
      out.add(link(bare.substring(bare.indexOf('[') + 1)));
      for (int j = i + 1; j < end; j++) {
        out.add(link(withoutPictures(withoutData(lines.get(j)))));
      }
      String last = withoutPictures(withoutData(lines.get(end)));
      int close = last.indexOf("](");
      out.add(link(last.substring(0, close)));
      int behind = last.indexOf(')', close);
      String rest = behind < 0 ? "" : last.substring(behind + 1).strip();
      if (opensLink(rest)) {
        lines.set(end, rest); // a row of cards: the next link opens where this one ends
        i = end - 1;
      } else {
        out.add(rest);
        i = end;
      }
    }
    return out;
  }

  /** Whether a line is the start of a link that it does not end. */
  private static boolean opensLink(String line) {
    String text = line.strip();
    int start = text.startsWith("* ") || text.startsWith("- ") ? 2 : 0;
    return text.startsWith("[", start) && text.indexOf(']') < 0;
  }

  /** Line in which the link ends that another one opens; -1 if none does. */
  private static int closing(List<String> lines, int open) {
    int limit = Math.min(lines.size(), open + MAX_LINES);
    for (int i = open + 1; i < limit; i++) {
      String line = withoutPictures(withoutData(lines.get(i)));
      int close = line.indexOf("](");
      int next = line.indexOf('[');
      if (close >= 0 && (next < 0 || next > close)) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutPictures(String line) {
    return line.contains("![") ? PICTURE.matcher(line).replaceAll("") : line;
  }

  private static String link(String text) {
    String label = text.strip();
    boolean plain = label.isEmpty() || label.indexOf('[') >= 0 || label.indexOf(']') >= 0;
    String mark = label.startsWith("#") ? label.replaceFirst("[^#].*$", "") + " " : "";
    return plain ? label : mark + "[" + label.substring(mark.strip().length()).strip() + "](#)";
  }

  /** Without the bytes of pictures and the programs of links, which hold all signs. */
  private static String withoutData(String line) {
    int at = code(line, 0);
    if (at < 0) {
      return line;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      int end = closing(line, at);
      out.append(line, from, at).append("(#");
      from = end < 0 ? line.length() : end;
      at = end < 0 ? -1 : code(line, end);
    }
    return out.append(line, from, line.length()).toString();
  }

  /** Where the next target opens that is no address; -1 if none does. */
  private static int code(String line, int from) {
    int at = line.indexOf('(', from);
    while (at >= 0 && !line.startsWith(DATA, at) && !line.startsWith(PROGRAM, at)) {
      at = line.indexOf('(', at + 1);
    }
    return at;
  }

  /** The bracket that closes the one at an index; the first one if they do not pair. */
  private static int closing(String line, int open) {
    int depth = 0;
    int limit = Math.min(line.length(), open + MAX_PROGRAM);
    for (int i = open; i < limit; i++) {
      depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return line.indexOf(')', open);
  }
}
