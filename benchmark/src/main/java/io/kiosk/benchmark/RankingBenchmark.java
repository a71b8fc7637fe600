package io.kiosk.benchmark;

import io.kiosk.benchmark.RankedSet.Answer;
import io.kiosk.benchmark.RankedSet.Pair;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Indexes judged articles, asks their queries, and writes how well they are answered across
 * languages into a document. Arguments: {@code FOLDER [DISTRACTORS...] [FOLDER [DISTRACTORS...]]...
 * [OUT.md]}: each folder is a {@link JudgedSet}, files behind it (JSON Lines, plain or gzip) are
 * articles indexed beside its own. The translations are those of the build, or of the folder in the
 * variable {@code KIOSK_DATA}.
 */
final class RankingBenchmark {

  private RankingBenchmark() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of("docs", "ranking.md");
    List<List<Path>> sets = new ArrayList<>();
    for (String arg : args) {
      if (arg.endsWith(".md")) {
        out = Path.of(arg);
      } else if (Files.isDirectory(Path.of(arg))) {
        sets.add(new ArrayList<>(List.of(Path.of(arg))));
      } else if (!sets.isEmpty()) {
        sets.getLast().add(Path.of(arg));
      }
    }
    if (sets.isEmpty()) {
      System.err.println("usage: RankingBenchmark FOLDER [DISTRACTORS...]... [OUT.md]");
      System.exit(2);
    }
    Path data =
        Optional.ofNullable(System.getenv("KIOSK_DATA"))
            .map(Path::of)
            .orElse(Path.of("lexicon", "target", "lexicon-data"));
    TranslationLexicon lexicon = TranslationLexicon.open(data);
    Markdown document = new Markdown();
    document.text("# How good the ranking is across languages");
    document.resource("ranking-intro.md").circumstances();
    for (List<Path> set : sets) {
      Path index = Files.createTempDirectory("kiosk-ranking");
      try {
        JudgedSet judged = JudgedSet.read(set.getFirst(), set.subList(1, set.size()));
        write(document, JudgedIndex.of(judged, lexicon, index));
      } finally {
        delete(index);
      }
    }
    document.resource("ranking-versions.md").resource("ranking-tried.md");
    document.write(out);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void write(Markdown document, JudgedIndex index) throws IOException {
    RankedSet ranked = RankedSet.of(index);
    document.text("## " + ranked.set().name());
    document.text(
        String.format(
            Locale.ROOT,
            "%d articles (%s), %d queries.",
            index.articles(),
            ranked.set().distractors().isEmpty()
                ? "the set alone"
                : "with distractors: "
                    + ranked.set().distractors().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", ")),
            ranked.set().queries().size()));
    GapTest test = GapTest.of(index);
    pairs(document, ranked::answers);
    document.text("The same, the other versions of each story taken out of the archive:");
    pairs(document, test::alone);
    merged(document, ranked);
    gaps(document, test);
  }

  private static void gaps(Markdown document, GapTest test) {
    List<List<String>> rows = new ArrayList<>();
    for (GapTest.Kind kind : GapTest.Kind.values()) {
      List<Answer> answers = test.answers(kind);
      rows.add(
          List.of(
              switch (kind) {
                case TWO -> "one of three versions is missing";
                case OWN -> "only the one in the query's language is left";
                case FOREIGN -> "only one in another language is left";
              },
              Integer.toString(answers.size()),
              Markdown.figure(mean(answers, a -> RankingMeasures.ndcg(a.ranked(), a.relevant())))));
    }
    document.table(
        List.of("one list, versions taken out of the archive", "answers", "nDCG@10"), rows);
  }

  private static void pairs(Markdown document, Function<Pair, List<Answer>> answers) {
    List<List<String>> rows = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> monolingual = new ArrayList<>();
    for (Language to : Language.values()) {
      Pair mono = new Pair(to, to);
      monolingual.add(mean(answers.apply(mono), RankingBenchmark::reciprocalRank));
      rows.add(row(mono, answers.apply(mono), "-"));
    }
    for (Pair pair : crossPairs()) {
      double ratio = ratio(answers.apply(pair), answers.apply(new Pair(pair.to(), pair.to())));
      ratios.add(ratio);
      rows.add(row(pair, answers.apply(pair), Markdown.figure(ratio)));
    }
    document.table(
        List.of("query>articles", "queries", "MRR@10", "Recall@100", "cross/mono"), rows);
    document.text(
        String.format(
            Locale.ROOT,
            "Monolingual MRR@10 %s on the mean of the languages; cross/mono %s on the mean of the"
                + " six pairs, %s in the worst.",
            Markdown.figure(monolingual.stream().mapToDouble(v -> v).average().orElse(0)),
            Markdown.figure(ratios.stream().mapToDouble(v -> v).average().orElse(0)),
            Markdown.figure(ratios.stream().mapToDouble(v -> v).min().orElse(0))));
  }

  private static List<Pair> crossPairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Language from : Language.values()) {
      for (Language to : Language.values()) {
        pairs.add(new Pair(from, to));
      }
    }
    return pairs.stream().filter(Pair::cross).toList();
  }

  private static List<String> row(Pair pair, List<Answer> answers, String ratio) {
    return List.of(
        pair.toString(),
        Integer.toString(answers.size()),
        Markdown.figure(mean(answers, RankingBenchmark::reciprocalRank)),
        Markdown.figure(mean(answers, a -> RankingMeasures.recall(a.ranked(), a.relevant(), 100))),
        ratio);
  }

  /** Over the items that are asked in both languages. */
  private static double ratio(List<Answer> cross, List<Answer> mono) {
    Map<String, Answer> within =
        mono.stream().collect(Collectors.toMap(answer -> answer.query().item(), a -> a));
    List<Answer> both =
        cross.stream().filter(answer -> within.containsKey(answer.query().item())).toList();
    List<Answer> same = both.stream().map(answer -> within.get(answer.query().item())).toList();
    return mean(both, RankingBenchmark::reciprocalRank)
        / mean(same, RankingBenchmark::reciprocalRank);
  }

  private static void merged(Markdown document, RankedSet ranked) {
    List<String> head =
        new ArrayList<>(List.of("one list over all languages", "nDCG@10", "all versions in top 3"));
    List<List<String>> rows = new ArrayList<>();
    for (Language language : Language.values()) {
      head.add("recall@10 " + language.tag());
      rows.add(mergedRow(ranked, Optional.of(language)));
    }
    rows.add(mergedRow(ranked, Optional.empty()));
    document.table(head, rows);
  }

  private static List<String> mergedRow(RankedSet ranked, Optional<Language> from) {
    List<String> row = new ArrayList<>();
    row.add(from.map(lang -> lang.tag() + " queries").orElse("all queries"));
    List<Answer> answers = of(ranked.merged(), from);
    row.add(Markdown.figure(mean(answers, a -> RankingMeasures.ndcg(a.ranked(), a.relevant()))));
    row.add(
        Markdown.figure(
            mean(
                answers,
                a -> RankingMeasures.recall(a.ranked(), a.relevant(), 3) == 1 ? 1.0 : 0.0)));
    for (Language language : Language.values()) {
      List<Answer> inLanguage = of(ranked.merged(language), from);
      row.add(
          Markdown.figure(
              mean(inLanguage, a -> RankingMeasures.recall(a.ranked(), a.relevant(), 10))));
    }
    return row;
  }

  private static List<Answer> of(List<Answer> answers, Optional<Language> from) {
    return answers.stream()
        .filter(a -> from.isEmpty() || a.query().lang().equals(from.get().tag()))
        .toList();
  }

  private static double reciprocalRank(Answer answer) {
    return RankingMeasures.reciprocalRank(answer.ranked(), answer.relevant());
  }

  private static double mean(List<Answer> answers, ToDoubleFunction<Answer> measure) {
    return answers.stream().mapToDouble(measure).average().orElse(0);
  }
}
