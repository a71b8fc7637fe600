package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  private static Program.Run search(Object... more) {
    Object[] all = new Object[more.length + 6];
    Object[] begin = {"search", "Kaspersky market harbour", "--query-lang", "en", "--in", "zh"};
    System.arraycopy(begin, 0, all, 0, begin.length);
    System.arraycopy(more, 0, all, begin.length, more.length);
    return archive.program().run(all);
  }

  @Test
  void everyHitSaysWhichCandidatesMetEachUnit() {
    Program.Run run = search("--explain");
    assertThat(run.status()).isZero();
    assertThat(run.outLines())
        .anyMatch(line -> line.matches("    score \\d\\.\\d+"))
        .contains("    market  weight 1.00, read as English")
        .contains("    harbour  weight 1.00, read as English, not met")
        .anyMatch(line -> line.matches("      1\\.00  市场 +test; 1× in title, 1× in body"));
    assertThat(search().out()).doesNotContain("weight");
  }

  @Test
  void jsonHasWeightsAndSources() {
    assertThat(search("--explain", "--format", "jsonl").out())
        .contains(
            "\"explain\":[{\"from\":\"en\",\"unit\":\"Kaspersky\",\"offset\":0,\"weight\":1.0,"
                + "\"core\":true,\"met\":[{\"text\":\"卡巴斯基\",\"weight\":1.0,"
                + "\"sources\":[\"test\"],\"in_title\":1,\"in_body\":1}]}")
        .contains("\"unit\":\"harbour\",\"offset\":17,\"weight\":1.0,\"core\":true,\"met\":[]}");
    assertThat(search("--format", "jsonl").out()).doesNotContain("explain");
  }

  @Test
  void translateGivesTheWeightOfEveryUnit() {
    Program.Run run = archive.program().run("translate", "market hull", "--query-lang", "en");
    assertThat(run.out())
        .contains("English → Chinese\n  market  weight 1.00\n")
        .containsPattern("\n    1\\.00  市场 +test\n");
    assertThat(archive.program().run("translate", "market", "--format", "json").out())
        .contains("\"unit\":\"market\",\"offset\":0,\"weight\":1.0,\"core\":true,\"candidates\":[");
  }

  @Test
  void candidatesStandInTheOrderOfTheirWeights() throws IOException {
    Path lexicon =
        Files.writeString(
            folder.resolve("single.txt"), "market -> 市 .6, 市场 .4\n", StandardCharsets.UTF_8);
    String out =
        archive
            .program()
            .run("translate", "market", "--query-lang", "en", "--lexicon", lexicon)
            .out();
    assertThat(out).containsSubsequence("English → Chinese", " 市场 ", " 市 ");
  }

  @Test
  void noLineIsWiderThanTheTerminal() throws IOException {
    Path lexicon =
        Files.writeString(
            folder.resolve("long.txt"),
            "market -> " + "市场".repeat(30) + "\n",
            StandardCharsets.UTF_8);
    String query = "market " + "Donaudampfschifffahrt".repeat(6);
    for (int columns : new int[] {40, 80}) {
      Program program = archive.program().onTerminal(columns);
      for (Program.Run run :
          new Program.Run[] {
            program.run("translate", query, "--query-lang", "en", "--lexicon", lexicon),
            program.run("search", "Kaspersky market", "--explain", "--gloss")
          }) {
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("weight");
        assertThat(run.outLines()).allMatch(line -> SafeText.width(SafeText.line(line)) <= columns);
      }
    }
  }
}
