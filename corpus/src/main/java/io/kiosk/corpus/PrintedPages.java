package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the heads and feet of pages out of the text of a print: lines with a page number that
 * counts up, and what is said again beside them or beside form feeds. Stateless.
 */
final class PrintedPages {

  /** {@code 2/7}, {@code page 2 of 7}, {@code - 2 -}, {@code 第2页}, in any line. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?iu)(?:^|\\s)(\\d{1,4})\\s?/\\s?\\d{1,4}$|\\b(?:page|seite|p\\.|s\\.)\\s?(\\d{1,4})\\b"
              + "|第\\s?(\\d{1,4})\\s?[页頁]|^[-–—]\\s?(\\d{1,4})\\s?[-–—]$");

  /** When it was printed, before the title in the head that browsers print. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "^\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},? \\d{1,2}:\\d{2}(?: [AaPp]\\.?[Mm]\\.?)?\\s+");

  private static final Pattern BARE = Pattern.compile("\\d{1,4}");

  private static final int MIN_PAGES = 3;

  /** Longer lines are no heads of pages. */
  private static final int MAX_LINE = 250;

  /** Lines of heads and feet on either side of a border. */
  private static final int NEAR = 3;

  private PrintedPages() {}

  /** The lines without heads and feet, but for the first head; others as they are. */
  static List<String> joined(List<String> lines) {
    TreeSet<Integer> borders = new TreeSet<>();
    Set<Integer> feet = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).indexOf('\f') >= 0) {
        borders.add(i);
      }
    }
    for (List<Integer> numbered : numbered(lines, borders)) {
      feet.addAll(numbered);
      borders.addAll(numbered);
    }
    return borders.isEmpty() ? lines : without(lines, feet, borders);
  }

  /** Lines that are the same but for the number of the page, which grows by one each time. */
  private static List<List<Integer>> numbered(List<String> lines, TreeSet<Integer> feeds) {
    Map<String, List<Integer>> makes = new HashMap<>();
    Map<String, Integer> next = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = stripped(lines, i);
      int number = line.isEmpty() || line.length() > MAX_LINE ? -1 : number(line, i, feeds);
      if (number >= 0) {
        String make = line.replaceAll("\\d+", "#");
        int expected = next.getOrDefault(make, number);
        if (number == expected) {
          makes.computeIfAbsent(make, m -> new ArrayList<>()).add(i);
          next.put(make, number + 1);
        }
      }
    }
    return makes.values().stream()
        .filter(at -> at.size() >= MIN_PAGES || !feeds.isEmpty())
        .toList();
  }

  private static int number(String line, int i, TreeSet<Integer> feeds) {
    Matcher number = NUMBER.matcher(line);
    if (number.find()) {
      for (int group = 1; group <= number.groupCount(); group++) {
        if (number.group(group) != null) {
          return Integer.parseInt(number.group(group));
        }
      }
    }
    Integer feed = feeds.ceiling(i);
    boolean last = feed != null && feed - i <= NEAR;
    return last && BARE.matcher(line).matches() ? Integer.parseInt(line) : -1;
  }

  private static List<String> without(
      List<String> lines, Set<Integer> feet, TreeSet<Integer> borders) {
    Map<String, Set<Integer>> times = new HashMap<>();
    int first = 0;
    while (first < lines.size() && stripped(lines, first).isEmpty()) {
      first++;
    }
    borders.add(first);
    for (int border : borders) {
      for (int i : beside(lines, border)) {
        times.computeIfAbsent(make(lines, i), m -> new HashSet<>()).add(i);
      }
    }
    Set<Integer> dropped = new HashSet<>(feet);
    for (Set<Integer> same : times.values()) {
      if (same.size() >= Math.max(2, borders.size() / 3)) {
        dropped.addAll(same);
      }
    }
    dropped.remove(first); // it may be the title
    List<String> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      boolean border = borders.contains(i) && stripped(lines, i).isEmpty();
      boolean open = !out.isEmpty() && !out.getLast().isBlank() && isBetween(lines, i, dropped);
      if (!dropped.contains(i) && !border && !open) {
        String line = lines.get(i).replace("\f", "");
        out.add(i == first ? PRINTED.matcher(line.strip()).replaceFirst("") : line);
      }
    }
    return out;
  }

  /** Whether a line is blank and stands beside a head or foot. */
  private static boolean isBetween(List<String> lines, int i, Set<Integer> dropped) {
    return stripped(lines, i).isEmpty() && (dropped.contains(i - 1) || dropped.contains(i + 1));
  }

  private static List<Integer> beside(List<String> lines, int border) {
    List<Integer> beside = new ArrayList<>();
    for (int i = Math.max(0, border - NEAR); i <= Math.min(lines.size() - 1, border + NEAR); i++) {
      String line = stripped(lines, i);
      if (!line.isEmpty() && line.length() <= MAX_LINE) {
        beside.add(i);
      }
    }
    return beside;
  }

  private static String make(List<String> lines, int i) {
    return stripped(lines, i).replaceAll("\\d+", "#");
  }

  private static String stripped(List<String> lines, int i) {
    return lines.get(i).replace("\f", "").strip();
  }
}
