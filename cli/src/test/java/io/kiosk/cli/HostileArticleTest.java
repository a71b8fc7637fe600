package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scrapers bring in must not reach terminal, spreadsheet or markdown as a command. */
class HostileArticleTest {

  private static final String SEQUENCES = "\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e";

  @TempDir private static Path folder;
  private static Program program;

  @BeforeAll
  static void index() throws IOException {
    String title = "=cmd|' /C calc'!A0 [x](javascript:y) <b>Sabotage</b>" + escaped(SEQUENCES);
    Path file = folder.resolve("hostile.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"h\",\"lang\":\"en\",\"url\":\"javascript:alert(1)\",\"source\":\"@SUM(1)"
            + escaped(SEQUENCES)
            + "\",\"title\":\""
            + title
            + "\",\"body\":\"Sabotage "
            + escaped(SEQUENCES)
            + " of the *plant*.\"}\n",
        StandardCharsets.UTF_8);
    program = new Program().with("KIOSK_INDEX", folder.resolve("index"));
    assertThat(program.run("index", file).status()).isZero();
  }

  private static String escaped(String text) {
    StringBuilder json = new StringBuilder();
    text.chars().forEach(c -> json.append(String.format(java.util.Locale.ROOT, "\\u%04x", c)));
    return json.toString();
  }

  private static void assertSafe(String text) {
    assertThat(text).isNotEmpty();
    assertThat(text.chars().filter(c -> c != '\n' && c != '\r'))
        .noneMatch(c -> c < 0x20 || c >= 0x7f && c <= 0x9f || c == 0x202e);
  }

  @Test
  void nothingReachesTheTerminalAsACommand() {
    assertSafe(program.run("search", "Sabotage").out());
    assertSafe(program.run("search", "Sabotage", "--facets").out());
    assertSafe(program.run("search", "Sabotage", "--facets", "--format", "json").out());
    assertSafe(program.run("timeline", "Sabotage").out());
    assertSafe(program.run("compare", "Sabotage").out());
    assertSafe(program.run("compare", "Sabotage", "--format", "json").out());
    assertSafe(program.run("show", "h").out());
    assertSafe(program.run("stats").out());
    assertSafe(program.run("export").out());
    assertSafe(program.run("search", "Sabotage", "--format", "json").out());
    assertSafe(program.run("search", "Sabotage" + SEQUENCES, "--format", "json").out());
    assertSafe(program.run("translate", "Sabotage" + SEQUENCES).out());
    assertSafe(program.run("show", "h" + SEQUENCES).err());
    assertSafe(program.run("search", "--index", "no" + SEQUENCES, "x").err());
  }

  @Test
  void noCellIsAFormula() {
    String csv = program.run("search", "Sabotage", "--format", "csv").out();
    assertSafe(csv);
    assertThat(csv).contains("\"'=cmd|").contains("\"'@SUM(1)").doesNotContain(",=", ",@");
  }

  @Test
  void markdownHasNoForeignMarkup() {
    String markdown = program.run("search", "Sabotage", "--format", "markdown").out();
    assertSafe(markdown);
    assertThat(markdown)
        .contains("\\[x\\](javascript:y) \\<b\\>")
        .contains("\\*plant\\*")
        .doesNotContain("](<javascript");
  }
}
