package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows of cards: three and more neighbours of one name, each a linked headline with a line or
 * two of text. Their text looks like an article's and is not.
 */
final class Cards {

  private static final int MIN_ROW = 3;
  private static final int MAX_BLOCKS = 8;
  private static final double MAX_WEIGHT = 70;

  private final Page page;

  Cards(Page page) {
    this.page = page;
  }

  /** Changes the role of running text in cards. */
  void mark(BlockRole[] roles) {
    int[] children = new int[page.count()];
    for (int e = 1; e < page.count(); e++) {
      children[page.parent(e)] += isSmall(e) ? 1 : 0;
    }
    Map<Integer, Map<String, List<Integer>>> rows = new HashMap<>();
    for (int e = 1; e < page.count(); e++) {
      if (children[page.parent(e)] >= MIN_ROW && isSmall(e)) {
        rows.computeIfAbsent(page.parent(e), p -> new HashMap<>())
            .computeIfAbsent(page.name(e), n -> new ArrayList<>())
            .add(e);
      }
    }
    for (Map<String, List<Integer>> byName : rows.values()) {
      for (List<Integer> row : byName.values()) {
        List<Integer> cards =
            row.size() < MIN_ROW ? List.of() : row.stream().filter(this::isCard).toList();
        if (cards.size() >= MIN_ROW && cards.size() * 3 >= row.size() * 2) {
          mark(cards, roles);
        }
      }
    }
  }

  private boolean isSmall(int e) {
    int size = page.end(e) - page.start(e);
    return size > 0 && size <= MAX_BLOCKS;
  }

  private void mark(List<Integer> cards, BlockRole[] roles) {
    for (int e : cards) {
      for (int i = page.start(e); i < page.end(e); i++) {
        roles[i] =
            switch (roles[i]) {
              case PROSE, HEADING, SHORT -> BlockRole.TEASER;
              case COUNTER,
                  TIME,
                  LINK,
                  INTERFACE,
                  RELATED,
                  TAIL,
                  COMMENTS,
                  CROSS_REFERENCE,
                  NOTICE,
                  CREDIT,
                  TEASER,
                  BYLINE ->
                  roles[i];
            };
      }
    }
  }

  /** Begins with a linked headline, perhaps under a picture's label; a little text may follow. */
  private boolean isCard(int e) {
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
    return linked && weight <= MAX_WEIGHT;
  }
}
