package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir private Path home;
  private String before;

  @BeforeEach
  void pretendToBePackaged() {
    before = System.getProperty("kiosk.home");
    System.setProperty("kiosk.home", home.toString());
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty("kiosk.home");
    } else {
      System.setProperty("kiosk.home", before);
    }
  }

  @Test
  void asksInEachLanguageAndOnceForNothing() throws IOException {
    Path articles = Path.of("../corpus/articles");
    Files.createDirectories(home.resolve("articles"));
    try (Stream<Path> files = Files.list(articles)) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve("articles").resolve(file.getFileName()));
      }
    }
    Program.Run run = new Program().run("demo");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Indexed 5 scraped articles")
        .contains("\"Kaspersky leaves the US market\"", "\"卡巴斯基退出美国市场\"")
        .contains("Nothing found")
        .contains("met: ");
    assertThat(run.out().lines().toList().reversed().getFirst()).startsWith("  kiosk search ");
    assertThat(run.err()).contains("searching untranslated");
    try (Stream<Path> left =
        Files.list(Path.of(System.getProperty("java.io.tmpdir")))
            .filter(path -> path.getFileName().toString().startsWith("kiosk-demo-"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void missingArticlesAreNamed() {
    Program.Run run = new Program().run("demo");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("expected them in " + home.resolve("articles"));
  }

  @Test
  void damagedTablesAreAFailure() throws IOException {
    Path source = Files.createDirectories(home.resolve("data/broken"));
    Files.writeString(source.resolve("table.bin"), "x", StandardCharsets.UTF_8);
    Files.createDirectories(home.resolve("articles"));
    Program.Run run = new Program().run("demo");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(source.toString()).doesNotContain("internal error");
  }
}
