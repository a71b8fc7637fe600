package io.kiosk.index;

import io.kiosk.index.WriterLock.Waiting;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/**
 * A run that brings files into an index: raw files are cleaned, articles of JSON Lines are taken as
 * they are, and every input ends with an {@link Outcome}.
 *
 * <p>It commits as often as {@link IndexerConfig} says and at the end; results are reported only
 * once they are durable. An interrupted run commits what is done. One run at a time; {@link #stop}
 * may be called by any thread.
 */
public final class ArchiveIndexing {

  /** For {@link IndexerConfig#withLockWait}: as long as it takes. */
  public static final Duration FOREVER = Duration.ofDays(36_500);

  private final Path index;
  private final TranslationLexicon lexicon;
  private final Builder options;
  private final AtomicReference<Run> running = new AtomicReference<>();
  private volatile boolean stopped;

  private ArchiveIndexing(Builder options) {
    this.index = options.index;
    this.lexicon = options.lexicon;
    this.options = new Builder(options);
  }

  /**
   * {@return a builder of runs over an index folder}
   *
   * @param index need not exist
   * @param lexicon gives the words that German compounds are split into; searchers of the index
   *     need the same
   */
  public static Builder builder(Path index, TranslationLexicon lexicon) {
    return new Builder(index, lexicon);
  }

  /**
   * Indexes files and folders in their order; {@code -} is JSON Lines on standard input. Listeners
   * are called one at a time, by threads of the run.
   *
   * @param inputs raw files, JSON Lines, containers and folders of them
   * @return the account, also of an interrupted run; if the calling thread was interrupted it is so
   *     again
   * @throws IndexBusyException if another writer has the index
   * @throws IOException if the index cannot be written; inputs not yet reported are to be given
   *     again
   */
  public IndexingReport run(List<Path> inputs) throws IOException {
    return run(inputs, List.of());
  }

  /** The same, where some files and folders are known to have gone, to be pruned. */
  IndexingReport run(List<Path> inputs, List<Path> gone) throws IOException {
    List<Path> all = List.copyOf(inputs);
    AtomicReference<IndexingReport> report = new AtomicReference<>();
    Failure failure = new Failure(() -> {});
    Thread thread =
        new Thread(() -> failure.watch(() -> report.set(runHere(all, gone))), "kiosk-index");
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        stop();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    failure.rethrow();
    return report.get();
  }

  Path index() {
    return index;
  }

  boolean prunes() {
    return options.prune;
  }

  /** In a thread that nobody interrupts: inside Lucene, that would close the index's files. */
  private IndexingReport runHere(List<Path> inputs, List<Path> gone) throws IOException {
    try (ArticleIndexer indexer =
        ArticleIndexer.open(
            index, lexicon, options.config, options.rebuild, options.directory, waiting())) {
      Run run = new Run(indexer, options, inputs, gone);
      if (!running.compareAndSet(null, run)) {
        throw new IllegalStateException("this run goes on already");
      }
      try {
        if (stopped) {
          run.stop();
        }
        return run.execute();
      } catch (AlreadyClosedException e) {
        // a thread may meet the closed index before the one that met the reason tells of it
        throw failed(indexer.tragedy().orElse(e));
      } catch (IOException e) {
        throw failed(e);
      } finally {
        running.set(null);
      }
    }
  }

  private Waiting waiting() {
    return new Waiting() {
      @Override
      public void begins(String holder) {
        options.waiting.accept(holder);
      }

      @Override
      public boolean ends() {
        return stopped;
      }
    };
  }

  private IOException failed(Throwable cause) {
    String what = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new IOException(
        "index " + index + ": " + what + ": what was reported is safe, run again for the rest",
        cause);
  }

  /** Ends the run, now or later, after the inputs in hand; what is done is committed. */
  public void stop() {
    stopped = true;
    Optional.ofNullable(running.get()).ifPresent(Run::stop);
  }

  /** What a run does; not safe for use by several threads at once. */
  public static final class Builder {

    final Path index;
    final TranslationLexicon lexicon;
    IndexerConfig config = IndexerConfig.defaults();
    boolean rebuild;
    boolean prune;
    InputStream standardInput = System.in;
    UnaryOperator<Directory> directory = UnaryOperator.identity();
    Optional<String> charset = Optional.empty();
    Consumer<InputResult> results = result -> {};
    Runnable committed = () -> {};
    Consumer<IndexingProgress> progress = progress -> {};
    Consumer<String> waiting = holder -> {};

    private Builder(Path index, TranslationLexicon lexicon) {
      this.index = Objects.requireNonNull(index, "index");
      this.lexicon = Objects.requireNonNull(lexicon, "lexicon");
    }

    private Builder(Builder other) {
      this(other.index, other.lexicon);
      config = other.config;
      rebuild = other.rebuild;
      prune = other.prune;
      standardInput = other.standardInput;
      directory = other.directory;
      charset = other.charset;
      results = other.results;
      committed = other.committed;
      progress = other.progress;
      waiting = other.waiting;
    }

    /**
     * Sets how the index is written; otherwise {@link IndexerConfig#defaults}.
     *
     * @param value threads, memory, commits
     * @return this builder
     */
    public Builder config(IndexerConfig value) {
      config = Objects.requireNonNull(value, "config");
      return this;
    }

    /**
     * Sets whether to begin from nothing beside the index in use.
     *
     * @param value true for a new index that replaces the one in use in one step at the end; an
     *     interrupted rebuild leaves the one in use as it is
     * @return this builder
     */
    public Builder rebuild(boolean value) {
      rebuild = value;
      return this;
    }

    /**
     * Sets whether to remove articles that the inputs do not give any more.
     *
     * @param value true to remove articles of the given folders whose file is gone or gives no
     *     article any more, and those of the given JSON Lines files whose line is gone
     * @return this builder
     */
    public Builder prune(boolean value) {
      prune = value;
      return this;
    }

    /**
     * Sets what {@code -} reads; otherwise the standard input of the process.
     *
     * @param value not closed
     * @return this builder
     */
    public Builder standardInput(InputStream value) {
      standardInput = Objects.requireNonNull(value, "standardInput");
      return this;
    }

    /**
     * Sets the charset of raw files.
     *
     * @param value stands for the one that an HTTP header would declare, for every raw file; empty
     *     to go by the files
     * @return this builder
     */
    public Builder charset(Optional<String> value) {
      charset = Objects.requireNonNull(value, "charset");
      return this;
    }

    /**
     * Sets who hears what became of the inputs.
     *
     * @param value gets every input's result once it is durable, within a commit in the order of
     *     the inputs; in a rebuild all at its end, none if it is interrupted
     * @return this builder
     */
    public Builder results(Consumer<InputResult> value) {
      results = Objects.requireNonNull(value, "results");
      return this;
    }

    /**
     * Sets who hears how far the run is.
     *
     * @param value is told about ten times a second
     * @return this builder
     */
    public Builder progress(Consumer<IndexingProgress> value) {
      progress = Objects.requireNonNull(value, "progress");
      return this;
    }

    /**
     * Sets who hears of commits that readers can see.
     *
     * @param value is told once the results of the commit were reported, of a rebuild only of the
     *     one that puts it in its place; the next commit waits for its end
     * @return this builder
     */
    public Builder committed(Runnable value) {
      committed = Objects.requireNonNull(value, "committed");
      return this;
    }

    /**
     * Sets who hears that the run waits for another writer, as {@link IndexerConfig#lockWait} says.
     *
     * @param value is told who holds the index
     * @return this builder
     */
    public Builder waiting(Consumer<String> value) {
      waiting = Objects.requireNonNull(value, "waiting");
      return this;
    }

    /** What stands between the index and its files, for tests. */
    Builder directory(UnaryOperator<Directory> value) {
      directory = value;
      return this;
    }

    /** {@return the run; later calls of this builder do not change it} */
    public ArchiveIndexing build() {
      return new ArchiveIndexing(this);
    }
  }
}
