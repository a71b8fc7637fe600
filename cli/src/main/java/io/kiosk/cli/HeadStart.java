package io.kiosk.cli;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.util.Optional;

/**
 * Loads in a second thread what a search will need, while the first still reads arguments or looks
 * for articles: a search is over so soon that most of its time goes into classes and tables.
 */
final class HeadStart {

  private HeadStart() {}

  /** For any search. */
  static void search() {
    LuceneLog.silence();
    begin(ArticleSearcher::preload);
  }

  /** For a search that may find Chinese articles without being asked in Chinese. */
  static void chinese(SearchRequest request) {
    boolean found =
        request.in().isEmpty()
            || request.in().stream().map(Language::of).anyMatch(Optional.of(Language.ZH)::equals);
    if (found && request.translate()) {
      begin(() -> LanguageAnalyzers.chineseWordEnds(""));
    }
  }

  /** Does nothing on a machine with one processor. */
  private static void begin(Runnable load) {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(load, "head start");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
