package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads on one searcher while its index is updated and rebuilt; a minute in a profile. */
class SearchStressTest {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("kiosk.stress.seconds", 2));
  private static final int THREADS = 16;
  private static final int ARTICLES = 60;
  private static final long HEAP_NOISE = 16L << 20;
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final List<String> QUERIES =
      List.of("harbour", "\"port of Hamburg\"", "basin*", "hafen~1", "港口", "lang:de", "version");

  @TempDir private Path root;

  @Test
  void sixteenThreadsSearchAndRefreshWithoutErrorOrLeak() throws Exception {
    Path index = root.resolve("index");
    run(index, 0, false);
    long searches = round(index, Duration.ofMillis(500)); // loads classes and fills caches
    long files = openFiles();
    long heap = usedHeap();
    searches += round(index, TIME);
    assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files);
    assertThat(usedHeap()).as("bytes of heap").isLessThan(heap + HEAP_NOISE);
    assertThat(searches).isGreaterThan(THREADS);
  }

  private long round(Path index, Duration time) throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    AtomicLong searches = new AtomicLong();
    try (ArticleSearcher searcher = ArticleSearcher.open(index, TranslationLexicon.empty())) {
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        threads.add(
            CompletableFuture.runAsync(
                () -> searchUntil(end, searcher, first, searches),
                task -> Thread.ofPlatform().start(task)));
      }
      long until = System.nanoTime() + time.toNanos();
      for (int version = 1; System.nanoTime() < until || version < 4; version++) {
        run(index, version, version % 3 == 0);
      }
      end.set(true);
      threads.forEach(CompletableFuture::join);
    }
    return searches.get();
  }

  private static void searchUntil(
      AtomicBoolean end, ArticleSearcher searcher, int first, AtomicLong searches) {
    try {
      for (int i = first; !end.get(); i++) {
        if (i % 20 == 0) {
          searcher.refresh();
        }
        SearchRequest request =
            SearchRequest.of(ArticleQuery.parse(QUERIES.get(i % QUERIES.size())));
        assertThat(searcher.search(request).hits()).as(request.query().toString()).isNotEmpty();
        searches.incrementAndGet();
        Thread.sleep(1); // the writer needs some of the machine, too
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void run(Path index, int version, boolean rebuild) throws IOException {
    Path file = root.resolve("articles.jsonl");
    try (ArticleWriter writer = ArticleWriter.open(file)) {
      for (int i = 0; i < ARTICLES; i++) {
        String more = " This is version " + version + " of number " + i + ".";
        writer.write(
            Samples.article("e" + i, "en", "The harbour", Samples.english("e").body() + more));
        writer.write(
            Samples.article("d" + i, "de", "Der Hafen", Samples.german("d").body() + more));
        writer.write(Samples.article("c" + i, "zh", "港口", Samples.chinese("c").body() + more));
      }
    }
    ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(1))
        .rebuild(rebuild)
        .build()
        .run(List.of(file));
  }

  /** 0 where the system does not say. */
  private static long openFiles() throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files.count();
    }
  }

  private static long usedHeap() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
