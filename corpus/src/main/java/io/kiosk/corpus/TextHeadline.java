package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the headline of a scraped text: of the lines before the article the one that its scraper
 * names as the title, is marked as a heading, stands near the text and shares its words with it.
 * Stateless.
 */
final class TextHeadline {

  /** Lines before the text that are looked at; a menu may part headline and text. */
  private static final int MAX_LINES = 60;

  /** Lines at the start of a text in which a headline stands whatever the text looks like. */
  private static final int MAX_START = 12;

  /** The first running text may be the headline itself, if it asks or calls. */
  private static final double MAX_WEIGHT = 32;

  private static final int MAX_LENGTH = 200;

  /** What agreement with a claimed title is worth. */
  private static final double AGREEMENT = 4;

  /** What is added if all words are in the text, too. */
  private static final double OVERLAP = 2.5;

  /** What is added if the text follows at once. */
  private static final double NEAR = 1.5;

  /** Lines in which that falls to a third. */
  private static final double NEAR_LINES = 8;

  /** What is added if the date or the author follows. */
  private static final double STAMPED = 1.2;

  private static final int STAMP_LINES = 3;

  /** Below this nothing says that a line is the headline. */
  private static final double MIN_SCORE = 2;

  /** Shares of a title's words in the text of which it says little, and much. */
  private static final double FEW = .4;

  private static final double MOST = .6;

  /** How much more of its words a heading has in the text than a title of which some are. */
  private static final double GAIN = .35;

  /** Words of a line that tells date and author. */
  private static final double MAX_STAMP = 16;

  /** Lines above the text of a page in which a heading is looked for. */
  private static final int HEADING_LINES = 8;

  /** Characters of the text in which a headline's words are looked for. */
  private static final int MAX_TEXT = 6_000;

  /** Letters of a word by which it is known whatever its ending. */
  private static final int STEM = 5;

  private static final BlockClassifier CLASSIFIER = new BlockClassifier();

  private TextHeadline() {}

  /**
   * The number of the headline's block; -1 if there is none.
   *
   * @param claim the title that the scraper names; the first line may be one, too
   * @param fits whether a block may be a headline at all
   * @param stamp whether a block tells the date or the author
   */
  static int find(
      Selection draft, Optional<TitleParts> claim, IntPredicate fits, IntPredicate stamp) {
    int start = start(draft);
    Set<String> words = words(text(draft));
    List<TitleParts> named = new ArrayList<>(claim.stream().toList());
    int best = -1;
    double most = MIN_SCORE;
    int end = Math.min(draft.size(), start == draft.size() ? MAX_START : start + 1);
    for (int i = 0; i < end; i++) {
      if (i >= MAX_START && i < start - MAX_LINES || !fits.test(i)) {
        continue;
      }
      double score = score(draft.get(i), named, words, start - i);
      score += isStamped(i, start, stamp) ? STAMPED : 0;
      if (i == 0 && draft.get(i).weight() <= MAX_WEIGHT) {
        named.add(new TitleParts(draft.get(i).text()));
      }
      if (score > most) {
        best = i;
        most = score;
      }
    }
    return best;
  }

  /**
   * The line above the text of a page that shares clearly more of its words with the text than the
   * title that the page claims: a heading, or what stands above the date if hardly a word of the
   * title is in the text. Nothing if a line above the text is the title.
   */
  static Optional<String> instead(String title, Selection text) {
    Set<String> words = words(text(text));
    double claimed = overlap(title, words);
    String folded = TitleParts.fold(title);
    int start = start(text);
    for (int i = Math.min(start, text.size() - 1); i >= Math.max(0, start - HEADING_LINES); i--) {
      Block block = text.get(i);
      if (TitleParts.fold(block.text()).equals(folded)) {
        return Optional.empty();
      }
      boolean stamped = i + 1 < text.size() && i < start && isStamp(text.get(i + 1));
      boolean marked = block.kind() == Block.Kind.HEADING || stamped && claimed <= FEW;
      boolean linked = block.linkChars() > 0 && i < start - 1 && !stamped;
      if (marked && !linked && block.weight() >= 2 && block.weight() <= MAX_WEIGHT) {
        double shared = overlap(block.text(), words);
        if (shared > MOST && (claimed <= FEW || shared >= claimed + GAIN)) {
          return Optional.of(block.text());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a line of a page tells the date or the author. */
  private static boolean isStamp(Block block) {
    return block.weight() <= MAX_STAMP
        && (CLASSIFIER.classify(block) == BlockRole.BYLINE
            || !DateText.find(block.text(), DateCustom.UNKNOWN).isEmpty());
  }

  private static double score(
      Block block, List<TitleParts> claims, Set<String> words, int distance) {
    if (block.weight() > MAX_WEIGHT || block.text().length() > MAX_LENGTH) {
      return 0;
    }
    double score = block.kind() == Block.Kind.HEADING ? heading(block.level()) : 0;
    String folded = TitleParts.fold(block.text());
    double agreement = 0;
    for (TitleParts claim : claims) {
      agreement = Math.max(agreement, claim.agreement(folded));
    }
    score += AGREEMENT * agreement;
    score += OVERLAP * overlap(block.text(), words);
    score += NEAR * Math.exp(-Math.max(0, distance - 1) / NEAR_LINES);
    score -= block.weight() < 2 ? 1.5 : block.weight() < 3 ? .7 : 0;
    score -= endsLikeText(block.text()) ? 1.5 : 0;
    score -= block.linkDensity() > .8 && agreement < .8 ? 1.5 : 0;
    return distance <= 0 ? score - 1.5 : score;
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

  /** Whether date or author stand in one of the next lines, before the text. */
  private static boolean isStamped(int i, int start, IntPredicate stamp) {
    return IntStream.range(i + 1, Math.min(start, i + 1 + STAMP_LINES)).anyMatch(stamp);
  }

  private static double heading(int level) {
    return switch (level) {
      case 1 -> 3;
      case 2 -> 1.5;
      case 3 -> .7;
      default -> .3;
    };
  }

  private static boolean endsLikeText(String text) {
    return ".。;；,，:：、".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static String text(Selection draft) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < draft.size() && text.length() < MAX_TEXT; i++) {
      if (draft.isKept(i) && draft.get(i).isProse() && draft.get(i).weight() > MAX_WEIGHT / 2) {
        text.append(draft.get(i).text()).append('\n');
      }
    }
    return text.toString();
  }

  /** Share of the words of a line that are in a text. */
  private static double overlap(String line, Set<String> words) {
    List<String> own = new ArrayList<>(words(line));
    long shared = own.stream().filter(words::contains).count();
    return own.size() < 2 ? 0 : (double) shared / own.size();
  }

  /** Longer words by their first letters, and pairs of Chinese characters. */
  private static Set<String> words(String text) {
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
