package io.kiosk.cli;

import io.kiosk.search.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A timeline as stacked columns, one file that needs no other: SVG, or an HTML page with the same
 * picture and a table of its numbers. Both are well-formed XML, without any script.
 */
final class TimelinePicture {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int WIDTH = 960;
  private static final int HEIGHT = 440;
  private static final int LEFT = 76;
  private static final int RIGHT = 16;
  private static final int TOP = 72;
  private static final int BOTTOM = 100;
  private static final double PLOT_WIDTH = WIDTH - LEFT - RIGHT;
  private static final double PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
  private static final int LABEL_WIDTH = 84;

  /** Width of a digit of the labels in the widest of the usual fonts. */
  private static final double DIGIT_WIDTH = 7.7;

  /** Colours that readers of all kinds tell apart (Okabe and Ito, "Color Universal Design"). */
  private static final List<String> COLORS = List.of("#d55e00", "#0072b2", "#009e73", "#999999");

  private final Timeline timeline;
  private final String title;
  private final XMLStreamWriter xml;
  private final long top;

  private TimelinePicture(Timeline timeline, String query, XMLStreamWriter xml) {
    this.timeline = timeline;
    this.title = legal(query);
    this.xml = xml;
    this.top = Math.max(1, TimelineNotes.highest(timeline));
  }

  /** Writes the picture. */
  static void svg(Timeline timeline, String query, Writer out) throws IOException {
    write(
        out,
        xml -> {
          xml.writeStartDocument("UTF-8", "1.0");
          new TimelinePicture(timeline, query, xml).picture();
          xml.writeEndDocument();
        });
  }

  /** Writes a page with the picture and its numbers. */
  static void html(Timeline timeline, String query, Writer out) throws IOException {
    write(
        out,
        xml -> {
          xml.writeDTD("<!DOCTYPE html>\n");
          new TimelinePicture(timeline, query, xml).page();
          xml.writeEndDocument();
        });
  }

  @FunctionalInterface
  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static void write(Writer out, Content content) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      content.write(xml);
      xml.flush();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }
    out.write('\n');
  }

  /** One line without what a terminal obeys and without what XML forbids. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    SafeText.line(text)
        .codePoints()
        .filter(c -> (c & 0xFFFE) != 0xFFFE)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private void page() throws XMLStreamException {
    xml.writeStartElement("html");
    xml.writeAttribute("lang", "en");
    xml.writeStartElement("head");
    xml.writeEmptyElement("meta");
    xml.writeAttribute("charset", "utf-8");
    element("title", title + " – timeline");
    element(
        "style",
        "body{font-family:sans-serif;max-width:60em;margin:1em auto;padding:0 1em}"
            + "svg{width:100%;height:auto}table{border-collapse:collapse;margin-top:1em}"
            + "th,td{text-align:right;padding:.15em .8em}tr{border-bottom:1px solid #ddd}");
    xml.writeEndElement();
    xml.writeStartElement("body");
    picture();
    table();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void table() throws XMLStreamException {
    xml.writeStartElement("table");
    xml.writeStartElement("thead");
    xml.writeStartElement("tr");
    element("th", TimelineNotes.name(timeline.unit()));
    for (String language : TimelineNotes.LANGUAGES) {
      element("th", TimelineNotes.title(language));
    }
    element("th", "total");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("tbody");
    for (LocalDate day : timeline.buckets().keySet()) {
      xml.writeStartElement("tr");
      element("td", label(day));
      for (String language : TimelineNotes.LANGUAGES) {
        element("td", number(timeline.count(day, language)));
      }
      element("td", number(timeline.count(day)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void picture() throws XMLStreamException {
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(SVG);
    xml.writeAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
    xml.writeAttribute("width", Integer.toString(WIDTH));
    xml.writeAttribute("height", Integer.toString(HEIGHT));
    xml.writeAttribute("role", "img");
    xml.writeAttribute("font-family", "sans-serif");
    xml.writeAttribute("font-size", "13");
    element("title", "Articles per " + TimelineNotes.name(timeline.unit()) + ": " + title);
    rectangle(0, 0, WIDTH, HEIGHT, "#ffffff");
    text(LEFT, 28, "start", 18, SafeText.fit(title, 70));
    legend();
    scale();
    columns();
    labels();
    int y = HEIGHT - 40;
    for (String note : TimelineNotes.of(timeline)) {
      text(LEFT, y, "start", 12, note);
      y += 18;
    }
    xml.writeEndElement();
  }

  private void legend() throws XMLStreamException {
    double x = LEFT;
    for (int i = 0; i < COLORS.size(); i++) {
      String language = TimelineNotes.LANGUAGES.get(i);
      long count = TimelineNotes.count(timeline, language);
      if (count > 0) {
        rectangle(x, 42, 12, 12, COLORS.get(i));
        String entry = TimelineNotes.title(language) + " " + number(count);
        text(x + 17, 53, "start", 13, entry);
        x += 40 + 7.5 * entry.length();
      }
    }
  }

  /** Lines at round numbers. */
  private void scale() throws XMLStreamException {
    long step = step(top);
    for (long at = 0; at <= top; at += step) {
      double y = y(at);
      xml.writeEmptyElement("line");
      attribute("x1", LEFT);
      attribute("x2", WIDTH - RIGHT);
      attribute("y1", y);
      attribute("y2", y);
      xml.writeAttribute("stroke", at == 0 ? "#333333" : "#dddddd");
      text(LEFT - 8, y + 4, "end", 12, number(at));
    }
  }

  /** 1, 2 or 5 times a power of ten, so that there are at most five lines above the lowest. */
  private static long step(long top) {
    for (long power = 1; ; power *= 10) {
      for (long factor : new long[] {1, 2, 5}) {
        if (power * factor * 5 >= top) {
          return power * factor;
        }
      }
    }
  }

  private void columns() throws XMLStreamException {
    double width = columnWidth();
    for (LocalDate day : timeline.buckets().keySet()) {
      double x = x(day);
      xml.writeStartElement("g");
      element("title", tip(day));
      long sum = 0;
      for (int i = 0; i < COLORS.size(); i++) {
        long count = timeline.count(day, TimelineNotes.LANGUAGES.get(i));
        if (count > 0) {
          double low = y(sum);
          sum += count;
          // narrow columns stand side by side, wider ones apart
          double shown = width > 4 ? width * .85 : Math.max(width, .5);
          rectangle(x, y(sum), shown, low - y(sum), COLORS.get(i));
        }
      }
      xml.writeEndElement();
    }
  }

  private String tip(LocalDate day) {
    List<String> parts = new ArrayList<>();
    for (String language : TimelineNotes.LANGUAGES) {
      long count = timeline.count(day, language);
      if (count > 0) {
        parts.add(TimelineNotes.title(language) + " " + number(count));
      }
    }
    return label(day) + ": " + String.join(", ", parts);
  }

  /** Dates under the columns, as many as have room. */
  private void labels() throws XMLStreamException {
    double width = columnWidth();
    long every = Math.max(1, (long) Math.ceil(LABEL_WIDTH / width));
    long n = 0;
    for (LocalDate day : (Iterable<LocalDate>) timeline.days()::iterator) {
      if (n++ % every == 0) {
        boolean wide = width > LABEL_WIDTH;
        double x = wide ? x(day) + width * .425 : x(day);
        if (wide || x + DIGIT_WIDTH * label(day).length() <= WIDTH) {
          text(x, HEIGHT - BOTTOM + 18.0, wide ? "middle" : "start", 12, label(day));
        }
      }
    }
  }

  private double columnWidth() {
    return Math.min(120, (PLOT_WIDTH - 2) / Math.max(1, timeline.length()));
  }

  private double x(LocalDate day) {
    return LEFT + 2 + columnWidth() * timeline.unit().between(timeline.buckets().firstKey(), day);
  }

  private double y(long count) {
    return TOP + PLOT_HEIGHT * (1 - (double) count / top);
  }

  private String label(LocalDate day) {
    String iso = day.toString();
    return timeline.unit() == Timeline.Unit.MONTH ? iso.substring(0, iso.length() - 3) : iso;
  }

  private void rectangle(double x, double y, double width, double height, String fill)
      throws XMLStreamException {
    xml.writeEmptyElement("rect");
    attribute("x", x);
    attribute("y", y);
    attribute("width", width);
    attribute("height", height);
    xml.writeAttribute("fill", fill);
  }

  private void text(double x, double y, String anchor, int size, String text)
      throws XMLStreamException {
    xml.writeStartElement("text");
    attribute("x", x);
    attribute("y", y);
    xml.writeAttribute("text-anchor", anchor);
    attribute("font-size", size);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void attribute(String name, double value) throws XMLStreamException {
    xml.writeAttribute(name, String.format(Locale.ROOT, "%.2f", value));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
