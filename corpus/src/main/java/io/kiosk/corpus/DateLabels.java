package io.kiosk.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands beside a date says of it, by the words of {@code date-labels.txt}. Stateless. */
final class DateLabels {

  /** What day the words before a date mean. */
  enum Meaning {
    /** The day of publication. */
    PUBLISHED,
    /** The day of the last change. */
    CHANGED,
    /** Another day: of a copyright, a registration, an event. */
    OTHER,
    /** They say nothing. */
    NONE
  }

  private static final Map<String, List<String>> WORDS =
      WordLists.sections(List.of("date-labels.txt"));

  /** Characters before a date in which its label stands. */
  private static final int MAX_LABEL = 50;

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?iu)(?:(?<!\\p{IsLatin})(?:"
              + words("published")
              + ")|^\\W{0,3}(?:"
              + words("opening")
              + "))(?:\\s(?:on|at|am|um))?\\s*[:：]?\\s*(?:"
              + "\\p{L}{2,10}[.,]{1,2})?\\s*$");

  private static final Pattern CHANGED =
      Pattern.compile("(?iu)(?<!\\p{IsLatin})(?:" + words("changed") + ")[^\\d]{0,20}$");

  private static final Pattern OTHER =
      Pattern.compile("(?iu)(?<!\\p{IsLatin})(?:" + words("other") + ")[^\\d]{0,30}$");

  private static final Pattern BEHIND =
      Pattern.compile("(?iu)^[\\s,|·(（]{0,4}(?:\\d{1,7}\\s?)?(?:" + words("behind") + ")");

  /** A range of days is when something takes place. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?iu)^\\s?(?:[-–—－~至]|bis|to|until|und|and)\\s?(?:\\p{L}{2,4}[.,]\\s?)?"
              + "\\d{1,2}(?:\\s?日|\\.(?!\\d\\d\\b)|\\s(?:"
              + DateText.MONTH_NAMES
              + ")\\b|[./]\\d{1,2}[./])");

  // Most texts hold none of the words, which is seen sooner than that a pattern finds nothing.
  private static final Substrings PUBLISHED_WORDS = substrings("published", "opening");
  private static final Substrings CHANGED_WORDS = substrings("changed");
  private static final Substrings OTHER_WORDS = substrings("other");

  private static final Substrings PUBLISHED_NAMES = substrings("published-name");
  private static final Substrings DATE_NAMES = substrings("date-name");
  private static final Substrings OTHER_NAMES = substrings("other-name");

  private DateLabels() {}

  /** What the texts directly before and behind a date say of it. */
  static Meaning of(String before, String behind) {
    String lead = before.substring(Math.max(0, before.length() - MAX_LABEL));
    if (OTHER_WORDS.isIn(lead) && OTHER.matcher(lead).find() || RANGE.matcher(behind).find()) {
      return Meaning.OTHER;
    }
    if (CHANGED_WORDS.isIn(lead) && CHANGED.matcher(lead).find()) {
      return Meaning.CHANGED;
    }
    boolean published =
        PUBLISHED_WORDS.isIn(lead) && PUBLISHED.matcher(lead).find()
            || BEHIND.matcher(behind).find();
    return published ? Meaning.PUBLISHED : Meaning.NONE;
  }

  /** Whether an element of these names holds the day of publication. */
  static boolean isPublished(String names) {
    return PUBLISHED_NAMES.isIn(names);
  }

  /** Whether an element of these names holds a date or byline. */
  static boolean isDate(String names) {
    return DATE_NAMES.isIn(names);
  }

  /** Whether an element of these names holds another date than the article's. */
  static boolean isOther(String names) {
    return OTHER_NAMES.isIn(names);
  }

  private static Substrings substrings(String... sections) {
    return new Substrings(
        Arrays.stream(sections).flatMap(section -> WORDS.get(section).stream()).toList());
  }

  private static String words(String section) {
    return WORDS.get(section).stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
