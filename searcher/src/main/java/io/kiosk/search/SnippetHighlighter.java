package io.kiosk.search;

import io.kiosk.search.MatchFinder.Place;
import io.kiosk.search.Snippet.Highlight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The passages of a text that show best why it matched: sentences that meet many units of the query
 * by their surest words.
 */
final class SnippetHighlighter {
  private static final int PASSAGES = 2;
  private static final int MAX_WIDTH = 240;

  private record Passage(int start, int end, double score, boolean cutBefore, boolean cutBehind) {}

  private SnippetHighlighter() {}

  /** The whole text as one snippet. */
  static Snippet whole(String text, List<Place> places) {
    return snippet(text, new Passage(0, text.length(), 0, false, false), places);
  }

  /**
   * The best passages in the order of the text; the beginning if nothing was met.
   *
   * @param strong the places to mark, as {@link MatchFinder#strong} chooses them
   */
  static List<Snippet> passages(String text, List<Place> strong, Locale locale) {
    List<Place> byStart = strong.stream().sorted(Comparator.comparingInt(Place::start)).toList();
    List<Passage> passages = new ArrayList<>();
    int place = 0;
    int start = 0;
    for (int end : Sentences.ends(text, locale)) {
      List<Place> inside = new ArrayList<>();
      while (place < byStart.size() && byStart.get(place).start() < end) {
        inside.add(byStart.get(place++));
      }
      if (!inside.isEmpty() || passages.isEmpty()) {
        passages.add(trim(text, start, end, inside));
      }
      start = end;
    }
    Comparator<Passage> best = Comparator.comparingDouble(passage -> -passage.score);
    return passages.stream()
        .sorted(best.thenComparingInt(Passage::start))
        .filter(passage -> passage.score > 0 || strong.isEmpty())
        .limit(strong.isEmpty() ? 1 : PASSAGES)
        .sorted(Comparator.comparingInt(Passage::start))
        .map(passage -> snippet(text, passage, strong))
        .toList();
  }

  /** A sentence, cut around its matches when it is too long to read at a glance. */
  private static Passage trim(String text, int start, int end, List<Place> inside) {
    double score = score(inside);
    if (end - start > MAX_WIDTH) {
      int first = inside.isEmpty() ? start : inside.get(0).start();
      int from = Math.max(start, first - MAX_WIDTH / 4);
      while (from > start && from < first && !isBreak(text, from)) {
        from++;
      }
      int to = Math.min(end, from + MAX_WIDTH);
      while (to < end && to > from + MAX_WIDTH / 2 && !isBreak(text, to)) {
        to--;
      }
      int last = to;
      double met = score(inside.stream().filter(p -> p.end() <= last).toList());
      return new Passage(from, last, met, from > start, last < end);
    }
    return new Passage(start, end, score, false, false);
  }

  private static boolean isBreak(String text, int at) {
    return !Character.isLetterOrDigit(text.charAt(at - 1))
        || Character.isIdeographic(text.charAt(at - 1));
  }

  /** Sum over the units met of the best that meets each. */
  private static double score(List<Place> places) {
    Map<String, Double> byUnit = new HashMap<>();
    places.forEach(p -> byUnit.merge(p.unit().text(), p.value(), Math::max));
    return byUnit.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Snippet snippet(String text, Passage passage, List<Place> places) {
    int start = passage.start;
    int end = passage.end;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    String before = passage.cutBefore ? "… " : "";
    int shift = before.length() - start;
    List<Highlight> highlights = new ArrayList<>();
    List<Place> ordered =
        places.stream()
            .sorted(Comparator.comparingInt(Place::start).thenComparingInt(p -> -p.end()))
            .toList();
    int covered = start;
    for (Place place : ordered) {
      if (place.start() >= covered && place.end() <= end) {
        highlights.add(new Highlight(place.start() + shift, place.end() + shift));
        covered = place.end();
      }
    }
    // One line: every white space character becomes one blank, so that the offsets stay.
    StringBuilder line = new StringBuilder(before).append(text, start, end);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isWhitespace(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    line.append(passage.cutBehind ? " …" : "");
    return new Snippet(line.toString(), highlights);
  }
}
