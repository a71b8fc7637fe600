package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  @Test
  void passagesInOtherLanguagesAreGlossedInTheQuerys() {
    Program.Run run =
        archive.program().run("search", "Kaspersky market", "--query-lang", "en", "--gloss");
    assertThat(run.out())
        .contains("    ≈ Kaspersky Tuichu market\n")
        .contains("    ≈ The Hersteller Kaspersky")
        .doesNotContain("≈ The government");
    assertThat(archive.program().run("search", "Kaspersky market").out()).doesNotContain("≈");
  }

  @Test
  void aNameAloneIsGlossedInTheReadersLanguage() {
    Program english = archive.program().with("LANG", "C");
    assertThat(english.run("search", "Kaspersky", "--gloss").out())
        .contains("    ≈ The Hersteller Kaspersky")
        .doesNotContain("≈ Kaspersky der markt", "≈ The government");
    assertThat(english.run("search", "Kaspersky", "--in", "de", "--gloss", "--open", "1").out())
        .contains("≈ The Hersteller Kaspersky");
    Program german = archive.program().with("LANG", "de_DE.UTF-8");
    assertThat(german.run("search", "Kaspersky", "--gloss").out())
        .contains("der markt")
        .doesNotContain("≈ The");
  }

  @Test
  void jsonHasTheGlossInEachForeignPassage() {
    Program.Run run =
        archive
            .program()
            .run("search", "Kaspersky market", "--query-lang", "en", "--gloss", "--format", "json");
    assertThat(run.out())
        .contains("\"title_gloss\":\"Kaspersky Tuichu market\"")
        .contains("]],\"gloss\":\"The Hersteller Kaspersky");
    assertThat(archive.program().run("search", "Kaspersky", "--in", "en", "--format", "json").out())
        .doesNotContain("gloss");
  }

  @Test
  void noGlossedLineIsWiderThanTheTerminal() {
    Program.Run run = archive.program().onTerminal(40).run("search", "Kaspersky market", "--gloss");
    assertThat(run.out()).contains("≈");
    assertThat(run.outLines()).allMatch(line -> SafeText.width(SafeText.line(line)) <= 40);
  }

  @Test
  void everyParagraphOfAnArticleIsGlossed() {
    Program.Run run = archive.program().run("show", "de-1", "--gloss");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("aus dem Markt zurück.\n≈ The Hersteller Kaspersky")
        .contains("werden entlassen.\n≈ The Mitarbeiter will");
    assertThat(archive.program().run("show", "de-1").out()).doesNotContain("≈");
    assertThat(archive.program().run("show", "de-1", "--gloss", "--format", "json").out())
        .contains("\\n\\nThe Mitarbeiter will");
  }

  @Test
  void theReadersLanguageIsAskedForOrThatOfTheEnvironment() {
    Program chinese = archive.program().with("LC_ALL", "C.UTF-8").with("LANG", "zh_CN.UTF-8");
    assertThat(chinese.run("show", "en-1", "--gloss").out()).contains("≈ ").contains("卡巴斯基");
    assertThat(chinese.run("show", "en-1", "--gloss", "--to", "de").out()).contains("der markt");
    assertThat(archive.program().with("LANG", "C").run("show", "de-1", "--gloss").out())
        .contains("≈ The");
  }

  @Test
  void whatNeedsOrCanHaveNoGlossIsShownWithoutAndSaysSo() {
    Program.Run own = archive.program().run("show", "en-1", "--gloss");
    assertThat(own.status()).isZero();
    assertThat(own.out()).contains("The government bans").doesNotContain("≈");
    assertThat(own.err()).contains("the article is in English; --to names another language");
    assertThat(archive.program().run("show", "fr-1", "--gloss").err())
        .contains("the article is in fr");
    Program.Run wrong = archive.program().run("show", "de-1", "--gloss", "--to", "fr");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("--to must be zh, de or en, got fr");
  }
}
