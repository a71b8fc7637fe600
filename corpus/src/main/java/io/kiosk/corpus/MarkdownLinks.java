package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings links and pictures of markdown into a form in which each line can be read by itself: a
 * link around several lines becomes one around each, and pictures that are written out ({@code
 * data:}) lose their bytes. Stateless.
 */
final class MarkdownLinks {

  /** Lines that one link may be around: a card of picture, headline and teaser. */
  private static final int MAX_LINES = 12;

  private static final String DATA = "(data:";

  private MarkdownLinks() {}

  static List<String> perLine(List<String> text) {
    List<String> lines = new ArrayList<>(text);
    List<String> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutData(lines.get(i));
      int end = opensLink(line) ? closing(lines, i) : -1;
      if (end < 0) {
        out.add(line);
        continue;
      }
      out.add(link(line.substring(line.indexOf('[') + 1)));
      for (int j = i + 1; j < end; j++) {
        out.add(link(withoutData(lines.get(j))));
      }
      String last = withoutData(lines.get(end));
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
      String line = lines.get(i);
      int close = line.indexOf("](");
      int next = line.indexOf('[');
      if (close >= 0
          && (next < 0 || next > close || line.startsWith("![", Math.max(0, next - 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static String link(String text) {
    String label = text.strip();
    boolean plain = label.isEmpty() || label.indexOf('[') >= 0 || label.indexOf(']') >= 0;
    String mark = label.startsWith("#") ? label.replaceFirst("[^#].*$", "") + " " : "";
    return plain ? label : mark + "[" + label.substring(mark.strip().length()).strip() + "](#)";
  }

  private static String withoutData(String line) {
    int at = line.indexOf(DATA);
    if (at < 0) {
      return line;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      int end = line.indexOf(')', at);
      out.append(line, from, at).append("(#");
      from = end < 0 ? line.length() : end;
      at = end < 0 ? -1 : line.indexOf(DATA, end);
    }
    return out.append(line, from, line.length()).toString();
  }
}
