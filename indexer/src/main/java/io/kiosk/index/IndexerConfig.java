package io.kiosk.index;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;

/**
 * How an index is written. {@link #defaults} fit a heap of 512 MB.
 *
 * @param threads that clean and analyse, at least 1; more than there are cores gain nothing
 * @param bufferMegabytes memory for articles not yet written to disk, at least 1
 * @param commitArticles a run commits after this many inputs, at least 1
 * @param commitInterval a run commits at the latest after this time, positive
 * @param lockWait how long to wait for another writer to end; zero for not at all
 * @param analyzers of further languages, as {@link LanguageAnalyzers#with} takes them; searchers of
 *     the index need the same
 */
public record IndexerConfig(
    int threads,
    int bufferMegabytes,
    int commitArticles,
    Duration commitInterval,
    Duration lockWait,
    Map<Locale, Analyzer> analyzers) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public IndexerConfig {
    Objects.requireNonNull(commitInterval, "commitInterval");
    Objects.requireNonNull(lockWait, "lockWait");
    analyzers = Map.copyOf(analyzers);
    atLeastOne("threads", threads);
    atLeastOne("bufferMegabytes", bufferMegabytes);
    atLeastOne("commitArticles", commitArticles);
    if (!commitInterval.isPositive()) {
      throw new IllegalArgumentException("commitInterval must be positive, got " + commitInterval);
    }
    if (lockWait.isNegative()) {
      throw new IllegalArgumentException("lockWait must not be negative, got " + lockWait);
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, got " + value);
    }
  }

  /**
   * {@return one thread a core, 64 MB of buffer, a commit every 10,000 inputs and at least every 60
   * seconds, no waiting for another writer}
   */
  public static IndexerConfig defaults() {
    return new IndexerConfig(
        Runtime.getRuntime().availableProcessors(),
        64,
        10_000,
        Duration.ofSeconds(60),
        Duration.ZERO,
        Map.of());
  }

  /**
   * {@return the same with another time to wait for another writer}
   *
   * @param wait zero for not at all
   */
  public IndexerConfig withLockWait(Duration wait) {
    return new IndexerConfig(
        threads, bufferMegabytes, commitArticles, commitInterval, wait, analyzers);
  }

  /**
   * {@return the same with other moments of commits}
   *
   * @param articles inputs between two commits, at least 1
   * @param interval most time between two commits, positive
   */
  public IndexerConfig withCommits(int articles, Duration interval) {
    return new IndexerConfig(threads, bufferMegabytes, articles, interval, lockWait, analyzers);
  }

  /**
   * {@return the same with another number of threads}
   *
   * @param number at least 1
   */
  public IndexerConfig withThreads(int number) {
    return new IndexerConfig(
        number, bufferMegabytes, commitArticles, commitInterval, lockWait, analyzers);
  }

  /**
   * {@return the same with the analyzer of one more language}
   *
   * @param locale whose primary tag articles of that language have; not Chinese, German or English
   * @param analyzer safe for many threads; not closed here
   */
  public IndexerConfig withAnalyzer(Locale locale, Analyzer analyzer) {
    Map<Locale, Analyzer> more = new HashMap<>(analyzers);
    more.put(locale, analyzer);
    return new IndexerConfig(
        threads, bufferMegabytes, commitArticles, commitInterval, lockWait, more);
  }

  /** The analyzers of all languages. */
  LanguageAnalyzers analyzers(TranslationLexicon lexicon) {
    LanguageAnalyzers all = LanguageAnalyzers.forWriting(lexicon.words(Locale.GERMAN));
    for (Map.Entry<Locale, Analyzer> each : analyzers.entrySet()) {
      all = all.with(each.getKey(), each.getValue());
    }
    return all;
  }
}
