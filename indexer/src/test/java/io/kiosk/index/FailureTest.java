package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

  @TempDir private Path root;
  private Path index;
  private Path old;
  private Path added;

  @BeforeEach
  void indexSome() throws IOException {
    index = root.resolve("index");
    old = articles("old.jsonl", 0, 20, "One");
    added = articles("added.jsonl", 10, 200, "Two");
    indexing().build().run(List.of(old));
  }

  private ArchiveIndexing.Builder indexing() {
    return ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(2).withCommits(20, Duration.ofMillis(200)));
  }

  private Path articles(String name, int from, int to, String title) throws IOException {
    Path file = root.resolve(name);
    try (ArticleWriter writer = ArticleWriter.open(file)) {
      for (int i = from; i < to; i++) {
        Article article = Samples.article("a" + i, "en", title, "The text of number " + i + ".");
        writer.write(article);
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 500, 5_000, 20_000, 40_000})
  void aFullDiskLosesNothingThatWasReported(long bytes) throws IOException {
    List<InputResult> results = new ArrayList<>();
    ArchiveIndexing run =
        indexing()
            .directory(directory -> new FullDisk(directory, bytes))
            .results(results::add)
            .build();
    assertThatThrownBy(() -> run.run(List.of(added)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessageContainingAll("No space left on device", index.toString(), "run again");
    Map<String, List<String>> content = IndexContent.of(index);
    assertThat(content).hasSizeGreaterThanOrEqualTo(20);
    for (InputResult result : results) {
      assertThat(content.get(result.id().orElseThrow()).getFirst()).contains("Two");
    }
    indexing().build().run(List.of(added));
    assertThat(IndexContent.of(index)).hasSize(200);
  }

  /** In a name space of its own, which ends with the process and needs no rights. */
  @Test
  void aFullFileSystemLosesNothingThatWasReported() throws Exception {
    Path mount = Files.createDirectory(root.resolve("mount"));
    String tmpfs = "mount -t tmpfs -o size=16m none \"$0\" && exec \"$@\"";
    List<String> command = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", tmpfs));
    command.add(mount.toString());
    List<String> probe = new ArrayList<>(command);
    probe.add("true");
    assumeTrue(ended(probe) == 0, "no file system can be mounted here");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(IndexingOnFullDisk.class.getName());
    command.addAll(List.of(mount.toString(), root.resolve("many.jsonl").toString()));
    assertThat(ended(command)).as(Files.readString(root.resolve("output"))).isZero();
  }

  private int ended(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(root.resolve("output").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such program
    }
  }

  /** As after a clock that was set back: the time of a file says nothing then. */
  @Test
  void aFileOfTheFutureIsLookedIntoWhenItsTimeAndSizeAreTheSame() throws IOException {
    FileTime tomorrow = FileTime.from(Instant.now().plus(Duration.ofDays(1)));
    Path page = Files.createDirectory(root.resolve("pages")).resolve("page.html");
    Files.writeString(page, Stories.html("u", "alpha"));
    Files.setLastModifiedTime(page, tomorrow);
    assertThat(indexing().build().run(List.of(page)).count(Outcome.ADDED)).isEqualTo(1);
    assertThat(indexing().build().run(List.of(page)).count(Outcome.UNCHANGED)).isEqualTo(1);
    String changed = Files.readString(page).replace("alpha", "omega");
    Files.writeString(page, changed);
    Files.setLastModifiedTime(page, tomorrow);
    assertThat(indexing().build().run(List.of(page)).count(Outcome.UPDATED)).isEqualTo(1);
  }

  @Test
  void aRebuildOnAFullDiskLeavesTheIndexInUse() throws IOException {
    Map<String, List<String>> before = IndexContent.of(index);
    Path generation = IndexFolder.at(index).current().orElseThrow();
    ArchiveIndexing rebuild =
        indexing().rebuild(true).directory(directory -> new FullDisk(directory, 10_000)).build();
    assertThatThrownBy(() -> rebuild.run(List.of(added))).isInstanceOf(IOException.class);
    assertThat(IndexFolder.at(index).current()).contains(generation);
    assertThat(IndexContent.of(index)).isEqualTo(before);
    assertThat(index.toFile().list((dir, name) -> name.startsWith("generation-"))).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path locked = Files.createDirectory(root.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "this user may write everywhere");
    Path inside = locked.resolve("index");
    assertThatThrownBy(
            () -> ArticleIndexer.open(inside, TranslationLexicon.empty(), IndexerConfig.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(inside.toString());
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
    assertThatThrownBy(
            () -> ArticleIndexer.open(old, TranslationLexicon.empty(), IndexerConfig.defaults()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(old.toString());
  }
}
