package io.kiosk.index;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.corpus.Article;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import io.kiosk.schema.Language;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Checks an index: the checksums and structure of its files, that every article has one identity,
 * that its stored text is the text that was indexed (every term at every position), and that the
 * groups of copies are right. Memory is 8 bytes for each article, and 28 for the copies.
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
  private final List<String> problems = new ArrayList<>();
  private long files;
  private long bytes;
  private long articles;
  private boolean grouped;

  private IndexVerification(LanguageAnalyzers analyzers) {
    this.analyzers = analyzers;
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
      IndexVerification verification = new IndexVerification(analyzers);
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
      long[] indexed = new long[leaf.maxDoc()];
      for (Optional<Language> language : ArticleSchema.textLanguages()) {
        addPostings(leaf, ArticleSchema.title(language), indexed);
        addPostings(leaf, ArticleSchema.body(language), indexed);
      }
      checkArticles(leaf, indexed);
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

  /** Adds a hash of every occurrence of every term to the sum of its document. */
  private static void addPostings(LeafReader leaf, String field, long[] sums) throws IOException {
    Terms terms = leaf.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    while (each.next() != null) {
      long term = hash(field, each.term());
      postings = each.postings(postings, PostingsEnum.POSITIONS);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        for (int i = postings.freq(); i > 0; i--) {
          sums[doc] += CopySketch.mix(term + postings.nextPosition());
        }
      }
    }
  }

  private static long hash(String field, BytesRef term) {
    return field.hashCode() * 31L
        + StringHelper.murmurhash3_x64_128(term.bytes, term.offset, term.length, 0)[0];
  }

  private void checkArticles(LeafReader leaf, long[] indexed) throws IOException {
    Bits live = leaf.getLiveDocs();
    SortedDocValues ids = DocValues.getSorted(leaf, ArticleSchema.ID);
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      articles++;
      String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
      Document document = leaf.storedFields().document(doc);
      Article article = ArticleDocuments.article(document);
      if (!id.equals(article.id())) {
        problem("article " + id + ": stored as " + article.id());
      }
      if (!ArticleDocuments.content(article)
          .equals(ArticleSchema.hash(document, ArticleSchema.CONTENT))) {
        problem("article " + id + ": its text has another hash than when it was indexed");
      }
      if (sum(article) != indexed[doc]) {
        problem("article " + id + ": its text is not what was indexed");
      }
    }
  }

  /** What {@link #addPostings} must have found. */
  private long sum(Article article) throws IOException {
    Optional<Language> language = Language.of(article.language());
    Analyzer analyzer = analyzers.of(article.language());
    long sum = sum(analyzer, ArticleSchema.body(language), article.body());
    return article.title().isEmpty()
        ? sum
        : sum + sum(analyzer, ArticleSchema.title(language), article.title().get());
  }

  private static long sum(Analyzer analyzer, String field, String text) throws IOException {
    long sum = 0;
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        sum += CopySketch.mix(hash(field, term.getBytesRef()) + position);
      }
      tokens.end();
    }
    return sum;
  }
}
