package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the indexer with SIGKILL at moments spread evenly over a first run, an update, a rebuild
 * and the switch to a rebuilt index. In the default build five: before steps of its work, where it
 * waits for them, so that each meets a live process however busy the machine is. With {@code
 * -Pkill} 100, at moments of time, so that they meet it anywhere.
 */
@DisabledOnOs(OS.WINDOWS)
class KillTest {

  private static final int KILLS = Integer.getInteger("kiosk.kills", 5);
  private static final boolean AT_STEPS = KILLS < 50;
  private static final int FILES = 24;
  private static final Instant OLD = Instant.parse("2024-07-18T09:30:00Z");

  @TempDir private Path root;
  private Path files;
  private Path index;
  private final Map<Phase, Integer> live = new EnumMap<>(Phase.class);
  private int reported;

  /**
   * How long a phase takes.
   *
   * @param nanos from its beginning to its end
   * @param steps of {@link KilledIndexing}; 0 if it did not come to its end
   */
  private record Length(long nanos, int steps) {}

  private enum Phase {
    FIRST,
    UPDATE,
    REBUILD,
    /** From the last commit of a rebuild to the end of its process. */
    SWITCH;

    boolean rebuilds() {
      return this == REBUILD || this == SWITCH;
    }

    String argument() {
      return switch (this) {
        case FIRST, UPDATE -> "update";
        case REBUILD -> "rebuild";
        case SWITCH -> "switch";
      };
    }
  }

  @Test
  void nothingReportedIsLostAndTheNextRunCompletes() throws Exception {
    files = Files.createDirectory(root.resolve("files"));
    index = root.resolve("index");
    Map<Phase, Length> lengths = new EnumMap<>(Phase.class);
    Map<Phase, Map<String, List<String>>> undisturbed = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      prepare(phase);
      lengths.put(phase, kill(phase, Long.MAX_VALUE, Integer.MAX_VALUE));
      live.put(phase, 0);
      undisturbed.put(phase, undisturbed());
    }
    int perPhase = (KILLS + Phase.values().length - 1) / Phase.values().length;
    for (int kill = 0; kill < KILLS; kill++) {
      Phase phase = Phase.values()[kill % Phase.values().length];
      double moment = (kill / Phase.values().length + .5) / perPhase;
      Length ran = kill(phase, moment, lengths.get(phase));
      if (AT_STEPS && ran.steps > 0) {
        // It ended first: commits that a busy machine takes together are fewer steps.
        ran = kill(phase, moment, ran);
      }
      if (!AT_STEPS && ran.nanos < moment * lengths.get(phase).nanos) {
        lengths.put(phase, ran); // the machine is quicker than it was
      }
      run();
      assertThat(IndexContent.of(index))
          .as("%s killed at %s", phase, moment)
          .isEqualTo(undisturbed.get(phase));
      assertThat(index.toFile().list((dir, name) -> name.startsWith("generation-"))).hasSize(1);
    }
    System.out.println(
        KILLS + " kills; of a live process: " + live + "; " + reported + " inputs reported before");
    assertThat(live.values().stream().mapToInt(Integer::intValue).sum())
        .as("kills that met a live process")
        .isGreaterThanOrEqualTo(AT_STEPS ? KILLS : KILLS * 8 / 10);
  }

  /** The files and the index as they are before a phase. */
  private void prepare(Phase phase) throws IOException {
    delete(files);
    delete(index);
    Files.createDirectory(files);
    write(0, FILES, "alpha", 1);
    lines("One");
    switch (phase) {
      case FIRST -> {}
      case UPDATE -> {
        run();
        write(0, FILES / 4, "beta", 2);
        write(FILES, FILES + FILES / 4, "gamma", 2);
        Files.move(file(FILES / 2), file(2 * FILES));
        Files.delete(file(FILES / 2 + 1));
        lines("Two");
      }
      case REBUILD, SWITCH -> run();
    }
  }

  private void write(int from, int to, String words, int minute) throws IOException {
    for (int i = from; i < to; i++) {
      Files.writeString(file(i), Stories.html("u" + i, words + i), StandardCharsets.UTF_8);
      Files.setLastModifiedTime(file(i), FileTime.from(OLD.plusSeconds(minute * 60)));
    }
  }

  private Path file(int number) {
    return files.resolve("f" + number + ".html");
  }

  private void lines(String title) throws IOException {
    try (ArticleWriter writer = ArticleWriter.open(files.resolve("z.jsonl"))) {
      for (int i = 0; i < FILES; i++) {
        Article article = Samples.article("line" + i, "de", title, "Der Hafen Nummer " + i + ".");
        writer.write(article);
      }
    }
  }

  private void run() throws IOException {
    ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(2))
        .prune(true)
        .build()
        .run(List.of(files));
  }

  private Map<String, List<String>> undisturbed() throws IOException {
    Path other = root.resolve("undisturbed");
    delete(other);
    ArchiveIndexing.builder(other, TranslationLexicon.empty()).build().run(List.of(files));
    return IndexContent.of(other);
  }

  /** Prepares a phase and kills it at a moment between 0, its beginning, and 1, its end. */
  private Length kill(Phase phase, double moment, Length length) throws Exception {
    prepare(phase);
    return AT_STEPS
        ? kill(phase, Long.MAX_VALUE, (int) Math.ceil(moment * length.steps))
        : kill(phase, (long) (moment * length.nanos), Integer.MAX_VALUE);
  }

  /** Runs a process, kills it after some time or before a step, and checks the index. */
  private Length kill(Phase phase, long nanos, int step) throws Exception {
    Set<String> before = ids();
    Path output = Files.createTempFile(root, "output", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIndexing.class.getName(),
                index.toString(),
                files.toString(),
                phase.argument(),
                Integer.toString(step))
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (process.isAlive() && Files.size(output) == 0) {
      Thread.sleep(1);
    }
    long start = System.nanoTime();
    long end = start + Math.min(nanos, TimeUnit.MINUTES.toNanos(2));
    while (process.isAlive() && System.nanoTime() < end && !lines(output).contains("halted")) {
      process.waitFor(Math.min(5_000_000, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
    if (process.isAlive()) {
      process.destroyForcibly();
      live.merge(phase, 1, Integer::sum);
    }
    process.waitFor();
    long duration = System.nanoTime() - start;
    List<String> lines = lines(output);
    check(phase, before, lines);
    boolean done = lines.contains("done");
    if (nanos == Long.MAX_VALUE && step == Integer.MAX_VALUE) {
      assertThat(done).as("undisturbed " + phase).isTrue();
    }
    return new Length(duration, done ? Integer.parseInt(lines.getLast()) : 0);
  }

  /** What a process has printed; a line without its end may have been cut. */
  private static List<String> lines(Path output) throws IOException {
    String text = Files.readString(output, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private void check(Phase phase, Set<String> before, List<String> lines) throws IOException {
    Set<String> now = ids();
    for (String line : lines) {
      if (line.contains(" ")) {
        reported++;
        assertThat(now).as("reported: %s", line).contains(line.substring(0, line.indexOf(' ')));
      }
    }
    if (phase.rebuilds()) {
      assertThat(now).isEqualTo(before); // the old one or, of the same files, the new one
    }
  }

  private Set<String> ids() throws IOException {
    return IndexFolder.at(index).current().isEmpty()
        ? Set.of()
        : new HashSet<>(IndexContent.of(index).keySet());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.toList();
    }
    for (Path file : all.reversed()) {
      Files.delete(file);
    }
  }
}
