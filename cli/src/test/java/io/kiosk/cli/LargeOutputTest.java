package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results of thousands of articles and queries: nothing is lost, the order stays, Ctrl-C ends it.
 */
class LargeOutputTest {

  private static final int ARTICLES = 3_000;

  @TempDir private static Path folder;
  private static Archive archive;
  private static Path index;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
    index = folder.resolve("large");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      lines.add(
          String.format(
              java.util.Locale.ROOT,
              "{\"id\":\"a%d\",\"lang\":\"en\",\"date\":\"2024-%02d-01\","
                  + "\"body\":\"Harbour number %d has %d ships in %d towns.\"}",
              i,
              i % 12 + 1,
              i,
              i * 31 % 977,
              i * 17 % 91));
    }
    Path articles = Files.write(folder.resolve("large.jsonl"), lines, StandardCharsets.UTF_8);
    Program.Run run = program().run("index", articles);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private static Program program() {
    return archive.program().with("KIOSK_INDEX", index);
  }

  private static List<String> ids(Object... query) {
    List<Object> args = new ArrayList<>(List.of("search"));
    args.addAll(List.of(query));
    args.addAll(List.of("--limit", "all", "--copies", "--format", "csv", "--fields", "id"));
    Program.Run run = program().run(args.toArray());
    assertThat(run.status()).as(run.err()).isZero();
    return run.outLines().subList(1, run.outLines().size());
  }

  @Test
  void allHitsAreWrittenOnceInAStableOrder() {
    for (List<String> query :
        List.of(
            List.of("*"),
            List.of("harbour towns"),
            List.of("harbour", "--sort", "oldest"),
            List.of("harbour", "--group", "lang"))) {
      List<String> ids = ids(query.toArray());
      assertThat(ids).as(query.toString()).hasSize(ARTICLES).doesNotHaveDuplicates();
      assertThat(ids(query.toArray())).as(query.toString()).isEqualTo(ids);
    }
  }

  @Test
  void groupsAreNotTakenForFoldedCopies() {
    assertThat(program().run("search", "harbour", "--group", "lang", "--limit", "2").err())
        .startsWith("3,000 articles, at most 2 of each language shown (--page 2 has more)");
  }

  @Test
  void pagesAreThePiecesOfTheWholeList() {
    List<String> all = ids("harbour towns");
    Program.Run page =
        program()
            .run(
                "search",
                "harbour towns",
                "--limit",
                "700",
                "--page",
                "4",
                "--copies",
                "--format",
                "csv",
                "--fields",
                "id");
    assertThat(page.outLines().subList(1, 701)).isEqualTo(all.subList(2_100, 2_800));
  }

  @Test
  void anExportIsTakenBack() throws IOException {
    String exported = program().run("export").out();
    assertThat(exported.lines()).hasSize(ARTICLES);
    Program other = archive.program().with("KIOSK_INDEX", folder.resolve("again"));
    Path file = Files.writeString(folder.resolve("exported.jsonl"), exported);
    assertThat(other.run("index", file).err()).contains("3,000 inputs: 3,000 added");
    assertThat(other.run("export").outLines().stream().sorted())
        .isEqualTo(exported.lines().sorted().toList());
  }

  @Test
  void aBatchOfThousandsAccountsForEveryLine() throws IOException {
    List<String> bad =
        List.of(
            "title:(open", "published:2024-13", "中*", "word^999", "word^0", "name~9", "source:");
    List<String> lines = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    for (int i = 1; i <= 3_000; i++) {
      boolean fails = i % 100 == 0;
      lines.add(fails ? bad.get(i / 100 % bad.size()) : i % 70 == 0 ? "" : "harbour " + i);
      if (fails) {
        failing.add(Integer.toString(i));
      }
    }
    Path queries = Files.write(folder.resolve("queries.txt"), lines, StandardCharsets.UTF_8);
    Program.Run run = program().run("search", "--queries", queries, "--format", "trec");
    assertThat(run.status()).isEqualTo(1);
    long empty = lines.stream().filter(String::isEmpty).count();
    assertThat(run.errLines())
        .last()
        .isEqualTo(
            String.format(java.util.Locale.ROOT, "%,d queries answered, 30 failed", 2_970 - empty));
    assertThat(run.errLines().stream().filter(line -> line.startsWith(queries + ":")))
        .extracting(line -> line.substring((queries + ":").length()).split(":")[0])
        .isEqualTo(failing);
    List<Integer> answered =
        run.outLines().stream().map(line -> Integer.valueOf(line.split(" ")[0])).toList();
    assertThat(answered).isSorted().hasSize((int) (2_970 - empty) * 10);
    assertThat(program().run("search", "--queries", queries, "--format", "trec").out())
        .isEqualTo(run.out());
  }

  /** Runs a command that is interrupted once it has written some bytes. */
  private static Program.Run interrupted(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal[] self = new Terminal[1];
    OutputStream interrupting =
        new OutputStream() {
          @Override
          public void write(int b) {
            out.write(b);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            out.write(bytes, from, length);
            self[0].interruption().request();
          }
        };
    self[0] =
        new Terminal(
            InputStream.nullInputStream(),
            interrupting,
            err,
            Map.of("KIOSK_INDEX", index.toString(), "KIOSK_DATA", archive.data().toString()),
            Terminal.Facts.PIPES);
    String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
    int status = Main.run(words, self[0]);
    return new Program.Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anInterruptedExportEndsWithAWholeLineAndSaysThatItIsNotComplete() {
    Program.Run run = interrupted("export");
    assertThat(run.status()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(run.outLines()).hasSizeBetween(1, ARTICLES - 1).allMatch(line -> line.endsWith("}"));
    assertThat(run.out()).endsWith("}\n");
    assertThat(run.err())
        .isEqualTo(
            "kiosk export: interrupted: "
                + Texts.count(run.outLines().size(), "article")
                + " written, the output is not complete\n");
  }

  @Test
  void anInterruptedSearchEndsWithAWholeLine() {
    Program.Run run = interrupted("search", "harbour", "--limit", "all", "--format", "jsonl");
    assertThat(run.status()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(run.outLines()).hasSizeBetween(1, ARTICLES - 1);
    assertThat(run.out()).endsWith("}\n");
    assertThat(run.err()).isEqualTo("kiosk search: interrupted: the output is not complete\n");
  }

  @Test
  void anInterruptedFileIsNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("hits.csv"), "as it was");
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of("KIOSK_INDEX", index.toString(), "KIOSK_DATA", archive.data().toString()),
            Terminal.Facts.PIPES);
    terminal.interruption().request();
    String[] search = {"search", "harbour", "--format", "csv", "--output", file.toString()};
    assertThat(Main.run(search, terminal)).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(file).hasContent("as it was");
    assertThat(folder.resolve("hits.csv.part")).doesNotExist();
  }

  @Test
  void anInterruptedBatchCountsWhatIsDone() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add("harbour " + i);
    }
    Path queries = Files.write(folder.resolve("batch.txt"), lines, StandardCharsets.UTF_8);
    Program.Run run =
        interrupted("search", "--queries", queries, "--format", "trec", "--limit", "100");
    assertThat(run.status()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(run.out()).endsWith(" kiosk\n");
    assertThat(run.err()).matches("kiosk search: interrupted: \\d+ queries done, .*\n");
  }
}
