package io.kiosk.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene's log, which advises on start-up options that gain nothing for text. */
final class LuceneLog {

  /** Held, for loggers that nobody holds forget their level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private LuceneLog() {}

  /** Lets only severe messages through; to be called before Lucene is used. */
  static void silence() {
    LUCENE.setLevel(Level.SEVERE);
  }
}
