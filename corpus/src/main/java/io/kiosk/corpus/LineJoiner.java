package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts lines together again that a scraper broke: text wrapped at a fixed width, and sentences torn
 * at their links ("The company" / "Kaspersky" / "said that").
 */
final class LineJoiner {

  private static final int MIN_WIDTH = 50;
  private static final int MAX_WIDTH = 130;
  private static final int MIN_WRAPS = 4;

  /** No paragraph is longer; joining without end would cost the square of the text. */
  private static final int MAX_JOINED = 6_000;

  private LineJoiner() {}

  static List<String> join(List<String> lines) {
    int width = wrapWidth(lines);
    List<String> out = new ArrayList<>(lines.size());
    boolean wrapped = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String stripped = line.strip();
      int last = out.size() - 1;
      boolean adjacent = i > 0 && isPlain(stripped) && !lines.get(i - 1).isBlank();
      adjacent &= last >= 0 && out.get(last).length() < MAX_JOINED;
      if (adjacent && width > 0 && wraps(lines.get(i - 1), stripped, width)
          || adjacent && last >= 0 && continues(out.get(last), stripped, next(lines, i))) {
        out.set(last, glue(out.get(last), stripped));
      } else {
        out.add(line);
      }
    }
    return out;
  }

  private static String next(List<String> lines, int i) {
    return i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
  }

  /** Width at which the text was wrapped, or 0: nearly no line had room for the next one's word. */
  private static int wrapWidth(List<String> lines) {
    int width = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (isPlain(lines.get(i + 1).strip()) && !lines.get(i).isBlank()) {
        width = Math.max(width, lines.get(i).stripTrailing().length());
      }
    }
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      return 0;
    }
    int wraps = 0;
    int pairs = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String next = lines.get(i + 1).strip();
      if (lines.get(i).length() > MIN_WIDTH / 2 && isPlain(next)) {
        pairs++;
        wraps += wraps(lines.get(i), next, width) ? 1 : 0;
      }
    }
    return wraps >= MIN_WRAPS && wraps >= pairs * .7 ? width : 0;
  }

  private static boolean wraps(String line, String next, int width) {
    String full = line.stripTrailing();
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return full.length() >= width * .6 && full.length() + 1 + word > width - 1;
  }

  /** Neither blank nor the start of something of its own. */
  private static boolean isPlain(String stripped) {
    if (stripped.isEmpty()) {
      return false;
    }
    char c = stripped.charAt(0);
    boolean mark = "#>|•·▪◦‣●■►!".indexOf(c) >= 0;
    boolean bullet = "-*+".indexOf(c) >= 0 && stripped.startsWith(" ", 1);
    return !mark && !bullet && !stripped.startsWith("```") && !stripped.matches("\\d{1,3}[.)] .*");
  }

  /** Whether the line goes on with a sentence that the text so far has not ended. */
  private static boolean continues(String before, String line, String after) {
    if (before.isBlank() || isEnded(before) || before.strip().startsWith("#")) {
      return false;
    }
    if (opensLikeRest(line)) {
      return before.length() > 3 && hasLetter(line) && hasLetter(before);
    }
    boolean torn = line.length() <= 60 && !isEnded(line) && opensLikeRest(after);
    return torn && before.length() >= 20 && hasLetter(line) && hasLetter(after);
  }

  private static boolean opensLikeRest(String line) {
    if (line.isEmpty()) {
      return false;
    }
    char c = line.charAt(0);
    return Character.isLowerCase(c) && line.indexOf(' ') > 0 && !line.contains("://")
        || ",;.)，。、；）”".indexOf(c) >= 0;
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
    char last = head.charAt(head.length() - 1);
    char first = line.charAt(0);
    boolean chinese = TextMeasure.isHanzi(last) || TextMeasure.isHanzi(first) || first >= '\u3000';
    boolean mark = ",;.)".indexOf(first) >= 0;
    return chinese || mark ? head + line : head + " " + line;
  }
}
