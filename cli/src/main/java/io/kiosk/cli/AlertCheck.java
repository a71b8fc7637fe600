package io.kiosk.cli;

import io.kiosk.alert.AlertBook;
import io.kiosk.alert.AlertDelivery;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.QuerySyntaxException;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;

/** Asks the alerts of an index after each of its commits, and tells what they found. */
final class AlertCheck {

  private final Terminal terminal;
  private final Path index;
  private final TranslationLexicon lexicon;
  private final AlertBook alerts;
  private final AlertDelivery delivery;
  private volatile boolean failed;

  /**
   * A check of an index.
   *
   * @param file where what is found is appended to; null to print it
   */
  AlertCheck(Terminal terminal, Path index, TranslationLexicon lexicon, Path file) {
    this.terminal = terminal;
    this.index = index;
    this.lexicon = lexicon;
    this.alerts = AlertBook.of(index);
    this.delivery = file == null ? new PrintedAlerts(terminal) : new AlertFile(file);
  }

  /** Checks what is new; what goes wrong is said and does not end the indexing. */
  void run() {
    try {
      if (alerts.list().isEmpty()) {
        return;
      }
      try (ArticleSearcher searcher = ArticleSearcher.open(index, lexicon)) {
        long met = alerts.check(searcher, delivery);
        if (met > 0) {
          terminal.say("alerts: " + Texts.count(met, "new article"));
        }
      }
    } catch (IOException | QuerySyntaxException e) {
      failed = true;
      terminal.complain("alerts: " + Failures.message(e));
      terminal.complain("what was not told is told after the next index");
    }
  }

  boolean failed() {
    return failed;
  }
}
