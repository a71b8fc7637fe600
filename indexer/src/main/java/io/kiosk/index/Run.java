package io.kiosk.index;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.corpus.RawFile;
import io.kiosk.corpus.RawFileReader;
import io.kiosk.corpus.RawFileReader.Input;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.index.Intake.Again;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

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
  private final List<Path> gone;
  private final String indexFolder; // with a separator at its end
  private final ReadingNotes notes = new ReadingNotes();
  private final Ledger ledger = new Ledger();
  private final Seen seen = new Seen();
  private final KnownFiles known;
  private final Intake intake;
  private final AtomicLong bytes = new AtomicLong();
  private final long started = System.currentTimeMillis();
  private final long start = System.nanoTime();
  private final Workers workers;
  private final Failure failure = new Failure(this::stop);
  private volatile OptionalLong totalBytes = OptionalLong.empty();
  private volatile boolean stopped;
  private volatile boolean complete;
  private FileState state; // of the file that the reader is at
  private long ordinal;

  Run(ArticleIndexer indexer, ArchiveIndexing.Builder options, List<Path> inputs, List<Path> gone)
      throws IOException {
    this.indexer = indexer;
    this.options = options;
    this.inputs = inputs;
    this.gone = gone;
    this.indexFolder = FileState.name(options.index) + File.separator;
    this.known = new KnownFiles(indexer);
    this.intake = new Intake(indexer, known, ledger, options.prune);
    this.workers = new Workers(options.config.threads());
  }

  void stop() {
    stopped = true;
    indexer.hurry();
  }

  IndexingReport execute() throws IOException {
    Thread reader = new Thread(() -> failure.watch(this::readAll), "kiosk-reader");
    reader.start();
    try (known) {
      commitWhile(reader);
    } catch (IOException | RuntimeException e) {
      failure.rethrow(); // what the workers met first says more
      throw e;
    }
    failure.rethrow();
    return ledger.report(notes.messages(), !complete, elapsed());
  }

  // The reader's thread

  private void readAll() throws IOException {
    totalBytes = InputSizes.total(inputs);
    try (workers) {
      for (Path input : inputs) {
        if (stopped) {
          break;
        } else if (input.equals(STANDARD_INPUT)) {
          InputStream in = new StoppableInput(options.standardInput, () -> stopped);
          readArticles("-", "-", started, in);
        } else {
          readFiles(input);
        }
      }
      workers.submitToAll(indexer::flush); // each its part of what the commit would write alone
      workers.await();
      ledger.endInputs();
      if (options.prune && !stopped) {
        new Pruning(indexer, intake, ledger, seen).prune(inputs, gone);
      }
      boolean all = !stopped;
      readAgain();
      if (all) {
        indexer.commit(); // what is new is found while its relations are looked for
        indexer.relate();
      }
      complete = all;
    }
  }

  private void readFiles(Path path) throws IOException {
    try (RawFileReader files = open(path, this::isToBeRead)) {
      Optional<Input> next;
      long counted = 0;
      while (!stopped && (next = files.read()).isPresent()) {
        bytes.addAndGet(files.bytesRead() - counted);
        counted = files.bytesRead();
        switch (next.get()) {
          case Input.Raw raw -> raw(raw);
          case Input.Articles articles -> readArticles(articles.path());
          case Input.Unreadable unreadable -> {
            seen.addBroken(FileState.name(unreadable.path()));
            reject(unreadable.result());
          }
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private RawFileReader open(Path path, Predicate<Path> wanted) {
    return RawFileReader.open(
        List.of(path), InputStream.nullInputStream(), options.charset, wanted);
  }

  /** Whether a file has changed; if not, its result is entered. */
  private boolean isToBeRead(Path file) {
    try {
      state = FileState.of(file);
    } catch (IOException e) {
      return true; // opening it will say why
    }
    if (isOfTheIndex(state.name()) || !seen.add(state.name())) {
      return false; // given twice
    }
    try {
      Optional<KnownFiles.Admitted> admitted =
          options.charset.isPresent() ? Optional.empty() : known.unchanged(state);
      admitted.ifPresent(
          what -> {
            bytes.addAndGet(state.size());
            OptionalLong none = OptionalLong.empty();
            ledger.enter(
                ordinal++,
                new InputResult(file.toString(), none, what.id(), what.outcome(), what.reason()));
          });
      return admitted.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The index may lie in a folder that is indexed. */
  private boolean isOfTheIndex(String name) {
    return name.startsWith(indexFolder);
  }

  private void raw(Input.Raw raw) throws IOException {
    RawFile file = raw.file();
    FileState now = state;
    String name = name(raw, now);
    boolean record = !name.equals(now.name());
    if (record) {
      seen.add(name);
    }
    // A container is read whole every time: only all its records together show that it is done.
    FileState kept = record ? new FileState(now.name(), now.modified(), 0, now.size()) : now;
    boolean force = options.charset.isPresent();
    submit(ordinal, file.bytes().length, () -> intake.raw(file, name, kept, force));
  }

  /** By which the index knows a raw file: its path, or its container's and its own name. */
  private static String name(Input.Raw raw, FileState state) {
    String path = raw.path().toString();
    String origin = raw.file().origin();
    return origin.startsWith(path) ? state.name() + origin.substring(path.length()) : origin;
  }

  private void reject(Rejected result) {
    ledger.enter(
        ordinal++, InputResult.rejected(result.origin(), OptionalLong.empty(), result.message()));
  }

  private void readArticles(Path file) throws IOException {
    String name = FileState.name(file);
    if (!seen.add(name)) {
      return; // given twice
    }
    long modified;
    InputStream in;
    try {
      modified = FileState.of(file).modified();
      in = Files.newInputStream(file);
    } catch (IOException e) {
      reject(new Rejected(file.toString(), Reason.UNREADABLE, e.getMessage()));
      return;
    }
    try (in) {
      readArticles(file.toString(), name, modified, in);
    }
  }

  @SuppressWarnings("resource") // the stream's owner closes it
  private void readArticles(String shown, String name, long modified, InputStream in)
      throws IOException {
    ArticleReader reader = ArticleReader.of(shown, in, notes);
    long counted = 0;
    while (!stopped) {
      Optional<ArticleReader.RawLine> next;
      try {
        next = reader.next();
        bytes.addAndGet(reader.bytesRead() - counted);
        counted = reader.bytesRead();
      } catch (IOException e) {
        reject(new Rejected(shown, Reason.UNREADABLE, e.getMessage()));
        return;
      }
      if (stopped) {
        return; // the line may have been cut
      }
      if (next.isEmpty()) {
        if (!reader.damaged()) {
          seen.addWhole(name);
        }
        return;
      }
      line(reader, next.get(), shown, name, modified);
    }
  }

  /** Takes in a line; one that the index knows is not parsed again. */
  private void line(
      ArticleReader reader, ArticleReader.RawLine raw, String shown, String name, long modified)
      throws IOException {
    OptionalLong at = OptionalLong.of(raw.number());
    long stamp = raw.sha256().isEmpty() ? 0 : lineStamp(name, raw);
    Optional<KnownFiles.Admitted> admitted = known.unchangedLine(stamp, modified);
    if (admitted.isPresent()) {
      KnownFiles.Admitted what = admitted.get();
      if (options.prune) {
        seen.addArticle(name, what.id().orElseThrow());
      }
      ledger.enter(ordinal++, new InputResult(shown, at, what.id(), what.outcome(), what.reason()));
      return;
    }
    Optional<ArticleReader.Line> parsed = reader.parse(raw);
    if (parsed.isEmpty()) {
      return;
    }
    switch (parsed.get().result()) {
      case Rejected rejected ->
          ledger.enter(ordinal++, InputResult.rejected(shown, at, rejected.message()));
      case Cleaned cleaned -> {
        Origin origin = new Origin(name, at, raw.sha256(), Origin.NOT_CLEANED);
        line(shown, cleaned.article(), new Member(origin, modified, stamp));
      }
    }
  }

  /** By which a line is recognised; its hash stands for all that is in it. */
  private static long lineStamp(String name, ArticleReader.RawLine line) {
    return FileState.hash(
        String.join(
            "\n",
            name,
            Long.toString(line.number()),
            line.sha256(),
            Integer.toString(ArticleReader.VERSION)));
  }

  private void line(String shown, Article article, Member member) throws IOException {
    String id = ArticleDocuments.key(article.id());
    if (options.prune) {
      seen.addArticle(member.file(), id);
    }
    // lines of one id must be taken in in their order
    submit(id.hashCode(), article.body().length() * 2, () -> intake.line(shown, article, member));
  }

  /** What gives an {@link InputResult}. */
  @FunctionalInterface
  private interface Task {
    InputResult call() throws IOException;
  }

  private void submit(long key, int size, Task task) throws IOException {
    long number = ordinal++;
    workers.submit(
        key,
        Math.max(MIN_COST, size),
        () -> {
          ledger.enter(number, task.call());
        });
  }

  /** Reads once more the inputs that give an article its text from now on. */
  private void readAgain() throws IOException {
    while (!intake.again().isEmpty()) {
      Map<String, Set<String>> idsByFile = new TreeMap<>();
      for (Again each = intake.again().poll(); each != null; each = intake.again().poll()) {
        idsByFile.computeIfAbsent(each.member().file(), f -> new TreeSet<>()).add(each.id());
      }
      for (Map.Entry<String, Set<String>> each : idsByFile.entrySet()) {
        readAgain(each.getKey(), each.getValue());
      }
    }
  }

  private void readAgain(String name, Set<String> ids) throws IOException {
    int mark = name.indexOf('!');
    Path file = Path.of(mark < 0 || Files.exists(Path.of(name)) ? name : name.substring(0, mark));
    if (!Files.isRegularFile(file)) {
      return; // the article keeps the text that it has
    }
    FileState now = FileState.of(file);
    try (RawFileReader files = open(file, path -> true)) {
      Optional<Input> next;
      while ((next = files.read()).isPresent()) {
        switch (next.get()) {
          case Input.Raw raw -> {
            if (name(raw, now).equals(name)) {
              intake.raw(raw.file(), name, now, true);
            }
          }
          case Input.Articles articles -> linesAgain(articles.path(), now, ids);
          case Input.Unreadable unreadable -> {}
        }
      }
    }
  }

  private void linesAgain(Path file, FileState now, Set<String> ids) throws IOException {
    try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
      Optional<ArticleReader.Line> next;
      while ((next = reader.read()).isPresent()) {
        if (next.get().result() instanceof Cleaned cleaned
            && ids.contains(ArticleDocuments.key(cleaned.article().id()))) {
          OptionalLong at = OptionalLong.of(next.get().number());
          Origin origin = new Origin(now.name(), at, next.get().sha256(), Origin.NOT_CLEANED);
          Member member = new Member(origin, now.modified(), 0);
          intake.line(file.toString(), cleaned.article(), member);
        }
      }
    }
  }

  // The calling thread

  private void commitWhile(Thread reader) throws IOException {
    long last = System.nanoTime();
    long committed = 0;
    long interval = options.config.commitInterval().toNanos();
    try {
      while (waitFor(reader)) {
        options.progress.accept(progress());
        long inputsNow = ledger.inputs();
        boolean due = System.nanoTime() - last >= interval && inputsNow > committed;
        if (due || inputsNow - committed >= options.config.commitArticles()) {
          commit(false);
          committed = inputsNow;
          last = System.nanoTime();
        }
      }
    } catch (IOException | RuntimeException e) {
      stop();
      while (waitFor(reader)) {} // it must not meet a closed index
      throw e;
    }
    if (!failure.occurred()) {
      commit(complete);
      options.progress.accept(progress());
    }
  }

  /** Whether the thread still runs after a moment. */
  private static boolean waitFor(Thread thread) {
    try {
      return !thread.join(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      throw new AssertionError("nobody knows this thread", e);
    }
  }

  /**
   * Results entered before the commit are durable after it; those of a rebuild only once it has
   * taken its place, since an abandoned one is removed.
   */
  private void commit(boolean last) throws IOException {
    List<InputResult> done = options.rebuild && !last ? List.of() : ledger.takePending();
    if (last) {
      indexer.commitAndSwitch();
    } else {
      indexer.commit();
    }
    done.forEach(options.results);
    if (last || !options.rebuild) {
      options.committed.run();
    }
  }

  private IndexingProgress progress() {
    return new IndexingProgress(ledger.inputs(), bytes.get(), totalBytes, elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
