package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleSearcherTest {
  @TempDir Path folder;
  private TestIndex index;
  private ArticleSearcher searcher;

  @BeforeEach
  void open() throws IOException {
    index =
        new TestIndex(folder)
            .add(
                "harbour.en",
                "en",
                "2024-03-01",
                "Harbour Post",
                "Old crane falls into harbour",
                "A crane fell into the harbour of Bremen. Nobody was hurt, Ludwina Okonkwo said.")
            .add(
                "harbour.de",
                "de",
                "2024-03-02",
                "Weserbote",
                "Kran stürzt in Bremer Hafen",
                "Ein Kran ist in den Hafen von Bremen gestürzt. Verletzt wurde niemand.")
            .add(
                "harbour.zh",
                "zh-Hant-TW",
                "2024-03-03",
                "港口日報",
                "不來梅港起重機倒塌",
                "一台起重機倒入不來梅港口，沒有人受傷。Bremen 警方正在調查。")
            .add(
                "school.fr",
                "fr",
                null,
                "Le Quai",
                "Une école à Bremen",
                "Une école ouvre ses portes.");
    index.commit();
    searcher = ArticleSearcher.open(folder, TranslationLexicon.empty());
  }

  @AfterEach
  void close() throws IOException {
    searcher.close();
    index.close();
  }

  @Test
  void findsNamesInAllLanguagesWithoutLexicon() throws IOException {
    assertThat(ids("Bremen"))
        .containsExactlyInAnyOrder("harbour.en", "harbour.de", "harbour.zh", "school.fr");
  }

  @Test
  void findsTraditionalBySimplifiedChinese() throws IOException {
    assertThat(ids("起重机倒塌")).containsExactly("harbour.zh");
  }

  @Test
  void marksWhereItMatchedAndSaysWhatMetWhat() throws IOException {
    Hit hit = search(SearchRequest.of(ArticleQuery.parse("cranes falling"))).hits().get(0);
    assertThat(hit.article().id()).isEqualTo("harbour.en");
    Snippet snippet = hit.snippets().get(0);
    assertThat(snippet.highlights())
        .extracting(h -> snippet.text().substring(h.start(), h.end()))
        .contains("crane");
    assertThat(hit.matched()).extracting(MatchedTerm::query).contains("cranes");
    assertThat(hit.matched()).extracting(MatchedTerm::weight).contains(1.0);
  }

  @Test
  void undatedArticlesAreCountedWhenASpanIsAskedFor() throws IOException {
    SearchRequest.Builder request =
        SearchRequest.builder(ArticleQuery.parse("Bremen")).from(LocalDate.parse("2024-03-02"));
    SearchResult result = search(request.build());
    assertThat(result.hits())
        .extracting(hit -> hit.article().id())
        .containsExactlyInAnyOrder("harbour.de", "harbour.zh");
    assertThat(result.undated()).isEqualTo(1);
    assertThat(search(request.undated(true).build()).total()).isEqualTo(3);
  }

  @Test
  void filtersByLanguageAndSource() throws IOException {
    ArticleQuery query = ArticleQuery.parse("Bremen");
    assertThat(search(SearchRequest.builder(query).in(List.of("zh")).build()).hits())
        .extracting(hit -> hit.article().lang())
        .containsExactly("zh-Hant-TW");
    assertThat(search(SearchRequest.builder(query).source("harbour post").build()).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly("harbour.en");
    assertThat(ids("Bremen source:weserbote")).containsExactly("harbour.de");
  }

  @Test
  void aFilterWithoutWordsListsNewestFirstAndUndatedLast() throws IOException {
    assertThat(ids("*")).containsExactly("harbour.zh", "harbour.de", "harbour.en", "school.fr");
    assertThat(ids("published:2024-03")).containsExactly("harbour.zh", "harbour.de", "harbour.en");
  }

  @Test
  void matchDecidesHowMuchMustBeMet() throws IOException {
    index.add("zoo.en", "en", "2024-05-02", "Harbour Post", "Zoo", "Elephants, giraffes, zebras.");
    index.commit();
    searcher.refresh();
    assertThat(ids("harbour elephants giraffes zebras")).containsExactly("zoo.en");
    assertThat(ids("harbour elephants giraffes zebras", Match.ANY))
        .containsExactlyInAnyOrder("zoo.en", "harbour.en");
    assertThat(ids("harbour elephants giraffes zebras", Match.ALL)).isEmpty();
    assertThat(ids("elephants zebras", Match.ALL)).containsExactly("zoo.en");
  }

  @Test
  void aWordThatNoArticleHasDoesNotCountAgainstTheOthers() throws IOException {
    assertThat(ids("crane harbour xylophone")).containsExactly("harbour.en");
    assertThat(ids("crane harbour xylophone", Match.ALL)).isEmpty();
    assertThat(ids("xylophone")).isEmpty();
  }

  @Test
  void operatorsCombineAndExclude() throws IOException {
    assertThat(ids("Bremen -Kran")).doesNotContain("harbour.de").contains("harbour.en");
    assertThat(ids("Ludwina AND crane")).containsExactly("harbour.en");
    assertThat(ids("\"fell into the harbour\"")).containsExactly("harbour.en");
    assertThat(ids("\"harbour the into\"")).isEmpty();
    assertThat(ids("title:crane")).containsExactly("harbour.en");
    assertThat(ids("Okonk*")).containsExactly("harbour.en");
    assertThat(ids("Okonkwu~1")).containsExactly("harbour.en");
  }

  @Test
  void exactMeansExactly() throws IOException {
    assertThat(ids("=crane")).containsExactly("harbour.en");
    assertThat(ids("=cranes")).isEmpty();
    assertThat(ids("=Crane")).isEmpty();
    assertThat(ids("=Hafen")).containsExactly("harbour.de");
    assertThat(ids("=Haf")).isEmpty();
    assertThat(ids("=起重機")).containsExactly("harbour.zh");
    assertThat(ids("=起重机")).isEmpty();
    assertThat(ids("=\"into the harbour\"")).containsExactly("harbour.en");
    assertThat(ids("title:=\"into the harbour\"")).isEmpty();
  }

  @Test
  void versionsOfAStoryAreShownUnlessTheyAreGone() throws IOException {
    index.link("harbour.en", "harbour.zh", "gone.de");
    index.commit();
    searcher.refresh();
    assertThat(searcher.versions("harbour.en"))
        .extracting(StoredArticle::id)
        .containsExactly("harbour.zh");
    assertThat(searcher.versions("school.fr")).isEmpty();
    assertThat(searcher.versions("no such article")).isEmpty();
    Hit hit =
        searcher.search(SearchRequest.of(ArticleQuery.parse("=cranes OR =crane"))).hits().get(0);
    assertThat(hit.versions()).containsExactly(new Version("harbour.zh", "zh"));
  }

  @Test
  void aPastedArticleIsSearchedByItsBeginning() throws IOException {
    StringBuilder words = new StringBuilder("Okonkwo crane Bremen");
    for (int i = 0; i < 10_000; i++) {
      words.append(" word").append(i);
    }
    assertThat(ids(words.toString())).startsWith("harbour.en");
    assertThat(ids("起重机倒塌".repeat(2_000))).contains("harbour.zh");
  }

  @Test
  void copiesAreFoldedUnderTheEarliestDatedUnlessAskedFor() throws IOException {
    String body = "A lighthouse was painted red in Cuxhaven.";
    index
        .add("copy.c", "en", null, "Undated", "Lighthouse painted", body)
        .add("copy.b", "en", "2024-05-02", "Second", "Lighthouse lighthouse", body)
        .add("copy.a", "en", "2024-05-02", "First", "Red lighthouse", body);
    index.group(7, "copy.a", "copy.b", "copy.c");
    index.commit();
    searcher.refresh();
    SearchRequest.Builder request = SearchRequest.builder(ArticleQuery.parse("lighthouse"));
    List<Hit> folded = search(request.build()).hits();
    assertThat(folded).extracting(hit -> hit.article().id()).containsExactly("copy.a");
    assertThat(folded.get(0).copies()).containsExactly("copy.b", "copy.c");
    assertThat(search(request.copies(true).build()).hits()).hasSize(3);
  }

  @Test
  void aLongSentenceIsCutAroundItsMatchAndSaysSo() throws IOException {
    String padding = "and the wind blew over the river and the fields ".repeat(20);
    index.add("long.en", "en", null, "Post", "Wind", padding + "and a heron flew " + padding);
    index.commit();
    searcher.refresh();
    Snippet snippet =
        search(SearchRequest.of(ArticleQuery.parse("heron"))).hits().get(0).snippets().get(0);
    assertThat(snippet.text()).startsWith("… ").endsWith(" …").hasSizeLessThan(260);
    assertThat(snippet.highlights())
        .extracting(h -> snippet.text().substring(h.start(), h.end()))
        .containsExactly("heron");
  }

  @Test
  void refreshSeesWhatWasCommitted() throws IOException {
    index.add("new.en", "en", "2024-05-01", "Harbour Post", "Another crane", "Crane in Kiel.");
    index.commit();
    assertThat(ids("Kiel")).isEmpty();
    searcher.refresh();
    assertThat(ids("Kiel")).containsExactly("new.en");
  }

  @Test
  void anotherSchemaVersionIsRefusedByName() throws IOException {
    index.commit(ArticleSchema.VERSION + 1, LanguageAnalyzers.VERSION);
    assertThatThrownBy(() -> ArticleSearcher.open(folder, TranslationLexicon.empty()))
        .isInstanceOf(IndexVersionException.class)
        .hasMessageContaining("schema " + (ArticleSchema.VERSION + 1))
        .hasMessageContaining("reads " + ArticleSchema.VERSION);
  }

  @Test
  void theTermsOfOtherAnalyzersAreReadButNotSearched() throws IOException {
    index.commit(ArticleSchema.VERSION, LanguageAnalyzers.VERSION + 1);
    try (ArticleSearcher old = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      assertThat(old.statistics().articles()).isPositive();
      SearchRequest request = SearchRequest.of(ArticleQuery.parse("heron"));
      assertThatThrownBy(() -> old.search(request))
          .isInstanceOf(IndexVersionException.class)
          .hasMessageContaining("analyzers " + (LanguageAnalyzers.VERSION + 1))
          .hasMessageContaining("kiosk rebuild");
    }
  }

  @Test
  void aFolderWithoutIndexIsRefusedWithWhatToDo() {
    Path empty = folder.resolve("nothing");
    assertThatThrownBy(() -> ArticleSearcher.open(empty, TranslationLexicon.empty()))
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining("kiosk index");
  }

  @Test
  void statisticsCountLanguagesSourcesAndDates() throws IOException {
    IndexStatistics statistics = searcher.statistics();
    assertThat(statistics.articles()).isEqualTo(4);
    assertThat(statistics.undated()).isEqualTo(1);
    assertThat(statistics.byLanguage()).containsKeys("zh-Hant-TW", "de", "en", "fr");
    assertThat(statistics.first()).contains(LocalDate.parse("2024-03-01"));
    assertThat(statistics.bytes()).isPositive();
  }

  @Test
  void queryLanguagesCanBeGiven() throws IOException {
    SearchResult result =
        search(
            SearchRequest.builder(ArticleQuery.parse("Kran"))
                .queryLanguages(List.of(Language.DE))
                .build());
    assertThat(result.queryLanguages()).containsExactly(Language.DE);
    assertThat(result.translations()).allMatch(each -> each.from() == Language.DE);
  }

  private SearchResult search(SearchRequest request) throws IOException {
    return searcher.search(request);
  }

  private List<String> ids(String query) throws IOException {
    return ids(query, Match.MOST);
  }

  private List<String> ids(String query, Match match) throws IOException {
    return search(SearchRequest.builder(ArticleQuery.parse(query)).match(match).build())
        .hits()
        .stream()
        .map(hit -> hit.article().id())
        .toList();
  }
}
