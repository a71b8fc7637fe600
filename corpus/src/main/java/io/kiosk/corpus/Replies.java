package io.kiosk.corpus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the answers in a thread of a forum: elements that are numbered alike ({@code p12}, {@code
 * post_13}), each with a dated line and text, from the second on. Stateless.
 */
final class Replies {

  /** What forums call a post in its id, before its number. */
  private static final Set<String> POSTS =
      Set.of("post", "p", "pid", "msg", "message", "reply", "floor", "posting", "beitrag");

  /** Words of a line that may say who wrote a post and when. */
  private static final double MAX_LINE = 16;

  /** Characters of an id before its number. */
  private static final int MAX_NAME = 12;

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
    return replies;
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
