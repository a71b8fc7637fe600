package io.kiosk.cli;

import picocli.CommandLine.Command;

/** Makes an index from nothing, beside the one in use. */
@Command(
    name = "rebuild",
    header = "Make the index anew; the one in use answers until it is replaced in one step.",
    footer = {"", "Example:", "  kiosk rebuild pages articles.jsonl.gz"})
final class RebuildCommand extends IndexingVerb {

  RebuildCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws Exception {
    return run(true);
  }
}
