package io.kiosk.cli;

import io.kiosk.index.ArchiveIndexing;
import io.kiosk.index.IndexerConfig;
import io.kiosk.index.IndexingReport;
import io.kiosk.index.Outcome;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code index} and {@code rebuild} share. */
abstract class IndexingVerb extends Verb {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Scraped files, folders of them, or articles (.jsonl, .jsonl.gz).",
        "- is JSON Lines on standard input."
      })
  private List<Path> paths;

  @Mixin private IndexOption index;

  @Option(
      names = "--prune",
      description = "Remove articles whose file is gone from the given folders.")
  private boolean prune;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what became of every input there, one JSON object a line.")
  private Path report;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Charset that an HTTP header would name for these files.")
  private String charset;

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description =
          "Append the new articles that meet an alert there, one JSON object a line, instead of"
              + " printing them.")
  private Path alertsFile;

  private AlertCheck alerts;

  @Option(names = "--wait", description = "If another process writes the index, wait for its end.")
  private boolean wait;

  IndexingVerb(Terminal terminal) {
    super(terminal);
  }

  final List<Path> paths() {
    return paths;
  }

  /** A run as the options say. */
  final ArchiveIndexing.Builder indexing(IndexingAccount account)
      throws CommandFailure, IOException {
    LuceneLog.silence();
    ProgressBar progress = new ProgressBar(terminal);
    Path folder = index.folder(terminal);
    TranslationLexicon lexicon = ProgramFolder.lexicon(terminal);
    alerts = new AlertCheck(terminal, folder, lexicon, alertsFile);
    ArchiveIndexing.Builder builder =
        ArchiveIndexing.builder(folder, lexicon)
            .committed(alerts::run)
            .prune(prune)
            .standardInput(terminal.in())
            .charset(CleanCommand.charset(charset))
            .results(account::enter)
            .progress(progress::show)
            .waiting(
                holder ->
                    terminal.complain(
                        "waiting: index " + folder + " is being written by " + holder));
    return wait ? waiting(builder) : builder;
  }

  static ArchiveIndexing.Builder waiting(ArchiveIndexing.Builder builder) {
    return builder.config(IndexerConfig.defaults().withLockWait(ArchiveIndexing.FOREVER));
  }

  /** The account of a run, to be closed. */
  final IndexingAccount account() throws CommandFailure, IOException {
    for (Path path : paths) {
      if (report != null && absolute(report).startsWith(absolute(path))) {
        throw CommandFailure.usage(
            "the report would be indexed itself: write it outside of " + path);
      }
    }
    return new IndexingAccount(terminal, report);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  final boolean prunes() {
    return prune;
  }

  /** Indexes everything once and returns the exit status. */
  final int run(boolean rebuild) throws Exception {
    try (IndexingAccount account = account()) {
      ArchiveIndexing indexing = indexing(account).rebuild(rebuild).build();
      terminal.interruption().endsBy(indexing::stop);
      return summarize(account, indexing.run(paths), rebuild);
    }
  }

  private int summarize(IndexingAccount account, IndexingReport result, boolean rebuild)
      throws CommandFailure {
    account.summarize(result, prune);
    if (result.interrupted()) {
      terminal.complain(
          rebuild
              ? "interrupted: the index in use is as it was"
              : "interrupted: what is counted is indexed; index the same again to go on");
      return ExitStatus.INTERRUPTED;
    }
    if (result.total() == 0) {
      throw CommandFailure.failed("there is no article in " + paths.getFirst());
    }
    return result.count(Outcome.REJECTED) == 0 && !alerts.failed()
        ? ExitStatus.DONE
        : ExitStatus.FAILED;
  }
}
