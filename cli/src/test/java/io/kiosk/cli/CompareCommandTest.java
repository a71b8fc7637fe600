package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  @Test
  void showsEachLanguageWithItsWordsGlossed() {
    Program.Run run = archive.program().run("compare", "Kaspersky", "--query-lang", "en");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Chinese\narticles   1 of 1 (100.0 %)\nno date    1\n")
        .contains("市场 (market)")
        .contains("\n\nGerman\narticles   1 of 1 (100.0 %)\npublished  2024-07-16 to 2024-07-16\n")
        .contains("\nsources    Der Bote 1\n")
        .contains("\n\nOthers\narticles   0 of 1 (0.0 %)\n");
    assertThat(run.err()).contains("3 articles");
    assertThat(run.outLines()).allMatch(line -> SafeText.width(line) <= 80);
  }

  @Test
  void jsonHasTheNumbers() {
    assertThat(
            archive
                .program()
                .run("compare", "Kaspersky", "--query-lang", "en", "--in", "zh", "--format", "json")
                .out())
        .startsWith(
            "{\"query\":\"Kaspersky\",\"query_lang\":\"en\",\"languages\":[{\"lang\":\"zh\","
                + "\"articles\":1,\"collection\":1,\"undated\":1,\"sources\":{},\"terms\":[")
        .contains("\"gloss\":\"market\"");
  }
}
