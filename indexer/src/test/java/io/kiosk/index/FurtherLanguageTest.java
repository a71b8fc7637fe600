package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.IndexVersionException;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurtherLanguageTest {
  private static final TranslationLexicon LEXICON = TranslationLexicon.empty();
  private static final IndexerConfig CONFIG =
      IndexerConfig.defaults().withAnalyzer(Locale.FRENCH, new FrenchAnalyzer());

  @TempDir Path index;

  @BeforeEach
  void indexFrenchAndOthers() throws IOException {
    try (ArticleIndexer indexer = ArticleIndexer.open(index, LEXICON, CONFIG)) {
      indexer.add(
          Samples.article(
              "fr",
              "fr-CA",
              "L'économie mondiale",
              "Les marchés financiers s'inquiètent de l'inflation."),
          Samples.origin("fr.html", "fr"));
      indexer.add(
          Samples.article("es", "es", "Mercados", "Los mercados financieros de Madrid."),
          Samples.origin("es.html", "es"));
      indexer.add(Samples.german("de"), Samples.origin("de.html", "de"));
      indexer.commit();
    }
  }

  @Test
  void itsAnalyzerMeetsInflectedWords() throws IOException {
    assertThat(found("économie")).containsExactly("fr");
    assertThat(found("marché financier")).containsExactly("fr");
    assertThat(found("\"marché financier\"")).containsExactly("fr");
  }

  @Test
  void matchedWordsAreHighlighted() throws IOException {
    try (ArticleSearcher searcher = open()) {
      Hit hit = searcher.search(request("économies")).hits().getFirst();
      assertThat(hit.matched())
          .anySatisfy(met -> assertThat(met.term()).isEqualToIgnoringCase("L'économie"));
    }
  }

  @Test
  void otherLanguagesStayAsTheyAre() throws IOException {
    assertThat(found("mercados")).containsExactly("es");
    assertThat(found("mercado")).isEmpty();
    assertThat(found("Hafen")).containsExactly("de");
  }

  @Test
  void theIndexIsSound() throws IOException {
    assertThat(IndexVerification.verify(index, LEXICON, CONFIG).problems()).isEmpty();
  }

  @Test
  void searcherWithoutTheAnalyzerSaysSo() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(index, LEXICON)) {
      assertThatThrownBy(() -> searcher.search(request("économie")))
          .isInstanceOf(IndexVersionException.class)
          .hasMessageContaining("FrenchAnalyzer");
    }
  }

  @Test
  void aLanguageOfOursCannotBeReplaced() {
    assertThatThrownBy(
            () ->
                ArticleSearcher.builder(index, LEXICON)
                    .analyzer(Locale.GERMANY, new FrenchAnalyzer()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other than zh, de and en");
  }

  private List<String> found(String query) throws IOException {
    try (ArticleSearcher searcher = open()) {
      return searcher.search(request(query)).hits().stream()
          .map(hit -> hit.article().id())
          .toList();
    }
  }

  private ArticleSearcher open() throws IOException {
    return ArticleSearcher.builder(index, LEXICON)
        .analyzer(Locale.FRENCH, new FrenchAnalyzer())
        .open();
  }

  private static SearchRequest request(String query) {
    return SearchRequest.of(ArticleQuery.parse(query));
  }
}
