package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  private static Program.Run search(Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "search";
    System.arraycopy(args, 0, all, 1, args.length);
    return archive.program().run(all);
  }

  private static List<String> ids(Object... args) {
    Object[] all = new Object[args.length + 2];
    all[0] = "--format";
    all[1] = "trec";
    System.arraycopy(args, 0, all, 2, args.length);
    return search(all).outLines().stream().map(line -> line.split(" ")[2]).toList();
  }

  @Test
  void findsArticlesInAllLanguagesAndSaysWhichWordsMet() {
    Program.Run run = search("Kaspersky", "market");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Kaspersky → 卡巴斯基", "market → 市场", "market → Markt")
        .contains("2024-07-16 · Der Bote · de · de-1")
        .contains("no date · zh · zh-1")
        .contains("[卡巴斯基]");
    assertThat(run.err()).contains("3 articles");
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void findingNothingIsNoFailure() {
    Program.Run run = search("Vulkan");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("0 articles").contains("nothing found");
  }

  @Test
  void withoutALexiconItSearchesUntranslatedAndSaysSo() {
    Program program = new Program().with("KIOSK_INDEX", archive.index());
    Program.Run run = program.run("search", "--format", "trec", "market");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("en-1").doesNotContain("zh-1");
    assertThat(run.err()).contains("searching untranslated");
  }

  @Test
  void filtersByLanguageDateAndSource() {
    assertThat(ids("Kaspersky")).containsExactlyInAnyOrder("de-1", "en-1", "zh-1");
    assertThat(ids("Kaspersky", "--in", "de,zh")).containsExactlyInAnyOrder("de-1", "zh-1");
    assertThat(ids("Kaspersky", "--no-translate")).doesNotContain("zh-1");
    assertThat(ids("Kaspersky", "--from", "2024-07")).containsExactly("de-1");
    assertThat(ids("Kaspersky", "--to", "2024")).containsExactlyInAnyOrder("de-1", "en-1");
    assertThat(ids("Kaspersky", "--from", "2024-07", "--undated"))
        .containsExactlyInAnyOrder("de-1", "zh-1");
    assertThat(ids("Kaspersky", "--source", "Courier")).containsExactly("en-1");
    assertThat(search("Kaspersky", "--from", "2024").err())
        .contains("1 more without a date of publication");
  }

  @Test
  void sortsAndLimits() {
    assertThat(ids("Kaspersky", "--sort", "newest")).containsExactly("de-1", "en-1", "zh-1");
    assertThat(ids("Kaspersky", "--sort", "oldest")).containsExactly("en-1", "de-1", "zh-1");
    assertThat(ids("Kaspersky", "--limit", "1")).hasSize(1);
    assertThat(ids("*", "--limit", "all")).hasSize(4);
    assertThat(ids("*")).startsWith("de-1", "en-1", "fr-1");
    assertThat(ids("Kaspersky", "--group", "lang", "--limit", "1")).hasSize(3);
  }

  @Test
  void pagesAreCountedFromTheBest() {
    List<String> all = ids("Kaspersky", "--limit", "all");
    assertThat(ids("Kaspersky", "--limit", "2", "--page", "2")).isEqualTo(all.subList(2, 3));
    Program.Run first = search("Kaspersky", "--limit", "2");
    assertThat(first.err()).contains("3 articles, the first 2 of them shown (--page 2 has more)");
    Program.Run second = search("Kaspersky", "--limit", "2", "--page", "2");
    assertThat(second.out()).startsWith("3   ");
    assertThat(search("Kaspersky", "--page", "9").err()).contains("all of them on earlier pages");
    assertThat(search("Kaspersky", "--page", "0").status()).isEqualTo(2);
    assertThat(search("Kaspersky", "--page", "2", "--limit", "all").err())
        .contains("--page needs a --limit that is a number");
  }

  @Test
  void opensAHitByItsNumber() {
    Program.Run run = search("Kaspersky", "--sort", "newest", "--open", "2");
    assertThat(run.out())
        .startsWith("Kaspersky banned\n")
        .contains("id        en-1", "The government bans the market for Kaspersky software.");
    assertThat(search("Kaspersky", "--sort", "newest", "--open", "3", "--gloss").out())
        .contains("≈ Kaspersky");
    assertThat(search("Kaspersky", "--open", "4").err())
        .contains("there is no article number 4 among the 3 articles found");
    assertThat(search("Kaspersky", "--open", "x").status()).isEqualTo(2);
    assertThat(search("Kaspersky", "--open", "1", "--format", "csv").status()).isEqualTo(2);
  }

  @Test
  void filtersWithoutWordsListWhatPassesThem() {
    assertThat(ids("--in", "de,fr")).containsExactly("de-1", "fr-1");
    assertThat(search().status()).isEqualTo(2);
  }

  @Test
  void scoresOfAListByDateKeepItsOrder() {
    assertThat(search("*", "--format", "trec", "--limit", "2").out())
        .isEqualTo("1 Q0 de-1 1 4.000000 kiosk\n1 Q0 en-1 2 3.000000 kiosk\n");
  }

  @Test
  void whenNothingIsFoundItSaysWhatToLoosen() {
    Program.Run run = search("Kaspersky", "--from", "2025", "--in", "en,zh", "--source", "Bote");
    assertThat(run.errLines())
        .contains(
            "nothing found among the articles in en, zh of \"Bote\" from 2025-01-01 that meet most"
                + " of the query")
        .contains("  3 articles with all of these changes");
    assertThat(search("Kaspersky", "--in", "de", "--from", "2025").errLines())
        .contains("  1 article without --from");
    assertThat(search("Vulkanausbruch").err()).contains("try other words");
  }

  @Test
  void proposesAnotherSpellingInTextAndJson() {
    assertThat(search("Kasperskij banned").err())
        .contains("\"Kasperskij\" is in no article and no dictionary; did you mean Kaspersky?");
    assertThat(search("Kasperskij", "--format", "json").out())
        .contains(
            "\"suggestions\":[{\"word\":\"Kasperskij\",\"offset\":0,\"instead\":[\"Kaspersky\"]}]");
  }

  @Test
  void aWordThatStandsForTooMuchFailsAloneInABatch() {
    Program.Run run =
        archive
            .program()
            .input("国*\nKaspersky\n")
            .run("search", "--queries", "-", "--format", "jsonl", "--fields", "id");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.outLines().getFirst())
        .startsWith("{\"query_id\":\"1\",\"error\":\"character 1: ");
    assertThat(run.outLines()).contains("{\"query_id\":\"2\",\"id\":\"de-1\"}");
  }

  @Test
  void aSearchThatTakesTooLongFails() {
    assertThat(search("Kaspersky", "--timeout", "0").status()).isEqualTo(2);
    assertThat(search("Kaspersky", "--timeout", "600").status()).isZero();
  }

  @Test
  void brokenQueryNamesItsPlace() {
    Program.Run run = search("title:(Kaspersky");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.errLines().getFirst()).startsWith("kiosk search: character ");
    assertThat(run.errLines().get(1)).isEqualTo("  title:(Kaspersky");
    assertThat(run.errLines().get(2)).matches(" +\\^");
    assertThat(search("--plain", "title:(Kaspersky").status()).isZero();
  }

  @Test
  void thePlaceInALongQueryIsShownInsideTheTerminal() {
    for (String words : List.of("harbour ", "港口 ")) {
      for (int before : new int[] {0, 5, 60, 3_000}) {
        for (int behind : new int[] {0, 5, 60}) {
          String query = words.repeat(before) + "published:2024-13 " + words.repeat(behind);
          Program.Run run = archive.program().onTerminal(80).run("search", query);
          String text = run.errLines().get(1);
          String caret = run.errLines().get(2);
          assertThat(SafeText.width(text)).isLessThanOrEqualTo(80);
          int at = text.indexOf("2024-13");
          assertThat(caret).isEqualTo(" ".repeat(SafeText.width(text.substring(0, at))) + "^");
        }
      }
    }
  }

  @Test
  void jsonIsOneObjectWithTheTranslations() {
    Program.Run run = search("Kaspersky market", "--format", "json", "--query-lang", "en");
    assertThat(run.outLines())
        .singleElement()
        .asString()
        .startsWith(
            "{\"query\":\"Kaspersky market\",\"query_lang\":\"en\",\"total\":3,\"took_ms\":")
        .contains("\"translations\":[{\"from\":\"en\"")
        .contains("\"snippets\":[{\"text\":\"", "\"highlights\":[[")
        .contains("{\"query\":\"market\",\"term\":\"市场\",\"lang\":\"zh\",\"weight\":1.0}");
  }

  @Test
  void facetsStandBesideTheHits() {
    Program.Run text = search("*", "--facets", "--limit", "1");
    assertThat(text.out())
        .contains("\nlanguages  de 1 · en 1 · fr 1 · zh 1\n")
        .contains("\nsources    Der Bote 1 · The Courier 1 · (not known) 2\n")
        .contains("\npublished  2024-06 1 · 2024-07 1 · (year only) 1 · (no date) 1\n");
    assertThat(search("*", "--facets", "--format", "json").out())
        .contains(
            "\"facets\":{\"lang\":{\"de\":1,\"en\":1,\"fr\":1,\"zh\":1},",
            "\"month\":{\"2024-06\":1,\"2024-07\":1},\"without_source\":2,",
            "\"year_only\":1,\"undated\":1}");
    assertThat(search("*").out()).doesNotContain("languages");
  }

  @Test
  void jsonLinesHaveTheFieldsAskedFor() {
    Program.Run run = search("Kaspersky", "--format", "jsonl", "--fields", "id,body", "--in", "zh");
    assertThat(run.out()).isEqualTo("{\"id\":\"zh-1\",\"body\":\"卡巴斯基实验室宣布退出美国市场。\"}\n");
  }

  @Test
  void csvHasAHeaderAndOneLineAHit() {
    Program.Run run =
        search("Kaspersky", "--format", "csv", "--fields", "rank,id,title,published", "--in", "de");
    assertThat(run.out())
        .isEqualTo("rank,id,title,published\r\n1,de-1,Kaspersky verlässt den Markt,2024-07-16\r\n");
  }

  @Test
  void markdownLinksToTheArticle() {
    Program.Run run = search("Kaspersky", "--format", "markdown", "--in", "de");
    assertThat(run.out())
        .contains(
            "1. [Kaspersky verlässt den Markt](<https://bote.example/1>) (Der Bote, 2024-07-16")
        .contains("   > Der Hersteller **Kaspersky**");
  }

  @Test
  void trecLinesHaveSixWords() {
    assertThat(search("Kaspersky", "--format", "trec", "--limit", "1").out())
        .matches("1 Q0 \\S+ 1 \\d+\\.\\d+ kiosk\n");
  }

  @Test
  void everyQueryOfABatchGetsItsHitsOrItsError() throws IOException {
    Path queries = folder.resolve("queries.jsonl");
    Files.writeString(
        queries,
        """
        {"id": "a", "text": "Kaspersky", "lang": "en"}
        nonsense
        {"id": "b", "text": "title:(open"}
        {"id": "c"}

        {"id": "d", "text": "卡巴斯基"}
        """,
        StandardCharsets.UTF_8);
    Program.Run run = search("--queries", queries, "--format", "trec");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.outLines()).anyMatch(line -> line.startsWith("a Q0 zh-1 "));
    assertThat(run.outLines()).anyMatch(line -> line.startsWith("d Q0 zh-1 "));
    assertThat(run.err()).contains(queries + ":2: ", queries + ":3: ", queries + ":4: ");
    assertThat(run.err()).contains("2 queries answered, 3 failed");

    Program.Run lines = search("--queries", queries);
    assertThat(lines.out())
        .contains("{\"query_id\":\"a\",\"rank\":1,")
        .contains("{\"query_id\":\"2\",\"error\":")
        .contains("{\"query_id\":\"b\",\"error\":");
  }

  @Test
  void plainLinesOfABatchAreNumbered() {
    Program.Run run =
        archive
            .program()
            .input("Kaspersky\n\nmarket\n")
            .run("search", "--queries", "-", "--format", "trec", "--in", "zh");
    assertThat(run.status()).isZero();
    assertThat(run.outLines()).extracting(line -> line.split(" ")[0]).containsExactly("1", "3");
  }

  @Test
  void missingOrEmptyBatchFails() throws IOException {
    assertThat(search("--queries", folder.resolve("none")).err()).contains("no such file");
    Path empty = Files.createFile(folder.resolve("empty-queries.txt"));
    Program.Run run = search("--queries", empty);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("there is no query in it");
  }

  @Test
  void outputGoesToAFileWithItsOrigin() throws IOException {
    Path output = folder.resolve("hits.csv");
    Program.Run run = search("Kaspersky", "--format", "csv", "--output", output);
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readAllLines(output)).hasSize(4);
    assertThat(folder.resolve("hits.csv.meta.json"))
        .content()
        .contains("\"query\":\"Kaspersky\"", "\"time\":\"", "\"articles\":4");
    assertThat(folder.resolve("hits.csv.part")).doesNotExist();
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() {
    Program.Run run = search("Kaspersky", "--output", folder.resolve("none/hits.txt"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errLines()).anyMatch(line -> line.contains("no such file or folder"));
  }

  @Test
  void outputIntoAFolderIsRefused() {
    Program.Run run = search("Kaspersky", "--output", folder);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(folder + ": is no file that can be replaced");
    assertThat(folder).isDirectory();
  }

  @Test
  void aFullDiskIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            full,
            err,
            Map.of(
                "KIOSK_INDEX", archive.index().toString(), "KIOSK_DATA", archive.data().toString()),
            Terminal.Facts.PIPES);
    assertThat(Main.run(new String[] {"search", "Kaspersky"}, terminal)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int columns : new int[] {40, 80}) {
      Program.Run run = archive.program().onTerminal(columns).run("search", "Kaspersky market");
      assertThat(run.out()).as(run.err()).contains("\u001b[");
      assertThat(run.outLines()).allMatch(line -> SafeText.width(SafeText.line(line)) <= columns);
    }
  }

  @Test
  void indexOfAnotherVersionIsRefused() throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("generation-000001"));
    Files.writeString(other.resolve("current"), "generation-000001\n", StandardCharsets.UTF_8);
    Program.Run run = archive.program().run("search", "x", "--index", other);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errLines()).hasSizeLessThanOrEqualTo(2);
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("internal error");
  }
}
