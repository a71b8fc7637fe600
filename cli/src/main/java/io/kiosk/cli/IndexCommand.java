package io.kiosk.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** Adds articles to an index, or updates them. */
@Command(
    name = "index",
    header = "Add scraped files or articles to the index, or update them.",
    footer = {"", "Example:", "  kiosk index pages articles.jsonl.gz --report report.jsonl"})
final class IndexCommand extends IndexingVerb {

  IndexCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    return run(false);
  }
}
