package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How well the best article is found in each pair of languages. The floors lie a little below what
 * was measured last; every run leaves its own values in {@code target/ranking-measured.properties},
 * from which they are raised.
 */
class RankingFloorsTest {

  private static final Path LEXICON = Path.of("..", "lexicon", "target", "lexicon-data");
  private static final Path MEASURED = Path.of("target", "ranking-measured.properties");
  private static final double UNTRANSLATED = .40;

  @TempDir private static Path folder;
  private static JudgedSearch translated;
  private static JudgedSearch untranslated;
  private static Properties floors;

  @BeforeAll
  static void search() throws Exception {
    assertThat(LEXICON)
        .as("the translation tables, which the module lexicon unpacks: mvn -pl cli -am verify")
        .isDirectory();
    floors = new Properties();
    try (Reader in = Files.newBufferedReader(JudgedSearch.file("floors.properties"))) {
      floors.load(in);
    }
    translated = JudgedSearch.with(TranslationLexicon.open(LEXICON), folder.resolve("translated"));
    untranslated = JudgedSearch.with(TranslationLexicon.empty(), folder.resolve("untranslated"));
    writeMeasured();
  }

  private static void writeMeasured() throws IOException {
    try (Writer out = Files.newBufferedWriter(MEASURED)) {
      for (JudgedSearch.Pair pair : JudgedSearch.Pair.values()) {
        out.write(String.format(Locale.ROOT, "%s=%.3f%n", pair, value(translated, pair)));
      }
    }
  }

  /** What the floor of a pair is about. */
  private static double value(JudgedSearch search, JudgedSearch.Pair pair) {
    Evaluation.Measures mean = search.mean(pair);
    return pair.to().equals(JudgedSearch.ALL) ? mean.ndcg() : mean.mrr();
  }

  static List<JudgedSearch.Pair> pairs() {
    return JudgedSearch.Pair.values();
  }

  static Stream<JudgedSearch.Pair> crossPairs() {
    return pairs().stream().filter(JudgedSearch.Pair::cross);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void rankingStaysAboveItsFloor(JudgedSearch.Pair pair) {
    assertThat(floors.stringPropertyNames()).contains(pair.toString());
    double floor = Double.parseDouble(floors.getProperty(pair.toString()));
    assertThat(value(translated, pair))
        .as(() -> pair + " against its floor in floors.properties; " + translated.worst(pair))
        .isGreaterThanOrEqualTo(floor);
  }

  /** Else names that are spelt alike would do what the lexicon is tested for. */
  @ParameterizedTest
  @MethodSource("crossPairs")
  void withoutALexiconTheOtherLanguagesAreHardlyFound(JudgedSearch.Pair pair) {
    assertThat(value(untranslated, pair)).as(pair.toString()).isLessThan(UNTRANSLATED);
    assertThat(Double.parseDouble(floors.getProperty(pair.toString())))
        .as("floor of " + pair)
        .isGreaterThan(UNTRANSLATED);
  }

  @Test
  void everyLanguageHasEnoughArticlesAndQueries() throws Exception {
    List<String> articles = Files.readAllLines(JudgedSearch.file("articles.jsonl"));
    assertThat(byLanguage(articles.stream().map(RankingFloorsTest::id)))
        .hasSize(3)
        .allSatisfy((language, number) -> assertThat(number).isGreaterThanOrEqualTo(60));
    List<QueryFile.Query> queries = JudgedSearch.queries();
    assertThat(byLanguage(queries.stream().map(QueryFile.Query::id)))
        .hasSize(3)
        .allSatisfy((language, number) -> assertThat(number).isGreaterThanOrEqualTo(40));
    assertThat(queries)
        .allSatisfy(query -> assertThat(query.lang()).contains(Judgements.suffix(query.id())));
  }

  @Test
  void judgementsNameQueriesAndArticlesThatExist() throws Exception {
    List<String> articles =
        Files.readAllLines(JudgedSearch.file("articles.jsonl")).stream()
            .map(RankingFloorsTest::id)
            .toList();
    Judgements judgements = Judgements.read(JudgedSearch.file("qrels.txt"));
    assertThat(judgements.queries())
        .containsExactlyInAnyOrderElementsOf(
            JudgedSearch.queries().stream().map(QueryFile.Query::id).toList());
    assertThat(judgements.queries())
        .allSatisfy(
            query ->
                judgements
                    .byLanguage(query)
                    .forEach(
                        (language, grades) -> assertThat(articles).containsAll(grades.keySet())));
  }

  private static String id(String line) {
    return line.replaceFirst("^\\{\"id\": ?\"([^\"]+)\".*", "$1");
  }

  private static Map<String, Long> byLanguage(Stream<String> ids) {
    return ids.collect(Collectors.groupingBy(Judgements::suffix, Collectors.counting()));
  }
}
