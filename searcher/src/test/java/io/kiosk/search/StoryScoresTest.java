package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Without a lexicon only "Bremen" is met in German: the story is known from its English version.
 */
class StoryScoresTest {
  private static final String QUERY = "crane fell harbour Bremen";

  /** More than a search for ten hits fetches. */
  private static final int BETTER = 40;

  @TempDir Path folder;
  private TestIndex index;
  private ArticleSearcher searcher;

  @BeforeEach
  void open() throws IOException {
    index = new TestIndex(folder);
    index.add("crane.en", "en", "2024-03-01", "Post", "", "A crane fell in the harbour of Bremen.");
    index.add("fair.en", "en", "2024-03-01", "Post", "", "The fair of Bremen opens on Monday.");
    String story =
        "Ein Kran ist am Montag in ein Becken gestürzt, wie die Polizei in Bremen sagte. "
            + "Verletzt wurde dabei niemand, und der Betrieb geht weiter.";
    index.add("kran.de", "de", "2024-03-02", "Bote", "", story);
    index.add("stumm.de", "de", "2024-03-02", "Bote", "", "Ein Kran ist in ein Becken gestürzt.");
    for (int i = 0; i < BETTER; i++) {
      index.add("markt-" + i + ".de", "de", "2024-03-02", "Blatt", "", "Bremen, Bremen: Markt.");
    }
    index.link("crane.en", "kran.de");
    index.link("kran.de", "crane.en");
    index.commit();
    searcher = ArticleSearcher.open(folder, TranslationLexicon.empty());
  }

  @AfterEach
  void close() throws IOException {
    searcher.close();
    index.close();
  }

  private static SearchRequest.Builder asked() {
    return SearchRequest.builder(ArticleQuery.parse(QUERY))
        .queryLanguages(List.of(Language.EN))
        .match(Match.ANY);
  }

  private List<Hit> hits(SearchRequest.Builder request) throws IOException {
    return searcher.search(request.build()).hits();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.article().id()).toList();
  }

  @Test
  void theVersionInTheQuerysOwnLanguageLiftsAnArticleFromFarBelow() throws IOException {
    Hit best = hits(asked().in(List.of("de"))).getFirst();
    assertThat(best.article().id()).isEqualTo("kran.de");
    assertThat(best.liftedBy()).contains(new Version("crane.en", "en"));
  }

  @Test
  void inOneListVersionsStandTogether() throws IOException {
    List<Hit> hits = hits(asked());
    assertThat(ids(hits).subList(0, 2)).containsExactly("crane.en", "kran.de");
    assertThat(hits.get(1).score()).isLessThan(hits.get(0).score());
    assertThat(hits.get(0).liftedBy()).isEmpty();
    assertThat(hits.get(1).liftedBy()).contains(new Version("crane.en", "en"));
  }

  @Test
  void ofEachLanguageTheLiftedStandsFirst() throws IOException {
    List<String> ids = ids(hits(asked().groupByLanguage(true).limit(1)));
    assertThat(ids).containsExactlyInAnyOrder("crane.en", "kran.de");
  }

  @Test
  void whatIsLiftedIsThereOnceHoweverManyAreAskedFor() throws IOException {
    List<String> ids = ids(hits(asked().copies(true).limit(1_000)));
    assertThat(ids).hasSize(BETTER + 3).doesNotHaveDuplicates();
  }

  @Test
  void aVersionThatDoesNotMatchIsNoHit() throws IOException {
    index.link("crane.en", "stumm.de");
    index.commit();
    searcher.refresh();
    assertThat(ids(hits(asked().in(List.of("de"))))).doesNotContain("stumm.de").isNotEmpty();
  }

  @Test
  void sourcesBoundWhatIsShownAndNotWhatLifts() throws IOException {
    List<Hit> hits = hits(asked().in(List.of("de")).source("Bote"));
    assertThat(ids(hits)).containsExactly("kran.de");
    assertThat(hits.getFirst().liftedBy()).isPresent();
    assertThat(ids(hits(asked().in(List.of("de")).source("Blatt")))).doesNotContain("kran.de");
  }

  @Test
  void whatIsTakenOutLiftsNothing() throws IOException {
    List<Hit> hits = hits(asked().in(List.of("de")).without(List.of("crane.en")));
    assertThat(hits).isNotEmpty().allSatisfy(hit -> assertThat(hit.liftedBy()).isEmpty());
  }

  @Test
  void withoutTranslationEachArticleStandsForItself() throws IOException {
    List<Hit> hits = hits(asked().translate(false));
    assertThat(hits).isNotEmpty().allSatisfy(hit -> assertThat(hit.liftedBy()).isEmpty());
  }
}
