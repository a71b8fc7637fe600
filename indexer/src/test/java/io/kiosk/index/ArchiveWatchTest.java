package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test is run with the notices of the operating system and with looking again and again. */
class ArchiveWatchTest {

  private static final Duration LIMIT = Duration.ofSeconds(60); // two seconds on an idle machine

  @TempDir private Path root;
  private Path pages;
  private Path index;
  private final CountDownLatch watching = new CountDownLatch(1);
  private final Collection<InputResult> results = new ConcurrentLinkedQueue<>();
  private final Collection<String> failures = new ConcurrentLinkedQueue<>();
  private ArchiveWatch watch;
  private CompletableFuture<IndexingReport> end;

  private void start(boolean poll, String indexName) throws Exception {
    pages = Files.createDirectories(root.resolve("pages"));
    index = root.resolve(indexName);
    page("first.html", "u1", "alpha");
    ArchiveIndexing indexing =
        ArchiveIndexing.builder(index, TranslationLexicon.empty())
            .config(IndexerConfig.defaults().withThreads(1).withLockWait(ArchiveIndexing.FOREVER))
            .prune(true)
            .results(results::add)
            .build();
    watch = ArchiveWatch.of(indexing, List.of(pages), poll, new Listening());
    end =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return watch.run();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(watching.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private final class Listening implements ArchiveWatch.Listener {
    @Override
    public void watching(IndexingReport first) {
      watching.countDown();
    }

    @Override
    public void indexed(IndexingReport report) {}

    @Override
    public void failed(IOException why) {
      failures.add(why.toString());
    }

    @Override
    public void polling(String why) {
      failures.add(why);
    }
  }

  @AfterEach
  void stop() {
    if (watch != null) {
      watch.stop();
      end.join();
    }
  }

  private Path page(String name, String url, String words) throws IOException {
    Path file = pages.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, Stories.html(url, words), StandardCharsets.UTF_8);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("time").isLessThan(limit);
      Thread.sleep(20);
    }
  }

  private long articles() throws IOException {
    return IndexContent.of(index).size();
  }

  private List<Outcome> outcomes() {
    return results.stream().map(InputResult::outcome).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatComesChangesMovesAndGoesIsFollowed(boolean poll) throws Exception {
    start(poll, "pages/kiosk-index"); // inside of what is watched, where users put it
    page("new/deep/second.html", "u2", "beta");
    await(() -> articles() == 2);
    page("first.html", "u1", "gamma");
    await(() -> outcomes().contains(Outcome.UPDATED));
    Files.move(pages.resolve("first.html"), pages.resolve("moved.html"));
    await(() -> outcomes().contains(Outcome.UNCHANGED));
    Files.delete(pages.resolve("new/deep/second.html"));
    await(() -> articles() == 1);
    watch.stop();
    IndexingReport report = end.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(outcomes())
        .containsExactly(Outcome.ADDED, Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED);
    assertThat(report.total()).isEqualTo(4);
    assertThat(report.pruned()).isEqualTo(1);
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFileThatIsStillBeingWrittenIsWaitedFor(boolean poll) throws Exception {
    start(poll, "index");
    String page = Stories.html("u3", "delta");
    Path file = pages.resolve("slow.html");
    int step = page.length() / 8 + 1;
    for (int at = 0; at < page.length(); at += step) {
      Files.writeString(
          file,
          page.substring(at, Math.min(page.length(), at + step)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Thread.sleep(150);
    }
    await(() -> results.size() == 2);
    assertThat(outcomes()).containsExactly(Outcome.ADDED, Outcome.ADDED);
    assertThat(articles()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFolderThatVanishesKeepsItsArticlesAndIsFollowedAgain(boolean poll) throws Exception {
    start(poll, "index");
    Path elsewhere = root.resolve("elsewhere");
    Files.move(pages, elsewhere);
    Thread.sleep(1_500);
    assertThat(articles()).isEqualTo(1);
    Files.move(elsewhere, pages);
    page("third.html", "u4", "epsilon");
    await(() -> articles() == 2);
    assertThat(outcomes()).doesNotContain(Outcome.REJECTED);
  }
}
