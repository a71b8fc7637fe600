package io.kiosk.index;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * A process that {@link KillTest} kills: {@code INDEX FILES update|rebuild|switch [STEP]}. Prints
 * {@code go} when it begins, or, for {@code switch}, when the rebuilt index makes its last commit;
 * then the id and outcome of every input that is reported as durable; at its end {@code done} and
 * how many steps it took since {@code go}. A step is a change to the index's files or a result.
 * Before the given one it prints {@code halted} and waits to be killed.
 */
final class KilledIndexing {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final AtomicInteger steps = new AtomicInteger();
  private final int last;
  private volatile boolean gone;

  private KilledIndexing(int last) {
    this.last = last;
  }

  public static void main(String[] args) throws IOException {
    int last = args.length > 3 ? Integer.parseInt(args[3]) : Integer.MAX_VALUE;
    new KilledIndexing(last).run(Path.of(args[0]), Path.of(args[1]), args[2]);
  }

  private void run(Path index, Path files, String kind) throws IOException {
    boolean switching = kind.equals("switch");
    IndexerConfig config = IndexerConfig.defaults().withThreads(2);
    if (!switching) {
      go();
      // Not by time, too: a quicker run would have fewer steps than the one they were counted in.
      config = config.withCommits(5, Duration.ofMinutes(1));
    }
    ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .rebuild(switching || kind.equals("rebuild"))
        .prune(true)
        .config(config)
        .directory(Steps::new)
        .results(
            result -> {
              step();
              out.println(result.id().orElse("-") + " " + result.outcome().label());
            })
        .build()
        .run(List.of(files));
    out.println("done\n" + steps);
  }

  private void go() {
    out.println("go");
    gone = true;
  }

  private void step() {
    if (gone && steps.incrementAndGet() >= last) {
      synchronized (out) {
        out.println("halted");
        while (true) {
          LockSupport.park();
        }
      }
    }
  }

  /** Counts changes; the commit after that of the empty index may be the beginning. */
  private final class Steps extends FilterDirectory {

    private Steps(Directory files) {
      super(files);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      step();
      return super.createOutput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      step();
      super.sync(names);
    }

    @Override
    public void rename(String source, String target) throws IOException {
      if (!gone && target.equals("segments_2")) {
        go();
      }
      step();
      super.rename(source, target);
    }

    @Override
    public void deleteFile(String name) throws IOException {
      step();
      super.deleteFile(name);
    }
  }
}
