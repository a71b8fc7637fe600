package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameTerms;
import io.kiosk.corpus.Article;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexVerificationTest {

  private static final TranslationLexicon LEXICON = TranslationLexicon.empty();

  /**
   * The id, without which a document is no article, and what is compared elsewhere or not at all.
   */
  private static final Set<String> NOT_OF_THE_ARTICLE =
      Set.of("id", "copies", "versions", "line", "modified", "stamp");

  @TempDir private Path root;
  private Path index;

  @BeforeEach
  void indexSome() throws IOException {
    index = root.resolve("index");
    try (ArticleIndexer indexer = open()) {
      for (Article article : Samples.all()) {
        indexer.add(article, Samples.origin(article.id(), article.body()));
      }
      indexer.commit();
      indexer.add(Samples.english("e2"), Samples.origin("e2", "e2"));
      indexer.delete("c");
      indexer.relate();
    }
  }

  private ArticleIndexer open() throws IOException {
    return ArticleIndexer.open(index, LEXICON, IndexerConfig.defaults());
  }

  @Test
  void aSoundIndexHasNoProblems() throws IOException {
    IndexVerification.Result result = IndexVerification.verify(index, LEXICON);
    assertThat(result.problems()).isEmpty();
    assertThat(result.articles()).isEqualTo(4);
    assertThat(result.files()).isGreaterThan(3);
    assertThat(result.bytes()).isPositive();
    assertThat(result.grouped()).isTrue();
  }

  /** Small segments are one file each, large ones have a file for every part: both are tried. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyByteThatIsFlippedIsFound(boolean compound) throws IOException {
    Path generation = IndexFolder.at(index).current().orElseThrow();
    if (!compound) {
      spread(generation);
    }
    List<Path> files = new ArrayList<>(List.of(index.resolve("current")));
    try (Stream<Path> all = Files.list(generation)) {
      all.filter(file -> !file.endsWith("write.lock")).forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThan(compound ? 5 : 15);
    Random random = new Random(5);
    for (Path file : files) {
      byte[] original = Files.readAllBytes(file);
      for (int i = 0; i < 6; i++) {
        byte[] damaged = original.clone();
        int at =
            switch (i) {
              case 0 -> 0;
              case 1 -> original.length - 1;
              default -> random.nextInt(original.length);
            };
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, damaged);
        assertThat(isFoundDamaged()).as("%s, byte %s", file, at).isTrue();
      }
      Files.write(file, original);
    }
    assertThat(isFoundDamaged()).isFalse();
  }

  private static void spread(Path generation) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setUseCompoundFile(false);
    config.getMergePolicy().setNoCFSRatio(0);
    try (FSDirectory directory = FSDirectory.open(generation);
        IndexWriter writer = new IndexWriter(directory, config)) {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      writer.forceMerge(1);
      writer.setLiveCommitData(data.entrySet());
    }
  }

  @Test
  void anIndexWhoseGenerationIsGoneIsNamedAndLeftAlone() throws IOException {
    Path generation = IndexFolder.at(index).current().orElseThrow();
    Path elsewhere = Files.move(generation, root.resolve("elsewhere"));
    assertThatThrownBy(() -> IndexVerification.verify(index, LEXICON))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("current", generation.getFileName().toString(), "not there");
    assertThat(generation).doesNotExist();
    assertThat(elsewhere).exists();
  }

  @Test
  void whatAnInterruptedBackupLeftIsReplaced() throws IOException {
    Path copy = root.resolve("copy");
    Files.createDirectories(copy.resolve("generation-000001"));
    Files.writeString(copy.resolve("generation-000001").resolve("_0.cfs"), "half");
    IndexBackup.copy(index, copy);
    assertThat(IndexContent.of(copy)).isEqualTo(IndexContent.of(index));
  }

  @Test
  void aBackupSparesArticlesOfWhichNothingSaysThatTheyAreInUse() throws IOException {
    Path lost = root.resolve("lost");
    IndexBackup.copy(index, lost);
    Files.move(lost.resolve("current"), root.resolve("name"));
    assertThatThrownBy(() -> IndexBackup.copy(index, lost))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("current", "is missing", "generation-");
    Files.move(root.resolve("name"), lost.resolve("current"));
    assertThat(IndexContent.of(lost)).isEqualTo(IndexContent.of(index));
  }

  private boolean isFoundDamaged() {
    try {
      return !IndexVerification.verify(index, LEXICON).problems().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void textThatIsNotWhatWasIndexedIsFound() throws IOException {
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document forged = new Document();
      Article article = Samples.german("x");
      Member member = new Member(Samples.origin("x", "x"), 0, 0);
      LanguageAnalyzers analyzers = LanguageAnalyzers.of(WordList.empty());
      StorySketch sketches = new StorySketch(LEXICON);
      Document real =
          ArticleDocuments.article(
              article,
              analyzers,
              member,
              "00",
              sketches,
              new NameTerms(LEXICON),
              java.time.Instant.EPOCH);
      real.forEach(forged::add);
      writer.addDocument(forged);
    }
    assertThat(IndexVerification.verify(index, LEXICON).problems())
        .anySatisfy(problem -> assertThat(problem).contains("article x", "another hash"));
  }

  /** One article for every field that is not stored, which lacks what is indexed of that field. */
  @Test
  void anyFieldThatIsMissingIsFound() throws IOException {
    LanguageAnalyzers analyzers = LanguageAnalyzers.of(WordList.empty());
    List<String> missing = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int n = 0; ; n++) {
        Article article = Samples.german("x" + n);
        Document real =
            ArticleDocuments.article(
                article,
                analyzers,
                new Member(Samples.origin("x" + n, "x"), 0, 0),
                ArticleDocuments.content(article),
                new StorySketch(LEXICON),
                new NameTerms(LEXICON),
                java.time.Instant.EPOCH);
        List<IndexableField> fields = new ArrayList<>(real.getFields());
        Set<String> names = new TreeSet<>();
        fields.forEach(field -> names.add(field.name()));
        fields.stream()
            .filter(field -> field.fieldType().stored())
            .forEach(field -> names.remove(field.name()));
        names.removeAll(NOT_OF_THE_ARTICLE);
        if (n == names.size()) {
          break;
        }
        String without = List.copyOf(names).get(n);
        missing.add(without);
        fields.removeIf(field -> field.name().equals(without));
        writer.addDocument(fields);
      }
    }
    assertThat(missing)
        .contains("written_title_de", "written_body_de", "published_first", "story", "source_name")
        .hasSizeGreaterThan(8);
    List<String> problems = IndexVerification.verify(index, LEXICON).problems();
    for (int n = 0; n < missing.size(); n++) {
      String start = "article x" + n + ": its ";
      assertThat(problems).as(missing.get(n)).anyMatch(problem -> problem.startsWith(start));
    }
  }

  @Test
  void aWrongGroupOfCopiesIsFound() throws IOException {
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.updateDocValues(
          ArticleSchema.idTerm("g"),
          new Field[] {new NumericDocValuesField(ArticleSchema.COPIES, 77)});
    }
    assertThat(IndexVerification.verify(index, LEXICON).problems())
        .containsExactly("article g: not in its group of copies");
  }

  @Test
  void aBackupIsTheSameArchive() throws IOException {
    Path copy = root.resolve("copy");
    assertThat(IndexBackup.copy(index, copy)).isPositive();
    assertThat(IndexContent.of(copy)).isEqualTo(IndexContent.of(index));
    assertThat(IndexVerification.verify(copy, LEXICON).problems()).isEmpty();
    assertThatThrownBy(() -> IndexBackup.copy(index, copy))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not empty");
    assertThatThrownBy(() -> IndexBackup.copy(root.resolve("none"), root.resolve("copy2")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no index in");
  }

  @Test
  void aBackupWhileIndexingGoesOnIsWhole() throws IOException {
    AtomicBoolean end = new AtomicBoolean();
    try (ArticleIndexer indexer = open()) {
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int i = 0; !end.get(); i++) {
                    indexer.add(Samples.french("f" + i % 40), Samples.origin("f", "" + i));
                    if (i % 3 == 0) {
                      indexer.commit();
                    }
                  }
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      for (int copy = 0; copy < 5; copy++) {
        Path target = root.resolve("copy" + copy);
        IndexBackup.copy(index, target);
        assertThat(IndexVerification.verify(target, LEXICON).problems()).isEmpty();
      }
      end.set(true);
      writing.join();
    }
  }
}
