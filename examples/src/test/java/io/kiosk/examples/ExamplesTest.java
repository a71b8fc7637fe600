package io.kiosk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.examples.IndexArrivals.Arrival;
import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.data.LexiconData;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  private static final List<Arrival> ARRIVALS =
      List.of(
          new Arrival(
              URI.create("https://example.org/zh/1"),
              "汉堡港口扩建工程获批",
              "2024-03-02",
              "德国汉堡港口的扩建工程周二获得批准，将新建两个集装箱码头。"),
          new Arrival(
              URI.create("https://example.org/en/1"),
              "Hamburg port expansion approved",
              "2024-03-02",
              "The city has approved the expansion of the port of Hamburg by two terminals."),
          new Arrival(
              URI.create("https://example.org/de/1"),
              "Hafenausbau genehmigt",
              "2024-03-01",
              "Der Ausbau des Hafens von Hamburg um zwei Terminals ist genehmigt worden."),
          Arrival.END);

  @TempDir static Path shared;
  private static Path tables;

  @TempDir Path folder;

  @BeforeAll
  static void unpackTables() throws IOException {
    tables = LexiconData.unpack(shared);
  }

  @Test
  void arrivalsAreFoundFromGermanWithGlosses() throws Exception {
    BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(10, true, ARRIVALS);
    assertThat(IndexArrivals.run(folder, TranslationLexicon.open(tables), queue)).isEqualTo(3);
    assertThat(printed(folder.toString(), shared.toString(), "Ausbau des Hafens von Hamburg"))
        .contains("汉堡港口扩建工程获批", "Hamburg port expansion approved", "   = ")
        .doesNotContain("Hafenausbau genehmigt");
  }

  @Test
  void ownEntriesArePinned() throws IOException {
    Path file = folder.resolve("own.txt");
    Files.writeString(file, "gadget -> 小玩意儿\n");
    TranslationLexicon lexicon = OwnLexicon.withEntries(TranslationLexicon.open(tables), file);
    assertThat(lexicon.translate("gadget", Locale.ENGLISH, Locale.CHINESE))
        .singleElement()
        .satisfies(only -> assertThat(only.term()).isEqualTo("小玩意儿"));
  }

  @Test
  void ownTableIsMixedIn() throws IOException {
    OwnLexicon.addTable(folder, Map.of("Zorbamatic Ltd", "佐巴玛"));
    TranslationLexicon lexicon = TranslationLexicon.open(folder);
    assertThat(lexicon.translate("佐巴玛", Locale.CHINESE, Locale.ENGLISH))
        .anyMatch(name -> name.term().equals("zorbamatic ltd"));
  }

  @Test
  void frenchWordsMeetTheirInflections() throws IOException {
    TranslationLexicon lexicon = TranslationLexicon.empty();
    try (ArticleIndexer indexer = FrenchArticles.indexer(folder, lexicon)) {
      indexer.add(
          Article.builder("Les élections législatives auront lieu dimanche dans tout le pays.")
              .language(Locale.FRENCH)
              .build());
      indexer.commit();
    }
    try (ArticleSearcher searcher = FrenchArticles.searcher(folder, lexicon)) {
      assertThat(searcher.search(SearchRequest.of(ArticleQuery.parse("élection"))).total()).isOne();
    }
  }

  @Test
  void trustedSourcesComeFirst() throws IOException {
    TranslationLexicon lexicon = TranslationLexicon.empty();
    try (ArticleIndexer indexer = ArticleIndexer.open(folder, lexicon, IndexerConfig.defaults())) {
      for (String source : List.of("Gossip", "Gazette", "Rumour")) {
        indexer.add(
            Article.builder("The harbour bridge was closed on Monday, writes " + source + ".")
                .id(source)
                .source(source)
                .language(Locale.ENGLISH)
                .build());
      }
      indexer.commit();
    }
    try (ArticleSearcher searcher = TrustedSources.searcher(folder, lexicon, Set.of("Gazette"))) {
      SearchRequest request = SearchRequest.of(ArticleQuery.parse("harbour bridge closed"));
      assertThat(searcher.search(request).hits())
          .hasSize(3)
          .first()
          .satisfies(hit -> assertThat(hit.article().id()).isEqualTo("Gazette"));
    }
  }

  @Test
  void theReadmeShowsTheFirstWhole() throws IOException {
    Matcher block =
        Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(Path.of("../README.md")));
    assertThat(block.find()).isTrue();
    assertThat(Files.readString(Path.of("src/main/java/io/kiosk/examples/SearchArchive.java")))
        .endsWith(block.group(1));
  }

  private static String printed(String... arguments) throws IOException {
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      SearchArchive.main(arguments);
    } finally {
      System.setOut(console);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
