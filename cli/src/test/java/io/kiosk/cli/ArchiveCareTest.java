package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs for those who keep an archive: {@code verify} and {@code backup}. */
class ArchiveCareTest {

  @TempDir private Path folder;
  private Archive archive;
  private Program program;

  @BeforeEach
  void index() throws IOException {
    archive = Archive.in(folder);
    program = archive.program();
  }

  @Test
  void aSoundIndexIsCountedAndADamagedOneNamed() throws IOException {
    Program.Run sound = program.run("verify");
    assertThat(sound.status()).as(sound.err()).isZero();
    assertThat(sound.out()).contains("articles    4 sound", "copies      grouped");
    assertThat(sound.err()).isEmpty();
    Path file = largestFile();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
    Program.Run damaged = program.run("verify");
    assertThat(damaged.status()).isEqualTo(1);
    assertThat(damaged.out()).startsWith(file.getFileName().toString());
    assertThat(damaged.err())
        .isEqualTo(
            "kiosk verify: "
                + archive.index()
                + " is damaged: restore a backup, or run kiosk rebuild\n");
  }

  private Path largestFile() throws IOException {
    try (Stream<Path> files = Files.walk(archive.index())) {
      return files
          .filter(Files::isRegularFile)
          .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void noIndexIsAFailureOfEveryVerb() {
    Program none = archive.program().with("KIOSK_INDEX", folder.resolve("none"));
    for (String verb : new String[] {"verify", "stats", "export"}) {
      Program.Run run = none.run(verb);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("no index in " + folder.resolve("none"), "run kiosk index");
    }
    Program.Run run = none.run("backup", folder.resolve("copy"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no index in " + folder.resolve("none"));
  }

  @Test
  void aBackupAnswersLikeTheOriginal() {
    Path copy = folder.resolve("copy");
    Program.Run run = program.run("backup", copy);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("MB copied to " + copy);
    Program other = archive.program().with("KIOSK_INDEX", copy);
    assertThat(other.run("export").out()).isEqualTo(program.run("export").out());
    assertThat(other.run("verify").status()).isZero();
    Program.Run again = program.run("backup", copy);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err())
        .isEqualTo("kiosk backup: " + copy + " is not empty: choose another folder\n");
  }

  @Test
  void aBackupHasTheAlertsAndTellsOnlyWhatIsNewToThem() throws IOException {
    program.run("alert", "add", "k", "Kaspersky");
    Path told = articles("told", "Kaspersky");
    assertThat(program.run("index", told).out()).contains("alert k: ");
    Path copy = folder.resolve("copy");
    assertThat(program.run("backup", copy).status()).isZero();
    Program restored = archive.program().with("KIOSK_INDEX", copy);
    assertThat(restored.run("alert", "list").out()).isEqualTo("k  Kaspersky\n");
    assertThat(restored.run("search", "Kaspersky", "--format", "trec").out())
        .contains("told", "en-1");
    assertThat(restored.run("index", told).out()).isEmpty();
    assertThat(restored.run("index", articles("later", "Kaspersky")).out())
        .contains("alert k: ", "later");
    assertThat(program.run("index", articles("later", "Kaspersky")).out())
        .as("the original goes on by itself")
        .contains("later");
  }

  private Path articles(String id, String body) throws IOException {
    return Files.writeString(
        folder.resolve(id + ".jsonl"),
        "{\"id\":\"" + id + "\",\"lang\":\"en\",\"body\":\"" + body + "\"}\n");
  }

  @Test
  void aBackupThatCannotBeWrittenIsAFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Program.Run run = program.run("backup", file.resolve("copy"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("kiosk backup: ").contains(file.toString());
    assertThat(run.err()).doesNotContain("changed too fast", "internal error");
  }
}
