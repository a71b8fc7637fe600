package io.kiosk.index;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** What a commit says of the versions that made it, and whether they may go on together. */
final class IndexVersions {

  private IndexVersions() {}

  /** What goes into every commit's user data. */
  static Map<String, String> of(TranslationLexicon lexicon, LanguageAnalyzers analyzers) {
    return Map.of(
        ArticleSchema.VERSION_KEY,
        Integer.toString(ArticleSchema.VERSION),
        ArticleSchema.ANALYZERS_KEY,
        analyzers.version(),
        ArticleSchema.LEXICON_KEY,
        lexicon.version());
  }

  /**
   * Checks that an index was written by the same versions.
   *
   * @param index how messages call it
   * @param ours what {@link #of} says
   * @throws IOException if it was not, naming both and what to do
   */
  static void check(Path index, Directory directory, Map<String, String> ours) throws IOException {
    Map<String, String> found = SegmentInfos.readLatestCommit(directory).getUserData();
    check(index, "schema", ArticleSchema.VERSION_KEY, found, ours);
    check(index, "analyzers", ArticleSchema.ANALYZERS_KEY, found, ours);
    check(index, "lexicon", ArticleSchema.LEXICON_KEY, found, ours);
  }

  private static void check(
      Path index, String what, String key, Map<String, String> found, Map<String, String> ours)
      throws IOException {
    if (!ours.get(key).equals(found.get(key))) {
      throw new IOException(
          String.join(
              " ",
              "index " + index + " has " + what + " " + found.getOrDefault(key, "unknown") + ",",
              "this program writes " + ours.get(key) + ":",
              "index again with kiosk rebuild"));
    }
  }
}
