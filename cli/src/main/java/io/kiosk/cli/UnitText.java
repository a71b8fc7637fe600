package io.kiosk.cli;

import io.kiosk.query.Alternative;
import io.kiosk.query.QueryUnit;
import java.io.IOException;
import java.io.Writer;

/** Units of a query and their candidates as lines of text. */
final class UnitText {

  private static final int CANDIDATE = 24;
  private static final int NARROWEST_SOURCES = 20;

  private final Writer out;
  private final boolean colors;
  private final int columns;
  private final String indent;

  /**
   * A writer of lines.
   *
   * @param columns none is wider
   * @param indent blanks before each line
   */
  UnitText(Writer out, boolean colors, int columns, int indent) {
    this.out = out;
    this.colors = colors;
    this.columns = columns;
    this.indent = " ".repeat(indent);
  }

  /** What was asked for and how much it counts. */
  void unit(QueryUnit unit, String note) throws IOException {
    String facts =
        "weight " + Texts.weight(unit.weight()) + (unit.core() ? "" : ", adds to the score only");
    facts += note.isEmpty() ? "" : ", " + note;
    int room = columns - indent.length();
    String text = SafeText.line(unit.text());
    if (SafeText.width(text) + 2 + facts.length() <= room) {
      out.write(indent + Style.MET.on(text, colors) + "  " + Style.DIM.on(facts, colors) + "\n");
      return;
    }
    out.write(indent + Style.MET.on(SafeText.fit(text, room), colors) + "\n");
    below(facts, indent.length() + 2);
  }

  /** One candidate, its weight, what is said of it, and where it comes from. */
  void candidate(Alternative candidate, String note) throws IOException {
    String text = SafeText.line(candidate.text());
    String start = "  " + SafeText.pad(Texts.weight(candidate.weight()), 4) + "  ";
    String sources = SafeText.line(String.join(", ", candidate.sources()) + note);
    int before = indent.length() + start.length() + CANDIDATE + 2;
    if (columns - before < NARROWEST_SOURCES || SafeText.width(text) > CANDIDATE) {
      for (String line : SafeText.wrap(start + text, columns - indent.length())) {
        out.write(indent + line + "\n");
      }
      below(sources, indent.length() + start.length());
      return;
    }
    out.write(indent + start + SafeText.pad(text, CANDIDATE + 2));
    boolean first = true;
    for (String line : SafeText.wrap(sources, columns - before)) {
      out.write((first ? "" : " ".repeat(before)) + Style.DIM.on(line, colors) + "\n");
      first = false;
    }
  }

  private void below(String facts, int before) throws IOException {
    for (String line : SafeText.wrap(facts, columns - before)) {
      out.write(" ".repeat(before) + Style.DIM.on(line, colors) + "\n");
    }
  }
}
