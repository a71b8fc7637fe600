package io.kiosk.examples;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.data.LexiconData;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchRequest;
import io.kiosk.search.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Asks an archive in German and prints Chinese and English articles with glosses. */
public final class SearchArchive {
  private SearchArchive() {}

  /** Arguments: an index, a folder to keep the translation tables in, and a question. */
  public static void main(String[] args) throws IOException {
    TranslationLexicon lexicon = TranslationLexicon.open(LexiconData.unpack(Path.of(args[1])));
    try (ArticleSearcher searcher = ArticleSearcher.open(Path.of(args[0]), lexicon)) {
      ArticleQuery question = ArticleQuery.parse(args[2]);
      SearchRequest request =
          SearchRequest.builder(question).in(List.of("zh", "en")).gloss(true).build();
      for (Hit hit : searcher.search(request).hits()) {
        System.out.println(hit.rank() + ". " + hit.title().text());
        for (Snippet passage : hit.snippets()) {
          System.out.println("   " + passage.text());
          passage.gloss().ifPresent(gloss -> System.out.println("   = " + gloss));
        }
      }
    }
  }
}
