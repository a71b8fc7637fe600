package io.kiosk.corpus;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who wrote an article, by the lines before its text, those behind it, and its edges. */
final class BylineLines {

  /** Blocks before the first and behind the last running text in which bylines stand. */
  private static final int HEAD = 20;

  private static final int TAIL = 12;

  /** The same of a text, in which nothing tells where the article's foot ends. */
  private static final int TEXT_TAIL = 4;

  /** Headings above this level are no bylines, but begin like ones. */
  private static final int MAX_HEADING = 3;

  /** Words of the line below a label that holds the name. */
  private static final double MAX_LABELLED = 6;

  /** Words of a line that may be a byline. */
  private static final double MAX_LINE = 30;

  /** Characters at the start and end of a paragraph in which a reporter is named. */
  private static final int PARAGRAPH_EDGE = 70;

  /** Lines before and behind the headline in which a name stands beside the date. */
  private static final int ABOVE_TITLE = 2;

  private static final int BELOW_TITLE = 8;

  /** Words of a line with the date, and maybe a name. */
  private static final double MAX_DATED = 16;

  /** A time of day, and what parts a name from it and from a date. */
  private static final Pattern PART =
      Pattern.compile(
          "\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:\\s?(?i:uhr|h|am|pm|a\\.m\\.|p\\.m\\.))?"
              + "|[|•·/@()\\[\\]]|\\s[–—-]\\s|(?:^|\\s)(?i:um|at|on|am|den|the|uhr)(?=\\s|$)");

  private static final Pattern DIRECTLY_BEHIND =
      Pattern.compile("\\s?(?!(?i:by|von|uhr)\\s)\\p{L}");

  private static final BlockClassifier CLASSIFIER = new BlockClassifier();

  private final Selection selection;
  private final int title;
  private final int from;
  private final boolean page;
  private int first = -1;
  private int last = -1;

  private BylineLines(Selection selection, int title, boolean page) {
    this.selection = selection;
    this.title = title;
    this.from = Math.max(0, title - ABOVE_TITLE);
    this.page = page;
    for (int i = 0; i < selection.size(); i++) {
      if (isText(i)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
  }

  private boolean isText(int i) {
    return selection.isKept(i) && selection.get(i).isProse();
  }

  /** Of a page, whose elements say what belongs to the article. */
  static BylineLines ofPage(Selection selection) {
    return new BylineLines(selection, -1, true);
  }

  /**
   * Of a scraped text.
   *
   * @param title index of the headline's block, far above which nothing tells of the article; -1 if
   *     it is not known
   */
  static BylineLines ofText(Selection selection, int title) {
    return new BylineLines(selection, title, false);
  }

  /** The person that a byline, the first paragraphs or the end of the text name. */
  Optional<String> author() {
    if (first < 0) {
      return Optional.empty();
    }
    return near(Bylines::author).or(() -> near(Bylines::names)).or(this::reporter);
  }

  /** The names that stand beside the date under the headline, or above it. */
  Optional<String> besideDate() {
    if (title < 0) {
      return Optional.empty();
    }
    Optional<String> found = Optional.empty();
    int end = Math.min(selection.size(), title + 1 + BELOW_TITLE);
    for (int i = title + 1; i < end && found.isEmpty(); i++) {
      found = besideDate(i);
    }
    for (int i = title - 1; i >= from && found.isEmpty(); i--) {
      found = besideDate(i);
    }
    return found;
  }

  private Optional<String> besideDate(int i) {
    String line = selection.get(i).text();
    if (selection.get(i).weight() > MAX_DATED) {
      return Optional.empty();
    }
    if (!DateText.find(line, DateCustom.UNKNOWN).isEmpty()) {
      return withoutDate(line);
    }
    return isDated(i - 1) || isDated(i + 1) ? person(line) : Optional.empty();
  }

  private boolean isDated(int i) {
    return i >= 0
        && i < selection.size()
        && i != title
        && selection.get(i).weight() <= MAX_DATED
        && DateText.isMainly(selection.get(i).text());
  }

  /** The first names in what is left of a line if its dates and times go. */
  private static Optional<String> withoutDate(String line) {
    StringBuilder rest = new StringBuilder(line);
    for (DateText.Found date : DateText.find(line, DateCustom.UNKNOWN).reversed()) {
      // What follows a date without a sign between may be anything, often a category.
      boolean goesOn = DIRECTLY_BEHIND.matcher(line).region(date.end(), line.length()).lookingAt();
      rest.replace(date.start(), date.end(), goesOn ? "|0" : "|");
    }
    return Arrays.stream(PART.split(rest))
        .flatMap(part -> person(part.replaceFirst("^[\\s,;:]+", "")).stream())
        .findFirst();
  }

  private static Optional<String> person(String text) {
    return DateLabels.of(text, "") != DateLabels.Meaning.NONE
        ? Optional.empty()
        : Bylines.name(text)
            .flatMap(Bylines::persons)
            .filter(
                name ->
                    !CLASSIFIER.isOfThePage(Block.ofText(Block.Kind.PARAGRAPH, 0, name, 0, true)));
  }

  /** In brackets, at the start of the text or at its end. */
  private Optional<String> reporter() {
    for (int i = first; i <= Math.min(first + 1, last); i++) {
      String text = selection.get(i).text();
      Optional<String> found =
          Bylines.reporter(text.substring(0, Math.min(text.length(), PARAGRAPH_EDGE)));
      if (found.isPresent()) {
        return found;
      }
    }
    String text = selection.get(last).text();
    String end = text.substring(Math.max(0, text.length() - PARAGRAPH_EDGE));
    return Bylines.reporter(end).or(() -> Bylines.signature(end));
  }

  /**
   * The paper or agency that the text was taken from. Behind a scraped text it is that of a copy.
   */
  Optional<String> source() {
    return first < 0
        ? Optional.empty()
        : before(Bylines::source).or(() -> page ? behind(Bylines::source) : Optional.empty());
  }

  /** Who edited it. */
  Optional<String> editor() {
    return first < 0 ? Optional.empty() : near(Bylines::editor);
  }

  /** Of short lines, those before the text first, the nearest of each side first. */
  private Optional<String> near(Function<String, Optional<String>> reader) {
    return before(reader).or(() -> behind(reader));
  }

  private Optional<String> before(Function<String, Optional<String>> reader) {
    Optional<String> found = Optional.empty();
    for (int i = first; i >= Math.max(from, first - HEAD) && found.isEmpty(); i--) {
      found = read(i, reader);
    }
    // Between a standfirst and the text.
    for (int i = first + 1; page && i < last && found.isEmpty() && !isText(i); i++) {
      boolean credit = BlockRole.CREDIT.label().equals(selection.reason(i));
      found = credit ? Optional.empty() : read(i, reader);
    }
    return found;
  }

  private Optional<String> behind(Function<String, Optional<String>> reader) {
    Optional<String> found = Optional.empty();
    int end = Math.min(selection.size(), last + 1 + (page ? TAIL : TEXT_TAIL));
    for (int i = Math.max(first + 1, last - 1); i < end && found.isEmpty(); i++) {
      found = read(i, reader);
    }
    return found;
  }

  private Optional<String> read(int i, Function<String, Optional<String>> reader) {
    Block block = selection.get(i);
    boolean heading = block.kind() == Block.Kind.HEADING && block.level() <= MAX_HEADING;
    boolean line = block.weight() <= MAX_LINE && !heading && !isBadge(i);
    return line ? reader.apply(withName(i)) : Optional.empty();
  }

  /** The line, and the name in the next one if it is but a label. */
  private String withName(int i) {
    String text = selection.get(i).text();
    boolean label = i + 1 < selection.size() && Bylines.isLabel(text);
    return label && selection.get(i + 1).weight() <= MAX_LABELLED
        ? text + " " + selection.get(i + 1).text()
        : text;
  }

  /** A link behind the text with its label in it: who made the advertisements there. */
  private boolean isBadge(int i) {
    Block block = selection.get(i);
    return i > last && block.linkDensity() > .9 && !Bylines.isLabel(block.text());
  }
}
