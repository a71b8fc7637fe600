package io.kiosk.benchmark;

import java.util.Collection;
import java.util.Locale;

/**
 * What several measurements of one thing gave.
 *
 * @param median the middle one, or between the two in the middle
 * @param least of them
 * @param most of them
 */
record Spread(double median, double least, double most) {

  /** That of at least one value. */
  static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Spread(
        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /**
   * The median, and the others in brackets.
   *
   * @param format of each, as for {@link String#format}
   */
  String text(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + " to " + format + ")", median, least, most);
  }
}
