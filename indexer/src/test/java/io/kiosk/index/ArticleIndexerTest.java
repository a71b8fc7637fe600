package io.kiosk.index;

import static io.kiosk.index.Samples.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleIndexerTest {

  @TempDir private Path root;
  private Path index;

  @BeforeEach
  void chooseFolder() {
    index = root.resolve("index");
  }

  private ArticleIndexer open() throws IOException {
    return ArticleIndexer.open(
        index, TranslationLexicon.empty(), IndexerConfig.defaults().withThreads(2));
  }

  @Test
  void storesEveryFieldAndWhereItCameFrom() throws IOException {
    Instant before = Instant.now().minusMillis(1);
    Origin origin = origin("a.html", "raw");
    try (ArticleIndexer indexer = open()) {
      assertThat(indexer.add(Samples.german("g"), origin)).isEqualTo(Outcome.ADDED);
    }
    Document document = Samples.documents(index).get("g");
    assertThat(ArticleDocuments.article(document)).isEqualTo(Samples.german("g"));
    assertThat(document.get(ArticleSchema.FILE)).isEqualTo("a.html");
    assertThat(IndexContent.of(index).get("g")).contains(origin.sha256());
    assertThat(document.get(ArticleSchema.CLEANER)).isEqualTo("1");
    assertThat(Instant.parse(document.get(ArticleSchema.INDEXED))).isBetween(before, Instant.now());
  }

  @Test
  void everyLanguageIsAnalysedInItsOwnFieldAndOthersNeutrally() throws IOException {
    try (ArticleIndexer indexer = open()) {
      for (Article article : Samples.all()) {
        indexer.add(article, origin(article.id(), article.body()));
      }
    }
    assertThat(Samples.count(index, ArticleSchema.body(Optional.of(Language.DE)), "becken"))
        .isEqualTo(1);
    assertThat(Samples.count(index, ArticleSchema.body(Optional.of(Language.EN)), "basin"))
        .isEqualTo(1);
    assertThat(Samples.count(index, ArticleSchema.body(Optional.of(Language.ZH)), "汉堡"))
        .isEqualTo(1);
    assertThat(Samples.count(index, ArticleSchema.body(Optional.empty()), "bassins")).isEqualTo(1);
  }

  @Test
  void anArticleIsReplacedByItsId() throws IOException {
    Article changed = Samples.article("g", "de", "Hafen", "Der Hafen wird doch nicht erweitert.");
    try (ArticleIndexer indexer = open()) {
      indexer.add(Samples.german("g"), origin("a.html", "1"));
      assertThat(indexer.add(changed, origin("a.html", "2"))).isEqualTo(Outcome.UPDATED);
      indexer.commit();
      assertThat(indexer.add(Samples.german("g"), origin("a.html", "3")))
          .isEqualTo(Outcome.UPDATED);
    }
    assertThat(ArticleDocuments.article(Samples.documents(index).get("g")))
        .isEqualTo(Samples.german("g"));
  }

  @Test
  void theSameBytesOfTheSameFileAreUnchangedUnlessTheCleanerIsNewer() throws IOException {
    Origin first = origin("a.html", "raw");
    Origin newer = new Origin(first.file(), first.line(), first.sha256(), 2);
    try (ArticleIndexer indexer = open()) {
      indexer.add(Samples.german("g"), first);
      assertThat(indexer.add(Samples.german("g"), first)).isEqualTo(Outcome.UNCHANGED);
    }
    try (ArticleIndexer indexer = open()) {
      assertThat(indexer.add(Samples.german("g"), first)).isEqualTo(Outcome.UNCHANGED);
      assertThat(indexer.add(Samples.german("g"), newer)).isEqualTo(Outcome.UPDATED);
    }
  }

  @Test
  void deletesById() throws IOException {
    try (ArticleIndexer indexer = open()) {
      indexer.add(Samples.german("g"), origin("a", "1"));
      indexer.add(Samples.english("e"), origin("b", "2"));
      assertThat(indexer.delete("g")).isTrue();
      assertThat(indexer.delete("g")).isFalse();
      assertThat(indexer.delete("unknown")).isFalse();
    }
    assertThat(Samples.documents(index)).containsOnlyKeys("e");
  }

  @Test
  void severalThreadsLeaveOneArticlePerId() throws IOException {
    try (ArticleIndexer indexer = open()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int number = thread;
        all.add(
            CompletableFuture.runAsync(
                () ->
                    IntStream.range(0, 300)
                        .forEach(
                            i -> {
                              try {
                                indexer.add(
                                    Samples.english("e" + i % 50),
                                    origin("f" + i % 50, "raw" + number));
                                if (i % 100 == 0) {
                                  indexer.commit();
                                }
                              } catch (IOException e) {
                                throw new AssertionError(e);
                              }
                            })));
      }
      all.forEach(CompletableFuture::join);
    }
    assertThat(Samples.documents(index)).hasSize(50);
  }

  @Test
  void hostileValuesLoseNoArticle() throws IOException {
    String huge = "漢".repeat(40_000);
    Article hostile =
        new Article(
            huge,
            Optional.empty(),
            Optional.of("s".repeat(100_000)),
            Locale.forLanguageTag("de-x-" + "aaaaaaaa-".repeat(500) + "b"),
            Optional.of(new PublicationDate(Year.of(Year.MAX_VALUE))),
            Optional.of("\u0000\u202e"),
            Optional.of(Instant.MAX),
            Optional.of("t".repeat(70_000)),
            Optional.of(huge),
            "x".repeat(70_000) + " \ud800 " + huge);
    Article far =
        new Article(
            "far",
            Optional.empty(),
            Optional.empty(),
            Locale.ROOT,
            Optional.of(new PublicationDate(Instant.MAX)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "body");
    try (ArticleIndexer indexer = open()) {
      assertThat(indexer.add(hostile, origin(huge, "1"))).isEqualTo(Outcome.ADDED);
      assertThat(indexer.add(hostile, origin(huge, "1"))).isEqualTo(Outcome.UNCHANGED);
      assertThat(indexer.add(far, origin("far", "2"))).isEqualTo(Outcome.ADDED);
    }
    Map<String, Document> documents = Samples.documents(index);
    assertThat(documents).hasSize(2);
    documents.values().forEach(ArticleDocuments::article);
    try (ArticleIndexer indexer = open()) {
      assertThat(indexer.delete(huge)).isTrue();
    }
  }

  @Test
  void aSecondWriterIsToldWhoHoldsTheIndex() throws IOException {
    try (ArticleIndexer first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IndexBusyException.class)
          .hasMessageContainingAll(
              index.toString(), "process " + ProcessHandle.current().pid(), "since");
      first.add(Samples.german("g"), origin("a", "1"));
    }
    open().close();
    assertThat(Samples.documents(index)).containsOnlyKeys("g");
  }

  @Test
  void aSecondWriterMayWait() throws Exception {
    ArticleIndexer first = open();
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> {
              IndexerConfig patient = IndexerConfig.defaults().withLockWait(Duration.ofSeconds(30));
              try {
                ArticleIndexer.open(index, TranslationLexicon.empty(), patient).close();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    Thread.sleep(300);
    assertThat(second).isNotDone();
    first.close();
    second.join();
  }

  @Test
  void anIndexOfAnotherVersionIsRefusedWithBothNamed() throws IOException {
    open().close();
    Path generation = IndexFolder.at(index).current().orElseThrow();
    try (FSDirectory directory = FSDirectory.open(generation);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of(ArticleSchema.VERSION_KEY, "77").entrySet());
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("schema 77", " " + ArticleSchema.VERSION, "rebuild");
    ArticleIndexer rebuilt =
        ArticleIndexer.rebuild(index, TranslationLexicon.empty(), IndexerConfig.defaults());
    try (rebuilt) {
      rebuilt.commitAndSwitch();
    }
    open().close();
  }

  @Test
  void aRebuildTakesItsPlaceOnlyWhenItIsSwitchedTo() throws IOException {
    try (ArticleIndexer indexer = open()) {
      indexer.add(Samples.german("g"), origin("a", "1"));
    }
    IndexerConfig config = IndexerConfig.defaults();
    try (ArticleIndexer abandoned =
        ArticleIndexer.rebuild(index, TranslationLexicon.empty(), config)) {
      abandoned.add(Samples.english("e"), origin("b", "2"));
      abandoned.commit();
    }
    assertThat(Samples.documents(index)).containsOnlyKeys("g");
    try (ArticleIndexer rebuilt =
        ArticleIndexer.rebuild(index, TranslationLexicon.empty(), config)) {
      rebuilt.add(Samples.english("e"), origin("b", "2"));
      rebuilt.commitAndSwitch();
      assertThat(Samples.documents(index)).containsOnlyKeys("e");
    }
    assertThat(index.toFile().list((dir, name) -> name.startsWith("generation-"))).hasSize(1);
  }

  @Test
  void articlesAreNotRemovedWhenNothingSaysThatTheyAreInUse() throws IOException {
    try (ArticleIndexer indexer = open()) {
      indexer.add(Samples.german("g"), origin("a", "1"));
    }
    String used = Files.readString(index.resolve("current"), StandardCharsets.UTF_8);
    Files.delete(index.resolve("current"));
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("current", used.strip(), "1 inputs");
    Files.writeString(index.resolve("current"), used, StandardCharsets.UTF_8);
    open().close();
    assertThat(Samples.documents(index)).containsOnlyKeys("g");
  }

  @Test
  void closingTwiceIsHarmless() throws IOException {
    ArticleIndexer indexer = open();
    indexer.close();
    indexer.close();
  }

  @Test
  void leavesOnlyTheFilesOfTheLastCommit() throws IOException {
    for (int segments = 7; segments < 13; segments++) { // with one of these it closes and merges
      index = root.resolve("index" + segments);
      try (ArticleIndexer indexer =
          ArticleIndexer.open(
              index,
              TranslationLexicon.empty(),
              IndexerConfig.defaults(),
              false,
              SlowMerges::new,
              WriterLock.Waiting.PATIENT)) {
        for (int i = 0; i < segments; i++) {
          indexer.commit();
          indexer.add(Samples.german("g" + i));
        }
      }
      try (FSDirectory files = FSDirectory.open(IndexFolder.at(index).current().orElseThrow())) {
        assertThat(files.listAll())
            .filteredOn(file -> !file.equals(IndexWriter.WRITE_LOCK_NAME))
            .containsExactlyInAnyOrderElementsOf(SegmentInfos.readLatestCommit(files).files(true));
      }
    }
  }

  /** As merges of large segments are. */
  private static final class SlowMerges extends FilterDirectory {
    SlowMerges(Directory files) {
      super(files);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (context.context() == IOContext.Context.MERGE) {
        LockSupport.parkNanos(50_000_000);
      }
      return super.createOutput(name, context);
    }
  }
}
