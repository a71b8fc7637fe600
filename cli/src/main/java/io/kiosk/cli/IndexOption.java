package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which index a verb works on. */
final class IndexOption {

  private static final String VARIABLE = "KIOSK_INDEX";
  private static final String DEFAULT = "kiosk-index";

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index; else the variable KIOSK_INDEX, else kiosk-index in this folder.")
  private Path index;

  /** The folder of the index, which need not exist. */
  Path folder(Terminal terminal) {
    if (index != null) {
      return index;
    }
    return Path.of(terminal.variable(VARIABLE).orElse(DEFAULT));
  }

  /** Opens the index for searching. */
  ArticleSearcher open(Terminal terminal, TranslationLexicon lexicon) throws IOException {
    LuceneLog.silence();
    return ArticleSearcher.open(folder(terminal), lexicon);
  }
}
