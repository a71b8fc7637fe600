package io.kiosk.index;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/**
 * A process that {@link KillTest} kills: {@code INDEX FILES update|rebuild|switch}. Prints {@code
 * go} when it begins, or, for {@code switch}, when the rebuilt index makes its last commit; then
 * the id and outcome of every input that is reported as durable.
 */
final class KilledIndexing {

  private KilledIndexing() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean switching = args[2].equals("switch");
    IndexerConfig config = IndexerConfig.defaults().withThreads(2);
    ArchiveIndexing.Builder builder =
        ArchiveIndexing.builder(Path.of(args[0]), TranslationLexicon.empty())
            .rebuild(switching || args[2].equals("rebuild"))
            .prune(true)
            .results(
                result -> out.println(result.id().orElse("-") + " " + result.outcome().label()));
    if (switching) {
      builder.config(config).directory(files -> new SecondCommit(files, () -> out.println("go")));
    } else {
      out.println("go");
      builder.config(config.withCommits(5, Duration.ofMillis(50)));
    }
    builder.build().run(List.of(Path.of(args[1])));
    out.println("done");
  }

  /** Tells of the commit after that of the empty index, just before it is made. */
  private static final class SecondCommit extends FilterDirectory {

    private final Runnable listener;

    private SecondCommit(Directory files, Runnable listener) {
      super(files);
      this.listener = listener;
    }

    @Override
    public void rename(String source, String target) throws IOException {
      if (target.equals("segments_2")) {
        listener.run();
      }
      super.rename(source, target);
    }
  }
}
