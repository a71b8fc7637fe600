package io.kiosk.benchmark;

import io.kiosk.benchmark.IndexingRun.Cost;
import io.kiosk.benchmark.IndexingRun.Side;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Indexes articles with Kiosk and with Lucene alone, by turns, each time in a process of its own,
 * and writes what that cost. First it makes sure that both index the same articles and, with the
 * same analyzers, find the same. Arguments: {@code [ROUNDS] FILES... [OUT.md]}, FILES are JSON
 * Lines, plain or gzip.
 */
final class IndexingBenchmark {

  private static final int ROUNDS = 5;

  /** So many articles of each file warm a process up. */
  private static final int WARM_UP = 2_000;

  private final Path data;
  private final List<Path> files;
  private final Path scratch;

  private IndexingBenchmark(Path data, List<Path> files, Path scratch) {
    this.data = data;
    this.files = files;
    this.scratch = scratch;
  }

  /** See the class. */
  public static void main(String[] args) throws Exception {
    int rounds = ROUNDS;
    Path out = Path.of("docs", "performance.md");
    List<Path> files = new ArrayList<>();
    for (String arg : args) {
      if (arg.endsWith(".md")) {
        out = Path.of(arg);
      } else if (arg.matches("\\d+")) {
        rounds = Integer.parseInt(arg);
      } else {
        files.add(Path.of(arg));
      }
    }
    if (files.isEmpty() || rounds == 0) {
      System.err.println("usage: IndexingBenchmark [ROUNDS] FILES... [OUT.md]");
      System.exit(2);
    }
    Path scratch = Files.createTempDirectory("kiosk-indexing");
    try {
      new IndexingBenchmark(Folders.data(), files, scratch).run(rounds).write(out);
    } finally {
      Folders.delete(scratch);
    }
  }

  private Markdown run(int rounds) throws Exception {
    Markdown document = new Markdown();
    document.text("# How fast it indexes");
    document.resource("indexing-intro.md").circumstances();
    writeWarmUp();
    Cost kiosk = measure(Side.KIOSK, List.of(warmUp()));
    Cost plain = measure(Side.PLAIN_KIOSK_ANALYZERS, List.of(warmUp()));
    requireEqual(kiosk, plain);
    Path ours = IndexFolder.at(index(Side.KIOSK)).current().orElseThrow();
    int queries = SameHits.check(ours, index(Side.PLAIN_KIOSK_ANALYZERS));
    document.text(
        String.format(
            Locale.ROOT,
            "Files: %s. With the same analyzers both sides found the same articles for %d queries"
                + " of one word, two words and two words near each other, over the %d articles"
                + " that warm up.",
            files.stream().map(f -> f.getFileName().toString()).collect(Collectors.joining(", ")),
            queries,
            kiosk.articles()));
    Map<Side, List<Cost>> costs = new EnumMap<>(Side.class);
    for (int round = 0; round < rounds; round++) {
      for (Side side : List.of(Side.KIOSK, Side.PLAIN)) {
        costs.computeIfAbsent(side, s -> new ArrayList<>()).add(measure(side, files));
      }
      requireEqual(costs.get(Side.KIOSK).getLast(), costs.get(Side.PLAIN).getLast());
    }
    return table(document, costs).resource("indexing-profile.md");
  }

  private static void requireEqual(Cost kiosk, Cost plain) {
    if (kiosk.articles() != plain.articles()) {
      throw new IllegalStateException(kiosk.articles() + " articles, not " + plain.articles());
    }
  }

  private Markdown table(Markdown document, Map<Side, List<Cost>> costs) throws IOException {
    long text = textBytes();
    List<List<String>> rows = new ArrayList<>();
    costs.forEach(
        (side, all) ->
            rows.add(
                List.of(
                    side == Side.KIOSK ? "Kiosk" : "Lucene alone",
                    String.valueOf(all.getFirst().articles()),
                    spread(all, Cost::seconds, "%.1f"),
                    spread(all, cost -> cost.articles() / cost.seconds(), "%.0f"),
                    spread(all, Cost::cpuSeconds, "%.1f"),
                    spread(all, cost -> (double) cost.bytes() / text, "%.2f"))));
    document.table(
        List.of("", "articles", "seconds", "articles per second", "CPU seconds", "index / text"),
        rows);
    double[] wall = ratios(costs, Cost::seconds);
    double[] cpu = ratios(costs, Cost::cpuSeconds);
    return document.text(
        String.format(
            Locale.ROOT,
            "Articles per second, Kiosk / Lucene alone, by round: median %.2f (%.2f to %.2f);"
                + " articles per CPU second: %.2f (%.2f to %.2f). Text are the %.1f MB of UTF-8 in"
                + " titles and bodies.",
            median(wall),
            wall[0],
            wall[wall.length - 1],
            median(cpu),
            cpu[0],
            cpu[cpu.length - 1],
            text / 1e6));
  }

  /** Lucene's by Kiosk's figure of the same round, in order of size. */
  private static double[] ratios(Map<Side, List<Cost>> costs, ToDoubleFunction<Cost> figure) {
    double[] ratios = new double[costs.get(Side.KIOSK).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] =
          figure.applyAsDouble(costs.get(Side.PLAIN).get(i))
              / figure.applyAsDouble(costs.get(Side.KIOSK).get(i));
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private static String spread(List<Cost> costs, ToDoubleFunction<Cost> figure, String format) {
    return Spread.of(costs.stream().map(figure::applyAsDouble).toList()).text(format);
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private Path warmUp() {
    return scratch.resolve("warm-up.jsonl.gz");
  }

  private void writeWarmUp() throws IOException {
    try (ArticleWriter writer = ArticleWriter.open(warmUp())) {
      for (Path file : files) {
        try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
          for (int i = 0; i < WARM_UP; i++) {
            if (reader.read().map(ArticleReader.Line::result).orElse(null)
                instanceof CleaningResult.Cleaned cleaned) {
              writer.write(cleaned.article());
            }
          }
        }
      }
    }
  }

  private Path index(Side side) {
    return scratch.resolve(side.name());
  }

  private Cost measure(Side side, List<Path> articles) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xms1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                IndexingRun.class.getName(),
                side.name(),
                data.toString(),
                index(side).toString(),
                warmUp().toString()));
    articles.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(side + " ended with exit code " + process.exitValue());
    }
    System.err.println(side + " " + output.strip());
    return Cost.parse(output);
  }

  private long textBytes() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
        Optional<ArticleReader.Line> line;
        while ((line = reader.read()).isPresent()) {
          if (line.get().result() instanceof CleaningResult.Cleaned cleaned) {
            Article article = cleaned.article();
            bytes +=
                (article.title().orElse("") + article.body())
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
          }
        }
      }
    }
    return bytes;
  }
}
