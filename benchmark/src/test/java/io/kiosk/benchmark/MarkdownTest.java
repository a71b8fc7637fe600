package io.kiosk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {

  @Test
  void takesThePlaceOfTheDocumentWithItsHeading(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("speed.md");
    new Markdown().text("# One").text("old").write(file);
    new Markdown().text("# Two").text("## Part\n\nother").write(file);
    new Markdown().text("# One").text("new").write(file);
    assertThat(Files.readString(file)).isEqualTo("# One\n\nnew\n\n# Two\n\n## Part\n\nother\n");
  }
}
