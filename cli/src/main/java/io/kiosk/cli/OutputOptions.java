package io.kiosk.cli;

import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** In which format hits are written, and where to. */
final class OutputOptions {

  /** What writes an answer. */
  @FunctionalInterface
  interface Answer {
    /** Writes it and returns the exit status. */
    int write(ResultPrinter printer) throws CommandFailure, IOException;
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, jsonl, csv, markdown or trec. Default: text; a batch: jsonl.")
  private ResultFormat format;

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "FIELD",
      description = "Columns of csv, keys of jsonl: ${COMPLETION-CANDIDATES}.")
  private List<HitField> fields = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write there, and to FILE.meta.json what was asked when of which index.")
  private Path output;

  /** Whether any of them is given. */
  boolean isUsed() {
    return format != null || !fields.isEmpty() || output != null;
  }

  /**
   * The format to write.
   *
   * @param usual unless the user says another
   * @throws CommandFailure if it has no room for the fields asked for
   */
  ResultFormat format(ResultFormat usual) throws CommandFailure {
    ResultFormat chosen = format == null ? usual : format;
    if (!fields.isEmpty() && chosen != ResultFormat.CSV && chosen != ResultFormat.JSONL) {
      throw CommandFailure.usage("--fields needs --format csv or jsonl");
    }
    return chosen;
  }

  /** Whether the format shows snippets or matched words, which cost reading the articles. */
  boolean showsSnippets(ResultFormat chosen) {
    return chosen.showsSnippets(fields);
  }

  /**
   * Writes an answer to standard output or to the file that the user names.
   *
   * @param what was asked, for the file that says how the answer was made
   * @return the exit status
   */
  int write(
      Terminal terminal, ArticleSearcher searcher, String what, ResultFormat chosen, Answer answer)
      throws CommandFailure, IOException {
    if (output == null) {
      return write(chosen, terminal.out(), terminal.colorsOut(), terminal.columns(), answer);
    }
    try (ResultFile file = ResultFile.create(output)) {
      int status = write(chosen, file.writer(), false, Integer.MAX_VALUE, answer);
      file.complete(what, searcher.statistics());
      return status;
    }
  }

  private int write(ResultFormat chosen, Writer out, boolean colors, int columns, Answer answer)
      throws CommandFailure, IOException {
    try (ResultPrinter printer = chosen.printer(out, fields, colors, columns)) {
      return answer.write(printer);
    }
  }
}
