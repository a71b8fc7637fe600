package io.kiosk.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates as Chinese, German and English texts and markup write them. Relative ones ("3 hours ago")
 * are none.
 *
 * <p>A date-time with a zone is an instant only if it falls on the day that its readers call the
 * date also in UTC; otherwise, and without a zone, that day is kept. Their day is the printed one,
 * or for a time in UTC the one in their zone.
 */
final class DateText {

  /** A date in a text: where it begins and ends, and whether a time of day belongs to it. */
  record Found(PublicationDate date, int start, int end, boolean hasTime) {}

  private static final Map<String, Integer> MONTHS = months();

  private static final int OLDEST_YEAR = 1800;

  /** Names of months as alternatives of a pattern, longest first. */
  static final String MONTH_NAMES =
      MONTHS.keySet().stream()
          .sorted(Comparator.comparing(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));

  private static final String MONTH = "(?<mon>" + MONTH_NAMES + ")\\.?";

  private static final String SIGNS = "-/.–";
  private static final String YEAR = "(?<y>(?:1[89]|20)\\d\\d)";
  private static final String DAY = "(?<d>[0-3]?\\d)";
  private static final String NUMBER = "(?<m>[01]?\\d)";
  private static final String CLOCK =
      "(?<h>[0-2]?\\d)\\s?(?:[:：.h时]|\\bUhr\\b)\\s?(?<min>[0-5]\\d)(?:[:：](?<s>[0-6]\\d)(?:[.,]\\d{1,9})?|分(?:(?<s2>[0-6]\\d)秒)?)?";
  private static final String ZONE =
      "(?:\\s?(?<pm>[ap]\\.?m\\b\\.?))?(?:\\s*Uhr)?(?:\\s?\\(?(?<z>Z|UTC|GMT|MESZ|MEZ|CEST|CET|BST|EST|EDT|CST|CDT|MST"
          + "|MDT|PST|PDT|(?:UTC|GMT)?[+-]\\d\\d:?(?:\\d\\d)?)(?![\\w:]))?";
  private static final String TIME =
      "(?:(?:T|,?\\s*(?:[-–—|/·•@]\\s*)?(?:(?:um|at|gegen|星期.|周.|上午|下午|凌晨|晚上?|早上|中午)\\s*)?)"
          + CLOCK
          + ZONE
          + ")?";

  /** What a form begins with, so that it is tried at no other place. */
  private enum Start {
    /** Four digits. */
    YEAR,
    /** One or two digits. */
    DAY,
    /** Eight and more. */
    DIGITS,
    /** The name of a month. */
    MONTH
  }

  /** A way to write dates, with the numbers of the groups of its pattern. */
  private record Form(Start start, Pattern pattern, Map<String, Integer> groups) {
    Form(Start start, Pattern pattern) {
      this(start, pattern, pattern.namedGroups());
    }

    Form(Start start, String regex) {
      this(start, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    Matcher matcher(String text) {
      return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }
  }

  /** What was read in a form. */
  private record Match(Form form, Matcher matcher) {
    /** The group's text; null if the form has no such group or it took no part. */
    String group(String name) {
      Integer number = form.groups().get(name);
      return number == null ? null : matcher.group(number);
    }

    int number(String group) {
      return Integer.parseInt(group(group));
    }
  }

  private record Place(Start start, int offset) {}

  /** With 年. */
  private static final List<Form> CHINESE_FORMS =
      List.of(
          new Form(
              Start.YEAR,
              "(?<!\\d)(?<!\\d[.:/-])"
                  + YEAR
                  + "\\s?年\\s?"
                  + NUMBER
                  + "\\s?月\\s?(?:"
                  + DAY
                  + "\\s?[日号號]?)?"
                  + TIME));

  /** The same date may follow without a space, where two elements have it. */
  private static final String YEAR_END = "(?!\\d(?!\\d?\\.?\\s(?iu:" + MONTH_NAMES + ")))";

  /** With the name of a month. */
  private static final List<Form> NAME_FORMS =
      List.of(
          new Form(
              Start.DAY,
              "(?<!\\d)"
                  + DAY
                  + "(?:st|nd|rd|th)?[.,]?(?:\\s|-)(?:of\\s)?\\s?"
                  + MONTH
                  + "[\\s,-]+"
                  + YEAR
                  + YEAR_END
                  + TIME),
          new Form(
              Start.MONTH,
              "(?<![\\p{L}\\d])"
                  + MONTH
                  + "\\s?"
                  + DAY
                  + "(?:st|nd|rd|th)?(?:,|\\s)\\s*"
                  + YEAR
                  + YEAR_END
                  + TIME),
          new Form(
              Start.MONTH,
              "(?<!\\p{L})"
                  + MONTH
                  + "\\s+"
                  + DAY
                  + "(?:,)?\\s+"
                  + CLOCK
                  + ZONE
                  + "\\s+"
                  + YEAR
                  + "(?!\\d)"));

  /** Of numbers with one of {@link #SIGNS} between them. */
  private static final List<Form> SIGN_FORMS =
      List.of(
          new Form(
              Start.YEAR,
              "(?<!\\d)(?<!\\d[.:/-])"
                  + YEAR
                  + "(?<sep>[-/.–])"
                  + NUMBER
                  + "\\k<sep>"
                  + DAY
                  + "(?!\\d|\\k<sep>\\d)"
                  + TIME),
          new Form(
              Start.DAY,
              "(?<![\\d.])"
                  + DAY
                  + "\\.\\s?"
                  + NUMBER
                  + "\\.\\s?(?<y>(?:1[89]|20)?\\d\\d)(?!\\d|[.:]\\d)"
                  + TIME),
          new Form(
              Start.DAY,
              "(?<![\\d/.-])(?<a>[0-3]?\\d)(?<sep>[/-])(?<b>[0-3]?\\d)\\k<sep>"
                  + YEAR
                  + "(?![\\d/-])"
                  + TIME),
          new Form(
              Start.DAY,
              "(?<![\\d/.-])(?<a>[0-3]\\d)/(?<b>[0-3]\\d)/(?<y>\\d\\d)(?![\\d/-])" + TIME));

  /** Of eight and more digits in a row. */
  private static final Form DIGITS_FORM =
      new Form(
          Start.DIGITS,
          "(?<![\\d.,])"
              + YEAR
              + "(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?:T?(?<h>[01]\\d|2[0-3])(?<min>[0-5]\\d)(?<s>[0-5]\\d)?"
              + ZONE
              + ")?(?!\\d)");

  /** A month without day, which only markup that says it is a date is trusted with. */
  private static final List<Form> MONTH_FORMS =
      List.of(
          new Form(Start.YEAR, YEAR + "[-/.]" + NUMBER),
          new Form(Start.YEAR, YEAR + "\\s?年\\s?" + NUMBER + "\\s?月"),
          new Form(Start.MONTH, MONTH + "\\s+" + YEAR));

  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

  /** Zones that Java would read otherwise or not at all; CST is the American one. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("MEZ", "+01:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  private DateText() {}

  /** Whether a date is a good part of a line. */
  static boolean isMainly(String line) {
    List<Found> found = find(line, DateCustom.UNKNOWN);
    return !found.isEmpty()
        && found.getFirst().end() - found.getFirst().start() > line.length() / 4;
  }

  /** A value that is meant as a date, such as an attribute: its first date, or a month or epoch. */
  static Optional<PublicationDate> parse(String value, DateCustom custom) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > 200) {
      return Optional.empty();
    }
    if (text.charAt(0) == '1' && EPOCH.matcher(text).matches()) {
      long number = Long.parseLong(text);
      Instant instant =
          text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return Optional.of(
          new PublicationDate(dayOf(instant, LocalDate.ofInstant(instant, custom.home()))));
    }
    List<Found> days = find(text, custom, true);
    return days.isEmpty() ? month(text) : Optional.of(days.getFirst().date());
  }

  private static Optional<PublicationDate> month(String text) {
    for (Form form : MONTH_FORMS) {
      Match match = new Match(form, form.matcher(text));
      if (match.matcher().matches()) {
        try {
          return Optional.of(new PublicationDate(YearMonth.of(match.number("y"), monthOf(match))));
        } catch (DateTimeException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** The days in a text in their order; those that no calendar has are left out. */
  static List<Found> find(String text, DateCustom custom) {
    return find(text, custom, false);
  }

  /** If only the first is asked for, one at the very start ends the search. */
  private static List<Found> find(String text, DateCustom custom, boolean first) {
    if (!mayHoldDate(text)) {
      return List.of();
    }
    List<Place> places = places(text);
    List<Found> found = new ArrayList<>();
    for (Form form : forms(text, places)) {
      Matcher matcher = null;
      int end = 0;
      for (Place place : places) {
        if (place.start() != form.start() || place.offset() < end) {
          continue;
        }
        matcher = matcher == null ? form.matcher(text) : matcher;
        if (matcher.region(place.offset(), text.length()).lookingAt()) {
          end = matcher.end();
          add(new Match(form, matcher), custom, found);
          if (first && !found.isEmpty() && found.getFirst().start() == 0) {
            return found;
          }
        }
      }
    }
    found.sort(Comparator.comparing(Found::start));
    return found;
  }

  private static void add(Match match, DateCustom custom, List<Found> found) {
    int start = match.matcher().start();
    int end = match.matcher().end();
    for (Found other : found) {
      if (other.start() < end && start < other.end()) {
        return;
      }
    }
    date(match, custom)
        .ifPresent(date -> found.add(new Found(date, start, end, match.group("h") != null)));
  }

  /** Where a date may begin, in order. */
  private static List<Place> places(String text) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = i + 1;
      if (isDigit(text, i)) {
        while (isDigit(text, end)) {
          end++;
        }
        int digits = end - i;
        Start start = digits <= 2 ? Start.DAY : digits == 4 ? Start.YEAR : Start.DIGITS;
        if (digits != 3 && (start != Start.DIGITS || digits >= 8)) {
          places.add(new Place(start, i));
        }
      } else if (Character.isLetter(text.charAt(i))) {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        if (isMonth(text, i, end)) {
          places.add(new Place(Start.MONTH, i));
        }
      }
      i = end;
    }
    return places;
  }

  private static boolean isMonth(String text, int from, int to) {
    return to - from >= 3
        && to - from <= 9
        && MONTHS.containsKey(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  private static List<Form> forms(String text, List<Place> places) {
    List<Form> forms = new ArrayList<>();
    if (text.indexOf('年') >= 0) {
      forms.addAll(CHINESE_FORMS);
    }
    if (partsDigits(text)) {
      forms.addAll(SIGN_FORMS);
    }
    forms.add(DIGITS_FORM);
    if (places.stream().anyMatch(place -> place.start() == Start.MONTH)) {
      forms.addAll(NAME_FORMS);
    }
    return forms;
  }

  /** Whether a sign stands between two digits; a space may follow it. */
  private static boolean partsDigits(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (SIGNS.indexOf(text.charAt(i)) >= 0
          && isDigit(text, i - 1)
          && (isDigit(text, i + 1) || isDigit(text, i + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /**
   * A quick look before the patterns: a year of four digits, a day that ends in two digits behind a
   * point or slash, or eight digits in a row.
   */
  static boolean mayHoldDate(String text) {
    int length = text.length();
    int parted = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        parted = c == ' ' ? parted : 0;
        continue;
      }
      int start = i;
      while (i < length && isDigit(text, i)) {
        i++;
      }
      int run = i - start;
      boolean year = run == 4 && (c == '1' || c == '2');
      if (year || run >= 8 || run == 2 && parted >= 2) {
        return true;
      }
      boolean sign = i < length && (text.charAt(i) == '.' || text.charAt(i) == '/');
      parted = run <= 2 && sign ? parted + 1 : 0;
    }
    return false;
  }

  private static Optional<PublicationDate> date(Match match, DateCustom custom) {
    try {
      int year = match.number("y");
      int year4 = year >= 100 ? year : year > 69 ? 1900 + year : 2000 + year;
      int month;
      int day;
      if (match.group("a") != null) {
        int a = match.number("a");
        int b = match.number("b");
        boolean dayFirst = a > 12 || custom.dayFirst() && b <= 12;
        day = dayFirst ? a : b;
        month = dayFirst ? b : a;
      } else if (match.group("d") == null) {
        return Optional.of(new PublicationDate(YearMonth.of(year4, monthOf(match))));
      } else {
        day = match.number("d");
        month = monthOf(match);
      }
      LocalDate date = LocalDate.of(year4, month, day);
      return year4 < OLDEST_YEAR
          ? Optional.empty()
          : Optional.of(new PublicationDate(withTime(date, match, custom)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Temporal withTime(LocalDate date, Match match, DateCustom custom) {
    String zone = match.group("z");
    if (match.group("h") == null || zone == null) {
      return date;
    }
    try {
      String half = match.group("pm");
      int hour = match.number("h");
      if (half != null) {
        hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
      }
      int second = match.group("s") == null ? 0 : match.number("s");
      LocalDateTime time = date.atTime(hour, match.number("min"), Math.min(second, 59));
      ZoneId offset = zone(zone);
      Instant instant = time.atZone(offset).toInstant();
      boolean universal = offset.equals(ZoneOffset.UTC);
      return dayOf(instant, universal ? LocalDate.ofInstant(instant, custom.home()) : date);
    } catch (DateTimeException e) {
      return date;
    }
  }

  /** The instant if it falls on the reader's day also in UTC, else that day. */
  private static Temporal dayOf(Instant instant, LocalDate day) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).equals(day) ? instant : day;
  }

  private static ZoneId zone(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String offset = ZONES.getOrDefault(upper, upper);
    boolean universal = offset.startsWith("UTC") || offset.startsWith("GMT");
    return universal && offset.length() == 3
        ? ZoneOffset.UTC
        : ZoneOffset.of(universal ? offset.substring(3) : offset);
  }

  /** 0, which no calendar has, for a name that only Unicode takes for one: a dotless i in April. */
  private static int monthOf(Match match) {
    String name = match.group("mon");
    return name == null ? match.number("m") : MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  /** All names of months, in lower case. */
  static Stream<String> monthNames() {
    return MONTHS.keySet().stream();
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String line : ResourceLines.of("months.txt")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        months.put(words[i], Integer.valueOf(words[0]));
      }
    }
    return Map.copyOf(months);
  }
}
