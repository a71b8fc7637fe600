package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Run lines as trec_eval reads them: {@code QUERY_ID Q0 ARTICLE_ID RANK SCORE kiosk}. */
final class TrecPrinter implements ResultPrinter {

  private static final String ONLY_QUERY = "1";

  private final Writer out;

  TrecPrinter(Writer out) {
    this.out = out;
  }

  @Override
  public void result(Optional<String> queryId, String query, SearchResult result)
      throws IOException {
    for (Hit hit : result.hits()) {
      out.write(line(queryId.orElse(ONLY_QUERY), hit));
    }
  }

  /** One line with its end. */
  static String line(String queryId, Hit hit) {
    return word(queryId)
        + " Q0 "
        + word(hit.article().id())
        + " "
        + hit.rank()
        + " "
        + Texts.score(hit.score())
        + " kiosk\n";
  }

  /** Ids come from files of others; the format is cut at white space. */
  private static String word(String id) {
    return SafeText.line(id).replaceAll("\\s", "_");
  }
}
