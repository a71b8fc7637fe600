package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds what readers wrote by how it is repeated: elements that are numbered alike ({@code p12},
 * {@code post_13}), or three and more neighbours of one name, each with a dated line and text. The
 * first one is the article if no text stands before it. Stateless.
 */
final class Replies {

  /** What forums call a post in its id, before its number. */
  private static final Set<String> POSTS =
      Set.of("post", "p", "pid", "msg", "message", "reply", "floor", "posting", "beitrag");

  /** Words of a line that may say who wrote a post and when. */
  private static final double MAX_LINE = 16;

  /** Characters of an id before its number. */
  private static final int MAX_NAME = 12;

  /** Neighbours that make a thread. */
  private static final int MIN_ROW = 3;

  /** Words of the article that they comment on, where it stands before them. */
  private static final double MIN_ARTICLE = 40;

  private Replies() {}

  /**
   * @param prose words of running text before each block
   * @return for each element whether it is an answer
   */
  static boolean[] of(Page page, double[] prose) {
    boolean[] replies = new boolean[page.count()];
    Map<String, Integer> last = new HashMap<>();
    for (int e = 1; e < page.count(); e++) {
      if (prose[page.end(e)] == prose[page.start(e)]) {
        continue;
      }
      String kind = kind(page.element(e));
      if (kind.isEmpty() || !isDated(page, e)) {
        continue;
      }
      Integer before = last.get(kind);
      replies[e] = before != null && page.start(e) >= page.end(before) && !isHeaded(page, e);
      last.put(kind, e);
    }
    rows(page, prose, replies);
    return replies;
  }

  /** Neighbours of one name, with day and time of day each. */
  private static void rows(Page page, double[] prose, boolean[] replies) {
    int[] texts = new int[page.count()];
    for (int e = 1; e < page.count(); e++) {
      texts[page.parent(e)] += prose[page.end(e)] > prose[page.start(e)] ? 1 : 0;
    }
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int e = 1; e < page.count(); e++) {
      if (texts[page.parent(e)] >= MIN_ROW
          && prose[page.end(e)] > prose[page.start(e)]
          && mayBeReply(page.element(e).normalName())) {
        rows.computeIfAbsent(page.parent(e) + page.name(e), n -> new ArrayList<>()).add(e);
      }
    }
    for (List<Integer> row : rows.values()) {
      if (row.size() >= MIN_ROW
          && row.stream()
              .allMatch(e -> isTimed(page, e) && !isHeaded(page, e) && !isLive(page, e))) {
        boolean article = prose[page.start(row.getFirst())] < MIN_ARTICLE;
        row.stream().skip(article ? 1 : 0).forEach(e -> replies[e] = true);
      }
    }
  }

  private static boolean mayBeReply(String tag) {
    return switch (tag) {
      case "div", "li", "article", "section", "table", "tr", "dd" -> true;
      default -> false;
    };
  }

  /** Whether the names around an element say that it is part of a report of what happens. */
  private static boolean isLive(Page page, int e) {
    for (int at = e; at > 0; at = page.parent(at)) {
      String name = page.name(at).toLowerCase(Locale.ROOT);
      if (name.contains("live") || name.contains("ticker") || name.contains("timeline")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line names a day and a time of day. */
  private static boolean isTimed(Page page, int e) {
    for (int i = page.start(e); i < page.end(e); i++) {
      Block block = page.blocks().get(i);
      if (block.weight() <= MAX_LINE
          && DateText.mayHoldDate(block.text())
          && DateText.find(block.text(), DateCustom.UNKNOWN).stream()
              .anyMatch(DateText.Found::hasTime)) {
        return true;
      }
    }
    return false;
  }

  /** Tag and name of a numbered post; empty for everything else. */
  private static String kind(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    String id = element.attributes().get("id");
    int end = id.length();
    while (end > 0 && Character.isDigit(id.charAt(end - 1))) {
      end--;
    }
    if (end == 0 || end == id.length() || end > MAX_NAME) {
      return "";
    }
    String name = id.substring(0, end).replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    boolean blog = element.attributes().get("class").contains("hentry");
    return POSTS.contains(name) && !blog ? element.normalName() + name : "";
  }

  /** Whether there is a heading but for {@code Re: ...}, as in the entries of a live report. */
  private static boolean isHeaded(Page page, int e) {
    for (int i = page.start(e); i < page.end(e); i++) {
      Block block = page.blocks().get(i);
      String text = block.text();
      boolean answer = text.startsWith("Re:") || text.startsWith("AW:") || text.startsWith("Aw:");
      if (block.kind() == Block.Kind.HEADING && block.level() < HtmlBlocks.BOLD_LEVEL && !answer) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDated(Page page, int e) {
    for (int i = page.start(e); i < page.end(e); i++) {
      Block block = page.blocks().get(i);
      if (block.weight() <= MAX_LINE && DateText.mayHoldDate(block.text())) {
        return true;
      }
    }
    return false;
  }
}
