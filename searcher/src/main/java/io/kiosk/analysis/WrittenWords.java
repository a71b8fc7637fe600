package io.kiosk.analysis;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;

/** A stream of terms that collects its text's words as they are written, and its first terms. */
interface WrittenWords {

  /** What was collected, once this stream has ended and until its next reset. */
  TokenStream written();

  /**
   * The terms of the first {@link TextTerms#BEGINNING} words; valid as long as {@link #written}.
   */
  List<KnownTerm> beginning();
}
