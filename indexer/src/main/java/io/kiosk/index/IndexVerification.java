package io.kiosk.index;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameTerms;
import io.kiosk.corpus.Article;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.Bits;

/**
 * Checks an index: the checksums and structure of its files, that every article has one identity,
 * that what is indexed of it is what its stored text gives (every field: every term, at every
 * position where there are positions, every point and value), and that the groups of copies and the
 * links to versions are right. Memory is 16 bytes for each article, and 28 for the copies.
 */
public final class IndexVerification {

  /** Problems that are told one by one. */
  private static final int MAX_PROBLEMS = 100;

  /** Damaged files that are told one by one. */
  private static final int MAX_FILES = 20;

  private static final Pattern FINDING =
      Pattern.compile(
          "(?:.*Exception: )?(?<what>.*?)\\(resource=.*path=\"(?:[^\"]*/)?(?<file>[^\"/]+)\"\\)?"
              + "(?: \\[slice=(?<part>[^\\]]+)\\])?.*");

  /** How often an index is checked again that was written meanwhile. */
  private static final int ATTEMPTS = 5;

  private final LanguageAnalyzers analyzers;
  private final StorySketch sketches;
  private final NameTerms names;
  private final List<String> problems = new ArrayList<>();
  private long files;
  private long bytes;
  private long articles;
  private boolean grouped;

  private IndexVerification(LanguageAnalyzers analyzers, TranslationLexicon lexicon) {
    this.analyzers = analyzers;
    this.sketches = new StorySketch(lexicon);
    this.names = new NameTerms(lexicon);
  }

  /**
   * What was found.
   *
   * @param files how many files were checked
   * @param bytes their size
   * @param articles how many were checked
   * @param grouped whether the groups of copies were checked; not if articles came in after they
   *     were made, or the rest is damaged
   * @param problems in words, at most 100; empty if the index is sound
   */
  public record Result(
      long files, long bytes, long articles, boolean grouped, List<String> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks the index in use, as its last commit left it.
   *
   * @param index folder of the index; nothing is written there
   * @param lexicon the one that the index was made with
   * @return every problem that was found
   * @throws IOException if there is no index, it was made with other versions, or it is written so
   *     often that no commit lasts long enough
   */
  public static Result verify(Path index, TranslationLexicon lexicon) throws IOException {
    return verify(index, lexicon, IndexerConfig.defaults());
  }

  /**
   * The same for an index with further languages.
   *
   * @param index folder of the index; nothing is written there
   * @param lexicon the one that the index was made with
   * @param config the one that the index was made with
   * @return every problem that was found
   * @throws IOException as of the other method
   */
  public static Result verify(Path index, TranslationLexicon lexicon, IndexerConfig config)
      throws IOException {
    LanguageAnalyzers analyzers = config.analyzers(lexicon);
    Map<String, String> versions = IndexVersions.of(lexicon, analyzers);
    IndexFolder folder = IndexFolder.at(index);
    for (int attempt = 1; ; attempt++) {
      Optional<Path> before = lastCommit(folder);
      IndexVerification verification = new IndexVerification(analyzers, lexicon);
      verification.check(folder, versions);
      if (verification.problems.isEmpty() || before.equals(lastCommit(folder))) {
        return verification.result();
      } else if (attempt == ATTEMPTS) {
        throw new IOException(
            "index " + index + " is being written: verify it later, or verify a backup of it");
      }
    }
  }

  /** The newest of the files that name the rest; empty if there is none that could be read. */
  private static Optional<Path> lastCommit(IndexFolder folder) throws IOException {
    Optional<Path> generation = folder.current();
    if (generation.isEmpty()) {
      throw new IOException("no index in " + folder + ": run kiosk index ...");
    }
    try (Stream<Path> files = Files.list(generation.get())) {
      return files
          .filter(file -> name(file).matches(IndexFileNames.SEGMENTS + "_[0-9a-z]+"))
          .max(
              Comparator.comparing(
                  file -> SegmentInfos.generationFromSegmentsFileName(name(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // replaced and removed just now
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private void check(IndexFolder folder, Map<String, String> versions) throws IOException {
    Optional<Path> generation = folder.current();
    if (generation.isEmpty()) {
      return;
    }
    try (Directory directory = FSDirectory.open(generation.get(), NoLockFactory.INSTANCE)) {
      if (checkFiles(directory)) {
        IndexVersions.check(folder.path(), directory, versions);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          checkArticles(reader);
        }
      }
    } catch (NoSuchFileException | FileNotFoundException | RuntimeException e) {
      problem("unreadable: " + e);
    }
  }

  private Result result() {
    return new Result(files, bytes, articles, grouped, problems);
  }

  private void problem(String text) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(text);
    }
  }

  /** Lucene's own check; whether the rest can be read. */
  private boolean checkFiles(Directory directory) throws IOException {
    ByteArrayOutputStream account = new ByteArrayOutputStream();
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setInfoStream(new PrintStream(account, true, StandardCharsets.UTF_8));
      CheckIndex.Status status = check.checkIndex();
      if (status.clean) {
        for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
          files++;
          bytes += directory.fileLength(file);
        }
      } else {
        account
            .toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("Exception: "))
            .map(IndexVerification::finding)
            .distinct()
            .limit(MAX_FILES)
            .forEach(this::problem);
        if (problems.isEmpty()) {
          problem("the files are damaged");
        }
      }
      return status.clean;
    }
  }

  /** Which file it is and what is wrong, without the classes that met it. */
  private static String finding(String line) {
    Matcher found = FINDING.matcher(line.strip());
    if (!found.matches()) {
      return line.strip();
    }
    String part = found.group("part") == null ? "" : " (" + found.group("part") + ")";
    String what = found.group("what").strip();
    return found.group("file") + part + ": " + (isOfChecksum(what) ? "wrong checksum" : what);
  }

  private static boolean isOfChecksum(String what) {
    return what.startsWith("checksum ") && !what.startsWith("checksum passed");
  }

  private void checkArticles(DirectoryReader reader) throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      DocumentCheck check = new DocumentCheck(leaf, LanguageAnalyzers.other());
      Bits live = leaf.getLiveDocs();
      StoredFields stored = leaf.storedFields();
      for (int doc = 0; doc < leaf.maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          check(leaf, doc, stored.document(doc), check);
        }
      }
    }
    if (problems.isEmpty()) {
      grouped =
          "complete".equals(reader.getIndexCommit().getUserData().get(ArticleSchema.RELATED_KEY));
      if (grouped) {
        CopyGroups.compare(
            reader, (id, group) -> problem("article " + id + ": not in its group of copies"));
        VersionLinks.compare(
            reader,
            Runtime.getRuntime().availableProcessors(),
            (id, versions) -> problem("article " + id + ": not linked to its versions"));
      }
    }
  }

  private void check(LeafReader leaf, int doc, Document document, DocumentCheck check)
      throws IOException {
    String id = document.get(ArticleSchema.ID);
    String name = id == null ? "input " + document.get(ArticleSchema.FILE) : "article " + id;
    if (ArticleSchema.hash(leaf, doc, ArticleSchema.SHA256) == null) {
      tell(name, List.of(ArticleSchema.SHA256));
      return;
    }
    Records.Stored stored = Records.read(leaf, doc, document);
    if (!stored.leads()) {
      Document expected =
          stored.reason().isPresent()
              ? ArticleDocuments.rejected(stored.member(), stored.reason().get())
              : ArticleDocuments.input(stored.id().orElse(""), stored.member());
      tell(name, check.differences(doc, expected, true));
      return;
    }
    articles++;
    Article article = ArticleDocuments.article(document);
    String content = ArticleDocuments.content(article);
    if (!content.equals(stored.content().orElse(""))) {
      problem(name + ": its text has another hash than when it was indexed");
    }
    Document expected =
        ArticleDocuments.article(
            article, analyzers, stored.member(), content, sketches, names, Instant.EPOCH);
    boolean dated =
        article.published().isPresent() || document.get(ArticleSchema.PUBLISHED) == null;
    tell(name, check.differences(doc, expected, dated));
  }

  private void tell(String name, List<String> differing) {
    for (String what : differing) {
      problem(name + ": its " + what + " is not what was indexed");
    }
  }
}
