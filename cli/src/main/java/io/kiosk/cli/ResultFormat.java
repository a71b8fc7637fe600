package io.kiosk.cli;

import java.io.Writer;
import java.util.List;

/** How hits are written. */
enum ResultFormat {
  TEXT,
  JSON,
  JSONL,
  CSV,
  MARKDOWN,
  TREC;

  /**
   * What writes the answers.
   *
   * @param fields what csv and jsonl show; empty for the usual ones
   * @param colors whether text may have escape sequences
   * @param columns width that text is wrapped to
   */
  ResultPrinter printer(Writer out, List<HitField> fields, boolean colors, int columns) {
    return switch (this) {
      case TEXT -> new TextPrinter(out, colors, columns);
      case JSON -> new JsonPrinter(out);
      case JSONL -> new JsonLinesPrinter(out, fields);
      case CSV -> new CsvPrinter(out, fields);
      case MARKDOWN -> new MarkdownPrinter(out);
      case TREC -> new TrecPrinter(out);
    };
  }

  /** Whether snippets or matched words are shown, which cost reading the articles. */
  boolean showsSnippets(List<HitField> fields) {
    return switch (this) {
      case TREC -> false;
      case CSV, JSONL -> fields.isEmpty() || fields.stream().anyMatch(HitField::needsSnippets);
      case TEXT, JSON, MARKDOWN -> true;
    };
  }
}
