package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C does, with processes of their own. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {

  private static final int INTERRUPTED = 130;
  private static final long SECONDS = 120;

  @TempDir private Path folder;
  private Archive archive;
  private Path err;
  private Process process;

  /** In a background job of a shell without job control SIGINT is ignored, and stays so. */
  @BeforeEach
  void assumeThatSignalsArrive() throws Exception {
    int status = new ProcessBuilder("sh", "-c", "kill -INT $$").start().waitFor();
    assumeTrue(status != 0, "SIGINT is ignored where the tests were started");
  }

  @BeforeEach
  void index() throws IOException {
    archive = Archive.in(folder);
    err = folder.resolve("err.txt");
  }

  private void start(Object... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.kiosk.cli.Main"));
    for (Object arg : args) {
      command.add(arg.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("KIOSK_INDEX", archive.index().toString());
    builder.environment().put("KIOSK_DATA", archive.data().toString());
    process = builder.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private String said() throws IOException {
    return Files.exists(err) ? Files.readString(err) : "";
  }

  private void await(Callable<Boolean> condition) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.call()) {
      assertThat(process.isAlive()).as(said()).isTrue();
      assertThat(System.nanoTime()).as("time").isLessThan(limit);
      Thread.sleep(20);
    }
  }

  private int interrupt() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(said()).isTrue();
    return process.exitValue();
  }

  @Test
  void anInterruptedRunCommitsAndCountsWhatIsDone() throws Exception {
    Path report = folder.resolve("report.jsonl");
    start("index", "-", "--report", report);
    OutputStream in = process.getOutputStream(); // left open: the program waits for more
    for (int i = 0; i < 40; i++) {
      String line = "{\"id\":\"p" + i + "\",\"body\":\"The harbour of number " + i + ".\"}\n";
      in.write(line.getBytes(StandardCharsets.UTF_8));
    }
    in.flush();
    await(() -> Files.exists(archive.index().resolve("writer.txt")) && Files.exists(report));
    Thread.sleep(2_000); // most of the lines are taken in by now; the promise does not rest on it
    assertThat(interrupt()).isEqualTo(INTERRUPTED);
    assertThat(said())
        .contains("interrupted: what is counted is indexed")
        .doesNotContain("Exception");
    List<String> done = Files.readAllLines(report);
    assertThat(said()).contains(Texts.count(done.size(), "input") + ": " + done.size() + " added");
    assertThat(archive.program().run("export").outLines()).hasSize(4 + done.size());
    assertThat(archive.program().run("verify").status()).isZero();
  }

  @Test
  void aWatchIndexesWhatComesAndEndsWithItsAccount() throws Exception {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    start("index", pages, "--watch");
    await(() -> said().contains("watching; Ctrl-C ends it"));
    Files.writeString(
        pages.resolve("town.md"),
        "# Town\n\n" + "The council met on Monday and decided nothing at all. ".repeat(8));
    await(() -> said().contains("  1 added\n"));
    Program.Run found = archive.program().run("search", "council");
    assertThat(found.out()).contains("Town");
    assertThat(interrupt()).isEqualTo(INTERRUPTED);
    assertThat(said())
        .contains("1 input: 1 added, 0 updated, 0 unchanged, 0 duplicate, 0 rejected")
        .contains("interrupted: what is counted is indexed");
  }

  @Test
  void aSecondIndexerIsToldWhoIsFirstAndWaits() throws Exception {
    start("index", "-");
    Path holder = archive.index().resolve("writer.txt");
    String pid = "process " + process.pid() + " ";
    await(() -> Files.exists(holder) && Files.readString(holder).contains(pid));
    Path more =
        Files.writeString(folder.resolve("more.jsonl"), "{\"id\":\"m\",\"body\":\"More.\"}\n");
    Program.Run refused = archive.program().run("index", more);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("is being written by " + pid, "--wait");
    Thread first =
        new Thread(
            () -> {
              try {
                Thread.sleep(500);
                process.getOutputStream().close();
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    first.start();
    Program.Run waited = archive.program().run("index", more, "--wait");
    first.join();
    assertThat(waited.status()).as(waited.err()).isZero();
    assertThat(waited.err()).contains("waiting: index ", pid, "1 added");
  }
}
