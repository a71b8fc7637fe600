package io.kiosk.cli;

import io.kiosk.search.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A line for every bucket: its first day, the articles of each language, and all. */
final class TimelineCsv {

  private TimelineCsv() {}

  static void write(Timeline timeline, Writer out) throws IOException {
    List<String> header = new ArrayList<>(List.of(TimelineNotes.name(timeline.unit())));
    header.addAll(TimelineNotes.LANGUAGES);
    header.add("total");
    out.write(Csv.line(header));
    for (Iterator<LocalDate> days = timeline.days().iterator(); days.hasNext(); ) {
      LocalDate day = days.next();
      List<String> line = new ArrayList<>(List.of(day.toString()));
      for (String language : TimelineNotes.LANGUAGES) {
        line.add(Long.toString(timeline.count(day, language)));
      }
      line.add(Long.toString(timeline.count(day)));
      out.write(Csv.line(line));
    }
  }
}
