package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.query.CoverageQuery.Part;
import io.kiosk.query.UnitQuery.FieldWeight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beside a calculation of every article's score by itself, over several windows and leaves. */
class CoverageQueryTest {
  private static final int ARTICLES = 6_000;
  private static final int VOCABULARY = 60;
  private static final int BEST = 10;
  private static final List<FieldWeight> FIELDS =
      List.of(new FieldWeight("body", 1), new FieldWeight("title", 2));

  private static final List<Map<String, List<String>>> ARTICLE_WORDS = new ArrayList<>();
  private static ByteBuffersDirectory directory;
  private static DirectoryReader reader;
  private static IndexSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    Random random = new Random(1);
    directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < ARTICLES; i++) {
        Map<String, List<String>> words = new HashMap<>();
        words.put("body", words(random, 1 + random.nextInt(40)));
        words.put("title", words(random, random.nextInt(6)));
        ARTICLE_WORDS.add(words);
        Document document = new Document();
        words.forEach(
            (field, text) -> {
              if (!text.isEmpty()) {
                document.add(new TextField(field, String.join(" ", text), Field.Store.NO));
              }
            });
        document.add(new StringField("third", "" + i % 3, Field.Store.NO));
        document.add(new StringField("number", "" + i, Field.Store.NO));
        writer.addDocument(document);
        if (i == 4_500 || i == 4_510) {
          writer.commit();
        }
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    directory.close();
  }

  /** The word of a number is the rarer the larger the number. */
  private static List<String> words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + (int) (VOCABULARY * Math.pow(random.nextDouble(), 3)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Match.class)
  void findsAndScoresWhatEachArticleHas(Match match) throws IOException {
    Random random = new Random(2);
    for (int round = 0; round < 8; round++) {
      List<Part> parts = parts(random);
      Map<Integer, Double> expected = expected(parts, match);
      assertSame(new CoverageQuery(parts, match), expected);
      expected.keySet().removeIf(doc -> doc % 3 != 0);
      Query filtered =
          new BooleanQuery.Builder()
              .add(new CoverageQuery(parts, match), Occur.MUST)
              .add(new TermQuery(new Term("third", "0")), Occur.FILTER)
              .build();
      assertSame(filtered, expected);
    }
  }

  @Test
  void addsWhatAnotherQueryScores() throws IOException {
    Query phrase = new PhraseQuery("body", "w3", "w4");
    Query rare = new TermQuery(new Term("number", "5555"));
    UnitQuery unit = new UnitQuery(unit(1, alternative(1, "w5")), FIELDS);
    Map<Integer, Double> expected = scores(unit);
    for (Query other : List.of(phrase, rare)) {
      for (ScoreDoc hit : searcher.search(other, ARTICLES).scoreDocs) {
        expected.merge(hit.doc, (double) hit.score, Double::sum);
      }
    }
    Query any =
        new CoverageQuery(
            List.of(new Part(unit, true), new Part(phrase, true), new Part(rare, true)), Match.ANY);
    assertSame(any, expected);
  }

  @Test
  void aChanceTranslationAddsToTheScoreButDoesNotMeetItsUnit() throws IOException {
    UnitQuery unit = new UnitQuery(unit(1, alternative(1, "w40"), alternative(.01, "w1")), FIELDS);
    List<Part> parts = List.of(new Part(unit, true));
    Map<Integer, Double> scored = scores(unit);
    assertSame(new CoverageQuery(parts, Match.ANY), scored);
    Map<Integer, Double> met = new HashMap<>(scored);
    met.keySet().retainAll(scores(new UnitQuery(unit(1, alternative(1, "w40")), FIELDS)).keySet());
    assertThat(met).isNotEmpty().hasSizeLessThan(scored.size() / 2);
    assertSame(new CoverageQuery(parts, Match.MOST), met);
    assertSame(new CoverageQuery(parts, Match.ALL), met);
    for (int doc : scored.keySet().stream().limit(20).toList()) {
      assertThat(searcher.explain(new CoverageQuery(parts, Match.MOST), doc).isMatch())
          .isEqualTo(met.containsKey(doc));
    }
  }

  @Test
  void aWordOfAPhraseDoesNotMeetWhatThePhraseMeans() throws IOException {
    Alternative phrase = alternative(.8, "w5", "w6");
    UnitQuery unit = new UnitQuery(unit(1, phrase, alternative(.3, "w6")), FIELDS);
    Map<Integer, Double> met = scores(unit);
    assertSame(new CoverageQuery(List.of(new Part(unit, true)), Match.ANY), met);
    met.keySet().retainAll(scores(new UnitQuery(unit(1, phrase), FIELDS)).keySet());
    assertThat(met).isNotEmpty();
    assertSame(new CoverageQuery(List.of(new Part(unit, true)), Match.MOST), met);

    UnitQuery unheard =
        new UnitQuery(unit(1, alternative(.8, "w6", "nowhere"), alternative(.3, "w6")), FIELDS);
    assertSame(new CoverageQuery(List.of(new Part(unheard, true)), Match.MOST), scores(unheard));
  }

  @Test
  void findsNothingWithoutTheHeaviestClause() throws IOException {
    Part frequent = new Part(new UnitQuery(unit(1, alternative(1, "w0")), FIELDS), true);
    Part rare = new Part(new TermQuery(new Term("number", "none")), true);
    assertSame(new CoverageQuery(List.of(frequent, rare), Match.ALL), Map.of());
  }

  private static List<Part> parts(Random random) {
    List<Part> parts = new ArrayList<>();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      List<Alternative> alternatives = new ArrayList<>();
      for (int a = 1 + random.nextInt(5); a > 0; a--) {
        double weight = .1 + .9 * random.nextDouble();
        String word = "w" + random.nextInt(VOCABULARY + 3); // the last ones are in no article
        alternatives.add(
            random.nextInt(4) == 0
                ? alternative(weight, word, "w" + random.nextInt(VOCABULARY))
                : alternative(weight, word));
      }
      QueryUnit unit = unit(.3 + random.nextDouble(), alternatives.toArray(Alternative[]::new));
      parts.add(new Part(new UnitQuery(unit, FIELDS), n == 1 || random.nextInt(4) > 0));
    }
    return parts;
  }

  private static QueryUnit unit(double weight, Alternative... alternatives) {
    return new QueryUnit("unit", 0, weight, true, List.of(alternatives));
  }

  private static Alternative alternative(double weight, String... terms) {
    List<Integer> positions = IntStream.range(0, terms.length).boxed().toList();
    return new Alternative(terms[0], List.of(terms), positions, weight, List.of("test"));
  }

  private static void assertSame(Query query, Map<Integer, Double> expected) throws IOException {
    ScoreDoc[] hits =
        searcher.search(query, new TopScoreDocCollectorManager(ARTICLES, Integer.MAX_VALUE))
            .scoreDocs;
    Map<Integer, Double> found = new HashMap<>();
    double furthest = 0;
    for (ScoreDoc hit : hits) {
      found.put(hit.doc, (double) hit.score);
      furthest = Math.max(furthest, Math.abs(hit.score - expected.getOrDefault(hit.doc, 0.0)));
    }
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    assertThat(furthest).isLessThan(1e-4);
    assertThat(searcher.count(query)).isEqualTo(hits.length);
    // Without a count of all, clauses that cannot make one of the best need not lead.
    ScoreDoc[] best =
        searcher.search(query, new TopScoreDocCollectorManager(BEST, null, BEST)).scoreDocs;
    assertThat(best)
        .extracting(hit -> hit.score)
        .containsExactly(Stream.of(hits).limit(BEST).map(hit -> hit.score).toArray(Float[]::new));
  }

  private static Map<Integer, Double> expected(List<Part> parts, Match match) throws IOException {
    Map<Integer, Double> sums = new HashMap<>();
    Map<Integer, Double> met = new HashMap<>();
    List<Double> counts = new ArrayList<>();
    for (Part part : parts) {
      UnitQuery unit = (UnitQuery) part.query();
      Map<Integer, Double> scores = scores(unit);
      double count =
          !part.core() ? 0 : match == Match.MOST ? unit.information() : 1; // known after a search
      counts.add(count);
      scores.forEach((doc, score) -> sums.merge(doc, score, Double::sum));
      Map<Integer, Double> sure = scores(sure(unit));
      scores
          .keySet()
          .forEach(doc -> met.merge(doc, sure.containsKey(doc) ? count : .4 * count, Double::sum));
    }
    counts.sort(Collections.reverseOrder());
    double minimum =
        switch (match) {
          case ANY -> 0;
          case MOST -> .5 * counts.stream().limit(3).mapToDouble(Double::doubleValue).sum();
          case ALL -> counts.stream().mapToDouble(Double::doubleValue).sum();
        };
    sums.keySet().removeIf(doc -> met.get(doc) < minimum - 1e-9);
    return sums;
  }

  /** The unit without words of a phrase that some article has. */
  private static UnitQuery sure(UnitQuery query) throws IOException {
    QueryUnit unit = query.unit();
    List<Alternative> sure = new ArrayList<>();
    for (Alternative word : unit.alternatives()) {
      boolean part = false;
      for (Alternative phrase : unit.alternatives()) {
        part |=
            phrase.terms().size() == 2
                && word.terms().size() == 1
                && phrase.terms().contains(word.terms().getFirst())
                && phrase.weight() >= word.weight()
                && !scores(new UnitQuery(unit(1, phrase), FIELDS)).isEmpty();
      }
      if (!part) {
        sure.add(word);
      }
    }
    return new UnitQuery(unit(unit.weight(), sure.toArray(Alternative[]::new)), FIELDS);
  }

  /** The scores of a unit by its definition. */
  private static Map<Integer, Double> scores(UnitQuery query) throws IOException {
    searcher.createWeight(query, ScoreMode.COMPLETE, 1);
    Map<Integer, Double> scores = new HashMap<>();
    Map<String, Double> averages = new HashMap<>();
    for (FieldWeight field : FIELDS) {
      CollectionStatistics all = searcher.collectionStatistics(field.field());
      averages.put(field.field(), (double) all.sumTotalTermFreq() / all.docCount());
    }
    for (int doc = 0; doc < ARTICLES; doc++) {
      double frequency = 0;
      for (FieldWeight field : FIELDS) {
        List<String> words = ARTICLE_WORDS.get(doc).get(field.field());
        double norm = norm(words.size(), averages.get(field.field()));
        for (Alternative alternative : query.unit().alternatives()) {
          frequency +=
              count(words, alternative.terms()) * alternative.weight() * field.weight() / norm;
        }
      }
      if (frequency > 0) {
        scores.put(doc, query.ideal() * frequency / (ScoringModel.K1 + frequency));
      }
    }
    return scores;
  }

  private static int count(List<String> words, List<String> phrase) {
    if (phrase.size() == 1) {
      return Collections.frequency(words, phrase.getFirst());
    }
    int count = 0;
    for (int at = 0; at + phrase.size() <= words.size(); at++) {
      count += words.subList(at, at + phrase.size()).equals(phrase) ? 1 : 0;
    }
    return count;
  }

  private static double norm(int length, double average) {
    int kept = SmallFloat.byte4ToInt(SmallFloat.intToByte4(length));
    return 1 - ScoringModel.B + ScoringModel.B * kept / average;
  }
}
