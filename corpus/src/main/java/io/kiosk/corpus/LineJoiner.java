package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts lines together again that a scraper broke: text wrapped at a fixed width, and sentences torn
 * at their links ("The company" / "Kaspersky" / "said that").
 */
final class LineJoiner {

  private static final int MIN_WIDTH = 50;
  private static final int MAX_WIDTH = 130;
  private static final int MIN_WRAPS = 3;

  /** Lines of at least this part of the width, and the share of them that had to be wrapped. */
  private static final double NEARLY = .6;

  private static final double WRAPPED = .5;

  /** Share of lines longer than the width at which a text was wrapped. */
  private static final double LEFT_WHOLE = .05;

  /** Lines among which one may be longer, as the title above a text is. */
  private static final int MANY_LINES = 10;

  /** No torn sentence is longer; joining without end would cost the square of the text. */
  private static final int MAX_JOINED = 6_000;

  /** The first character that is two columns wide, near enough. */
  private static final char WIDE = '\u2e80';

  /** Signs that do not begin a line. */
  private static final String CLOSING = "，。、；：！？”’）》」』】";

  /** Signs that go on with the line before. */
  private static final String REST = ",;.)，。、；）”";

  /** Characters of a line that may stand between two parts of a sentence. */
  private static final int MAX_TORN = 60;

  /** Characters of a number or foreign word in a Chinese sentence. */
  private static final int MAX_INSERT = 30;

  /** Characters of a torn sentence before such a line. */
  private static final int MIN_TORN = 20;

  /** Ends of lines with a hyphen in a text whose words are parted, and their share. */
  private static final int MIN_HYPHENS = 2;

  private static final double HYPHENATED = .06;

  /** Before them a hyphen stands for the end of a word that is said only once. */
  private static final Set<String> JOINING_WORDS =
      Set.of("und", "oder", "bis", "sowie", "and", "or", "to");

  private LineJoiner() {}

  /** Joins the lines of a text that was wrapped at a fixed width; others stay as they are. */
  static List<String> unwrap(List<String> lines) {
    int width = wrapWidth(lines);
    if (width == 0) {
      return lines;
    }
    boolean hyphenated = isHyphenated(lines);
    List<String> out = new ArrayList<>(lines.size());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String before = i == 0 ? "" : lines.get(i - 1).stripTrailing();
      if (mayFollow(before.strip(), line) && wraps(before, line, width)) {
        boolean parted = endsInHyphen(before, line);
        text.setLength(text.length() - (parted && hyphenated ? 1 : 0));
        text.append(parted ? "" : space(before, line)).append(line);
      } else {
        if (i > 0) {
          out.add(text.toString());
        }
        text.setLength(0);
        text.append(lines.get(i).stripTrailing());
      }
    }
    out.add(text.toString());
    return out;
  }

  /** Whether words are parted at the ends of lines, and not only where they have a hyphen. */
  private static boolean isHyphenated(List<String> lines) {
    int hyphens = 0;
    int wraps = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String next = lines.get(i + 1).strip();
      boolean text = isPlain(next) && columns(lines.get(i)) > MIN_WIDTH / 2;
      wraps += text ? 1 : 0;
      hyphens += text && endsInHyphen(lines.get(i), next) ? 1 : 0;
    }
    return hyphens >= MIN_HYPHENS && hyphens >= wraps * HYPHENATED;
  }

  /** Whether the last word goes on in the next line; "Bus- und" does not. */
  private static boolean endsInHyphen(String before, String line) {
    String text = before.stripTrailing();
    int hyphen = text.length() - 1;
    return hyphen > 0
        && text.charAt(hyphen) == '-'
        && Character.isLetter(text.charAt(hyphen - 1))
        && Character.isLetter(line.charAt(0))
        && !JOINING_WORDS.contains(line.split("[ ,]", 2)[0]);
  }

  /** Joins sentences that are torn. */
  static List<String> join(List<String> lines) {
    List<String> out = new ArrayList<>(lines.size());
    boolean open = false;
    for (int i = 0; i < lines.size(); i++) {
      String stripped = lines.get(i).strip();
      boolean follows =
          i > 0
              && !lines.get(i - 1).isBlank()
              && out.getLast().length() < MAX_JOINED
              && mayFollow(out.getLast().strip(), stripped);
      boolean insert = follows && !open && isInsert(out.getLast(), stripped, next(lines, i));
      if (follows && (open || insert || continues(out.getLast(), stripped, next(lines, i)))) {
        out.set(out.size() - 1, glue(out.getLast(), stripped));
      } else {
        out.add(lines.get(i));
      }
      open = insert;
    }
    return out;
  }

  /** Whether a number or foreign word stands alone between two parts of a Chinese sentence. */
  private static boolean isInsert(String before, String line, String after) {
    String text = before.stripTrailing();
    return line.length() <= MAX_INSERT
        && text.length() >= MIN_TORN
        && !after.isEmpty()
        && TextMeasure.isHanzi(text.charAt(text.length() - 1))
        && TextMeasure.isHanzi(after.charAt(0))
        && TextMeasure.of(text).commas() > 0
        && isPunctuated(after)
        && line.chars().noneMatch(c -> c >= WIDE)
        && Character.isLetterOrDigit(line.charAt(0))
        && !isStamp(line);
  }

  private static boolean isPunctuated(String line) {
    TextMeasure measure = TextMeasure.of(line);
    return measure.commas() + measure.sentences() > 0;
  }

  private static boolean mayFollow(String before, String line) {
    return isPlain(line) && !before.isEmpty() && !isRule(before);
  }

  private static String next(List<String> lines, int i) {
    return i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
  }

  /**
   * Columns at which the text was wrapped, or 0: nearly no line had room for the next one's word,
   * and most end within a sentence. A word that is longer than a line, as an address is, says
   * nothing.
   */
  private static int wrapWidth(List<String> lines) {
    int width = longest(lines);
    if (width == 0) {
      return 0;
    }
    int wraps = 0;
    int torn = 0;
    int pairs = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String next = lines.get(i + 1).strip();
      if (columns(lines.get(i)) > width * NEARLY && isPlain(next)) {
        pairs++;
        boolean wrapped = wraps(lines.get(i), next, width);
        wraps += wrapped ? 1 : 0;
        torn += wrapped && !isEnded(lines.get(i)) ? 1 : 0;
      }
    }
    return wraps >= MIN_WRAPS && wraps >= pairs * WRAPPED && torn * 2 >= wraps ? width : 0;
  }

  /**
   * Columns that no line that could have been wrapped exceeds, but for a few: lists and links are
   * left whole by some. 0 if no text is wrapped at such a width.
   */
  private static int longest(List<String> lines) {
    int[] longer = new int[MAX_WIDTH + 2]; // by columns; all longer lines at the end
    int count = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      int columns = columns(line);
      if (columns >= MIN_WIDTH && isPlain(lines.get(i + 1).strip()) && isDivisible(line)) {
        longer[Math.min(columns, MAX_WIDTH + 1)]++;
        count++;
      }
    }
    int width = MAX_WIDTH + 1;
    int few = count >= MANY_LINES ? 1 : 0;
    for (int left = Math.max(few, (int) (count * LEFT_WHOLE)); width >= MIN_WIDTH; width--) {
      left -= longer[width];
      if (left < 0) {
        return width <= MAX_WIDTH ? width : 0;
      }
    }
    return 0;
  }

  /** Whether a line could have been wrapped before its last word. */
  private static boolean isDivisible(String line) {
    String words = line.strip();
    int space = words.lastIndexOf(' ');
    return space > 0 && !words.matches("(?:[-*+>]|\\d{1,3}[.)])\\s+\\S+")
        || !words.isEmpty() && TextMeasure.isHanzi(words.charAt(words.length() - 1))
        || words.length() > 1 && TextMeasure.isHanzi(words.charAt(words.length() - 2));
  }

  private static boolean wraps(String line, String next, int width) {
    String text = line.stripTrailing();
    int full = columns(text);
    int word = firstWord(next);
    return (full <= width || !isDivisible(text))
        && (full >= width * NEARLY || word > width * .4)
        && full + word >= width;
  }

  /** Columns that the first word of a line takes with the space before it. */
  private static int firstWord(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) < WIDE) {
      end++;
    }
    if (end > 0 || line.isEmpty()) {
      return end + 1;
    }
    // Chinese is wrapped at any character that may begin a line.
    return line.length() > 1 && CLOSING.indexOf(line.charAt(1)) >= 0 ? 4 : 2;
  }

  /** Width in a fixed font, in which Chinese characters take two columns. */
  private static int columns(String line) {
    int columns = line.length();
    for (int i = 0; i < line.length(); i++) {
      columns += line.charAt(i) >= WIDE ? 1 : 0;
    }
    return columns;
  }

  /** Neither blank nor the start of something of its own. */
  private static boolean isPlain(String stripped) {
    if (stripped.isEmpty()) {
      return false;
    }
    char c = stripped.charAt(0);
    boolean mark = "#>|•·▪◦‣●■►!".indexOf(c) >= 0;
    boolean bullet = "-*+".indexOf(c) >= 0 && stripped.startsWith(" ", 1);
    return !mark
        && !bullet
        && !isRule(stripped)
        && !stripped.startsWith("```")
        && !stripped.matches("\\d{1,3}[.)] .*");
  }

  /** A row of one sign, under a heading or between paragraphs. */
  private static boolean isRule(String line) {
    char first = line.charAt(0);
    return line.length() > 2
        && "-=_*~".indexOf(first) >= 0
        && line.chars().allMatch(c -> c == first);
  }

  /** Whether the line goes on with a sentence that the text so far has not ended. */
  private static boolean continues(String before, String line, String after) {
    if (before.isBlank() || isEnded(before) || before.strip().startsWith("#")) {
      return false;
    }
    if (opensLikeRest(line)) {
      return before.length() > 3
          && hasLetter(before)
          && (hasLetter(line) || isSigns(line))
          && (!isStamp(line) || opensLikeRest(after) && !isStamp(after));
    }
    if (isBracketOpen(before)) {
      return before.length() >= MIN_TORN && line.length() <= MAX_TORN && opensLikeRest(after);
    }
    boolean torn = line.length() <= MAX_TORN && !isEnded(line) && opensLikeRest(after);
    return torn
        && before.length() >= MIN_TORN
        && hasLetter(line)
        && (hasLetter(after) || isSigns(after));
  }

  private static boolean isStamp(String line) {
    return line.length() <= MAX_TORN && !isEnded(line) && Stamp.is(line);
  }

  /** A note's number or a link in brackets may be a line of its own. */
  private static boolean isBracketOpen(String text) {
    String end = text.substring(Math.max(0, text.length() - MAX_TORN));
    return Math.max(end.lastIndexOf('('), end.lastIndexOf('（'))
        > Math.max(end.lastIndexOf(')'), end.lastIndexOf('）'));
  }

  /** Signs that end what stands before them. */
  private static boolean isSigns(String line) {
    return line.length() <= 3 && line.chars().allMatch(c -> REST.indexOf(c) >= 0);
  }

  private static boolean opensLikeRest(String line) {
    if (line.isEmpty()) {
      return false;
    }
    char c = line.charAt(0);
    return Character.isLowerCase(c) && line.indexOf(' ') > 0 && !line.contains("://")
        || REST.indexOf(c) >= 0;
  }

  private static boolean isEnded(String line) {
    String text = line.stripTrailing();
    int end = text.length() - 1;
    while (end >= 0 && "\"'”’»«)）」』*".indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    return end < 0
        || TextMeasure.isSentenceEnd(text.charAt(end))
        || ":：".indexOf(text.charAt(end)) >= 0;
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private static String glue(String before, String line) {
    String head = before.stripTrailing();
    return head + space(head, line) + line;
  }

  /** What parts two lines that are joined: a space, but for Chinese and closing signs. */
  private static String space(String before, String line) {
    char last = before.charAt(before.length() - 1);
    char first = line.charAt(0);
    boolean chinese = TextMeasure.isHanzi(last) || TextMeasure.isHanzi(first) || first >= '\u3000';
    boolean mark = ",;.)".indexOf(first) >= 0;
    return chinese || mark || last == '(' ? "" : " ";
  }
}
