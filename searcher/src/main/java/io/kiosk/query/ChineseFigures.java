package io.kiosk.query;

import io.kiosk.schema.Language;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and large numbers as Chinese writes them, in the manner of another language: 2024年7月18日 is
 * "18 July 2024", 3.5万 is "35,000". Figures in Chinese characters stay as they are.
 */
final class ChineseFigures {

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:(\\d{4})\\s?年\\s?)?(1[0-2]|0?[1-9])\\s?月(?:\\s?([12]\\d|3[01]|0?[1-9])\\s?[日号])?");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})\\s?年(?!\\d)");
  private static final Pattern LARGE =
      Pattern.compile("(?<![\\d.,])(\\d{1,6}(?:\\.\\d{1,6})?)\\s?(万亿|亿|万)");
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "万", BigDecimal.valueOf(10_000),
          "亿", BigDecimal.valueOf(100_000_000),
          "万亿", BigDecimal.valueOf(1_000_000_000_000L));

  private ChineseFigures() {}

  static String in(String text, Language to) {
    String dated =
        DATE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(date(match, to)));
    String years = YEAR.matcher(dated).replaceAll(" $1 ");
    return LARGE
        .matcher(years)
        .replaceAll(match -> Matcher.quoteReplacement(" " + number(match, to) + " "));
  }

  private static String date(MatchResult match, Language to) {
    StringBuilder date = new StringBuilder(" ");
    if (match.group(3) != null) {
      date.append(Integer.parseInt(match.group(3))).append(to == Language.DE ? ". " : " ");
    }
    Month month = Month.of(Integer.parseInt(match.group(2)));
    date.append(month.getDisplayName(TextStyle.FULL, to.locale())).append(' ');
    if (match.group(1) != null) {
      date.append(match.group(1)).append(' ');
    }
    return date.toString();
  }

  private static String number(MatchResult match, Language to) {
    return NumberFormat.getInstance(to.locale())
        .format(new BigDecimal(match.group(1)).multiply(UNITS.get(match.group(2))));
  }
}
