package io.kiosk.benchmark;

import io.kiosk.corpus.Article;
import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Times how soon a searcher that is open sees one new article. Arguments: {@code INDEX DATA}; the
 * index, made with the lexicon in DATA, gets a few articles more and loses them again.
 */
final class ReopenTimer {

  private static final int ROUNDS = 25;
  private static final int WARM_UP = 5;

  private ReopenTimer() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: ReopenTimer INDEX DATA");
      System.exit(2);
    }
    Path index = Path.of(args[0]);
    TranslationLexicon lexicon = TranslationLexicon.open(Path.of(args[1]));
    double[] commits = new double[ROUNDS];
    double[] reopens = new double[ROUNDS];
    try (ArticleIndexer indexer = ArticleIndexer.open(index, lexicon, IndexerConfig.defaults());
        ArticleSearcher searcher = ArticleSearcher.open(index, lexicon)) {
      for (int round = 0; round < ROUNDS; round++) {
        indexer.add(article(round));
        long start = System.nanoTime();
        indexer.commit();
        long committed = System.nanoTime();
        searcher.refresh();
        long open = System.nanoTime();
        commits[round] = (committed - start) / 1e6;
        reopens[round] = (open - committed) / 1e6;
        String word = "zyx" + round;
        if (searcher.search(SearchRequest.of(ArticleQuery.parse(word))).hits().isEmpty()) {
          throw new AssertionError("the new article is not found");
        }
      }
      for (int round = 0; round < ROUNDS; round++) {
        indexer.delete(article(round).id());
      }
    }
    print("commit", commits);
    print("reopen", reopens);
  }

  private static Article article(int number) {
    return new Article(
        "reopen-timer-" + number,
        Optional.empty(),
        Optional.empty(),
        Locale.ENGLISH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("A report of zyx" + number),
        Optional.empty(),
        "The harbour of zyx" + number + " was opened on Monday.");
  }

  private static void print(String what, double[] millis) {
    double[] sorted = Arrays.stream(millis).skip(WARM_UP).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, largest %.1f ms of %d%n",
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
