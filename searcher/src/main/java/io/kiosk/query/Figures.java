package io.kiosk.query;

import io.kiosk.schema.Language;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures of a query as articles in another language write them: 1.5亿 is "150 million" and "150
 * Millionen", 60,000 is "60.000" and 6万, 3月 is March, the 1980s are 80年代, the 10th is 第十. Small
 * whole numbers and years are the same everywhere and none of them.
 */
final class Figures {

  /**
   * A figure of a text.
   *
   * @param start its first UTF-16 unit in the text
   * @param end behind its last
   * @param written how the other language may write it, at least one way
   */
  record Figure(int start, int end, List<String> written) {}

  /** A word for a power of ten. */
  private record Scale(String word, long value) {}

  private static final long THOUSAND = 1000;
  private static final long MILLION = 1_000_000;
  private static final long BILLION = 1_000_000_000;
  private static final long TRILLION = 1_000_000_000_000L;

  /** What a large number is counted in, the largest first. */
  private static final Map<Language, List<Scale>> WRITTEN =
      Map.of(
          Language.EN,
          List.of(
              new Scale("trillion", TRILLION),
              new Scale("billion", BILLION),
              new Scale("million", MILLION)),
          Language.DE,
          List.of(
              new Scale("Billionen", TRILLION),
              new Scale("Milliarden", BILLION),
              new Scale("Millionen", MILLION)),
          Language.ZH,
          List.of(
              new Scale("万亿", TRILLION),
              new Scale("亿", BILLION / 10),
              new Scale("万", MILLION / 100)));

  private static final Map<Language, Map<String, Long>> READ =
      Map.of(
          Language.EN,
          Map.of(
              "thousand", THOUSAND,
              "million", MILLION,
              "mn", MILLION,
              "billion", BILLION,
              "bn", BILLION,
              "trillion", TRILLION),
          Language.DE,
          Map.of(
              "tausend", THOUSAND,
              "million", MILLION,
              "millionen", MILLION,
              "mio", MILLION,
              "milliarde", BILLION,
              "milliarden", BILLION,
              "mrd", BILLION,
              "billion", TRILLION,
              "billionen", TRILLION),
          Language.ZH,
          Map.of(
              "千", THOUSAND,
              "万", MILLION / 100,
              "百万", MILLION,
              "千万", MILLION * 10,
              "亿", BILLION / 10,
              "十亿", BILLION,
              "万亿", TRILLION));

  private static final String POINT = "(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.(\\d{1,4}))?";
  private static final String COMMA = "(\\d{1,3}(?:[. ]\\d{3}){1,4}|\\d{1,12})(?:,(\\d{1,4}))?";
  private static final Map<Language, Pattern> NUMBERS =
      Map.of(
          Language.EN,
          number(
              POINT, "(?:[\\s-]{0,2}(thousand|[mb]illion|trillion|[mb]n))?(?![\\p{L}\\d]|[.,]\\d)"),
          Language.DE,
          number(
              COMMA,
              "(?:\\s{0,2}(tausend|million(?:en)?|mio|milliarden?|mrd|billion(?:en)?))?(?![\\p{L}\\d]|[.,]\\d)"),
          Language.ZH,
          number(POINT, "(?:\\s?(百万|千万|十亿|万亿|[千万亿]))?(?![a-zA-Z\\d]|[.,]\\d)"));

  /** What is counted in whole numbers, and how it is written in another language. */
  private record Counted(Pattern pattern, BiFunction<MatchResult, Language, List<String>> ways) {
    static Counted of(String regex, BiFunction<MatchResult, Language, List<String>> ways) {
      return new Counted(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), ways);
    }

    List<String> written(MatchResult match, Language to) {
      return ways.apply(match, to);
    }
  }

  /** Before them a German number with a point is the day of a date. */
  private static final String MONTHS = "Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Monats";

  private static final String BEGIN = "(?<![\\p{IsLatin}\\d.,])";
  private static final Map<Language, List<Counted>> COUNTED =
      Map.of(
          Language.EN,
          List.of(
              Counted.of(
                  BEGIN + "(\\d{1,2})(?:st|nd|rd|th)[\\s-]{1,2}century\\b", Figures::century),
              Counted.of(
                  BEGIN + "(\\d{1,3})(?:st|nd|rd|th)\\b(?![\\s-]{1,2}century)", Figures::ordinal),
              Counted.of(BEGIN + "(\\d{3}0)['’]?s\\b", Figures::decade)),
          Language.DE,
          List.of(
              Counted.of(BEGIN + "(\\d{1,2})\\.\\s{0,2}Jahrhundert", Figures::century),
              Counted.of(
                  BEGIN + "(\\d{1,3})\\.(?=\\s{1,2}(?!Jahrhundert|" + MONTHS + ")\\p{L})",
                  Figures::ordinal),
              Counted.of(BEGIN + "(\\d{3}0)er\\b", Figures::decade)),
          Language.ZH,
          List.of(
              Counted.of(BEGIN + "(1[0-2]|0?[1-9])\\s?月(?![球亮])", Figures::month),
              Counted.of("第\\s?(\\d{1,3})(?!\\d)", Figures::ordinal),
              Counted.of("(?<!\\d)(\\d{1,2})\\s?世纪(?!\\s?\\d0\\s?年代)", Figures::century),
              Counted.of("(?<!\\d)(\\d{3}0)\\s?年代", Figures::decade),
              Counted.of("(?<!\\d)(?:(\\d{1,2})\\s?世纪\\s?)?(\\d0)\\s?年代", Figures::chineseDecade)));

  /** From here on numbers are written in different ways. */
  private static final long LARGE = 10_000;

  private static final int MOST_DECIMALS = 3;

  private Figures() {}

  private static Pattern number(String digits, String scale) {
    return Pattern.compile("(?<![\\p{Alpha}\\d.,])" + digits + scale, Pattern.CASE_INSENSITIVE);
  }

  /** The figures of a text, in no particular order. */
  static List<Figure> in(String text, Language from, Language to) {
    List<Figure> figures = new ArrayList<>();
    Matcher number = NUMBERS.get(from).matcher(text);
    while (number.find()) {
      String whole = number.group(1).replaceAll("\\D", "");
      String decimals = number.group(2) == null ? "" : "." + number.group(2);
      BigDecimal value = new BigDecimal(whole + decimals);
      String scale = number.group(3);
      if (scale != null) {
        value =
            value.multiply(BigDecimal.valueOf(READ.get(from).get(scale.toLowerCase(Locale.ROOT))));
      }
      boolean grouped = whole.length() < number.group(1).length();
      if (scale != null
          || grouped
          || !decimals.isEmpty()
          || value.compareTo(BigDecimal.valueOf(LARGE)) >= 0) {
        figures.add(new Figure(number.start(), number.end(), written(value, to)));
      }
    }
    for (Counted kind : COUNTED.get(from)) {
      Matcher matcher = kind.pattern().matcher(text);
      while (matcher.find()) {
        figures.add(new Figure(matcher.start(), matcher.end(), kind.written(matcher, to)));
      }
    }
    return figures;
  }

  private static List<String> month(MatchResult match, Language to) {
    Month month = Month.of(Integer.parseInt(match.group(1)));
    return List.of(month.getDisplayName(TextStyle.FULL, to.locale()));
  }

  private static List<String> ordinal(MatchResult match, Language to) {
    String n = match.group(1);
    return switch (to) {
      case EN -> List.of(n + ending(n), n);
      case DE -> List.of(n);
      case ZH -> List.of("第" + n, "第" + chinese(Integer.parseInt(n)));
    };
  }

  private static List<String> century(MatchResult match, Language to) {
    String n = match.group(1);
    return switch (to) {
      case EN -> List.of(n + ending(n) + " century");
      case DE -> List.of(n + ". Jahrhundert");
      case ZH -> List.of(n + "世纪", chinese(Integer.parseInt(n)) + "世纪");
    };
  }

  private static List<String> decade(MatchResult match, Language to) {
    int year = Integer.parseInt(match.group(1));
    return switch (to) {
      case EN -> List.of(year + "s");
      case DE -> List.of(year + "er");
      case ZH -> List.of(year % 100 + "年代", year + "年代");
    };
  }

  /** 80年代 of a century that is named before it, else of the last. */
  private static List<String> chineseDecade(MatchResult match, Language to) {
    int century = match.group(1) == null ? 20 : Integer.parseInt(match.group(1));
    int year = 100 * (century - 1) + Integer.parseInt(match.group(2));
    return to == Language.EN ? List.of(year + "s") : List.of(year + "er");
  }

  private static String ending(String n) {
    boolean teen = n.length() > 1 && n.charAt(n.length() - 2) == '1';
    return switch (n.charAt(n.length() - 1)) {
      case '1' -> teen ? "th" : "st";
      case '2' -> teen ? "th" : "nd";
      case '3' -> teen ? "th" : "rd";
      default -> "th";
    };
  }

  /** A number up to 99 in Chinese characters; in digits beyond. */
  private static String chinese(int n) {
    if (n <= 0 || n > 99) {
      return Integer.toString(n);
    }
    String digits = " 一二三四五六七八九";
    String tens = n < 10 ? "" : n < 20 ? "十" : digits.charAt(n / 10) + "十";
    return tens + (n % 10 == 0 ? "" : digits.charAt(n % 10));
  }

  private static List<String> written(BigDecimal value, Language to) {
    Set<String> ways = new LinkedHashSet<>();
    NumberFormat format = NumberFormat.getInstance(to.locale());
    format.setMaximumFractionDigits(MOST_DECIMALS);
    format.setGroupingUsed(false);
    for (Scale scale : WRITTEN.get(to)) {
      BigDecimal unit = BigDecimal.valueOf(scale.value());
      if (value.compareTo(unit) >= 0) {
        BigDecimal count = value.divide(unit).stripTrailingZeros();
        if (count.scale() <= MOST_DECIMALS) {
          ways.add(format.format(count) + (to == Language.ZH ? "" : " ") + scale.word());
        }
        break;
      }
    }
    ways.add(format.format(value));
    format.setGroupingUsed(true);
    ways.add(format.format(value));
    return List.copyOf(ways);
  }
}
