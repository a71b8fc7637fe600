package io.kiosk.query;

import io.kiosk.query.QueryPart.Clause;
import io.kiosk.query.QueryPart.Filter;
import io.kiosk.query.QueryPart.Group;
import io.kiosk.query.QueryPart.Mode;
import io.kiosk.query.QueryPart.Occur;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Reads the values of {@code lang:}, {@code source:}, {@code author:} and {@code published:}. */
final class FilterReader {

  private final String query;

  /** Reads values of one query, which its errors point into. */
  FilterReader(String query) {
    this.query = query;
  }

  /**
   * Reads one value; several languages may be separated by commas.
   *
   * @param wildcard whether {@code *} and {@code ?} in it are gaps
   */
  QueryPart value(String field, String value, boolean wildcard, int offset) {
    return switch (field) {
      case "lang" -> languages(value, offset);
      case "source" -> new Filter.Source(value, wildcard, offset);
      case "author" -> new Filter.Author(value, wildcard, offset);
      case "published" -> {
        Span span = span(value, offset);
        yield new Filter.Published(span.first, span.last, offset);
      }
      default -> throw new IllegalArgumentException("expected a filter, got " + field);
    };
  }

  /** Reads {@code [lower TO upper]}; an exclusive side leaves out all days of its date. */
  Filter.Published range(
      String lower,
      int offset,
      boolean withLower,
      String upper,
      int upperOffset,
      boolean withUpper) {
    Span first = span(lower, offset);
    Span last = span(upper, upperOffset);
    LocalDate from = withLower || first.last == null ? first.first : first.last.plusDays(1);
    LocalDate to = withUpper || last.first == null ? last.last : last.first.minusDays(1);
    if (from != null && to != null && from.isAfter(to)) {
      throw new QuerySyntaxException(
          query,
          offset,
          "no day lies in this range, expected the earlier date first, found "
              + lower
              + " TO "
              + upper);
    }
    return new Filter.Published(from, to, offset);
  }

  private QueryPart languages(String value, int offset) {
    List<Clause> languages = new ArrayList<>();
    int start = offset;
    for (String tag : value.split(",", -1)) {
      languages.add(new Clause(Occur.OPTIONAL, language(tag, start)));
      start += tag.length() + 1;
    }
    return languages.size() == 1 ? languages.getFirst().part() : new Group(languages, Mode.ANY);
  }

  private Filter language(String tag, int offset) {
    try {
      if (tag.matches("\\p{Alpha}{2,3}([-_]\\p{Alnum}{1,8})*")) {
        Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        return new Filter.Lang(locale, offset);
      }
    } catch (IllformedLocaleException e) {
      throw noLanguage(tag, offset, e);
    }
    throw noLanguage(tag, offset, null);
  }

  private QuerySyntaxException noLanguage(String tag, int offset, Exception cause) {
    return unreadable(
        offset,
        "found "
            + QuerySyntaxException.excerpt(tag)
            + ", expected the code of a language such as zh, de, en, zh-Hant",
        cause);
  }

  private Span span(String date, int offset) {
    try {
      if (date.equals("*")) {
        return new Span(null, null);
      }
      if (date.matches("\\d{4}")) {
        Year year = Year.parse(date);
        return new Span(year.atDay(1), year.atMonth(12).atEndOfMonth());
      }
      if (date.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(date);
        return new Span(month.atDay(1), month.atEndOfMonth());
      }
      if (date.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate day = LocalDate.parse(date);
        return new Span(day, day);
      }
    } catch (DateTimeException e) {
      throw noDate(date, offset, e);
    }
    throw noDate(date, offset, null);
  }

  private QuerySyntaxException noDate(String date, int offset, Exception cause) {
    return unreadable(
        offset,
        "found "
            + QuerySyntaxException.excerpt(date)
            + ", expected a date: 2024, 2024-06 or 2024-06-15,"
            + " or a range: [2024-06 TO 2024-07]",
        cause);
  }

  private QuerySyntaxException unreadable(int offset, String problem, Exception cause) {
    QuerySyntaxException unreadable = new QuerySyntaxException(query, offset, problem);
    if (cause != null) {
      unreadable.initCause(cause);
    }
    return unreadable;
  }

  /** All days that a date may mean; null where it is open. */
  private record Span(LocalDate first, LocalDate last) {}
}
