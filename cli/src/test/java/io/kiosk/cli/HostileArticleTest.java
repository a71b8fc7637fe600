package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.query.QueryUnit;
import io.kiosk.schema.Language;
import io.kiosk.search.Hit;
import io.kiosk.search.MatchedTerm;
import io.kiosk.search.SearchResult;
import io.kiosk.search.Snippet;
import io.kiosk.search.StoredArticle;
import io.kiosk.search.UnitMatch;
import io.kiosk.search.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What scrapers bring in must not reach terminal, spreadsheet or markdown as a command. */
class HostileArticleTest {

  private static final String SEQUENCES = "\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e" + obeyed();

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
            + "\",\"body\":\"Sabotage of the *plant* "
            + escaped(SEQUENCES)
            + ".\"}\n",
        StandardCharsets.UTF_8);
    program = new Program().with("KIOSK_INDEX", folder.resolve("index"));
    assertThat(program.run("index", file).status()).isZero();
  }

  /** Every C0 and C1 control that is no white space, every bidirectional control, separators. */
  private static String obeyed() {
    return IntStream.rangeClosed(0, 0xffff)
        .filter(HostileArticleTest::isObeyed)
        .filter(c -> c != '\r' && c != '\n' && c != 0x1b && c != 0x90 && c != 0x98)
        .filter(c -> c < 0x9b || c > 0x9f)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isObeyed(int c) {
    return c < 0x20
        || c >= 0x7f && c <= 0x9f
        || c == 0x061c
        || c >= 0x200e && c <= 0x200f
        || c >= 0x2028 && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }

  private static String escaped(String text) {
    StringBuilder json = new StringBuilder();
    text.chars().forEach(c -> json.append(String.format(java.util.Locale.ROOT, "\\u%04x", c)));
    return json.toString();
  }

  private static void assertSafe(String text) {
    assertThat(text).isNotEmpty();
    String lines = text.replace("\r\n", "\n").replace("\n", "");
    assertThat(lines.chars().filter(HostileArticleTest::isObeyed)).isEmpty();
  }

  private static void assertObeysNothing(String json) {
    assertThat(json).isNotEmpty();
    assertThat(json.replace("\n", "").chars().filter(HostileArticleTest::isObeyed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|",
        "text|--explain",
        "text|--group lang",
        "text|--open 1",
        "markdown|",
        "trec|",
        "csv|",
        "csv|--fields id,title,url,source,author,body,snippets,matched,copies,file",
      })
  void noFormatPassesOnWhatATerminalObeys(String format, String options) {
    for (String query : List.of("Sabotage", "*", "sabot*", "=Sabotage", "Sabotaga~1")) {
      List<Object> args = new ArrayList<>(List.of("search", query));
      if (options == null || !options.startsWith("--open")) {
        args.addAll(List.of("--format", format));
      }
      if (options != null) {
        args.addAll(List.of((Object[]) options.split(" ")));
      }
      Program.Run run = program.run(args.toArray());
      assertThat(run.status()).as(run.err()).isZero();
      assertSafe(run.out());
      assertSafe(run.err());
    }
  }

  /** The index may be of another program: what it holds need not have been cleaned. */
  @ParameterizedTest
  @EnumSource(ResultFormat.class)
  void hitsWithControlsInEveryPartAreSafe(ResultFormat format) throws IOException {
    String hostile = "=a" + SEQUENCES + "[x](javascript:y)";
    Optional<String> value = Optional.of(hostile);
    StoredArticle article =
        new StoredArticle(
            hostile, hostile, value, value, value, value, value, value, value, hostile, value,
            value, value, value);
    Snippet snippet =
        new Snippet(hostile, List.of(new Snippet.Highlight(1, 9)), Optional.of(hostile));
    QueryUnit unit = new QueryUnit(hostile, 0, 1, true, List.of());
    Hit hit =
        new Hit(
            1,
            1,
            article,
            snippet,
            List.of(snippet),
            List.of(new MatchedTerm(hostile, hostile, "en", 1)),
            List.of(hostile),
            List.of(new Version(hostile, hostile)),
            Optional.of(new Version("lifting" + hostile, hostile)),
            List.of(new UnitMatch(Language.EN, unit, List.of())));
    SearchResult answer =
        new SearchResult(
            List.of(Language.EN),
            1,
            true,
            0,
            Duration.ZERO,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    StringWriter out = new StringWriter();
    List<HitField> fields =
        format == ResultFormat.CSV || format == ResultFormat.JSONL
            ? List.of(HitField.values())
            : List.of();
    try (ResultPrinter printer = format.printer(out, fields, false, 80)) {
      printer.begin(Optional.of(hostile), hostile, answer);
      printer.hit(hit);
      printer.end();
    }
    assertObeysNothing(out.toString().replace("\r\n", "\n"));
    if (format == ResultFormat.CSV) {
      assertThat(out.toString()).doesNotContain(",=", "\n=").contains(",\"'=a");
    }
    if (format == ResultFormat.JSON || format == ResultFormat.JSONL) {
      assertThat(out.toString()).contains("\\u001B]0;owned\\u0007").contains("\\u009b2J\\u202e");
    }
    if (format == ResultFormat.JSON) {
      assertThat(out.toString()).contains("\"lifted_by\":{\"id\":\"lifting=a");
    }
    if (format == ResultFormat.TEXT) {
      assertThat(out.toString()).contains("score 1.000000, lifted by the same story in");
    }
  }

  @Test
  void filesOfResultsAreAsSafe() throws IOException {
    Path file = folder.resolve("hits.csv");
    program.run("search", "Sabotage" + SEQUENCES, "--format", "csv", "--output", file);
    assertSafe(Files.readString(file));
    assertObeysNothing(Files.readString(folder.resolve("hits.csv.meta.json")));
  }

  @Test
  void whatIsWrongWithAQueryIsSaidInSafeWords() {
    assertSafe(program.run("search", "lang:x" + SEQUENCES).err());
    assertSafe(program.run("search", "Sabotagi" + SEQUENCES).err());
    assertSafe(program.run("search", "Sabotage", "--source", "x" + SEQUENCES).err());
  }

  @Test
  void nothingReachesTheTerminalAsACommand() {
    assertSafe(program.run("search", "Sabotage").out());
    assertSafe(program.run("search", "Sabotage", "--facets").out());
    assertObeysNothing(program.run("search", "Sabotage", "--facets", "--format", "json").out());
    assertSafe(program.run("timeline", "Sabotage").out());
    assertSafe(program.run("compare", "Sabotage").out());
    assertObeysNothing(program.run("compare", "Sabotage", "--format", "json").out());
    assertSafe(program.run("show", "h").out());
    assertSafe(program.run("stats").out());
    assertObeysNothing(program.run("export").out());
    assertObeysNothing(program.run("search", "x" + SEQUENCES, "--format", "json").out());
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
