package io.kiosk.examples;

import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/**
 * Reads French with care: articles whose language is {@code fr} are indexed and searched with an
 * analyzer of its own, beside the three languages that Kiosk knows.
 */
public final class FrenchArticles {
  private static final Analyzer FRENCH = new FrenchAnalyzer();

  private FrenchArticles() {}

  /** An indexer that stems French; searchers of its index need {@link #searcher}. */
  public static ArticleIndexer indexer(Path index, TranslationLexicon lexicon) throws IOException {
    IndexerConfig config = IndexerConfig.defaults().withAnalyzer(Locale.FRENCH, FRENCH);
    return ArticleIndexer.open(index, lexicon, config);
  }

  /** A searcher that stems French, so that {@code élection} finds {@code les élections}. */
  public static ArticleSearcher searcher(Path index, TranslationLexicon lexicon)
      throws IOException {
    return ArticleSearcher.builder(index, lexicon).analyzer(Locale.FRENCH, FRENCH).open();
  }
}
