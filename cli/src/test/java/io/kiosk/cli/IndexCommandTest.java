package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that write an index, and those that read out what is in it. */
class IndexCommandTest {

  @TempDir private Path folder;
  private Archive archive;
  private Program program;

  @BeforeEach
  void index() throws IOException {
    archive = Archive.in(folder);
    program = archive.program();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Test
  void everyInputIsCountedOnce() throws IOException {
    Path articles =
        write(
            "more.jsonl",
            Archive.ARTICLES.getFirst().replace("entlassen", "gesucht")
                + "\n"
                + "{\"id\":\"new\",\"body\":\"Something new happened in the town.\"}\n"
                + "nonsense\n");
    Path report = folder.resolve("report.jsonl");
    Program.Run run = program.run("index", articles, "--report", report);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("3 inputs: 1 added, 1 updated, 0 unchanged, 0 duplicate, 1 rejected")
        .contains(articles + ":3: ");
    List<String> lines = Files.readAllLines(report);
    assertThat(lines).hasSize(3);
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"file\":\""
                            + articles
                            + "\",\"line\":2,\"id\":\"new\",\"outcome\":\"added\"}"));
    assertThat(lines).anyMatch(line -> line.contains("\"outcome\":\"rejected\",\"reason\":"));
  }

  @Test
  void indexingTheSameAgainChangesNothing() {
    Program.Run run = program.run("index", folder.resolve("articles.jsonl"));
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("4 inputs: 0 added, 0 updated, 4 unchanged, 0 duplicate, 0 rejected");
  }

  @Test
  void otherLanguagesAreCounted() throws IOException {
    Program fresh = archive.program().with("KIOSK_INDEX", folder.resolve("fresh"));
    assertThat(fresh.run("index", folder.resolve("articles.jsonl")).err())
        .contains("1 de", "1 en", "1 zh", "1 other");
  }

  @Test
  void standardInputIsJsonLines() {
    Program.Run run =
        program.input("{\"id\":\"piped\",\"body\":\"From a pipe.\"}\n").run("index", "-");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(program.run("show", "piped").out()).contains("From a pipe.");
  }

  @Test
  void missingPathsAndEmptyFoldersAreFailures() throws IOException {
    Path missing = folder.resolve("missing");
    Program.Run run = program.run("index", missing);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(missing.toString());
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(program.run("index", empty).err()).contains("there is no article in " + empty);
    assertThat(program.run("index", empty).status()).isEqualTo(1);
  }

  @Test
  void indexInAFileIsAFailure() throws IOException {
    Path file = write("file", "x");
    Program.Run run = program.run("index", folder.resolve("articles.jsonl"), "--index", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(file.toString()).doesNotContain("internal error");
  }

  @Test
  void pruneRemovesArticlesWhoseFileIsGone() throws IOException {
    String text = "The council met on Monday and decided nothing at all about this matter. ";
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Path kept = write("pages/kept.md", "# Kept\n\n" + text.repeat(8));
    Path gone = write("pages/gone.md", "# Gone\n\n" + text.replace("council", "senate").repeat(8));
    assertThat(program.run("index", pages).err()).contains("2 added");
    Files.delete(gone);
    Program.Run run = program.run("index", pages, "--prune");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("1 article removed because their file is gone");
    assertThat(program.run("export").outLines()).hasSize(5);
    assertThat(kept).exists();
  }

  @Test
  void rebuildKeepsNothingOfTheOldIndex() throws IOException {
    Path one = write("one.jsonl", Archive.ARTICLES.getFirst() + "\n");
    Program.Run run = program.run("rebuild", one);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(program.run("export").outLines()).hasSize(1);
  }

  @Test
  void exportGivesWhatIndexTakes() throws IOException {
    Program.Run exported = program.run("export");
    assertThat(exported.status()).isZero();
    assertThat(exported.outLines()).hasSize(4);
    Path file = write("export.jsonl", exported.out());
    Program copy = archive.program().with("KIOSK_INDEX", folder.resolve("copy"));
    assertThat(copy.run("index", file).status()).isZero();
    assertThat(copy.run("export").outLines())
        .containsExactlyInAnyOrderElementsOf(exported.outLines());
  }

  @Test
  void deletedArticlesAreGoneAndUnknownIdsAreNamed() {
    Program.Run run = program.run("delete", "de-1", "nobody");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no article nobody in ", "1 article deleted");
    assertThat(program.run("show", "de-1").status()).isEqualTo(1);
    assertThat(program.run("show", "en-1").status()).isZero();
  }

  @Test
  void showPrintsFactsAndBody() {
    Program.Run run = program.run("show", "de-1");
    assertThat(run.out())
        .startsWith("Kaspersky verlässt den Markt\n")
        .contains("published 2024-07-16\n", "source    Der Bote\n", "id        de-1\n")
        .endsWith("zurück.\n\nDie Mitarbeiter werden entlassen.\n");
    assertThat(program.run("show", "de-1", "--format", "json").out())
        .startsWith("{\"id\":\"de-1\",")
        .contains("entlassen.\"")
        .endsWith("}\n");
    assertThat(program.run("show", "nobody").err()).contains("no article nobody in ");
  }

  @Test
  void showPrintsTheFileThatAnArticleCameFrom() throws IOException {
    String raw = "# Town\n\n" + "The council met on Monday and decided nothing at all. ".repeat(8);
    Path file = write("town.md", raw);
    Path report = folder.resolve("report.jsonl");
    assertThat(program.run("index", file, "--report", report).status()).isZero();
    String id = Files.readString(report).replaceAll("(?s).*\"id\":\"([^\"]*)\".*", "$1");
    assertThat(program.run("show", "--raw", id).out()).isEqualTo(raw);
    Files.delete(file);
    assertThat(program.run("show", "--raw", id).err()).contains("is no longer there");
  }

  @Test
  void statsCountWhatIsInTheIndex() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    String town = "# Town\n\n" + "The council met on Monday and decided nothing at all. ".repeat(8);
    write("pages/town.md", town);
    write("pages/same.md", town);
    write("pages/bad.html", "x");
    assertThat(program.run("index", pages).status()).isEqualTo(1);
    assertThat(program.run("stats").out())
        .contains("articles    5\n", "1  zh\n", "undated     2\n", "1  Der Bote\n", "3  (none)\n")
        .contains("1  2024-07\n", "1  2024-06\n", "1  2023-01\n")
        .contains("duplicates  1 input", "rejected    1 input", "1  no article\n")
        .contains("analyzers   ", "schema      ", "4 came clean, 1 by version ");
    assertThat(program.run("stats", "--format", "json").out())
        .startsWith("{\"articles\":5,\"by_language\":{")
        .contains("\"by_month\":{\"2024-07\":1,")
        .contains("\"undated\":2,\"first\":\"2023-01-01\"")
        .contains("\"duplicates\":1,\"rejected\":{\"no article\":1},\"updated\":\"20");
  }

  @Test
  void translateShowsCandidatesAndWhereTheyComeFrom() {
    Program.Run run = program.run("translate", "market", "--query-lang", "en");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("English → Chinese", "市场").contains("test");
    assertThat(program.run("translate", "market", "--format", "json").out())
        .startsWith("{\"query\":\"market\",\"translations\":[");
  }
}
