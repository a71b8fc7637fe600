package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWriterManyReadersTest {

  private static final int ARTICLES = 40;
  private static final int READERS = 8;

  @TempDir private Path root;
  private Path index;

  private void run(int version, boolean rebuild) throws IOException {
    Path file = root.resolve("articles.jsonl");
    try (ArticleWriter writer = ArticleWriter.open(file)) {
      for (int i = 0; i < ARTICLES; i++) {
        String body = "A marker in the text of version " + version + ".";
        writer.write(Samples.article("a" + i, "en", "Version " + version, body));
      }
    }
    ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(1).withCommits(20, Duration.ofMillis(1)))
        .rebuild(rebuild)
        .build()
        .run(List.of(file));
  }

  @Test
  void searchersOpenThroughUpdatesAndRebuildsSeeWholeArticlesOnly() throws Exception {
    index = root.resolve("index");
    run(0, false);
    AtomicBoolean end = new AtomicBoolean();
    AtomicInteger searches = new AtomicInteger();
    List<CompletableFuture<Void>> readers = new ArrayList<>();
    try (ArticleSearcher searcher = ArticleSearcher.open(index, TranslationLexicon.empty())) {
      for (int reader = 0; reader < READERS; reader++) {
        boolean refreshes = reader == 0;
        readers.add(
            CompletableFuture.runAsync(
                () -> {
                  while (!end.get()) {
                    try {
                      if (refreshes) {
                        searcher.refresh();
                      }
                      check(searcher);
                      searches.incrementAndGet();
                      Thread.sleep(READERS); // the writer needs some of the machine, too
                    } catch (IOException | InterruptedException e) {
                      throw new AssertionError(e);
                    }
                  }
                },
                task -> Thread.ofPlatform().start(task)));
      }
      for (int version = 1; version <= 5; version++) {
        run(version, version % 3 == 0);
      }
      end.set(true);
      readers.forEach(CompletableFuture::join);
      searcher.refresh();
      assertThat(check(searcher)).allMatch(hit -> hit.article().body().contains("version 5."));
      assertThat(searches.get()).isGreaterThan(READERS);
    }
  }

  private static List<Hit> check(ArticleSearcher searcher) throws IOException {
    SearchResult result =
        searcher.search(
            SearchRequest.builder(ArticleQuery.parse("marker"))
                .limit(100)
                .copies(true)
                .snippets(false)
                .build());
    assertThat(result.hits()).hasSize(ARTICLES);
    for (Hit hit : result.hits()) {
      String version = hit.article().title().orElseThrow().replace("Version ", "");
      assertThat(hit.article().body()).endsWith("version " + version + ".");
    }
    return result.hits();
  }
}
