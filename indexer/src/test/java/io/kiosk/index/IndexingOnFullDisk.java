package io.kiosk.index;

import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A process that fills a file system, which {@link FailureTest} gives it, by an index: {@code
 * FOLDER INPUT}. It ends with status 0 if nothing is lost by that and the rest comes in when there
 * is room again.
 */
final class IndexingOnFullDisk {

  private static final int ARTICLES = 600;
  private static final int BALLAST = 27 << 19;

  private IndexingOnFullDisk() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path input = Path.of(args[1]);
    Path index = folder.resolve("index");
    Path ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
    Random random = new Random(7);
    try (ArticleWriter writer = ArticleWriter.open(input)) {
      for (int i = 0; i < ARTICLES; i++) {
        StringBuilder body = new StringBuilder();
        for (int word = 0; word < 300; word++) {
          body.append(Integer.toString(random.nextInt(1 << 28), 36)).append(' ');
        }
        writer.write(Samples.article("a" + i, "en", "Title " + i, body.append(i).toString()));
      }
    }
    List<InputResult> results = new ArrayList<>();
    String message = "";
    try {
      run(index, input, results);
    } catch (IOException e) {
      message = e.getMessage();
    }
    check(message.contains("No space left on device"), "a full disk, got: " + message);
    Map<String, List<String>> content = IndexContent.of(index);
    check(results.size() < ARTICLES, "some not reported");
    for (InputResult result : results) {
      check(content.containsKey(result.id().orElseThrow()), "all that was reported");
    }
    check(
        IndexVerification.verify(index, TranslationLexicon.empty()).problems().isEmpty(),
        "a sound index");
    Files.delete(ballast);
    run(index, input, results);
    check(IndexContent.of(index).size() == ARTICLES, "all articles in the end");
    System.out.println("sound; " + content.size() + " articles were in when the disk was full");
  }

  private static void run(Path index, Path input, List<InputResult> results) throws IOException {
    ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(
            IndexerConfig.defaults()
                .withThreads(1)
                .withCommits(20, java.time.Duration.ofMillis(100)))
        .results(results::add)
        .build()
        .run(List.of(input));
  }

  private static void check(boolean right, String expected) {
    if (!right) {
      System.out.println("expected " + expected);
      System.exit(1);
    }
  }
}
