package io.kiosk.cli;

import io.kiosk.index.ArchiveIndexing;
import io.kiosk.index.IndexingProgress;
import io.kiosk.index.IndexingReport;
import io.kiosk.index.InputResult;
import io.kiosk.index.Outcome;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code index} and {@code rebuild} share. */
abstract class IndexingVerb extends Verb {

  private static final int REJECTED_SHOWN = 20;
  private static final long SECONDS_TO_COMMIT = 60;

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

  private boolean rebuild;
  private long rejectedShown;

  IndexingVerb(Terminal terminal) {
    super(terminal);
  }

  /** Indexes and returns the exit status. */
  int run(boolean fromNothing) throws CommandFailure, IOException {
    rebuild = fromNothing;
    LuceneLog.silence();
    TranslationLexicon lexicon = ProgramFolder.lexicon(terminal);
    ArchiveIndexing.Builder builder =
        ArchiveIndexing.builder(index.folder(terminal), lexicon)
            .rebuild(rebuild)
            .prune(prune)
            .standardInput(terminal.in())
            .charset(CleanCommand.charset(charset));
    if (terminal.showsProgress()) {
      builder.progress(this::show);
    }
    if (report == null) {
      return interruptible(builder.results(this::complainIfRejected).build());
    }
    try (BufferedWriter lines = Files.newBufferedWriter(report, StandardCharsets.UTF_8)) {
      builder.results(
          input -> {
            complainIfRejected(input);
            write(lines, input);
          });
      return interruptible(builder.build());
    }
  }

  /** Ctrl-C ends the run, which commits and counts what is done; the process waits for that. */
  private int interruptible(ArchiveIndexing indexing) throws CommandFailure, IOException {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              indexing.stop();
              try {
                done.await(SECONDS_TO_COMMIT, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return summarize(indexing.run(paths));
    } finally {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The hook is what ended the run.
      }
    }
  }

  private void show(IndexingProgress progress) {
    double seconds = Math.max(.001, progress.elapsed().toMillis() / 1000.0);
    String share =
        progress.totalBytes().isPresent() && progress.totalBytes().getAsLong() > 0
            ? String.format(
                Locale.ROOT,
                "%3d %%  ",
                Math.min(100, 100 * progress.bytes() / progress.totalBytes().getAsLong()))
            : "";
    terminal.progress(
        String.format(
            Locale.ROOT,
            "%s%s, %,.0f a second",
            share,
            Texts.count(progress.inputs(), "input"),
            progress.inputs() / seconds));
  }

  private void complainIfRejected(InputResult input) {
    if (input.outcome() == Outcome.REJECTED && rejectedShown++ < REJECTED_SHOWN) {
      terminal.complain(place(input) + ": " + input.reason().orElse("rejected"));
    }
  }

  private static String place(InputResult input) {
    return input.line().isPresent() ? input.file() + ":" + input.line().getAsLong() : input.file();
  }

  private static void write(BufferedWriter lines, InputResult input) {
    try {
      JsonOutput.line(
          lines,
          json -> {
            json.writeStringProperty("file", input.file());
            input.line().ifPresent(line -> json.writeNumberProperty("line", line));
            JsonOutput.property(json, "id", input.id());
            json.writeStringProperty("outcome", input.outcome().label());
            JsonOutput.property(json, "reason", input.reason());
          });
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int summarize(IndexingReport result) throws CommandFailure {
    if (rejectedShown > REJECTED_SHOWN) {
      terminal.complain(
          "and "
              + (rejectedShown - REJECTED_SHOWN)
              + " more"
              + (report == null ? "; --report FILE has them all" : ""));
    }
    result.notes().forEach(terminal::say);
    terminal.say(
        Texts.count(result.total(), "input") + ": " + counts(result.outcomes(), Outcome::label));
    if (prune) {
      terminal.say(Texts.count(result.pruned(), "article") + " removed because their file is gone");
    }
    terminal.say("languages: " + counts(result.languages(), language -> language));
    if (result.interrupted()) {
      terminal.complain(
          rebuild
              ? "interrupted: the index in use is as it was"
              : "interrupted: what is counted is indexed; index the same again to go on");
      return ExitStatus.FAILED;
    }
    if (result.total() == 0) {
      throw CommandFailure.failed("there is no article in " + paths.getFirst());
    }
    return result.count(Outcome.REJECTED) == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static <K> String counts(
      Map<K, Long> counts, java.util.function.Function<K, String> name) {
    return counts.entrySet().stream()
        .map(
            entry ->
                String.format(Locale.ROOT, "%,d %s", entry.getValue(), name.apply(entry.getKey())))
        .collect(Collectors.joining(", "));
  }
}
