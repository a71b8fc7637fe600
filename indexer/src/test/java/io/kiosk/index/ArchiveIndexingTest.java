package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIndexingTest {

  private static final String STORY =
      """
      <html lang="en"><head><title>%s</title>
      <link rel="canonical" href="https://example.org/%s"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>%s</h1>
      <p>The port of Hamburg will get two more basins, the city said on Monday. It is the largest
      extension in thirty years and will cost more than a billion euros, of which the state pays
      the larger part.</p>
      <p>Work begins in spring, once the last complaints have been heard by the court, and should
      end before the decade does, said the director of the port, who has waited for it long.</p>
      </article></body></html>
      """;

  @TempDir private Path root;
  private Path index;
  private Path files;
  private final List<InputResult> results = new ArrayList<>();

  @BeforeEach
  void makeFolders() throws IOException {
    index = root.resolve("index");
    files = Files.createDirectory(root.resolve("files"));
  }

  private ArchiveIndexing.Builder indexing() {
    return ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(2))
        .results(results::add);
  }

  private IndexingReport index(Path... inputs) throws IOException {
    results.clear();
    return indexing().build().run(List.of(inputs));
  }

  private Path story(String name) throws IOException {
    String html = STORY.replace("%s", name);
    return Files.writeString(files.resolve(name + ".html"), html, StandardCharsets.UTF_8);
  }

  private Path articles(String name, List<Article> articles) throws IOException {
    Path file = root.resolve(name);
    try (ArticleWriter writer = ArticleWriter.open(file)) {
      for (Article article : articles) {
        writer.write(article);
      }
    }
    return file;
  }

  @Test
  void rawFilesOfAFolderAreCleanedAndIndexed() throws IOException {
    story("one");
    story("two");
    Files.writeString(files.resolve("empty.html"), " \n", StandardCharsets.UTF_8);
    IndexingReport report = index(files);
    assertThat(report.count(Outcome.ADDED)).isEqualTo(2);
    assertThat(report.count(Outcome.REJECTED)).isEqualTo(1);
    assertThat(report.total()).isEqualTo(3);
    assertThat(report.languages()).isEqualTo(Map.of("zh", 0L, "de", 0L, "en", 2L, "other", 0L));
    assertThat(report.reasons()).isEqualTo(Map.of("empty", 1L));
    assertThat(results)
        .extracting(result -> Path.of(result.file()).getFileName().toString())
        .containsExactly("empty.html", "one.html", "two.html");
    assertThat(Samples.documents(index).values())
        .allSatisfy(
            document ->
                assertThat(ArticleSchema.text(document, ArticleSchema.BODY))
                    .contains("extension in thirty years")
                    .doesNotContain("Home"));
  }

  @Test
  void articlesOfJsonLinesAreTakenAsTheyAre() throws IOException {
    Path packed = articles("a.jsonl.gz", Samples.all());
    IndexingReport report = index(packed);
    assertThat(report.count(Outcome.ADDED)).isEqualTo(4);
    assertThat(report.languages()).isEqualTo(Map.of("zh", 1L, "de", 1L, "en", 1L, "other", 1L));
    assertThat(results)
        .extracting(result -> result.line().orElse(0))
        .containsExactly(1L, 2L, 3L, 4L);
    for (Article article : Samples.all()) {
      assertThat(ArticleDocuments.article(Samples.documents(index).get(article.id())))
          .isEqualTo(article);
    }
    assertThat(index(packed).count(Outcome.UNCHANGED)).isEqualTo(4);
  }

  @Test
  void aBrokenLineIsRejectedAndTheOthersAreKept() throws IOException {
    String lines =
        """
        {"id": "a", "lang": "de", "body": "Ein Satz."}
        {"id": "b", "lang": "de"}
        {"id": "c",
        {"id": "d", "lang": "en", "body": "A sentence.", "mood": "good"}
        """;
    InputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    IndexingReport report = indexing().standardInput(in).build().run(List.of(Path.of("-")));
    assertThat(report.total()).isEqualTo(4);
    assertThat(results)
        .extracting(InputResult::outcome)
        .containsExactly(Outcome.ADDED, Outcome.REJECTED, Outcome.REJECTED, Outcome.ADDED);
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.file()).isEqualTo("-");
              assertThat(result.id().isEmpty()).isEqualTo(result.outcome() == Outcome.REJECTED);
              assertThat(result.reason().isPresent())
                  .isEqualTo(result.outcome() == Outcome.REJECTED);
            });
    assertThat(report.notes()).singleElement().asString().contains("mood");
  }

  @Test
  void missingAndBinaryInputsAreRejectedWithTheirReason() throws IOException {
    Path image =
        Files.write(files.resolve("x.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
    IndexingReport report = index(root.resolve("missing"), image, story("one"));
    assertThat(report.count(Outcome.REJECTED)).isEqualTo(2);
    assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
    assertThat(results.getFirst().reason()).hasValueSatisfying(r -> r.contains("no such file"));
  }

  @Test
  void aFolderWithoutFilesHasNoInputs() throws IOException {
    assertThat(index(files).total()).isZero();
  }

  @Test
  void resultsAreReportedOnlyOnceTheyAreDurable() throws IOException {
    List<Article> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(Samples.german("g" + i));
    }
    Path file = articles("many.jsonl", many);
    List<Boolean> durable = new ArrayList<>();
    indexing()
        .config(IndexerConfig.defaults().withCommits(10, java.time.Duration.ofMillis(1)))
        .results(
            result -> {
              try {
                durable.add(Samples.count(index, ArticleSchema.ID, result.id().orElseThrow()) == 1);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .build()
        .run(List.of(file));
    assertThat(durable).hasSize(200).doesNotContain(false);
  }

  @Test
  void aStoppedRunCommitsWhatIsDone() throws Exception {
    InputStream endless =
        new InputStream() {
          private byte[] line = new byte[0];
          private int position;
          private int number;

          @Override
          public int read() {
            if (position == line.length) {
              number++;
              String json = "{\"id\": \"e" + number + "\", \"body\": \"Text " + number + ".\"}\n";
              line = json.getBytes(StandardCharsets.UTF_8);
              position = 0;
            }
            return line[position++];
          }
        };
    CompletableFuture<ArchiveIndexing> run = new CompletableFuture<>();
    run.complete(
        indexing()
            .standardInput(endless)
            .progress(
                progress -> {
                  if (progress.inputs() > 0) {
                    run.join().stop();
                  }
                })
            .build());
    IndexingReport report = run.join().run(List.of(Path.of("-")));
    assertThat(report.interrupted()).isTrue();
    assertThat(report.total()).isPositive();
    assertThat(Samples.documents(index)).hasSize((int) report.count(Outcome.ADDED));
    assertThat(results).hasSize((int) report.total());
  }

  @Test
  void anInterruptedThreadStopsItsRunAndTheIndexIsWhole() throws IOException {
    Path file = articles("a.jsonl", Samples.all());
    Thread.currentThread().interrupt();
    IndexingReport report = index(file);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Samples.documents(index)).hasSize((int) report.total());
    assertThat(index(file).interrupted()).isFalse();
    assertThat(Samples.documents(index)).hasSize(4);
  }

  @Test
  void aRebuildForgetsWhatIsNotGivenAgain() throws IOException {
    Path old = articles("old.jsonl", List.of(Samples.german("g"), Samples.english("e")));
    Path now = articles("new.jsonl", List.of(Samples.german("g")));
    index(old);
    IndexingReport report = indexing().rebuild(true).build().run(List.of(now));
    assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
    assertThat(Samples.documents(index)).containsOnlyKeys("g");
  }

  @Test
  void theSameArticleOfAnotherFileIsADuplicate() throws IOException {
    Path first = articles("a.jsonl", List.of(Samples.german("g")));
    Path second = articles("b.jsonl", List.of(Samples.german("g")));
    IndexingReport report = index(first, second);
    assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
    assertThat(report.count(Outcome.DUPLICATE)).isEqualTo(1);
    assertThat(results.getLast().reason())
        .isEqualTo(Optional.of("the same article as " + first + ":1"));
  }
}
