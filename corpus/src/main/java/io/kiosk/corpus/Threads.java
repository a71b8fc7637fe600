package io.kiosk.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds where in a scraped text, which has no elements to tell, others than the article begin:
 * comments, further posts or teasers, which all stand under lines of one make ("Ann said:", names
 * and times). Stateless.
 */
final class Threads {

  private static final double MAX_LINE = 18;

  /** A time of day as {@link Folding} has it. */
  private static final String CLOCK = "#:#";

  private static final int MIN_REPLIES = 3;

  /** Texts under dates without a time of day; an article may have dates for headings, too. */
  private static final int MIN_TEASERS = 4;

  /** Lines between the date of an entry and its text. */
  private static final int MAX_GAP = 5;

  /** Lines before the first entry in which the article is seen. */
  private static final int BEFORE = 15;

  /** Lines below the headline with the date of the article. */
  private static final int OWN_DATE = 6;

  /** Words of an article. */
  private static final double MIN_TEXT = 20;

  private final List<Block> blocks;
  private final BlockRole[] roles;
  private final int from;

  private Threads(List<Block> blocks, BlockRole[] roles, int from) {
    this.blocks = blocks;
    this.roles = roles;
    this.from = from;
  }

  /**
   * First block of a thread; the number of blocks if there is none.
   *
   * @param title index of the headline's block, below which the article's own date stands; -1 if
   *     there is none
   */
  static int first(List<Block> blocks, BlockRole[] roles, int title) {
    Threads threads = new Threads(blocks, roles, title < 0 ? 0 : title + OWN_DATE);
    return Math.min(threads.replies(), threads.dated());
  }

  /** Of three and more lines like "Ann said:" the first. */
  private int replies() {
    PhraseSet words = WordLists.get().reply;
    int first = roles.length;
    int count = 0;
    for (int i = 0; i < roles.length; i++) {
      Block block = blocks.get(i);
      if (block.weight() <= MAX_LINE && words.countIn(Folding.fold(block.text()), 1) > 0) {
        first = Math.min(first, i);
        count++;
      }
    }
    return count < MIN_REPLIES ? roles.length : first;
  }

  /** The first of several entries under dates of one make. */
  private int dated() {
    Map<String, TreeMap<Integer, Integer>> makes = new HashMap<>();
    Set<String> times = new HashSet<>();
    for (int i = 0; i < roles.length; i++) {
      String make = blocks.get(i).weight() <= MAX_LINE ? make(i) : "";
      int text = make.isEmpty() ? -1 : text(i);
      // A page that is there twice has each time of day twice.
      if (text >= 0 && (!make.contains(CLOCK) || times.add(blocks.get(i).text()))) {
        makes.computeIfAbsent(make, m -> new TreeMap<>()).put(i, text);
      }
    }
    int first = roles.length;
    for (Map.Entry<String, TreeMap<Integer, Integer>> make : makes.entrySet()) {
      boolean timed = make.getKey().contains(CLOCK);
      int entry = timed ? entries(make.getValue()) : teasers(make.getValue());
      Integer other =
          !timed && entry < from ? make.getValue().ceilingKey(from) : Integer.valueOf(entry);
      first = other == null ? first : Math.min(first, other);
    }
    return first;
  }

  /** The first entry that is not the article itself. */
  private int entries(TreeMap<Integer, Integer> entries) {
    if (entries.size() < MIN_REPLIES) {
      return roles.length;
    }
    int first = entries.firstKey();
    double before = 0;
    for (int i = Math.max(0, first - BEFORE); i < first; i++) {
      before += roles[i] == BlockRole.PROSE ? blocks.get(i).weight() : 0;
    }
    return before >= MIN_TEXT ? first : entries.higherKey(first);
  }

  /** The first of short texts, each under a headline and a date. */
  private int teasers(TreeMap<Integer, Integer> entries) {
    entries
        .entrySet()
        .removeIf(
            entry ->
                entry.getKey() == 0
                    || roles[entry.getKey() - 1] == BlockRole.PROSE
                    || entry.getValue() + 1 < roles.length
                        && roles[entry.getValue() + 1] == BlockRole.PROSE);
    return entries.size() < MIN_TEASERS ? roles.length : entries.firstKey();
  }

  /** The text under a date: running text, of which only other lines part it; -1 if none. */
  private int text(int date) {
    for (int i = date + 1; i < Math.min(roles.length, date + MAX_GAP); i++) {
      if (roles[i] == BlockRole.PROSE) {
        return i;
      }
    }
    return -1;
  }

  /** What a line with a date is like; empty for other lines. Numbers alone need a time of day. */
  private String make(int i) {
    return switch (roles[i]) {
      case TIME, BYLINE -> make(blocks.get(i).text());
      case COUNTER -> {
        String make = make(blocks.get(i).text());
        yield make.contains(CLOCK) ? make : "";
      }
      default -> "";
    };
  }

  /** The signs and digits of a line with a date in it; empty if there are too few for one. */
  private static String make(String text) {
    StringBuilder make = new StringBuilder();
    String folded = Folding.fold(text);
    int numbers = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (!Character.isLetter(c) && c != ' ' && c != ',') {
        make.append(c);
        numbers += c == '#' ? 1 : 0;
      }
    }
    boolean dated = make.indexOf(CLOCK) >= 0 ? numbers >= 4 : numbers == 2 || numbers == 3;
    return dated ? make.toString() : "";
  }
}
