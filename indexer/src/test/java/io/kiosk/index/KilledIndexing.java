package io.kiosk.index;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A process that {@link KillTest} kills: {@code INDEX FILES update|rebuild}. Prints {@code go} when
 * it begins, then the id and outcome of every input that is reported as durable.
 */
final class KilledIndexing {

  private KilledIndexing() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("go");
    ArchiveIndexing.builder(Path.of(args[0]), TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(2).withCommits(5, Duration.ofMillis(50)))
        .rebuild(args[2].equals("rebuild"))
        .prune(true)
        .results(result -> out.println(result.id().orElse("-") + " " + result.outcome().label()))
        .build()
        .run(List.of(Path.of(args[1])));
    out.println("done");
  }
}
