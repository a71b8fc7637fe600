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
  private String queryId = ONLY_QUERY;

  TrecPrinter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(Optional<String> id, String query, SearchResult answer) {
    queryId = id.orElse(ONLY_QUERY);
  }

  @Override
  public void hit(Hit hit) throws IOException {
    out.write(line(queryId, hit));
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
