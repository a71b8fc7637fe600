package io.kiosk.benchmark;

import io.kiosk.index.ArchiveIndexing;
import io.kiosk.index.IndexerConfig;
import io.kiosk.index.IndexingReport;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;

/**
 * Indexes files of JSON Lines in this process and prints what that cost. Arguments: {@code SIDE
 * DATA INDEX WARM_UP FILES...}; SIDE is one of {@link Side}, DATA the folder of the lexicon, INDEX
 * a folder for the index, which is made anew; the file WARM_UP is indexed twice before.
 */
final class IndexingRun {

  static final int THREADS = 2;
  static final int BUFFER_MEGABYTES = 128;
  static final int COMMIT_ARTICLES = 10_000;

  /** Who indexes. */
  enum Side {
    /** Kiosk as it is run. */
    KIOSK,
    /** Lucene alone with its own analyzers. */
    PLAIN,
    /** Lucene alone with Kiosk's analyzers, to compare what is found. */
    PLAIN_KIOSK_ANALYZERS
  }

  /**
   * What an indexing cost.
   *
   * @param articles in the index
   * @param seconds on the clock
   * @param cpuSeconds of all threads of the process
   * @param bytes of the files in the index folder
   */
  record Cost(long articles, double seconds, double cpuSeconds, long bytes) {

    static Cost parse(String line) {
      String[] fields = line.strip().split(" ");
      return new Cost(
          Long.parseLong(fields[0]),
          Double.parseDouble(fields[1]),
          Double.parseDouble(fields[2]),
          Long.parseLong(fields[3]));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d %.3f %.3f %d", articles, seconds, cpuSeconds, bytes);
    }
  }

  private IndexingRun() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    Side side = Side.valueOf(args[0]);
    TranslationLexicon lexicon = TranslationLexicon.open(Path.of(args[1]));
    Path index = Path.of(args[2]);
    List<Path> warmUp = List.of(Path.of(args[3]));
    List<Path> files = Arrays.stream(args).skip(4).map(Path::of).toList();
    for (List<Path> each : List.of(warmUp, warmUp)) {
      run(side, lexicon, index, each);
    }
    System.out.println(run(side, lexicon, index, files));
  }

  private static Cost run(Side side, TranslationLexicon lexicon, Path index, List<Path> files)
      throws Exception {
    Folders.delete(index);
    System.gc(); // what the time before left is not this one's
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    long articles =
        switch (side) {
          case KIOSK -> kiosk(lexicon, index, files);
          case PLAIN -> plain(PlainIndexing.stockAnalyzers(), index, files);
          case PLAIN_KIOSK_ANALYZERS -> plain(PlainIndexing.kioskAnalyzers(lexicon), index, files);
        };
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Cost(articles, seconds, cpuSeconds() - cpu, Folders.size(index));
  }

  static long plain(Analyzer analyzer, Path index, List<Path> files) throws Exception {
    return new PlainIndexing(THREADS, BUFFER_MEGABYTES, COMMIT_ARTICLES, analyzer)
        .run(index, files);
  }

  static long kiosk(TranslationLexicon lexicon, Path index, List<Path> files) throws IOException {
    IndexerConfig config =
        new IndexerConfig(
            THREADS,
            BUFFER_MEGABYTES,
            COMMIT_ARTICLES,
            Duration.ofHours(1),
            Duration.ZERO,
            Map.of());
    IndexingReport report =
        ArchiveIndexing.builder(index, lexicon).config(config).build().run(files);
    return report.languages().values().stream().mapToLong(Long::longValue).sum();
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }
}
