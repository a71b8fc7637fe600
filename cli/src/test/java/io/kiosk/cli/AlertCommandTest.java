package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertCommandTest {

  @TempDir private Path folder;
  private Archive archive;

  @BeforeEach
  void index() throws IOException {
    archive = Archive.in(folder);
  }

  private Program.Run run(Object... args) {
    return archive.program().run(args);
  }

  private Path articles(String... lines) throws IOException {
    Path file = folder.resolve("new.jsonl");
    return Files.write(file, List.of(lines), StandardCharsets.UTF_8);
  }

  private static String article(String id, String lang, String title, String body) {
    return String.format(
        java.util.Locale.ROOT,
        "{\"id\":\"%s\",\"lang\":\"%s\",\"title\":\"%s\",\"body\":\"%s\"}",
        id,
        lang,
        title,
        body);
  }

  @Test
  void newArticlesThatMatchInAnyLanguageArePrintedOnce() throws IOException {
    assertThat(run("alert", "add", "ban", "market", "Kaspersky").err()).contains("alert ban added");
    Path file =
        articles(
            article("zh-2", "zh", "卡巴斯基", "卡巴斯基退出市场。"),
            article("en-2", "en", "Kaspersky", "Kaspersky is a company."));
    Program.Run first = run("index", file);
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).isEqualTo("alert ban: 卡巴斯基\n    no date · zh · zh-2\n");
    assertThat(first.err()).contains("alerts: 1 new article");
    assertThat(run("index", file).out()).isEmpty();
    assertThat(run("rebuild", file, archive.folder().resolve("articles.jsonl")).out())
        .as("articles from before the alert are not new")
        .isEmpty();
  }

  @Test
  void whatIsFoundGoesToAFileEachOnceAlsoAfterAKill() throws IOException {
    run("alert", "add", "k", "Kaspersky");
    Path told = folder.resolve("told.jsonl");
    assertThat(run("index", articles(article("n1", "en", "", "Kaspersky")), "--alerts", told).out())
        .isEmpty();
    assertThat(told).content().startsWith("{\"alert\":\"k\",\"query\":\"Kaspersky\",\"time\":\"20");
    // as a process leaves it that dies while it tells of n2 and n3: one line, and a part of another
    Path mark = Files.createFile(archive.index().resolve("alerts/delivering"));
    Files.writeString(
        told,
        "{\"alert\":\"k\",\"id\":\"n2\"}\n{\"alert\":\"k\",\"id",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    Path more =
        articles(article("n2", "en", "", "Kaspersky"), article("n3", "en", "", "Kaspersky"));
    assertThat(run("index", more, "--alerts", told).status()).isZero();
    assertThat(Files.readAllLines(told)).hasSize(3);
    assertThat(Files.readAllLines(told).get(2)).contains("\"id\":\"n3\"");
    assertThat(mark).doesNotExist();
  }

  @Test
  void listAndRemove() {
    assertThat(run("alert", "list").out()).isEmpty();
    run("alert", "add", "one", "\"exact words\"", "--in", "zh,de", "--match", "most");
    run("alert", "add", "two", "Markt", "--query-lang", "de");
    assertThat(run("alert", "list").out())
        .isEqualTo("one  \"exact words\"  --match most --in zh,de\ntwo  Markt  --query-lang de\n");
    assertThat(run("alert", "list", "--format", "json").outLines())
        .first()
        .isEqualTo(
            "{\"name\":\"one\",\"query\":\"\\\"exact words\\\"\",\"match\":\"most\","
                + "\"plain\":false,\"in\":[\"zh\",\"de\"]}");
    assertThat(run("alert", "add", "one", "x").err()).contains("there is an alert one already");
    assertThat(run("alert", "remove", "one").status()).isZero();
    assertThat(run("alert", "remove", "one").status()).isEqualTo(1);
    assertThat(run("alert", "list").outLines()).hasSize(1);
  }

  @Test
  void wrongUsageIsSaidBeforeAnythingIsKept() {
    assertThat(run("alert").status()).isEqualTo(2);
    assertThat(run("alert", "add", "x").status()).isEqualTo(2);
    assertThat(run("alert", "add", "x", "title:(open").status()).isEqualTo(2);
    assertThat(run("alert", "add", " ", "word").status()).isEqualTo(2);
    assertThat(run("alert", "list").out()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenFailsAndTheAlertIsToldLater() throws IOException {
    run("alert", "add", "k", "Kaspersky");
    Path file = articles(article("n1", "en", "", "Kaspersky"));
    Program.Run failed = run("index", file, "--alerts", folder.resolve("none/told.jsonl"));
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err()).contains("alerts: ", "is told after the next index", "1 added");
    assertThat(run("index", file).out()).contains("alert k: (no title)");
  }

  @Test
  void hostileTextIsPrintedSafely() throws IOException {
    String sequences = "\\u001b]0;owned\\u0007\\u009b2J\\u202e";
    run("alert", "add", "k\u001b[31m", "Kaspersky");
    Path told = folder.resolve("told.jsonl");
    String out =
        run("index", articles(article("n1", "en", "T" + sequences, "Kaspersky" + sequences))).out();
    run("index", articles(article("n2", "en", "T" + sequences, "Kaspersky")), "--alerts", told);
    String all = out + Files.readString(told) + run("alert", "list").out();
    assertThat(all).contains("n1", "n2");
    assertThat(all.chars().filter(c -> c != '\n'))
        .noneMatch(c -> c < 0x20 || c >= 0x7f && c <= 0x9f || c == 0x202e);
  }
}
