package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationCommandTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void write() {
    assertThat(new Program().run("documentation", folder).status()).isZero();
  }

  @Test
  void everyVerbOfTheHelpHasAPage() throws IOException {
    String help = new Program().run("--help").out();
    List<String> verbs =
        help.substring(help.indexOf("Verbs:"))
            .lines()
            .filter(line -> line.matches("  [a-z]+ .*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(verbs).contains("search", "timeline", "alert").doesNotContain("documentation");
    String main = Files.readString(folder.resolve("man/man1/kiosk.1"));
    for (String verb : verbs) {
      assertThat(folder.resolve("man/man1/kiosk-" + verb + ".1")).as(verb).isRegularFile();
      assertThat(main).contains("kiosk\\-" + verb);
    }
    assertThat(folder.resolve("man/man1/kiosk-alert-add.1")).isRegularFile();
  }

  @Test
  void pagesSayWhatTheHelpSays() throws IOException {
    String page = Files.readString(folder.resolve("man/man1/kiosk-timeline.1"));
    assertThat(page)
        .startsWith(".TH \"KIOSK-TIMELINE\" \"1\"")
        .contains(".SH NAME\nkiosk\\-timeline \\- Count the articles")
        .contains(".TP\n.B \\-\\-by UNIT\nday, week (from Monday) or month.")
        .contains(".SH EXAMPLES\n.nf\nkiosk timeline \"Kaspersky ban\" \\-\\-by week\n");
  }

  @Test
  void noLineOfAPageIsAnUnknownRequest() throws IOException {
    try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
      for (Path page : pages.toList()) {
        assertThat(Files.readAllLines(page))
            .as(page.toString())
            .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
            .allMatch(line -> line.matches("\\.(TH|SH|TP|BR?|nf|fi|nh|ad)\\b.*"))
            .noneMatch(line -> line.contains("${"));
      }
    }
  }

  @Test
  void bashCompletesVerbsOptionsAndValues() throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.exists(bash));
    String script = folder.resolve("bash-completion/completions/kiosk").toString();
    assertThat(completed(bash, script, "kiosk tim")).contains("timeline");
    assertThat(completed(bash, script, "kiosk timeline --b")).contains("--by");
    assertThat(completed(bash, script, "kiosk timeline --by ")).contains("week");
    assertThat(completed(bash, script, "kiosk alert ")).contains("add", "list", "remove");
  }

  /** What bash offers at the end of a line. */
  private static List<String> completed(Path bash, String script, String line) throws Exception {
    String commands =
        "source \"$1\"; COMP_LINE=\"$2\"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=($2);"
            + " [[ $2 == *' ' ]] && COMP_WORDS+=('');"
            + " COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _complete_kiosk;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process process =
        new ProcessBuilder(bash.toString(), "-c", commands, "bash", script, line)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().map(String::strip).toList();
  }
}
