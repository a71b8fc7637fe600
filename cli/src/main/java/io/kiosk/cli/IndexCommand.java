package io.kiosk.cli;

import io.kiosk.index.ArchiveIndexing;
import io.kiosk.index.ArchiveWatch;
import io.kiosk.index.IndexingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds articles to an index, or updates them. */
@Command(
    name = "index",
    header = "Add scraped files or articles to the index, or update them.",
    footer = {"", "Example:", "  kiosk index pages articles.jsonl.gz --report report.jsonl"})
final class IndexCommand extends IndexingVerb {

  @Option(
      names = "--watch",
      description = "Then follow the paths and index what comes or changes, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--poll",
      description =
          "With --watch, look again and again instead of being told: for network drives, where"
              + " nobody tells.")
  private boolean poll;

  IndexCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws Exception {
    if (poll && !watch) {
      throw CommandFailure.usage("--poll is for --watch");
    }
    return watch ? watch() : run(false);
  }

  private int watch() throws Exception {
    if (paths().contains(Path.of("-"))) {
      throw CommandFailure.usage("--watch follows files and folders, not standard input");
    }
    try (IndexingAccount account = account()) {
      ArchiveIndexing indexing = waiting(indexing(account)).build();
      ArchiveWatch follower = ArchiveWatch.of(indexing, paths(), poll, new Talk(account));
      terminal.interruption().endsBy(follower::stop);
      return end(account, follower.run());
    }
  }

  private int end(IndexingAccount account, IndexingReport total) {
    account.summarize(total, prunes());
    terminal.complain("interrupted: what is counted is indexed");
    return ExitStatus.INTERRUPTED;
  }

  private final class Talk implements ArchiveWatch.Listener {

    private final IndexingAccount account;

    private Talk(IndexingAccount account) {
      this.account = account;
    }

    @Override
    public void watching(IndexingReport first) {
      account.summarize(first, prunes());
      terminal.say("watching; Ctrl-C ends it");
    }

    @Override
    public void indexed(IndexingReport report) {
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      terminal.say(now + "  " + IndexingAccount.shortLine(report));
    }

    @Override
    public void failed(IOException why) {
      terminal.complain(Failures.message(why));
      terminal.complain("trying again soon");
    }

    @Override
    public void polling(String why) {
      terminal.complain("no notice of changes (" + why + "): looking again and again instead");
    }
  }
}
