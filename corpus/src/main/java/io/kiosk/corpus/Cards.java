package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Finds rows of cards: three and more neighbours of one name, each a linked headline with a line or
 * two of text. Their text looks like an article's and is not.
 */
final class Cards {

  private static final int MIN_ROW = 3;
  private static final int MAX_BLOCKS = 8;
  private static final double MAX_WEIGHT = 70;

  /** A card in a row of cards may be longer. */
  private static final double MAX_LONG = 200;

  private final Page page;

  /** Elements of one name in one element. */
  private record Neighbours(int parent, String tag, String classes) {}

  Cards(Page page) {
    this.page = page;
  }

  /** The blocks in cards, whose running text is a teaser. */
  BitSet blocks() {
    int[] cards = new int[page.count()];
    for (int e = 1; e < page.count(); e++) {
      cards[page.parent(e)] += isSmall(e) && isCard(e) ? 1 : 0;
    }
    Map<Neighbours, List<Integer>> rows = new HashMap<>();
    for (int e = 1; e < page.count(); e++) {
      if (cards[page.parent(e)] >= MIN_ROW && isSmall(e)) {
        rows.computeIfAbsent(row(e), n -> new ArrayList<>()).add(e);
      }
    }
    BitSet blocks = new BitSet();
    for (List<Integer> row : rows.values()) {
      List<Integer> members =
          row.size() < MIN_ROW ? List.of() : row.stream().filter(this::isCard).toList();
      if (members.size() >= MIN_ROW && members.size() * 3 >= row.size() * 2) {
        row.stream()
            .filter(e -> opensWithLink(e, MAX_LONG))
            .forEach(e -> blocks.set(page.start(e), page.end(e)));
      }
    }
    return blocks;
  }

  private Neighbours row(int e) {
    Element element = page.element(e);
    boolean named = element.attributesSize() > 0;
    String classes = named ? element.attributes().get("class").trim() : "";
    return new Neighbours(page.parent(e), element.normalName(), classes);
  }

  private boolean isSmall(int e) {
    int size = page.end(e) - page.start(e);
    return size > 0 && size <= MAX_BLOCKS;
  }

  private boolean isCard(int e) {
    return opensWithLink(e, MAX_WEIGHT);
  }

  /** Begins with a linked headline, perhaps under a picture's label; a little text may follow. */
  private boolean opensWithLink(int e, double most) {
    double weight = 0;
    boolean linked = false;
    for (int i = page.start(e); i < page.end(e); i++) {
      Block block = page.blocks().get(i);
      boolean headline =
          block.linkDensity() > .8 && block.weight() >= 4 && !block.measure().endsSentence();
      if (!linked && !headline && block.weight() >= 6) {
        return false;
      }
      linked |= headline;
      weight += block.weight();
    }
    return linked && weight <= most;
  }
}
