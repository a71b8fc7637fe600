import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.data.LexiconData;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Asks an index of Kiosk: {@code java -cp "target/lib/*" Ask kiosk-index tables "Kaspersky"}. */
final class Ask {
  private Ask() {}

  public static void main(String[] args) throws IOException {
    TranslationLexicon lexicon = TranslationLexicon.open(LexiconData.unpack(Path.of(args[1])));
    try (ArticleSearcher searcher = ArticleSearcher.open(Path.of(args[0]), lexicon)) {
      for (Hit hit : searcher.search(SearchRequest.of(ArticleQuery.parse(args[2]))).hits()) {
        System.out.println(hit.article().lang() + "  " + hit.title().text());
      }
    }
  }
}
