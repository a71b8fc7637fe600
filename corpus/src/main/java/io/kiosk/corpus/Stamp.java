package io.kiosk.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a line tells the date, the author or the origin of an article and little else, as one
 * stands under a headline. Stateless.
 */
final class Stamp {

  private static final int MAX_LENGTH = 120;

  private static final Pattern LABELLED =
      Pattern.compile("(\\p{L}[\\p{L} _-]{0,30}?)\\s*[:：]\\s*(.+)");

  private static final BlockClassifier CLASSIFIER = new BlockClassifier();

  private Stamp() {}

  static boolean is(Block block) {
    String line = block.text();
    return line.length() <= MAX_LENGTH
        && switch (CLASSIFIER.classify(block)) {
          case BYLINE, TIME -> true;
          default -> DateText.isMainly(line) || isLabelled(line);
        };
  }

  /** The same of a line by itself. */
  static boolean is(String line) {
    return is(Block.ofText(Block.Kind.PARAGRAPH, 0, line, 0, true));
  }

  /** A line that begins with a label and a colon; the groups are that and what follows. */
  static Matcher labelled(String line) {
    return LABELLED.matcher(line);
  }

  /** Whether the label is one of a field. */
  static boolean isLabelled(String line) {
    Matcher matcher = labelled(line);
    return matcher.matches() && ScrapedText.field(matcher.group(1)).isPresent();
  }
}
