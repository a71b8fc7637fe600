package io.kiosk.benchmark;

import io.kiosk.benchmark.QueryRun.Side;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;

/**
 * Asks Kiosk and Lucene alone the same of indexes of the same articles, by turns, each time in a
 * process of its own, and writes what that took. First it makes sure that both find the same with
 * the same analyzers. Arguments: {@code [ROUNDS [ARTICLES]] WORK CORPORA JUDGED... [OUT.md]}; WORK
 * is a folder for the indexes, which are made where they are missing and stay; ARTICLES is how many
 * the large ones have; CORPORA has {@code zh.jsonl.gz}, {@code de.jsonl.gz} and {@code
 * en.jsonl.gz}; JUDGED are folders of {@link JudgedSet}. The program whose start is timed is that
 * of {@code cli/target}.
 */
final class QueryBenchmark {

  private static final int ROUNDS = 3;
  private static final int MANY = 200_000;
  private static final double SAME_WORDS = .9;

  /** Queries of a kind and language whose hits are compared, all of which have to be read. */
  private static final int COMPARED = 5;

  private static final long SEED = 20_240_718;
  private static final String HEAP_FLAG = "-Xmx128m";

  private final Path work;
  private final Path corpora;
  private final List<Path> judged;
  private final TranslationLexicon lexicon;

  private final int articles;

  private QueryBenchmark(Path work, Path corpora, List<Path> judged, int articles)
      throws IOException {
    this.work = work;
    this.articles = articles;
    this.corpora = corpora;
    this.judged = judged;
    this.lexicon = TranslationLexicon.open(Folders.data());
  }

  /** Indexes of the same articles, and a file of what they are asked. */
  private record Indexes(Path kiosk, Path plain, Path queries) {}

  /** What the processes of both sides have printed, by name. */
  private record Figures(Map<String, List<double[]>> kiosk, Map<String, List<double[]>> plain) {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    Path out = Path.of("docs", "performance.md");
    List<Path> folders = new ArrayList<>();
    for (String arg : args) {
      if (arg.endsWith(".md")) {
        out = Path.of(arg);
      } else if (arg.matches("\\d+")) {
        numbers.add(Integer.parseInt(arg));
      } else {
        folders.add(Path.of(arg));
      }
    }
    if (folders.size() < 3 || numbers.size() > 2 || numbers.contains(0)) {
      System.err.println(
          "usage: QueryBenchmark [ROUNDS [ARTICLES]] WORK CORPORA JUDGED... [OUT.md]");
      System.exit(2);
    }
    int rounds = numbers.isEmpty() ? ROUNDS : numbers.get(0);
    int articles = numbers.size() < 2 ? MANY : numbers.get(1);
    new QueryBenchmark(folders.get(0), folders.get(1), folders.subList(2, folders.size()), articles)
        .run(rounds)
        .write(out);
  }

  private Markdown run(int rounds) throws Exception {
    Files.createDirectories(work);
    List<Path> files =
        List.of("de", "en", "zh").stream().map(tag -> corpora.resolve(tag + ".jsonl.gz")).toList();
    Markdown document = new Markdown().text("# How fast it answers");
    document.resource("queries-intro.md").circumstances();
    Indexes real = indexes("real", files);
    document.text(sameHits(real, files));
    measure(document, real, rounds);
    measure(document, indexes("made-" + articles, List.of(made())), rounds);
    document.text("## Start");
    document.table(
        List.of("command, over the index of real articles", "milliseconds"),
        StartTimer.rows(Path.of("cli", "target", "kiosk"), real.kiosk));
    return document.resource("queries-profile.md");
  }

  private Indexes indexes(String name, List<Path> files) throws Exception {
    Path kiosk = made(name + "-kiosk", index -> IndexingRun.kiosk(lexicon, index, files));
    Path queries =
        made(name + "-queries.tsv", file -> TimedQuery.write(TimedQuery.draw(files), file));
    return new Indexes(
        kiosk, plain(name + "-plain", PlainIndexing.stockAnalyzers(), files), queries);
  }

  private Path plain(String name, Analyzer analyzer, List<Path> files) throws Exception {
    return made(name, index -> IndexingRun.plain(analyzer, index, files));
  }

  /** The file of more articles than the real ones. */
  private Path made() throws Exception {
    return made(
        "made-" + articles + ".jsonl",
        file -> {
          SyntheticArchive archive = SyntheticArchive.of(corpora, SEED);
          try (ArticleWriter writer = ArticleWriter.open(file)) {
            for (int i = 0; i < articles; i++) {
              writer.write(archive.article(i, 0));
            }
          }
        });
  }

  /** Makes something. */
  @FunctionalInterface
  private interface Making {
    void make(Path path) throws Exception;
  }

  /** What stays for the next time; it takes its name when it is whole. */
  private Path made(String name, Making making) throws Exception {
    Path path = work.resolve(name);
    if (!Files.exists(path)) {
      System.err.println("making " + path);
      Path part = work.resolve("part-" + name);
      Folders.delete(part);
      making.make(part);
      Files.move(part, path);
    }
    return path;
  }

  /** Says how many queries have found the same on both sides; throws if too few words have. */
  private String sameHits(Indexes indexes, List<Path> files) throws Exception {
    Path plain = plain("real-plain-same", PlainIndexing.kioskAnalyzers(lexicon), files);
    int terms = SameHits.check(IndexFolder.at(indexes.kiosk).current().orElseThrow(), plain);
    Map<TimedQuery.Kind, List<Boolean>> same = new EnumMap<>(TimedQuery.Kind.class);
    try (KioskSearch kiosk = new KioskSearch(indexes.kiosk, lexicon);
        PlainSearch lucene = new PlainSearch(plain, PlainSearch.kioskAnalyzers())) {
      Map<String, Integer> compared = new HashMap<>();
      for (TimedQuery query : TimedQuery.read(indexes.queries)) {
        if (compared.merge(query.kind() + "." + query.language(), 1, Integer::sum) <= COMPARED) {
          boolean equal = kiosk.ids(query).equals(lucene.ids(query));
          same.computeIfAbsent(query.kind(), kind -> new ArrayList<>()).add(equal);
        }
      }
    }
    List<Boolean> words = same.get(TimedQuery.Kind.WORD);
    if (words.stream().filter(equal -> equal).count() < SAME_WORDS * words.size()) {
      throw new IllegalStateException("not the same articles for single words");
    }
    StringBuilder counts = new StringBuilder();
    same.forEach(
        (kind, all) ->
            counts.append(
                String.format(
                    Locale.ROOT,
                    "; %s: %d of %d",
                    kind.label(),
                    all.stream().filter(equal -> equal).count(),
                    all.size())));
    return String.format(
        Locale.ROOT,
        "With the same analyzers both sides find the same articles for %d queries of single terms,"
            + " pairs and phrases of terms, and for these of the queries below%s. The others differ"
            + " by rule: Kiosk does not demand function words, lets a Chinese phrase go on behind a"
            + " line break, and looks for words with gaps as they are written, not as stems.",
        terms,
        counts);
  }

  private void measure(Markdown document, Indexes indexes, int rounds)
      throws IOException, InterruptedException {
    Figures figures = new Figures(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (int round = 0; round < rounds; round++) {
      run(Side.KIOSK, indexes.kiosk, indexes.queries, figures.kiosk);
      run(Side.PLAIN, indexes.plain, indexes.queries, figures.plain);
    }
    try (PlainSearch search = new PlainSearch(indexes.plain, PlainIndexing.stockAnalyzers())) {
      document.text(String.format(Locale.ROOT, "## %,d articles", search.articles()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (TimedQuery.Kind kind : TimedQuery.Kind.values()) {
      rows.add(beside(figures, kind.label()));
    }
    document.table(
        List.of(
            "untranslated, ms",
            "Kiosk p50",
            "Lucene p50",
            "Kiosk p99",
            "Lucene p99",
            "Kiosk / Lucene p50",
            "p99",
            "CPU"),
        rows);
    rows.clear();
    for (String name :
        List.of(QueryRun.QUESTION, QueryRun.MONOLINGUAL, QueryRun.SNIPPETS, QueryRun.BATCH)) {
      rows.add(
          List.of(
              name,
              spread(figures.kiosk.get(name), 0).text("%.2f"),
              spread(figures.kiosk.get(name), 1).text("%.2f"),
              spread(figures.kiosk.get(name), 2).text("%.2f")));
    }
    document.table(List.of("translated, ms", "p50", "p99", "CPU"), rows);
    document.text(
        String.format(
            Locale.ROOT,
            "Question over all languages / the three of a translator: p50 %s, CPU %s. All of this"
                + " was answered with %s; %s MB of objects were in use at the end.",
            ratio(figures.kiosk, QueryRun.QUESTION, figures.kiosk, QueryRun.MONOLINGUAL, 0),
            ratio(figures.kiosk, QueryRun.QUESTION, figures.kiosk, QueryRun.MONOLINGUAL, 2),
            HEAP_FLAG,
            spread(figures.kiosk.get(QueryRun.HEAP), 0).text("%.0f")));
  }

  private static List<String> beside(Figures figures, String name) {
    List<double[]> kiosk = figures.kiosk.get(name);
    List<double[]> plain = figures.plain.get(name);
    return List.of(
        name,
        spread(kiosk, 0).text("%.2f"),
        spread(plain, 0).text("%.2f"),
        spread(kiosk, 1).text("%.2f"),
        spread(plain, 1).text("%.2f"),
        ratio(figures.kiosk, name, figures.plain, name, 0),
        ratio(figures.kiosk, name, figures.plain, name, 1),
        ratio(figures.kiosk, name, figures.plain, name, 2));
  }

  private static Spread spread(List<double[]> rounds, int figure) {
    return Spread.of(rounds.stream().map(each -> each[figure]).toList());
  }

  /** One figure by another of the same round. */
  private static String ratio(
      Map<String, List<double[]>> over,
      String name,
      Map<String, List<double[]>> under,
      String other,
      int figure) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < over.get(name).size(); round++) {
      ratios.add(over.get(name).get(round)[figure] / under.get(other).get(round)[figure]);
    }
    return Spread.of(ratios).text("%.2f");
  }

  private void run(Side side, Path index, Path queries, Map<String, List<double[]>> figures)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP_FLAG,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                QueryRun.class.getName(),
                side.name(),
                Folders.data().toString(),
                index.toString(),
                queries.toString()));
    judged.forEach(folder -> command.add(folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(side + " ended with exit code " + process.exitValue());
    }
    System.err.print(side + "\n" + output);
    for (String line : output.lines().toList()) {
      String[] cells = line.split("\t");
      double[] values = new double[cells.length - 1];
      for (int i = 0; i < values.length; i++) {
        values[i] = Double.parseDouble(cells[i + 1]);
      }
      figures.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(values);
    }
  }
}
