package io.kiosk.cli;

import io.kiosk.search.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars of block characters, one a bucket, that tell the languages apart by their shade. */
final class TimelineText {

  private static final String SHADES = "█▓▒░";
  private static final int WIDTH = 80;
  private static final int WIDEST = 120;

  /** As many empty buckets as this in a row are one line. */
  private static final long GAP = 4;

  private final Timeline timeline;
  private final Writer out;
  private final int columns;
  private final int numberWidth;
  private final long highest;

  private TimelineText(Timeline timeline, Writer out, int columns) {
    this.timeline = timeline;
    this.out = out;
    this.columns = columns == Integer.MAX_VALUE ? WIDTH : Math.min(columns, WIDEST);
    this.highest = TimelineNotes.highest(timeline);
    this.numberWidth = number(highest).length();
  }

  static void write(Timeline timeline, Writer out, int columns) throws IOException {
    new TimelineText(timeline, out, columns).write();
  }

  private void write() throws IOException {
    LocalDate expected = null;
    for (LocalDate day : timeline.buckets().keySet()) {
      if (expected != null) {
        gap(expected, day);
      }
      line(day);
      expected = timeline.unit().next(day);
    }
    if (!timeline.buckets().isEmpty()) {
      out.write("\n");
      wrapped(String.join(" · ", legend()));
    }
    for (String note : TimelineNotes.of(timeline)) {
      wrapped(note);
    }
  }

  private void gap(LocalDate from, LocalDate to) throws IOException {
    long empty = timeline.unit().between(from, to);
    if (empty >= GAP) {
      out.write("… " + Texts.count(empty, TimelineNotes.name(timeline.unit())) + " without\n");
    } else {
      for (LocalDate day = from; day.isBefore(to); day = timeline.unit().next(day)) {
        line(day);
      }
    }
  }

  private void line(LocalDate day) throws IOException {
    String label =
        timeline.unit() == Timeline.Unit.MONTH
            ? day.toString().substring(0, day.toString().length() - 3)
            : day.toString();
    String number = number(timeline.count(day));
    String start = label + "  " + " ".repeat(numberWidth - number.length()) + number + " ";
    out.write((start + bar(day, columns - start.length())).stripTrailing() + "\n");
  }

  /** A bar of the bucket's share of the highest one; a few articles are still to be seen. */
  private String bar(LocalDate day, int width) {
    StringBuilder bar = new StringBuilder();
    long sum = 0;
    for (int i = 0; i < SHADES.length(); i++) {
      sum += timeline.count(day, TimelineNotes.LANGUAGES.get(i));
      long end = sum == 0 ? 0 : Math.max(1, Math.round((double) sum * width / highest));
      while (bar.length() < end) {
        bar.append(SHADES.charAt(i));
      }
    }
    return bar.toString();
  }

  private List<String> legend() {
    List<String> legend = new ArrayList<>();
    for (int i = 0; i < SHADES.length(); i++) {
      String language = TimelineNotes.LANGUAGES.get(i);
      long count = TimelineNotes.count(timeline, language);
      if (count > 0) {
        legend.add(SHADES.charAt(i) + " " + TimelineNotes.title(language) + " " + number(count));
      }
    }
    return legend;
  }

  private void wrapped(String text) throws IOException {
    for (String line : SafeText.wrap(text, columns)) {
      out.write(line + "\n");
    }
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
