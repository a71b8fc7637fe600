package io.kiosk.index;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameTerms;
import io.kiosk.corpus.Article;
import io.kiosk.index.WriterLock.Waiting;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleCodec;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Writes articles into an index folder, of which it is the one writer until it is closed. Safe for
 * use by several threads at once.
 *
 * <p>What was added is durable after {@link #commit} or {@link #close}: it survives the end of the
 * process and of the power. Readers see it from then on. After a failed write (a full disk, say)
 * only {@link #close} may be called; the index is as it was after the last commit.
 */
public final class ArticleIndexer implements Closeable {

  private static final int STRIPES = 256;

  private final IndexFolder folder;
  private final Path generation;
  private final WriterLock lock;
  private final Directory directory;
  private final IndexWriter writer;
  private final BoundedMerges merges;
  private final ReaderManager readers;
  private final Families families;
  private final StorySketch sketches;
  private final NameTerms names;
  private final TextInversion inversion;
  private final Object[] stripes = new Object[STRIPES];
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean related = new AtomicBoolean();
  private final LanguageAnalyzers analyzers;
  private final Map<String, String> versions;
  private final int threads;
  private volatile boolean inUse;
  private volatile boolean inHurry;

  private ArticleIndexer(
      IndexFolder folder,
      Path generation,
      WriterLock lock,
      Directory directory,
      IndexWriter writer,
      BoundedMerges merges,
      TextInversion inversion,
      LanguageAnalyzers analyzers,
      TranslationLexicon lexicon,
      int threads,
      boolean inUse)
      throws IOException {
    this.threads = threads;
    this.folder = folder;
    this.generation = generation;
    this.lock = lock;
    this.directory = directory;
    this.writer = writer;
    this.merges = merges;
    this.inversion = inversion;
    this.analyzers = analyzers;
    this.versions = IndexVersions.of(lexicon, analyzers);
    this.sketches = new StorySketch(lexicon);
    this.names = new NameTerms(lexicon);
    this.inUse = inUse;
    if (writer.getLiveCommitData() != null) {
      for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
        if (entry.getKey().equals(ArticleSchema.RELATED_KEY)) {
          related.set(entry.getValue().equals("complete"));
        }
      }
    }
    this.readers = new ReaderManager(writer);
    this.families = new Families(writer, readers, threads);
    Arrays.setAll(stripes, i -> new Object());
  }

  /**
   * Opens the index in a folder, or makes a new one there. What an interrupted rebuild left is
   * removed.
   *
   * @param index made if it does not exist
   * @param lexicon gives the words that German compounds are split into
   * @param config how to write
   * @return to be closed, which commits
   * @throws IndexBusyException if another writer has the folder
   * @throws IOException if the folder cannot be written, its index has another version, or nothing
   *     says which of the articles there are in use
   */
  public static ArticleIndexer open(Path index, TranslationLexicon lexicon, IndexerConfig config)
      throws IOException {
    return open(index, lexicon, config, false, UnaryOperator.identity(), Waiting.PATIENT);
  }

  /**
   * Makes a new, empty index beside the one in use, which answers until {@link #commitAndSwitch}.
   * If the process dies before that, the one in use stays.
   *
   * @param index made if it does not exist
   * @param lexicon gives the words that German compounds are split into
   * @param config how to write
   * @return to be closed, which leaves the index in use as it is unless it was switched
   * @throws IndexBusyException if another writer has the folder
   * @throws IOException if the folder cannot be written
   */
  public static ArticleIndexer rebuild(Path index, TranslationLexicon lexicon, IndexerConfig config)
      throws IOException {
    return open(index, lexicon, config, true, UnaryOperator.identity(), Waiting.PATIENT);
  }

  static ArticleIndexer open(
      Path index,
      TranslationLexicon lexicon,
      IndexerConfig config,
      boolean rebuild,
      UnaryOperator<Directory> files,
      Waiting waiting)
      throws IOException {
    IndexFolder folder = IndexFolder.at(index);
    WriterLock lock = WriterLock.take(folder, config.lockWait(), waiting);
    Directory directory = null;
    IndexWriter writer = null;
    try {
      Optional<Path> current = folder.current();
      if (current.isEmpty()) {
        Generations.ensureNoneIsLost(folder);
      }
      folder.removeUnused();
      boolean inUse = current.isPresent() && !rebuild;
      LanguageAnalyzers analyzers = config.analyzers(lexicon);
      Map<String, String> versions = IndexVersions.of(lexicon, analyzers);
      Path generation = inUse ? current.get() : folder.newGeneration();
      directory = files.apply(FSDirectory.open(generation));
      if (inUse) {
        IndexVersions.check(index, directory, versions);
      }
      BoundedMerges merges = new BoundedMerges();
      // What begins an index merges as Lucene does: there is no archive to leave as it is, and each
      // segment costs each query.
      MergePolicy policy = inUse ? merges : new TieredMergePolicy();
      TextInversion inversion = new TextInversion(config.bufferMegabytes());
      writer =
          new IndexWriter(directory, writerConfig(config, inversion, inUse).setMergePolicy(policy));
      if (!inUse) {
        writer.setLiveCommitData(versions.entrySet());
        writer.commit();
      }
      if (current.isEmpty()) {
        folder.switchTo(generation);
        inUse = true;
      }
      return new ArticleIndexer(
          folder,
          generation,
          lock,
          directory,
          writer,
          merges,
          inversion,
          analyzers,
          lexicon,
          config.threads(),
          inUse);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer, directory, lock);
      throw e;
    }
  }

  private static IndexWriterConfig writerConfig(
      IndexerConfig config, TextInversion inversion, boolean exists) {
    return new IndexWriterConfig(LanguageAnalyzers.other())
        .setCodec(inversion.codec(new ArticleCodec()))
        .setSimilarity(inversion.similarity())
        .setRAMBufferSizeMB(config.bufferMegabytes())
        .setOpenMode(
            exists ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE);
  }

  /**
   * Adds an article that a program has made, replacing the one of the same id.
   *
   * @param article replaces any earlier one of its id
   * @return {@link Outcome#ADDED}, {@link Outcome#UPDATED} or {@link Outcome#UNCHANGED}
   * @throws IOException if the index cannot be written
   */
  public Outcome add(Article article) throws IOException {
    return add(article, Origin.ofProgram(article));
  }

  /**
   * Adds an article, replacing the one of the same id.
   *
   * @param article replaces any earlier one of its id
   * @param origin by which the same input is known again
   * @return {@link Outcome#UNCHANGED} if the same file gave the same bytes to the same cleaner
   *     before, {@link Outcome#DUPLICATE} if another file gave the same title and body
   * @throws IOException if the index cannot be written
   */
  public Outcome add(Article article, Origin origin) throws IOException {
    Member member = new Member(origin, System.currentTimeMillis(), 0);
    return admit(article, member, file -> true).outcome();
  }

  /** Takes in what an input gave. */
  Admission admit(Article article, Member arriving, Predicate<String> exists) throws IOException {
    String id = ArticleDocuments.key(article.id());
    String content = ArticleDocuments.content(article);
    synchronized (stripe(id)) {
      Optional<Family> before = families.find(id);
      Admission admission = Admission.decide(before, arriving, content, exists);
      if (admission.leads(arriving)) {
        related.set(false);
        merges.articleWritten();
        families.write(id, before, admission.family(), document(article, arriving, content));
        inversion.flushIfFull(writer);
      } else {
        families.update(id, before.orElseThrow(), admission.family());
      }
      return admission;
    }
  }

  /** Takes in that an input is as it was, if it is still known as one of the article's. */
  Optional<Admission> admitUnchanged(String id, Member arriving) throws IOException {
    synchronized (stripe(id)) {
      Optional<Family> before = families.find(id);
      if (!before.map(family -> family.isSettled(arriving)).orElse(false)) {
        return Optional.empty();
      }
      Family family = before.get();
      Admission admission = Admission.decide(before, arriving, family.content(), file -> true);
      families.update(id, family, admission.family());
      return Optional.of(admission);
    }
  }

  /**
   * What became of an article when one of its inputs was withdrawn.
   *
   * @param removed whether it is gone, as it had no other input
   * @param heir the input that is to give it its text
   */
  record Withdrawal(boolean removed, Optional<Member> heir) {}

  /**
   * Forgets that an input gave an article. Without another input the article is removed; with one
   * it keeps its text until that input is admitted again.
   */
  Withdrawal withdraw(String id, String file) throws IOException {
    synchronized (stripe(id)) {
      Optional<Family> before = families.find(id);
      if (before.isEmpty() || before.get().memberOf(file).isEmpty()) {
        return new Withdrawal(false, Optional.empty());
      }
      Family family = before.get();
      if (!family.leader().file().equals(file)) {
        families.update(id, family, family.without(member -> member.file().equals(file)));
        return new Withdrawal(false, Optional.empty());
      }
      Optional<Member> heir = family.heir();
      related.set(false);
      if (heir.isEmpty()) {
        families.remove(id);
      } else {
        Member stale = heir.get().stale();
        Family after =
            new Family(stale, family.content(), family.without(heir.get()::equals).others());
        merges.articleWritten();
        families.write(id, before, after, document(stored(id), stale, family.content()));
        inversion.flushIfFull(writer);
      }
      return new Withdrawal(heir.isEmpty(), heir);
    }
  }

  /** Remembers an input that gave no article. */
  void reject(Member member, String reason) throws IOException {
    families.reject(member, reason);
  }

  /** Forgets that an input gave no article. */
  void unreject(String file) throws IOException {
    families.unreject(ArticleDocuments.key(file));
  }

  private Document document(Article article, Member member, String content) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return inversion.inverted(
        ArticleDocuments.article(article, analyzers, member, content, sketches, names, now));
  }

  private Article stored(String id) throws IOException {
    readers.maybeRefreshBlocking();
    DirectoryReader reader = readers.acquire();
    try {
      AtomicReference<Article> article = new AtomicReference<>();
      Records.forEach(
          reader,
          ArticleSchema.idTerm(id),
          (leaf, doc) -> article.set(ArticleDocuments.article(leaf.storedFields().document(doc))));
      return article.get();
    } finally {
      readers.release(reader);
    }
  }

  /** What is seen of the index at this moment; {@link #release} gives it back. */
  DirectoryReader acquire() throws IOException {
    readers.maybeRefreshBlocking();
    return readers.acquire();
  }

  void release(DirectoryReader reader) throws IOException {
    readers.release(reader);
  }

  /**
   * Removes an article. An input that gives it, if it is given again, brings it back.
   *
   * @param id of the article
   * @return whether there was one of this id
   * @throws IOException if the index cannot be written
   */
  public boolean delete(String id) throws IOException {
    String key = ArticleDocuments.key(id);
    synchronized (stripe(key)) {
      boolean there = families.find(key).isPresent();
      if (there) {
        related.set(false);
        families.remove(key);
      }
      return there;
    }
  }

  /**
   * Finds the near-identical copies and the versions in other languages among all articles, if any
   * article has changed since it was done last. Both are functions of the set of articles, whatever
   * their order. Articles added meanwhile are left to the next call.
   *
   * @throws IOException if the index cannot be read or written
   */
  public void relate() throws IOException {
    if (related.getAndSet(true)) {
      return;
    }
    DirectoryReader reader = acquire();
    try {
      CopyGroups.update(reader, writer);
    } finally {
      release(reader);
    }
    DirectoryReader grouped = acquire();
    try {
      VersionLinks.update(grouped, writer, threads);
    } finally {
      release(grouped);
    }
  }

  /** Writes a part of what is in memory to disk, to be committed later. */
  void flush() throws IOException {
    writer.flushNextBuffer();
  }

  /** User data of the next commit; set only when it changes, since that alone makes a commit. */
  private void describeCommit() {
    Map<String, String> data = new HashMap<>(versions);
    data.put(ArticleSchema.RELATED_KEY, related.get() ? "complete" : "pending");
    Map<String, String> before = new HashMap<>();
    Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    if (live != null) {
      live.forEach(entry -> before.put(entry.getKey(), entry.getValue()));
    }
    if (!data.equals(before)) {
      writer.setLiveCommitData(data.entrySet());
    }
  }

  /**
   * Makes durable what was added and deleted before the call.
   *
   * @throws IOException if that fails; the index is then as after the last commit
   */
  public void commit() throws IOException {
    lock.ensureValid();
    describeCommit();
    writer.commit();
    readers.maybeRefreshBlocking();
  }

  /**
   * Commits and, after a {@link #rebuild}, puts the new index in the place of the old one in one
   * step. Readers of the old one go on and find the new one at their next refresh.
   *
   * @throws IOException if that fails; the index in use is then as it was
   */
  public void commitAndSwitch() throws IOException {
    commit();
    if (!inUse) {
      folder.switchTo(generation);
      inUse = true;
    }
  }

  /**
   * Commits and lets go of the folder; a rebuilt index that was not switched to is removed. Merges
   * of segments that are under way are waited for. Closing twice is harmless.
   */
  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (lock) {
      try {
        if (writer.isOpen() && inUse) {
          commit();
          if (!inHurry) {
            IOUtils.close(families, readers); // else files that merges made useless would stay
            writer.close();
          }
        }
      } finally {
        // the writer's threads end before their directory is closed, and that before it is removed
        IOUtils.closeWhileHandlingException(families, readers, writer::rollback, directory);
        folder.removeUnused();
      }
    }
  }

  /** Makes {@link #close} give up merges instead of waiting for them; nothing is lost by it. */
  void hurry() {
    inHurry = true;
  }

  /** What made it impossible to go on writing: a full disk, say. */
  Optional<Throwable> tragedy() {
    return Optional.ofNullable(writer.getTragicException());
  }

  /** Gives up what was not committed; only {@link #close} may follow. */
  void abandon() throws IOException {
    writer.rollback();
  }

  private Object stripe(String id) {
    return stripes[Math.floorMod(id.hashCode(), STRIPES)];
  }
}
