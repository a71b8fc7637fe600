package io.kiosk.examples;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Orders the best hits anew: articles of publishers that one trusts come first. */
public final class TrustedSources {
  private static final int DEPTH = 50;

  private TrustedSources() {}

  /** A searcher that puts the trusted among the best 50 hits before the others. */
  public static ArticleSearcher searcher(
      Path index, TranslationLexicon lexicon, Set<String> trusted) throws IOException {
    return ArticleSearcher.builder(index, lexicon)
        .reranker(
            (query, best) ->
                best.stream()
                    .mapToDouble(article -> trusted.contains(article.source().orElse("")) ? 1 : 0)
                    .toArray(), // equal scores keep their order
            DEPTH)
        .open();
  }
}
