package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.schema.Language;
import io.kiosk.search.Comparison.Coverage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir private static Path folder;
  private static TranslationLexicon lexicon;

  @BeforeAll
  static void index() throws IOException {
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    words.translations(Locale.CHINESE, Locale.ENGLISH, "港口", 1, Map.of("harbour", 1.0));
    words.translations(Locale.ENGLISH, Locale.CHINESE, "harbour", 1, Map.of("港口", 1.0));
    words.translations(Locale.CHINESE, Locale.ENGLISH, "起重机", 1, Map.of("crane", 1.0));
    words.words(Locale.CHINESE, List.of("港口", "起重机", "警方", "学校"));
    words.write(folder.resolve("data/test"));
    lexicon = TranslationLexicon.open(folder.resolve("data"));
    try (TestIndex index = new TestIndex(folder.resolve("index"))) {
      for (int i = 0; i < 6; i++) {
        index
            .add("en" + i, "en", "2024-03-0" + (i + 1), "Post", "Harbour", "Harbour divers dived.")
            .add("other" + i, "en", null, "Post", "School", "The school opened. THE END.")
            .add("zh" + i, "zh", null, "港口日報", "港口", "港口起重机。")
            .add("school" + i, "zh", "2020", "日報", "学校", "学校。");
      }
      index.add("fr", "fr", null, null, "Harbour", "Le harbour.").commit();
    }
  }

  private static Comparison compare(SearchRequest.Builder request) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder.resolve("index"), lexicon)) {
      return searcher.compare(request.build());
    }
  }

  private static SearchRequest.Builder harbour() {
    return SearchRequest.builder(ArticleQuery.parse("harbour"))
        .queryLanguages(List.of(Language.EN));
  }

  @Test
  void saysHowMuchWhenAndWhoForEachLanguage() throws IOException {
    List<Coverage> coverages = compare(harbour()).coverages();
    assertThat(coverages)
        .extracting(Coverage::language)
        .containsExactly(
            Optional.of(Language.ZH), Optional.of(Language.EN), Optional.<Language>empty());
    Coverage english = coverages.get(1);
    assertThat(english.articles()).isEqualTo(6);
    assertThat(english.collection()).isEqualTo(12);
    assertThat(english.first()).contains(LocalDate.of(2024, 3, 1));
    assertThat(english.last()).contains(LocalDate.of(2024, 3, 6));
    assertThat(english.sources()).isEqualTo(Map.of("Post", 6L));
    assertThat(coverages.get(0).undated()).isEqualTo(6);
    assertThat(coverages.get(2).articles()).isEqualTo(1);
    assertThat(coverages.get(2).terms()).isEmpty();
  }

  @Test
  void typicalWordsAreThoseOfTheAnswerAndNotOfTheRestNorOfTheQuery() throws IOException {
    List<Coverage> coverages = compare(harbour()).coverages();
    assertThat(coverages.get(1).terms())
        .extracting(term -> term.word().text())
        .containsExactlyInAnyOrder("divers", "dived");
    Comparison.Term crane = coverages.get(0).terms().getFirst();
    assertThat(crane.word().text()).isEqualTo("起重机");
    assertThat(crane.word().articles()).isEqualTo(6);
    assertThat(crane.word().score()).isPositive();
    assertThat(crane.gloss()).contains("crane");
    assertThat(coverages.get(1).terms()).allMatch(term -> term.gloss().isEmpty());
  }

  @Test
  void aFilterWithoutWordsIsComparedToo() throws IOException {
    Comparison comparison =
        compare(SearchRequest.builder(ArticleQuery.parse("source:post")).in(List.of("en")));
    assertThat(comparison.queryLanguages()).isEmpty();
    assertThat(comparison.coverages())
        .singleElement()
        .extracting(Coverage::articles)
        .isEqualTo(12L);
    assertThat(comparison.coverages().getFirst().terms())
        .as("with nothing to compare with, the most frequent words")
        .isNotEmpty()
        .allMatch(term -> term.word().score() == 0);
  }

  @Test
  void aLanguageWithoutAMatchHasNothingToSay() throws IOException {
    Coverage none =
        compare(SearchRequest.builder(ArticleQuery.parse("volcano")).in(List.of("en")))
            .coverages()
            .getFirst();
    assertThat(none.articles()).isZero();
    assertThat(none.first()).isEmpty();
    assertThat(none.terms()).isEmpty();
  }
}
