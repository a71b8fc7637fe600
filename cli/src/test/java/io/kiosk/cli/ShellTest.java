package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell as a pipe feeds it, and the parts of its prompt. */
class ShellTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  private static Program.Run shell(String... lines) {
    return archive.program().input(String.join("\n", lines)).run("shell");
  }

  @Test
  void aLineIsAVerbOrASearch() {
    Program.Run run = shell("Kaspersky --in zh", "", "# a comment", "search market --in en");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("zh-1", "en-1").doesNotContain("kiosk>");
  }

  @Test
  void hitsAreOpenedGlossedAndComparedByTheirNumber() {
    Program.Run run =
        shell("Kaspersky --in zh", "open 1", "gloss 1 --to en", "similar 1 --in de", "1");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("卡巴斯基实验室宣布退出美国市场。")
        .contains("≈ Kaspersky")
        .contains("Der Bote · de · de-1")
        .endsWith("Die Mitarbeiter werden entlassen.\n");
  }

  @Test
  void aNumberThatWasNotShownIsSaid() {
    assertThat(shell("open 1").err()).contains("no hits to count yet: search first");
    Program.Run run = shell("Kaspersky --in zh", "gloss 7");
    assertThat(run.err()).contains("there is no hit 7; shown are 1");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void quotesMakeAPhraseInAQueryAndHoldAValueTogether() {
    assertThat(shell("search \"verlässt den Markt\" --no-translate").err()).contains("1 article");
    assertThat(shell("search \"Markt verlässt\" --no-translate").err()).contains("0 articles");
    assertThat(shell("Kaspersky --source \"Der Bote\"").err()).contains("1 article");
  }

  @Test
  void aBrokenLineDoesNotEndTheShell() {
    Program.Run run =
        shell("title:(Kaspersky", "timeline --by year x", "shell", "stats", "quit", "x");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("  title:(Kaspersky").contains("this is the shell already");
    assertThat(run.out()).contains("articles");
  }

  @Test
  void anInterruptedCommandEndsAndTheNextLineRuns() {
    ShellSession[] shell = new ShellSession[1];
    InputStream endless =
        new InputStream() {
          private boolean asked;

          @Override
          public int read() {
            if (!asked) {
              asked = true;
              shell[0].interrupt();
            }
            return '\n';
          }
        };
    Terminal terminal =
        new Terminal(
            endless,
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of("KIOSK_DATA", archive.data().toString()),
            Terminal.Facts.PIPES);
    shell[0] = new ShellSession(terminal, archive.index().toString());
    assertThat(shell[0].run("index -", OutputStream.nullOutputStream()))
        .isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(shell[0].isInterrupted()).isTrue();
    assertThat(shell[0].run("stats", OutputStream.nullOutputStream())).isZero();
    assertThat(shell[0].isInterrupted()).isFalse();
  }

  @Test
  void wordsAreParted() {
    assertThat(ShellWords.of("a  \"b c\"~2 --x=\"d e\" f\"g"))
        .containsExactly("a", "\"b c\"~2", "--x=\"d e\"", "f\"g");
    assertThat(ShellWords.of(" ")).isEmpty();
    assertThat(ShellWords.unquoted("--x=\"d e\"")).isEqualTo("--x=d e");
    assertThat(ShellWords.unquoted("\"b c\"")).isEqualTo("b c");
    assertThat(ShellWords.unquoted("\"")).isEqualTo("\"");
  }

  private static ShellCompleter completer() {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of("KIOSK_DATA", archive.data().toString()),
            Terminal.Facts.PIPES);
    ShellSession session = new ShellSession(terminal, archive.index().toString());
    session.run("search Kaspersky --in zh", OutputStream.nullOutputStream());
    return new ShellCompleter(session, archive.index());
  }

  @Test
  void completesVerbsFieldsOptionsSourcesLanguagesAndNumbers() {
    ShellCompleter completer = completer();
    assertThat(completer.values(List.of(), "ti")).contains("timeline", "open", "title:");
    assertThat(completer.values(List.of("timeline"), "--")).contains("--by", "--from");
    assertThat(completer.values(List.of("timeline", "--by"), "")).contains("day", "week");
    assertThat(completer.values(List.of("alert"), "")).contains("add", "remove");
    assertThat(completer.values(List.of("Kaspersky", "--in"), "")).contains("zh", "de", "fr");
    assertThat(completer.values(List.of("x", "--source"), "")).contains("\"Der Bote\"");
    assertThat(completer.values(List.of("x"), "source:")).contains("source:\"The Courier\"");
    assertThat(completer.values(List.of("x"), "lang:")).contains("lang:zh");
    assertThat(completer.values(List.of("open"), "")).contains("1");
  }

  @Test
  void anOutputOfManyPagesWaitsForItsReader() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> seen = new ArrayList<>();
    PagedOutput pages =
        new PagedOutput(
            out,
            2,
            () -> {
              seen.add(out.toString(StandardCharsets.UTF_8));
              return seen.size() < 2;
            });
    assertThatThrownBy(() -> pages.write("1\n2\n3\n4\n5\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("Broken pipe");
    assertThat(seen).containsExactly("1\n2\n", "1\n2\n3\n4\n");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n3\n4\n");
  }

  @Test
  void anOutputOfOnePageDoesNotWait() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PagedOutput pages = new PagedOutput(out, 2, () -> false);
    pages.write("1\n2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n");
  }
}
