package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateTest {

  private static final Instant OLD = Instant.parse("2024-07-18T09:30:00Z");

  @TempDir private Path root;
  private Path index;
  private Path files;
  private final List<InputResult> results = new ArrayList<>();

  @BeforeEach
  void makeFolders() throws IOException {
    index = root.resolve("index");
    files = Files.createDirectory(root.resolve("files"));
  }

  private IndexingReport run(boolean prune, Path... inputs) throws IOException {
    results.clear();
    return ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(1)) // so that outcomes have the order of names
        .prune(prune)
        .results(results::add)
        .build()
        .run(List.of(inputs));
  }

  private IndexingReport update() throws IOException {
    return run(false, files);
  }

  private IndexingReport prune() throws IOException {
    return run(true, files);
  }

  /** A story of its own, last modified a number of minutes after a moment long ago. */
  private Path story(String file, String url, String words, int minutes) throws IOException {
    Path path = files.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, Stories.html(url, words), StandardCharsets.UTF_8);
    return Files.setLastModifiedTime(path, FileTime.from(OLD.plusSeconds(60L * minutes)));
  }

  private Map<Outcome, Long> counts(IndexingReport report) {
    assertThat(report.total()).isEqualTo(results.size());
    Map<Outcome, Long> counts = new java.util.EnumMap<>(report.outcomes());
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private String bodyOf(String url) throws IOException {
    return Samples.documents(index).values().stream()
        .filter(document -> ("https://example.org/" + url).equals(document.get(ArticleSchema.URL)))
        .map(document -> ArticleSchema.text(document, ArticleSchema.BODY))
        .findFirst()
        .orElse("");
  }

  @Test
  void unchangedFilesAreNotOpened() throws IOException {
    Path first = story("a.html", "a", "alpha", 1);
    story("b.html", "b", "beta", 2);
    update();
    Map<String, org.apache.lucene.document.Document> before = Samples.documents(index);
    // Other bytes of the same length and time show that the file is not looked into.
    String same = Files.readString(first, StandardCharsets.UTF_8).replace("alpha", "omega");
    Files.writeString(first, same, StandardCharsets.UTF_8);
    Files.setLastModifiedTime(first, FileTime.from(OLD.plusSeconds(60)));
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
    assertThat(results).allSatisfy(result -> assertThat(before).containsKey(result.id().get()));
    assertThat(bodyOf("a")).contains("alpha");
  }

  @Test
  void aTouchedFileIsRecognisedByItsBytesAndThenByItsTime() throws IOException {
    Path file = story("a.html", "a", "alpha", 1);
    update();
    String indexed = Samples.documents(index).values().iterator().next().get(ArticleSchema.INDEXED);
    Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(600)));
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    assertThat(Samples.documents(index).values())
        .singleElement()
        .satisfies(d -> assertThat(d.get(ArticleSchema.INDEXED)).isEqualTo(indexed));
  }

  @Test
  void aFileChangedWithinTheStepOfItsTimeIsSeen() throws IOException {
    Path file = files.resolve("a.html");
    Files.writeString(file, Stories.html("a", "alpha"), StandardCharsets.UTF_8);
    FileTime now = Files.getLastModifiedTime(file);
    update();
    Files.writeString(file, Stories.html("a", "omega"), StandardCharsets.UTF_8);
    Files.setLastModifiedTime(file, now);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UPDATED, 1L));
    assertThat(bodyOf("a")).contains("omega");
  }

  @Test
  void changedFilesReplaceTheirArticleEvenUnderAnotherId() throws IOException {
    story("a.html", "a", "alpha", 1);
    story("b.html", "b", "beta", 1);
    update();
    story("a.html", "a", "gamma", 2);
    story("b.html", "c", "beta", 2);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UPDATED, 2L));
    assertThat(Samples.documents(index)).hasSize(2);
    assertThat(bodyOf("a")).contains("gamma");
    assertThat(bodyOf("b")).isEmpty();
    assertThat(bodyOf("c")).contains("beta");
  }

  @Test
  void goneFilesAreRemovedOnlyWhenPruned() throws IOException {
    Path gone = story("sub/a.html", "a", "alpha", 1);
    story("b.html", "b", "beta", 1);
    update();
    Files.delete(gone);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    assertThat(Samples.documents(index)).hasSize(2);
    assertThat(prune().pruned()).isEqualTo(1);
    assertThat(Samples.documents(index)).hasSize(1);
  }

  @Test
  void pruningKeepsWhatLiesOutsideTheGivenFolders() throws IOException {
    Path other = Files.createDirectory(root.resolve("files-of-others"));
    Path elsewhere = other.resolve("x.html");
    Files.writeString(elsewhere, Stories.html("x", "chi"), StandardCharsets.UTF_8);
    story("a.html", "a", "alpha", 1);
    run(false, files, other);
    Files.delete(elsewhere);
    assertThat(prune().pruned()).isZero();
    assertThat(run(true, other).pruned()).isZero(); // it is empty: perhaps a missing disk
    Files.writeString(other.resolve("y.html"), Stories.html("y", "psi"), StandardCharsets.UTF_8);
    assertThat(run(true, other).pruned()).isEqualTo(1);
  }

  @Test
  void movedFilesAreTheSameArticle() throws IOException {
    Path old = story("a.html", "a", "alpha", 1);
    update();
    Path moved = Files.createDirectory(files.resolve("sub")).resolve("renamed.html");
    Files.move(old, moved);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
    assertThat(results.getFirst().reason()).contains("moved from " + old.toAbsolutePath());
    assertThat(Samples.documents(index).values())
        .singleElement()
        .satisfies(d -> assertThat(d.get(ArticleSchema.FILE)).isEqualTo(moved.toString()));
    assertThat(prune().pruned()).isZero();
    assertThat(Samples.documents(index)).hasSize(1);
  }

  @Test
  void aSecondFileOfTheSameArticleIsADuplicateAndTakesOverWhenTheFirstIsGone() throws IOException {
    Path newer = story("a.html", "a", "alpha", 9);
    story("b.html", "a", "beta", 1);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.ADDED, 1L, Outcome.DUPLICATE, 1L));
    assertThat(bodyOf("a")).contains("alpha");
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L, Outcome.DUPLICATE, 1L));
    Files.delete(newer);
    IndexingReport report = prune();
    assertThat(counts(report)).isEqualTo(Map.of(Outcome.DUPLICATE, 1L));
    assertThat(report.pruned()).isZero();
    assertThat(bodyOf("a")).contains("beta");
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
  }

  @Test
  void theNewestOfTwoFilesGivesTheTextInWhateverOrderTheyCome() throws IOException {
    story("a.html", "a", "alpha", 1);
    update();
    Path second = story("b.html", "a", "beta", 2);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L, Outcome.UPDATED, 1L));
    assertThat(bodyOf("a")).contains("beta");
    Files.setLastModifiedTime(second, FileTime.from(OLD)); // older than the first now
    update();
    assertThat(bodyOf("a")).contains("alpha");
    assertThat(Samples.documents(index)).hasSize(1);
  }

  @Test
  void rejectedFilesAreRememberedWithTheirReason() throws IOException {
    Path file = story("a.html", "a", "alpha", 1);
    Files.writeString(file, " ", StandardCharsets.UTF_8);
    Files.setLastModifiedTime(file, FileTime.from(OLD));
    update();
    Optional<String> reason = results.getFirst().reason();
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.REJECTED, 1L));
    assertThat(reason).isPresent();
    assertThat(results.getFirst().reason()).isEqualTo(reason);
    assertThat(Samples.count(index, ArticleSchema.FILE, file.toString())).isEqualTo(1);
    story("a.html", "a", "alpha", 2);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.ADDED, 1L));
    assertThat(Samples.count(index, ArticleSchema.FILE, file.toString())).isEqualTo(1);
  }

  @Test
  void aFileThatIsEmptiedKeepsItsArticleUntilPruned() throws IOException {
    Path file = story("a.html", "a", "alpha", 1);
    story("b.html", "b", "beta", 1);
    update();
    Files.writeString(file, " ", StandardCharsets.UTF_8);
    assertThat(counts(update())).isEqualTo(Map.of(Outcome.UNCHANGED, 1L, Outcome.REJECTED, 1L));
    assertThat(Samples.documents(index)).hasSize(2);
    prune();
    assertThat(Samples.documents(index)).hasSize(1);
    Files.delete(file);
    prune();
    assertThat(Samples.count(index, ArticleSchema.FILE, file.toString())).isZero();
  }

  @Test
  void theLastLineOfAnIdWinsAndLinesThatAreGoneArePruned() throws IOException {
    Article first = Samples.article("x", "en", "One", "The first state.");
    Article second = Samples.article("x", "en", "Two", "The second state.");
    Path lines = root.resolve("a.jsonl");
    write(lines, first, second, second, Samples.german("g"));
    assertThat(counts(run(true, lines)))
        .isEqualTo(Map.of(Outcome.ADDED, 2L, Outcome.UPDATED, 1L, Outcome.DUPLICATE, 1L));
    assertThat(ArticleSchema.text(Samples.documents(index).get("x"), ArticleSchema.TITLE))
        .isEqualTo("Two");
    assertThat(counts(run(true, lines)))
        .isEqualTo(Map.of(Outcome.UNCHANGED, 2L, Outcome.DUPLICATE, 2L));
    write(lines, Samples.chinese("c"), first);
    Files.setLastModifiedTime(lines, FileTime.from(OLD));
    assertThat(counts(run(false, lines))).isEqualTo(Map.of(Outcome.ADDED, 1L, Outcome.UPDATED, 1L));
    assertThat(Samples.documents(index)).containsOnlyKeys("c", "x", "g");
    assertThat(run(true, lines).pruned()).isEqualTo(1);
    assertThat(Samples.documents(index)).containsOnlyKeys("c", "x");
    assertThat(ArticleSchema.text(Samples.documents(index).get("x"), ArticleSchema.TITLE))
        .isEqualTo("One");
  }

  @Test
  void aLineTakesOverFromAnotherFileThatIsGone() throws IOException {
    Path older = Files.createDirectory(root.resolve("lines")).resolve("a.jsonl");
    Path newer = older.resolveSibling("b.jsonl");
    write(older, Samples.german("g"), Samples.article("x", "en", "One", "The first state."));
    write(newer, Samples.article("x", "en", "Two", "The second state."));
    Files.setLastModifiedTime(older, FileTime.from(OLD));
    run(true, older.getParent());
    assertThat(ArticleSchema.text(Samples.documents(index).get("x"), ArticleSchema.TITLE))
        .isEqualTo("Two");
    Files.delete(newer);
    run(true, older.getParent());
    assertThat(ArticleSchema.text(Samples.documents(index).get("x"), ArticleSchema.TITLE))
        .isEqualTo("One");
    assertThat(counts(run(true, older.getParent()))).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
  }

  private static void write(Path file, Article... articles) throws IOException {
    try (ArticleWriter writer = ArticleWriter.open(file)) {
      for (Article article : articles) {
        writer.write(article);
      }
    }
  }

  @Test
  void filesGivenTwiceCountOnce() throws IOException {
    Path file = story("a.html", "a", "alpha", 1);
    assertThat(counts(run(false, file, files, file))).isEqualTo(Map.of(Outcome.ADDED, 1L));
  }
}
