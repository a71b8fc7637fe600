package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Test
  void measuresAreThoseOfTheirDefinitions() {
    Evaluation.Measures measures =
        Evaluation.Measures.of(List.of("x", "b", "a"), Map.of("a", 2, "b", 1, "missing", 1));
    assertThat(measures.mrr()).isEqualTo(.5);
    double gain = 1 / log2(3) + 3 / log2(4);
    double ideal = 3 / log2(2) + 1 / log2(3) + 1 / log2(4);
    assertThat(measures.ndcg()).isCloseTo(gain / ideal, within(1e-12));
    assertThat(measures.recall()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(Evaluation.Measures.of(List.of(), Map.of("a", 1)))
        .isEqualTo(new Evaluation.Measures(0, 0, 0));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void pairsAreMeasuredAgainstTheMonolingualOne() throws IOException {
    Path articles =
        write(
            "judged.jsonl",
            """
            {"id":"1.en","lang":"en","body":"The market is closed."}
            {"id":"1.zh","lang":"zh","body":"市场已经关闭。"}
            {"id":"2.zh","lang":"zh","body":"天气很好。"}
            """);
    Path queries =
        write(
            "queries.jsonl",
            """
            {"id":"q.en","text":"market"}
            {"id":"q.zh","text":"市场"}
            {"id":"unjudged.zh","text":"天气"}
            """);
    Path qrels = write("qrels.txt", "q.en 0 1.en 1\nq.en 0 1.zh 1\nq.zh 0 1.zh 1\nq.zh 0 2.zh 0\n");
    Path run = folder.resolve("run.txt");
    Program program = Archive.in(folder).program().with("KIOSK_INDEX", folder.resolve("judged"));
    assertThat(program.run("index", articles).status()).isZero();

    Program.Run result =
        program.run("evaluate", "--queries", queries, "--qrels", qrels, "--run", run);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.outLines())
        .contains(
            "en->zh              1   1.0000   1.0000      1.0000",
            "zh->zh              1   1.0000   1.0000      1.0000");
    assertThat(result.out()).contains("cross/mono");
    assertThat(Files.readAllLines(run)).anyMatch(line -> line.startsWith("q.en Q0 1.zh 1 "));
    assertThat(
            program
                .run("evaluate", "--queries", queries, "--qrels", qrels, "--format", "json")
                .out())
        .startsWith("{\"pairs\":{\"en->en\":{\"queries\":1,\"mrr@10\":1.0,");
  }

  @Test
  void judgementsThatAreNoneAreNamedWithTheirLine() throws IOException {
    Path queries = write("queries.jsonl", "{\"id\":\"q.en\",\"text\":\"market\"}\n");
    Path qrels = write("qrels.txt", "q.en 0 1.en 1\nq.en 1.en\n");
    Program program = Archive.in(folder).program();
    Program.Run run = program.run("evaluate", "--queries", queries, "--qrels", qrels);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(qrels + ":2: expected QUERY_ID 0 ARTICLE_ID GRADE");
  }

  @Test
  void queriesWithoutJudgementsAreAFailure() throws IOException {
    Path queries = write("queries.jsonl", "{\"id\":\"other.en\",\"text\":\"market\"}\n");
    Path qrels = write("qrels.txt", "q.en 0 1.en 1\n");
    Program program = Archive.in(folder).program();
    Program.Run run = program.run("evaluate", "--queries", queries, "--qrels", qrels);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no query of " + queries + " is judged in " + qrels);
  }
}
