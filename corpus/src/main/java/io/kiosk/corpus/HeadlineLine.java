package io.kiosk.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A line of a scraped text that may be its headline, and what stands around it: the facts that
 * {@link HeadlineWitness} weighs.
 */
final class HeadlineLine {

  /** Words in whose number more make no difference. */
  private static final double MANY_SHARED = 4;

  /** Lines before and behind, and the words of running text in them that are many. */
  private static final int NEAR = 12;

  private static final double MUCH_BEFORE = 100;

  private static final double MUCH_BEHIND = 150;

  /** Words of an entry of a menu. */
  private static final double MAX_ENTRY = 3.5;

  private static final int ENTRIES = 3;

  /** Words of a line that means something where it is said again. */
  private static final double MIN_REPEATED = 4;

  /** Letters, and the words, of a line that is found in others. */
  private static final int MIN_CONTAINED = 8;

  private static final double MIN_CONTAINED_WORDS = 3;

  /** The longest line in which one is found: so many times its length, and so many letters. */
  private static final int MAX_TIMES = 3;

  private static final int MAX_MORE = 40;

  /** What the lines of one text have in common. */
  static final class Text {

    /** Longer lines are no titles and name none. */
    private static final int MAX_LENGTH = 300;

    /** Lines in which others are looked for. */
    private static final int MAX_LINES = 5_000;

    /** Characters of the first sentences. */
    private static final int LEAD = 700;

    private final Selection draft;
    private final int start;
    private final Optional<TitleParts> claim;
    private final IntPredicate fits;
    private final Set<String> words;
    private final Set<String> lead;
    private final String[] folded;
    private final Map<String, Integer> times = new HashMap<>();

    /**
     * @param start the first running text of the article
     * @param claim the title that the scraper names
     * @param fits whether a block's words may be those of a headline
     */
    Text(Selection draft, int start, Optional<TitleParts> claim, IntPredicate fits) {
      this.draft = draft;
      this.start = start;
      this.claim = claim;
      this.fits = fits;
      String text = TextHeadline.text(draft);
      words = TextHeadline.words(text);
      lead = TextHeadline.words(text.substring(0, Math.min(LEAD, text.length())));
      folded = new String[Math.min(draft.size(), MAX_LINES)];
      for (int i = 0; i < folded.length; i++) {
        String line = draft.get(i).text();
        folded[i] = line.length() <= MAX_LENGTH ? TitleParts.fold(line) : "";
        times.merge(folded[i], 1, Integer::sum);
      }
    }

    /** Words of the article's running text in these lines; of any if the draft keeps none. */
    private double prose(int from, int to) {
      return IntStream.range(Math.max(0, from), Math.min(draft.size(), to))
          .filter(i -> draft.get(i).isProse() && (words.isEmpty() || draft.isKept(i)))
          .mapToDouble(i -> draft.get(i).weight())
          .sum();
    }

    private boolean isEntry(int i) {
      return i >= 0 && draft.get(i).weight() <= MAX_ENTRY && !draft.get(i).measure().endsSentence();
    }
  }

  private final Text text;
  private final int index;
  private final Block block;
  private final String folded;
  private final Set<String> words;

  HeadlineLine(Text text, int index) {
    this.text = text;
    this.index = index;
    this.block = text.draft.get(index);
    this.folded = TitleParts.fold(block.text());
    this.words = TextHeadline.words(block.text());
  }

  int level() {
    return block.level();
  }

  double weight() {
    return block.weight();
  }

  /** From 0 to {@link TitleParts#WHOLE}. */
  double claimed() {
    return text.claim.map(claim -> claim.agreement(folded)).orElse(0.);
  }

  double overlap() {
    return TextHeadline.overlap(words, text.words);
  }

  double leadOverlap() {
    return TextHeadline.overlap(words, text.lead);
  }

  double shared() {
    return Math.min(1, words.stream().filter(text.words::contains).count() / MANY_SHARED);
  }

  double proseBefore() {
    return Math.min(1, text.prose(index - NEAR, index) / MUCH_BEFORE);
  }

  double proseBehind() {
    return Math.min(1, text.prose(index + 1, index + 1 + NEAR) / MUCH_BEHIND);
  }

  boolean isBehindStart() {
    return index >= text.start;
  }

  /** Whether one of the lines at these distances tells the date or the author. */
  boolean isStamped(int from, int to) {
    return IntStream.rangeClosed(
            Math.max(0, index + from), Math.min(text.draft.size() - 1, index + to))
        .anyMatch(i -> Stamp.is(text.draft.get(i)));
  }

  boolean endsLikeText() {
    return ".。;；,，:：、".indexOf(block.text().charAt(block.text().length() - 1)) >= 0;
  }

  boolean isLink() {
    return block.linkDensity() > .8 && claimed() < .8;
  }

  boolean isRepeated() {
    return weight() >= MIN_REPEATED && text.times.getOrDefault(folded, 0) > 1;
  }

  boolean isContained() {
    return weight() >= MIN_CONTAINED_WORDS && isContained(text.folded.length);
  }

  boolean isContainedBefore() {
    return isContained(Math.min(index, text.folded.length));
  }

  private boolean isContained(int end) {
    return folded.length() >= MIN_CONTAINED
        && Arrays.stream(text.folded, 0, end)
            .filter(other -> other.length() > folded.length())
            .filter(other -> other.length() <= MAX_TIMES * folded.length() + MAX_MORE)
            .anyMatch(other -> other.startsWith(folded) || other.endsWith(folded));
  }

  boolean isFirst() {
    return index == 0;
  }

  boolean beginsLowerCase() {
    return Character.isLowerCase(block.text().codePointAt(0));
  }

  boolean isItem() {
    return block.kind() == Block.Kind.ITEM;
  }

  double menuBefore() {
    return IntStream.range(index - ENTRIES, index).filter(text::isEntry).count() / (double) ENTRIES;
  }

  boolean isUnfit() {
    return !text.fits.test(index);
  }
}
