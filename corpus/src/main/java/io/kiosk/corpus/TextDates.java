package io.kiosk.corpus;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds the day of publication in a scraped text by where its date stands: best between headline
 * and text, or as the first words of that, then above the headline, then behind the text with a
 * label; anywhere in the text itself a date is what the article tells. For one text.
 */
final class TextDates {

  /** What the best places are trusted, and what a label adds to any. */
  private static final double ABOVE_TEXT = 10;

  private static final double FIRST_WORDS = 9;
  private static final double FIRST_LINES = 8;
  private static final double ABOVE_TITLE = 7;
  private static final double LABELLED_BEHIND = 6;
  private static final double BEHIND = 5;
  private static final double FAR_ABOVE = 4;
  private static final double BESIDE_TITLE = 3;
  private static final double ANYWHERE_BEHIND = 1;
  private static final double NOWHERE = 0;
  private static final double LABELLED = 5;

  /** What the word "updated" takes from it. */
  private static final double CHANGED = 4;

  /** What each line farther from the headline takes. */
  private static final double LINE = .1;

  /** Lines from the headline to the date above the text. */
  private static final int MAX_HEAD = 12;

  /** Lines of the text that may tell its date, and those that do if they hold little else. */
  private static final int MAX_FIRST = 2;

  private static final int MAX_SOON = 6;

  /** Lines above the headline, and of those with nothing but a date or byline. */
  private static final int MAX_ABOVE = 3;

  private static final int MAX_FAR_ABOVE = 6;

  /** Lines behind the text. */
  private static final int MAX_LABELLED_BEHIND = 15;

  private static final int MAX_FAR_BEHIND = 60;

  /** Letters beside a date that is the line, or begins it, and before one that does. */
  private static final int MAX_REST = 40;

  private static final int MAX_REST_BEHIND = 90;
  private static final int MAX_LEAD = 25;

  /** Letters of a title that is no section's, and beside it on a line with its date. */
  private static final int MIN_TITLE = 10;

  private static final int MAX_BESIDE = 60;

  /** Letters of a line that is but a date or byline. */
  private static final int MAX_STAMP = 300;

  /** Letters of a line in which a date is looked for. */
  private static final int MAX_LINE = 2_000;

  private final Selection article;
  private final int title;
  private final String headline;
  private final int first;
  private final int last;

  /**
   * @param title index of the headline's block; -1 if there is none
   * @param headline the article's title, empty if unknown
   */
  TextDates(Selection article, int title, String headline) {
    this.article = article;
    this.title = title;
    this.headline = headline;
    int from = 0;
    int to = article.size() - 1;
    while (from <= to && !article.isKept(from)) {
      from++;
    }
    while (to >= from && !article.isKept(to)) {
      to--;
    }
    boolean none = from > to;
    last = none ? Math.min(article.size(), title + 1 + MAX_HEAD / 2) : to;
    first = Math.max(none ? last : from, title + 1);
  }

  /**
   * The most trusted date of all.
   *
   * @param latest the last day on which the article can have been published
   */
  Optional<PublicationDate> find(DateCustom custom, LocalDate latest) {
    Optional<PublicationDate> best = Optional.empty();
    double most = NOWHERE;
    for (int i = 0; i < article.size(); i++) {
      if (!mayTell(i)) {
        continue;
      }
      String line = article.get(i).text();
      for (DateText.Found found :
          DateText.find(line.substring(0, Math.min(MAX_LINE, line.length())), custom)) {
        double trust = found.date().firstDay().isAfter(latest) ? NOWHERE : trust(i, line, found);
        if (trust > most) {
          most = trust;
          best = Optional.of(found.date());
        }
      }
    }
    return best;
  }

  /** Whether a line stands where a date may be the article's; in most none is looked for. */
  private boolean mayTell(int i) {
    boolean head = i >= title - MAX_FAR_ABOVE && i <= first + MAX_FIRST;
    boolean behind = i > first && i <= last + MAX_FAR_BEHIND;
    boolean isShort = article.get(i).text().length() <= MAX_STAMP;
    return i != title && (head || behind && isShort || isBesideTitle(i));
  }

  private double trust(int i, String line, DateText.Found date) {
    String behind = line.substring(date.end());
    DateLabels.Meaning label = DateLabels.of(line.substring(0, date.start()), behind);
    boolean labelled =
        label == DateLabels.Meaning.PUBLISHED
            || date.start() == 0
                && i > 0
                && DateLabels.of(article.get(i - 1).text() + " ", behind)
                    == DateLabels.Meaning.PUBLISHED;
    double place = label == DateLabels.Meaning.OTHER ? NOWHERE : place(i, line, date, labelled);
    if (place <= NOWHERE) {
      return NOWHERE;
    }
    double trust = place + (labelled ? LABELLED : 0);
    return label == DateLabels.Meaning.CHANGED ? Math.max(LINE, trust - CHANGED) : trust;
  }

  private double place(int i, String line, DateText.Found date, boolean labelled) {
    int rest = line.length() - (date.end() - date.start());
    boolean isShort = rest <= MAX_REST || date.start() <= MAX_LEAD && rest <= MAX_REST_BEHIND;
    boolean stamp = Stamp.is(article.get(i));
    boolean near = i - title <= MAX_HEAD;
    boolean told = isShort || labelled || stamp;
    if (i > title && i < first && near && told) {
      return ABOVE_TEXT - LINE * (i - title);
    }
    if (i == first && near && date.start() <= 1) {
      return FIRST_WORDS;
    }
    boolean soon = i - title <= MAX_SOON || i <= first + MAX_FIRST && (stamp || labelled);
    if (i >= first && i <= last && soon && told) {
      return FIRST_LINES;
    }
    if (i < title && title - i <= MAX_ABOVE && isShort) {
      return ABOVE_TITLE - LINE * (title - i);
    }
    if (i > last && i - last <= MAX_LABELLED_BEHIND && labelled) {
      return LABELLED_BEHIND;
    }
    // A reader's comment begins with a name, too, but without "by".
    boolean byline = date.start() <= 1 || Bylines.author(line).isPresent();
    if (i == last + 1 && stamp && byline) {
      return BEHIND;
    }
    if (i < title && title - i <= MAX_FAR_ABOVE && (stamp && isShort || labelled)) {
      return FAR_ABOVE - LINE * (title - i);
    }
    if (isBesideTitle(i)) {
      return BESIDE_TITLE;
    }
    return i > title && labelled && stamp ? ANYWHERE_BEHIND : NOWHERE;
  }

  /** Whether the line repeats the title, as a list of the latest articles with their dates does. */
  private boolean isBesideTitle(int i) {
    String line = article.get(i).text();
    return i != title
        && headline.length() >= MIN_TITLE
        && line.length() > headline.length()
        && line.length() <= headline.length() + MAX_BESIDE
        && line.contains(headline);
  }
}
