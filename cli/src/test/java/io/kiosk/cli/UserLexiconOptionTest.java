package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserLexiconOptionTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  private static Path lexicon(String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "mine", ".txt");
    return Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private static Program.Run search(String query, Path lexicon) {
    return archive
        .program()
        .run(
            "search",
            query,
            "--query-lang",
            "en",
            "--in",
            "zh",
            "--lexicon",
            lexicon,
            "--format",
            "trec");
  }

  @Test
  void anEntryFindsWhatTheDictionariesMiss() throws IOException {
    assertThat(search("lab", lexicon("de: labor -> 实验室")).out()).isEmpty();
    assertThat(search("lab", lexicon("lab -> 实验室")).out()).startsWith("1 Q0 zh-1 ");
    assertThat(search("\"lab coat\"", lexicon("Lab coat +> 实验室 .5")).out()).contains("zh-1");
  }

  @Test
  void aVetoLosesWhatTheDictionariesFind() throws IOException {
    assertThat(search("market", lexicon("market -/> 班")).out()).contains("zh-1");
    assertThat(search("markets", lexicon("Market -/> 市场")).out()).isEmpty();
  }

  @Test
  void traditionalChineseMeetsSimplified() throws IOException {
    assertThat(search("lab", lexicon("lab -> 實驗室")).out()).contains("zh-1");
  }

  @Test
  void translateNamesTheUserAsTheSource() throws IOException {
    Program.Run run =
        archive
            .program()
            .run("translate", "market", "--query-lang", "en", "--lexicon", lexicon("market -> 集市"));
    assertThat(run.out()).containsPattern("集市 +user").doesNotContain("市场");
    assertThat(
            archive
                .program()
                .run("show", "zh-1", "--gloss", "--lexicon", lexicon("实验室 -> Lab Inc"))
                .out())
        .contains("Lab Inc");
  }

  @Test
  void aMistakeIsNamedWithItsLine() throws IOException {
    Path file = lexicon("# mine", "ban = 禁令");
    Program.Run run = search("ban", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errLines())
        .anyMatch(line -> line.contains(file + ":2: found \"ban = 禁令\", expected WORD -> "));
    Program.Run none = search("ban", folder.resolve("none.txt"));
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("none.txt: no such file");
  }
}
