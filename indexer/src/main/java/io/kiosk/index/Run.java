package io.kiosk.index;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.corpus.RawFile;
import io.kiosk.corpus.RawFileReader;
import io.kiosk.corpus.RawFileReader.Input;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.corpus.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One run of {@link ArchiveIndexing}: a thread of its own reads, the workers clean and index, the
 * calling one commits and reports.
 */
final class Run {

  /** What an input of a line or a small file counts for in the memory of the workers. */
  private static final int MIN_COST = 1 << 16;

  private static final Path STANDARD_INPUT = Path.of("-");

  private final ArticleIndexer indexer;
  private final ArchiveIndexing.Builder options;
  private final List<Path> inputs;
  private final ArticleCleaner cleaner = new ArticleCleaner();
  private final ReadingNotes notes = new ReadingNotes();
  private final Ledger ledger = new Ledger();
  private final AtomicLong bytes = new AtomicLong();
  private final long start = System.nanoTime();
  private final Workers workers;
  private volatile OptionalLong totalBytes = OptionalLong.empty();
  private volatile boolean stopped;
  private volatile boolean complete;
  private long ordinal;

  Run(ArticleIndexer indexer, ArchiveIndexing.Builder options, List<Path> inputs) {
    this.indexer = indexer;
    this.options = options;
    this.inputs = inputs;
    this.workers = new Workers(options.config.threads());
  }

  void stop() {
    stopped = true;
  }

  IndexingReport execute() throws IOException {
    Failure failure = new Failure(this::stop);
    Thread reader = new Thread(() -> failure.watch(this::readAll), "kiosk-reader");
    reader.start();
    commitWhile(reader);
    failure.rethrow();
    return new IndexingReport(
        ledger.outcomes(),
        ledger.languages(),
        ledger.reasons(),
        0,
        notes.messages(),
        !complete,
        elapsed());
  }

  // The reader's thread

  private void readAll() throws IOException {
    try (workers) {
      for (Path input : inputs) {
        if (stopped) {
          return;
        }
        if (input.equals(STANDARD_INPUT)) {
          readArticles("-", options.standardInput);
        } else {
          readFiles(input);
        }
      }
    }
    complete = !stopped;
  }

  private void readFiles(Path path) throws IOException {
    try (RawFileReader files =
        RawFileReader.open(List.of(path), InputStream.nullInputStream(), options.charset)) {
      Optional<Input> next;
      while (!stopped && (next = files.read()).isPresent()) {
        switch (next.get()) {
          case Input.Raw raw -> raw(raw.file());
          case Input.Articles articles -> readArticles(articles.path());
          case Input.Unreadable unreadable -> reject(unreadable.result());
        }
      }
    }
  }

  private void raw(RawFile file) throws IOException {
    long number = ordinal++;
    submit(number, file.bytes().length, () -> clean(file));
  }

  private void reject(Rejected result) {
    ledger.enter(
        ordinal++, InputResult.rejected(result.origin(), OptionalLong.empty(), result.message()));
  }

  private void readArticles(Path file) throws IOException {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      reject(new Rejected(file.toString(), CleaningResult.Reason.UNREADABLE, e.getMessage()));
      return;
    }
    try (in) {
      readArticles(file.toString(), in);
    }
  }

  @SuppressWarnings("resource") // the stream's owner closes it
  private void readArticles(String name, InputStream in) throws IOException {
    ArticleReader reader = ArticleReader.of(name, in, notes);
    while (!stopped) {
      Optional<ArticleReader.Line> next;
      try {
        next = reader.read();
      } catch (IOException e) {
        reject(new Rejected(name, CleaningResult.Reason.UNREADABLE, e.getMessage()));
        return;
      }
      if (next.isEmpty()) {
        return;
      }
      line(name, next.get());
    }
  }

  private void line(String name, ArticleReader.Line line) throws IOException {
    long number = ordinal++;
    OptionalLong at = OptionalLong.of(line.number());
    switch (line.result()) {
      case Rejected rejected ->
          ledger.enter(number, InputResult.rejected(name, at, rejected.message()));
      case Cleaned cleaned -> {
        Origin origin = new Origin(name, at, line.sha256(), Origin.NOT_CLEANED);
        submit(number, cleaned.article().body().length() * 2, () -> add(cleaned.article(), origin));
      }
    }
  }

  @FunctionalInterface
  private interface Task {
    InputResult call() throws IOException;
  }

  private void submit(long number, int size, Task task) throws IOException {
    workers.submit(
        Math.max(MIN_COST, size),
        () -> {
          ledger.enter(number, task.call());
          bytes.addAndGet(size);
        });
  }

  // The workers' threads

  private InputResult clean(RawFile file) throws IOException {
    CleaningResult result;
    try {
      result = cleaner.clean(file);
    } catch (RuntimeException | StackOverflowError e) {
      // A page that the cleaner cannot bear must not end the run; it is reported with its cause.
      return InputResult.rejected(file.origin(), OptionalLong.empty(), "failed: " + e);
    }
    return switch (result) {
      case Rejected rejected ->
          InputResult.rejected(file.origin(), OptionalLong.empty(), rejected.message());
      case Cleaned cleaned ->
          add(
              cleaned.article(),
              new Origin(
                  file.origin(),
                  OptionalLong.empty(),
                  Sha256.of(file.bytes()),
                  ArticleCleaner.VERSION));
    };
  }

  private InputResult add(Article article, Origin origin) throws IOException {
    InputResult result;
    try {
      result = indexer.process(article, origin);
    } catch (IllegalArgumentException e) {
      return InputResult.rejected(origin.file(), origin.line(), "failed: " + e.getMessage());
    }
    switch (result.outcome()) {
      case ADDED, UPDATED -> ledger.written(article.language());
      case UNCHANGED, DUPLICATE, REJECTED -> {}
    }
    return result;
  }

  // The calling thread

  private void commitWhile(Thread reader) throws IOException {
    long last = System.nanoTime();
    long interval = options.config.commitInterval().toNanos();
    try {
      while (waitFor(reader)) {
        options.progress.accept(progress());
        boolean due = System.nanoTime() - last >= interval && ledger.pendingCount() > 0;
        if (due || ledger.pendingCount() >= options.config.commitArticles()) {
          commit(false);
          last = System.nanoTime();
        }
      }
    } catch (IOException | RuntimeException e) {
      stop();
      while (waitFor(reader)) {} // it must not meet a closed index
      throw e;
    }
    commit(complete);
    options.progress.accept(progress());
  }

  /** Whether the thread still runs after a moment. */
  private static boolean waitFor(Thread thread) {
    try {
      return !thread.join(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      throw new AssertionError("nobody knows this thread", e);
    }
  }

  /** Results entered before the commit are durable after it. */
  private void commit(boolean complete) throws IOException {
    List<InputResult> done = ledger.takePending();
    if (complete) {
      indexer.commitAndSwitch();
    } else {
      indexer.commit();
    }
    done.forEach(options.results);
  }

  private IndexingProgress progress() {
    return new IndexingProgress(ledger.inputs(), bytes.get(), totalBytes, elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
