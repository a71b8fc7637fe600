package io.kiosk.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Objects;

/**
 * When an article was published, as precisely as its source said: a year, a month, a day or an
 * instant. Printed and read as ISO 8601 ({@code 2024}, {@code 2024-07}, {@code 2024-07-18}, {@code
 * 2024-07-18T09:30:00Z}); an instant is kept in UTC.
 *
 * @param value a {@link Year}, {@link YearMonth}, {@link LocalDate} or {@link Instant}
 */
public record PublicationDate(Temporal value) {

  /**
   * Accepts the four precisions only.
   *
   * @throws IllegalArgumentException if the value is of another type
   */
  public PublicationDate {
    Objects.requireNonNull(value, "value");
    if (!(value instanceof Year
        || value instanceof YearMonth
        || value instanceof LocalDate
        || value instanceof Instant)) {
      throw new IllegalArgumentException(
          "expected Year, YearMonth, LocalDate or Instant, got " + value.getClass().getName());
    }
  }

  /**
   * Reads an ISO 8601 date of year, month or day precision, or a date-time.
   *
   * @param iso as the class describes it, white space around it ignored; a date-time without a zone
   *     is in UTC
   * @return in the precision of the text
   * @throws DateTimeException if the text is none of these
   */
  public static PublicationDate parse(String iso) {
    String text = iso.strip();
    return new PublicationDate(
        switch (text.length()) {
          case 4 -> Year.parse(text);
          case 7 -> YearMonth.parse(text);
          case 10 -> LocalDate.parse(text);
          default -> parseInstant(text);
        });
  }

  /**
   * {@return the first day that the date may mean, in UTC: the day itself, or the first of the
   * month or year}
   */
  public LocalDate firstDay() {
    return switch (value) {
      case Year year -> year.atDay(1);
      case YearMonth month -> month.atDay(1);
      case LocalDate day -> day;
      case Instant instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC);
      default -> throw new AssertionError(value);
    };
  }

  /**
   * {@return the last day that the date may mean, in UTC: the day itself, or the last of the month
   * or year}
   */
  public LocalDate lastDay() {
    return switch (value) {
      case Year year -> year.atMonth(12).atEndOfMonth();
      case YearMonth month -> month.atEndOfMonth();
      default -> firstDay();
    };
  }

  /** The ISO 8601 form that {@link #parse} reads. */
  @Override
  public String toString() {
    return value.toString();
  }

  private static Instant parseInstant(String text) {
    String withT = text.replaceFirst("(?<=\\d) (?=\\d)", "T");
    boolean zoned = withT.matches("(?i).*(z|[+-]\\d\\d(:?\\d\\d)?)");
    String normal = withT.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    return OffsetDateTime.parse(zoned && withT.indexOf('T') > 0 ? normal : withT + "Z").toInstant();
  }
}
