package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir private Path folder;

  @Test
  void versionIsOneLine() {
    Program.Run run = new Program().run("--version");
    assertThat(run.status()).isZero();
    assertThat(run.outLines()).singleElement().asString().startsWith("kiosk ");
    assertThat(new Program().run("-V").out()).isEqualTo(run.out());
  }

  @Test
  void helpListsEveryVerb() {
    Program.Run run = new Program().run("--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("demo", "clean", "index", "rebuild", "delete", "search", "translate")
        .contains("show", "stats", "export", "evaluate");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "clean",
        "index",
        "rebuild",
        "delete",
        "search",
        "translate",
        "show",
        "stats",
        "export",
        "evaluate"
      })
  void helpOfEveryVerbHasAnExampleThatItUnderstands(String verb) {
    Program.Run run = new Program().run(verb, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: kiosk " + verb).contains("\n  kiosk " + verb);
  }

  @Test
  void helpMayAlsoBeTypedAsAVerb() {
    assertThat(new Program().run("help").out()).isEqualTo(new Program().run("--help").out());
    assertThat(new Program().run("help", "search").out())
        .isEqualTo(new Program().run("search", "--help").out());
  }

  @Test
  void helpHasNoEscapeSequencesInAPipeAndSomeOnATerminal() {
    assertThat(new Program().run("--help").out()).doesNotContain("\u001b");
    assertThat(new Program().onTerminal(80).run("--help").out()).contains("\u001b[");
    assertThat(new Program().onTerminal(80).with("NO_COLOR", "1").run("--help").out())
        .doesNotContain("\u001b");
  }

  @Test
  void wrongUsageIsTwoLinesAndStatusTwo() {
    for (Object[] args :
        new Object[][] {
          {},
          {"serach", "x"},
          {"search", "--limt", "3", "x"},
          {"search", "--limit", "0", "x"},
          {"search", "--limit", "many", "x"},
          {"search", "--format", "xml", "x"},
          {"search", "--from", "yesterday", "x"},
          {"search", "--from", "2024-08", "--to", "2024-07", "x"},
          {"search", "--query-lang", "fr", "x"},
          {"search", "--group", "source", "x"},
          {"search", "--fields", "id", "x"},
          {"search", "--fields", "nonsense", "--format", "csv", "x"},
          {"search", "--queries", "q.jsonl", "--format", "csv"},
          {"search", "--queries", "q.jsonl", "x"},
          {"search"},
          {"show"},
          {"index"},
          {"clean"},
          {"clean", "--charset", "nonsense", "x"},
          {"evaluate", "--queries", "q.jsonl"},
        }) {
      Program.Run run = new Program().with("KIOSK_INDEX", folder.resolve("none")).run(args);
      assertThat(run.status()).as(run.err()).isEqualTo(2);
      assertThat(run.errLines()).hasSizeBetween(1, 2);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void unknownVerbsAndOptionsNameTheNearest() {
    assertThat(new Program().run("serach", "x").err()).contains("'serach'").contains("search?");
    assertThat(new Program().run("search", "--limt=3", "x").err()).contains("--limit?");
  }

  @Test
  void aWrongValueIsToldWhichAreRight() {
    assertThat(new Program().run("search", "--sort", "best", "x").errLines())
        .first()
        .isEqualTo(
            "kiosk search: invalid value for option '--sort': expected one of relevance, newest,"
                + " oldest, got 'best'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search x", "translate x", "show x", "stats", "export", "delete x"})
  void missingIndexIsSaidInOneLine(String command) {
    Path none = folder.resolve("none");
    Program.Run run = new Program().with("KIOSK_INDEX", none).run((Object[]) command.split(" "));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no index in " + none + ": run kiosk index");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(none).doesNotExist();
  }

  @Test
  void debugShowsWhereAnErrorCameFrom() {
    Program program = new Program().with("KIOSK_INDEX", folder.resolve("none"));
    assertThat(program.run("stats", "--debug").err()).contains("\tat io.kiosk");
  }

  @Test
  void quietLeavesResultsAndErrors() {
    Program program = new Program().with("KIOSK_INDEX", folder.resolve("none"));
    assertThat(program.run("search", "--quiet", "x").errLines())
        .singleElement()
        .asString()
        .contains("no index");
  }
}
