package io.kiosk.cli;

import io.kiosk.search.Snippet;
import io.kiosk.search.Snippet.Highlight;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage ready for the terminal: safe, with its highlights as colour or, without colour, in
 * brackets.
 */
final class HighlightedText {

  private record Span(int start, int end) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final boolean colors;

  private HighlightedText(boolean colors) {
    this.colors = colors;
  }

  static HighlightedText of(Snippet snippet, boolean colors) {
    HighlightedText highlighted = new HighlightedText(colors);
    int end = 0;
    for (Highlight highlight : joined(snippet.highlights())) {
      highlighted.text.append(SafeText.line(snippet.text().substring(end, highlight.start())));
      highlighted.add(SafeText.line(snippet.text().substring(highlight.start(), highlight.end())));
      end = highlight.end();
    }
    highlighted.text.append(SafeText.line(snippet.text().substring(end)));
    return highlighted;
  }

  /** Words side by side, as in Chinese, are shown as one. */
  private static List<Highlight> joined(List<Highlight> highlights) {
    List<Highlight> joined = new ArrayList<>();
    for (Highlight highlight : highlights) {
      if (!joined.isEmpty() && joined.getLast().end() == highlight.start()) {
        joined.add(new Highlight(joined.removeLast().start(), highlight.end()));
      } else {
        joined.add(highlight);
      }
    }
    return joined;
  }

  private void add(String met) {
    if (met.isEmpty()) {
      return;
    }
    if (colors) {
      spans.add(new Span(text.length(), text.length() + met.length()));
      text.append(met);
    } else {
      text.append('[').append(met).append(']');
    }
  }

  /** The lines of the passage, none wider than that, its words not met in a style of their own. */
  List<String> lines(int columns, Style rest) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int next : SafeText.breaks(text.toString(), columns)) {
      lines.add(line(start, next, rest));
      start = next;
    }
    lines.add(line(start, text.length(), rest));
    return lines;
  }

  private String line(int start, int end, Style rest) {
    StringBuilder line = new StringBuilder();
    int at = start;
    for (Span span : spans) {
      int from = Math.max(span.start(), start);
      int to = Math.min(span.end(), end);
      if (from < to) {
        line.append(styled(rest, at, from)).append(styled(Style.MET, from, to));
        at = to;
      }
    }
    return line.append(styled(rest, at, end)).toString().stripTrailing();
  }

  private String styled(Style style, int start, int end) {
    String part = text.substring(start, end);
    return style == null ? part : style.on(part, colors);
  }
}
