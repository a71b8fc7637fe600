package io.kiosk.corpus;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the headline of a scraped text among the lines before the article and the first ones of it;
 * {@link HeadlineWitness} says what speaks for each. Stateless.
 */
final class TextHeadline {

  /** Lines before the text that are looked at; a menu may part headline and text. */
  private static final int MAX_LINES = 60;

  /**
   * Lines from the start of the text on that may be the headline, for the start may be a teaser.
   */
  private static final int MAX_BEHIND = 25;

  /** Lines at the start of a text in which a headline stands whatever the text looks like. */
  private static final int MAX_START = 25;

  /** The first running text may be the headline itself, if it asks or calls. */
  private static final double MAX_WEIGHT = 32;

  private static final int MAX_LENGTH = 200;

  /** Lines among which one that is marked as heading of the first level may be the headline. */
  private static final int MAX_FIRST_LEVEL = 2_000;

  /** Below this nothing says that a line is the headline. */
  private static final double MIN_SCORE = 1;

  /** From here on a heading of the first level is the headline whatever the scraper names so. */
  private static final double SURE = 9;

  /** Shares of a title's words in the text of which it says little, and much. */
  private static final double FEW = .4;

  private static final double MOST = .6;

  /** How much more of its words a heading has in the text than a title of which some are. */
  private static final double GAIN = .35;

  /** Lines above the text of a page in which a heading is looked for. */
  private static final int HEADING_LINES = 8;

  /** Characters of the text in which a headline's words are looked for. */
  private static final int MAX_TEXT = 6_000;

  /** Letters of a word by which it is known whatever its ending. */
  private static final int STEM = 5;

  private TextHeadline() {}

  /**
   * A line that may be the headline.
   *
   * @param index of its block; -1 if there is none
   * @param sure whether it is marked as the first heading and much else speaks for it, so that it
   *     need not be what the scraper names as the title
   */
  record Found(int index, boolean sure) {}

  /**
   * The line that most likely is the headline.
   *
   * @param claim the title that the scraper names
   * @param fits whether a block's words may be those of a headline
   */
  static Found find(Selection draft, Optional<TitleParts> claim, IntPredicate fits) {
    int start = start(draft);
    HeadlineLine.Text text = new HeadlineLine.Text(draft, start, claim, fits);
    int best = -1;
    double most = MIN_SCORE;
    int end = Math.min(draft.size(), start == draft.size() ? MAX_START : start + MAX_BEHIND);
    for (int i = 0; i < Math.min(draft.size(), MAX_FIRST_LEVEL); i++) {
      Block block = draft.get(i);
      boolean near = i < MAX_START || i >= start - MAX_LINES && i < end || block.level() == 1;
      if (near && block.weight() <= MAX_WEIGHT && block.text().length() <= MAX_LENGTH) {
        double score = HeadlineWitness.score(new HeadlineLine(text, i));
        best = score > most ? i : best;
        most = Math.max(score, most);
      }
    }
    return new Found(best, best >= 0 && most >= SURE && draft.get(best).level() == 1);
  }

  /**
   * The line above the text of a page that shares clearly more of its words with the text than the
   * title that the page claims: a heading, or what stands above the date if hardly a word of the
   * title is in the text. Nothing if a line above the text is the title.
   */
  static Optional<String> instead(String title, Selection text) {
    Set<String> words = words(text(text));
    double claimed = overlap(words(title), words);
    String folded = TitleParts.fold(title);
    int start = start(text);
    for (int i = Math.min(start, text.size() - 1); i >= Math.max(0, start - HEADING_LINES); i--) {
      Block block = text.get(i);
      if (TitleParts.fold(block.text()).equals(folded)) {
        return Optional.empty();
      }
      boolean stamped = i + 1 < text.size() && i < start && Stamp.is(text.get(i + 1));
      boolean marked = block.kind() == Block.Kind.HEADING || stamped && claimed <= FEW;
      boolean linked = block.linkChars() > 0 && i < start - 1 && !stamped;
      if (marked && !linked && block.weight() >= 2 && block.weight() <= MAX_WEIGHT) {
        double shared = overlap(words(block.text()), words);
        if (shared > MOST && (claimed <= FEW || shared >= claimed + GAIN)) {
          return Optional.of(block.text());
        }
      }
    }
    return Optional.empty();
  }

  /** The first running text of the article, or at all; the number of blocks if there is none. */
  private static int start(Selection draft) {
    int first = draft.size();
    for (int i = draft.size() - 1; i >= 0; i--) {
      first = draft.get(i).isProse() ? i : first;
    }
    for (int i = first; i < draft.size(); i++) {
      if (draft.isKept(i) && draft.get(i).isProse()) {
        return i;
      }
    }
    return first;
  }

  /** The longer running text of the article. */
  static String text(Selection draft) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < draft.size() && text.length() < MAX_TEXT; i++) {
      if (draft.isKept(i) && draft.get(i).isProse() && draft.get(i).weight() > MAX_WEIGHT / 2) {
        text.append(draft.get(i).text()).append('\n');
      }
    }
    return text.toString();
  }

  /** Share of the words of a line that are in a text; 0 of fewer than two words. */
  static double overlap(Set<String> line, Set<String> words) {
    long shared = line.stream().filter(words::contains).count();
    return line.size() < 2 ? 0 : (double) shared / line.size();
  }

  /** Longer words by their first letters, and pairs of Chinese characters. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    String folded = Folding.fold(text);
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : ' ';
      if (TextMeasure.isHanzi(c)) {
        start = i + 1;
        if (i + 1 < folded.length() && TextMeasure.isHanzi(folded.charAt(i + 1))) {
          words.add(folded.substring(i, i + 2));
        }
      } else if (!Character.isLetter(c)) {
        if (i - start >= STEM - 1) {
          words.add(folded.substring(start, Math.min(i, start + STEM)));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
