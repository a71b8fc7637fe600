package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarCommandTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  @Test
  void findsTheSameStoryInOtherLanguagesAndNotTheArticleItself() {
    Program.Run run = archive.program().run("similar", "en-1", "--format", "trec");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.outLines())
        .extracting(line -> line.split(" ")[2])
        .containsExactlyInAnyOrder("de-1", "zh-1");
    assertThat(run.err()).contains("the 2 articles nearest to \"Kaspersky banned\"");
  }

  @Test
  void saysWhatMetWhatAndKeepsToTheFilters() {
    Program.Run run = archive.program().run("similar", "en-1", "--in", "zh");
    assertThat(run.out()).contains("zh-1", "[卡巴斯基]", "Kaspersky → 卡巴斯基").doesNotContain("· de-1");
  }

  @Test
  void everyFormatOfASearchIsThere() throws IOException {
    assertThat(archive.program().run("similar", "zh-1", "--format", "json").out())
        .startsWith("{\"query\":\"similar to zh-1\",\"query_lang\":\"zh\"");
    assertThat(archive.program().run("similar", "zh-1", "--format", "csv", "--fields", "id").out())
        .contains("en-1\r\n");
    assertThat(archive.program().run("similar", "zh-1", "--format", "markdown").out())
        .startsWith("# similar to zh-1\n");
    Path file = folder.resolve("similar.jsonl");
    archive.program().run("similar", "zh-1", "--format", "jsonl", "--output", file);
    assertThat(Files.readString(file)).contains("\"id\":\"en-1\"");
    assertThat(folder.resolve("similar.jsonl.meta.json")).content().contains("similar to zh-1");
  }

  @Test
  void anArticleThatNoOtherIsLikeHasNone() {
    Program.Run run = archive.program().run("similar", "fr-1", "--in", "zh");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no other article is about \"Le marché\"");
  }

  @Test
  void anUnknownIdFails() {
    Program.Run run = archive.program().run("similar", "none\u001b[2J");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no article none").doesNotContain("\u001b");
  }
}
