package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.ArticleReader.Line;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

  private final ReadingNotes notes = new ReadingNotes();

  @Test
  void readsEveryKey() throws IOException {
    Article article =
        article(
            """
            {"id":"a-1.de","url":"https://example.com/x","source":"Beispiel","lang":"de-AT",\
            "published":"2024-07-18","published_from":"meta","fetched":"2025-01-02T03:04:05Z",\
            "title":"Titel","author":"Eva Muster","body":"Eins.\\n\\nZwei."}""");

    assertThat(article)
        .isEqualTo(
            new Article(
                "a-1.de",
                Optional.of(URI.create("https://example.com/x")),
                Optional.of("Beispiel"),
                Locale.forLanguageTag("de-AT"),
                Optional.of(new PublicationDate(LocalDate.of(2024, 7, 18))),
                Optional.of("meta"),
                Optional.of(Instant.parse("2025-01-02T03:04:05Z")),
                Optional.of("Titel"),
                Optional.of("Eva Muster"),
                "Eins.\n\nZwei."));
    assertThat(notes.messages()).isEmpty();
  }

  @Test
  void needsOnlyABody() throws IOException {
    Article article = article("{\"body\":\"text\"}");

    assertThat(article.id()).isEqualTo(ArticleId.of(Optional.empty(), Optional.empty(), "text"));
    assertThat(article.title()).isEmpty();
    assertThat(article.published()).isEmpty();
  }

  @Test
  void derivesTheIdFromTheUrl() throws IOException {
    Article article = article("{\"url\":\"https://example.com/x\",\"body\":\"text\"}");

    assertThat(article.id())
        .isEqualTo(ArticleId.of(article.url(), Optional.of("whatever"), "whatever"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one\\ntwo           | one\\n\\ntwo
          one\\n\\n\\ntwo     | one\\n\\ntwo
          one\\ntwo\\n\\nthree | one\\ntwo\\n\\nthree
          """)
  void separatesParagraphsByOneBlankLine(String body, String expected) throws IOException {
    assertThat(article("{\"body\":\"" + body + "\"}").body())
        .isEqualTo(expected.translateEscapes());
  }

  @Test
  void readsDateAsPublished() throws IOException {
    assertThat(article("{\"date\":\"2024-07\",\"body\":\"x\"}").published())
        .contains(PublicationDate.parse("2024-07"));
    assertThat(article("{\"date\":\"2023\",\"published\":\"2024\",\"body\":\"x\"}").published())
        .contains(PublicationDate.parse("2024"));
  }

  @Test
  void keepsAnArticleWithABadDateAndSaysSo() throws IOException {
    Article article =
        article("{\"published\":\"yesterday\",\"published_from\":\"meta\",\"body\":\"x\"}");

    assertThat(article.published()).isEmpty();
    assertThat(article.publishedFrom()).isEmpty();
    assertThat(notes.messages()).containsExactly("\"published\" not a date: left out (test:1)");
  }

  @Test
  void notesUnknownKeysOnceForEachKey() throws IOException {
    results("{\"tags\":[1,{\"a\":2}],\"body\":\"x\"}\n{\"body\":\"y\",\"tags\":0,\"x\":{}}\n");

    assertThat(notes.messages())
        .containsExactly(
            "unknown key \"tags\": left out (in 2 lines, first test:1)",
            "unknown key \"x\": left out (test:2)");
  }

  @Test
  void goesOnAfterABadLine() throws IOException {
    List<Line> lines =
        lines("{\"body\":\"a\"}\n\n{oops}\n[1]\n{\"body\":\"b\"} {}\n{\"body\":\"c\"}");

    assertThat(lines).extracting(Line::number).containsExactly(1L, 3L, 4L, 5L, 6L);
    assertThat(lines.subList(1, 4))
        .allSatisfy(
            line ->
                assertThat(line.result())
                    .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> {
                          assertThat(r.reason()).isEqualTo(Reason.UNREADABLE);
                          assertThat(r.origin()).isEqualTo("test:" + line.number());
                        }));
    assertThat(lines.getLast().result()).isInstanceOf(Cleaned.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\":\"t\"}",
        "{\"body\":null}",
        "{\"body\":\" \\n\"}",
        "{\"body\":{\"a\":1}}",
        "{\"body\":\"\\u0000\\u200b\"}"
      })
  void rejectsALineWithoutBodyAsEmpty(String line) throws IOException {
    assertThat(rejected(line).reason()).isEqualTo(Reason.EMPTY);
  }

  @Test
  void takesListsAndNumbersAsText() throws IOException {
    Article article =
        article("{\"id\":17,\"author\":[\"A\",\"B\"],\"date\":2024,\"body\":[\"x\",\"y\"]}");

    assertThat(article.id()).isEqualTo("17");
    assertThat(article.author()).contains("A, B");
    assertThat(article.published()).contains(PublicationDate.parse("2024"));
    assertThat(article.body()).isEqualTo("x\n\ny");
  }

  @Test
  void trustsTheGivenLanguage() throws IOException {
    assertThat(article("{\"lang\":\"zh_Hant_TW\",\"body\":\"hello\"}").language())
        .isEqualTo(Locale.forLanguageTag("zh-Hant-TW"));
    assertThat(article("{\"lang\":\"und\",\"body\":\"hello\"}").language()).isEqualTo(Locale.ROOT);
  }

  @Test
  void recognisesTheLanguageWhenNoneIsGiven() throws IOException {
    assertThat(article("{\"body\":\"Das ist ein Satz auf Deutsch.\"}").language())
        .isEqualTo(Locale.GERMAN);
  }

  @Test
  void replacesWhiteSpaceInIds() throws IOException {
    assertThat(article("{\"id\":\" a b\\tc \",\"body\":\"x\"}").id()).isEqualTo("a_b_c");
    assertThat(notes.messages()).hasSize(1);
  }

  @Test
  void leavesOutAnUnusableUrl() throws IOException {
    assertThat(article("{\"url\":\"javascript:alert(1)\",\"body\":\"x\"}").url()).isEmpty();
    assertThat(notes.messages()).containsExactly("\"url\" not a URL: left out (test:1)");
  }

  @Test
  void survivesMalformedUtf8AndByteOrderMark() throws IOException {
    byte[] bytes = "\uFEFF{\"body\":\"a?b\"}".getBytes(StandardCharsets.UTF_8);
    bytes[indexOf(bytes, '?')] = (byte) 0xFF;

    List<Line> lines = lines(new ByteArrayInputStream(bytes));

    assertThat(((Cleaned) lines.getFirst().result()).article().body()).isEqualTo("a\uFFFDb");
    assertThat(notes.messages()).containsExactly("malformed UTF-8: replaced by U+FFFD (test:1)");
  }

  @Test
  void rejectsALineBeyondTheLimitAndReadsOn() throws IOException {
    byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new InputStream() {
          private long position;

          @Override
          public int read() {
            return position++ < ArticleReader.MAX_LINE_BYTES + 10L ? 'x' : -1;
          }

          @Override
          public int read(byte[] into, int offset, int count) {
            if (position > ArticleReader.MAX_LINE_BYTES + 10L) {
              return -1;
            }
            int n = Math.min(count, block.length);
            System.arraycopy(block, 0, into, offset, n);
            position += n;
            return n;
          }
        };
    InputStream next =
        new ByteArrayInputStream("\n{\"body\":\"y\"}".getBytes(StandardCharsets.UTF_8));

    List<Line> lines = lines(new SequenceInputStream(endless, next));

    assertThat(lines).hasSize(2);
    assertThat(((Rejected) lines.getFirst().result()).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(lines.getLast().result()).isInstanceOf(Cleaned.class);
  }

  @Test
  void survivesDeepNesting() throws IOException {
    assertThat(rejected("{\"x\":" + "[".repeat(100_000) + "}").reason())
        .isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void readsBackWhatTheWriterWrote(@TempDir Path folder) throws IOException {
    Article article =
        new Article(
            "id-1",
            Optional.of(URI.create("https://example.com/%20?q=%E4%B8%AD")),
            Optional.empty(),
            Locale.forLanguageTag("zh-Hant-TW"),
            Optional.of(PublicationDate.parse("2024-07-18T01:02:03Z")),
            Optional.of("json-ld"),
            Optional.of(Instant.parse("2024-08-01T00:00:00.123Z")),
            Optional.of("„Titel“ \"中文\" \\ 😀"),
            Optional.empty(),
            "One\tcell.\nSecond line.\n\nTwo.");
    for (String name : List.of("a.jsonl", "a.jsonl.gz")) {
      Path file = folder.resolve(name);
      try (ArticleWriter writer = ArticleWriter.open(file)) {
        writer.write(article);
        writer.write(new Cleaned("x.html", article));
        writer.write(new Rejected("y.html", Reason.NO_ARTICLE, "a link list"));
      }

      try (ArticleReader reader = ArticleReader.open(file, notes)) {
        assertThat(all(reader))
            .extracting(Line::result)
            .containsExactly(
                new Cleaned(file + ":1", article),
                new Cleaned(file + ":2", article),
                new Rejected(
                    file + ":3", Reason.NO_ARTICLE, "rejected before: no article: a link list"));
      }
    }
    assertThat(notes.messages()).isEmpty();
    assertThat(Files.size(folder.resolve("a.jsonl.gz")))
        .isLessThan(Files.size(folder.resolve("a.jsonl")));
  }

  @Test
  void writesOnlyWhatIsKnownOnOneLine() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArticleWriter writer = ArticleWriter.of(out)) {
      writer.write(article("{\"id\":\"1\",\"lang\":\"und\",\"body\":\"a\\nb\"}"));
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":\"1\",\"lang\":\"und\",\"body\":\"a\\n\\nb\"}\n");
  }

  @Test
  void givesWholeLinesOfATruncatedFileAndNamesTheDamage() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("{\"body\":\"a\"}\n{\"body\":\"b\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    for (int length = 2; length < whole.length; length++) {
      List<Line> lines = lines(new ByteArrayInputStream(whole, 0, length));

      assertThat(lines.getLast().result())
          .as("cut at %d", length)
          .isInstanceOfSatisfying(
              Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.UNREADABLE));
    }
  }

  private static int indexOf(byte[] bytes, char c) {
    int i = 0;
    while (bytes[i] != c) {
      i++;
    }
    return i;
  }

  private Article article(String line) throws IOException {
    return ((Cleaned) results(line).getFirst()).article();
  }

  private Rejected rejected(String line) throws IOException {
    return (Rejected) results(line).getFirst();
  }

  private List<CleaningResult> results(String text) throws IOException {
    return lines(text).stream().map(Line::result).toList();
  }

  private List<Line> lines(String text) throws IOException {
    return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Line> lines(InputStream in) throws IOException {
    try (ArticleReader reader = ArticleReader.of("test", in, notes)) {
      return all(reader);
    }
  }

  private static List<Line> all(ArticleReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Optional<Line> line = reader.read(); line.isPresent(); line = reader.read()) {
      lines.add(line.get());
    }
    return lines;
  }
}
