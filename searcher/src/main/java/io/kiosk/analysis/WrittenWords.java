package io.kiosk.analysis;

import org.apache.lucene.analysis.TokenStream;

/** A stream of terms that collects its text's words as they are written. */
interface WrittenWords {

  /** What was collected, once this stream has ended and until its next reset. */
  TokenStream written();
}
