package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.ScoreDoc;

/**
 * One list over all languages. Scores of different languages are not comparable as they stand. Per
 * language, with s1 the best score, f a share of the 11th score (how high noise reaches) and ideal
 * the score that an article meeting everything could reach, a score s becomes
 *
 * <pre>(s - f) / ((s1 - f)^.75 * ideal^.25)</pre>
 *
 * so that the best of every language stands out by how far it is above its own noise, and by a
 * little of how good it is in absolute terms.
 */
final class Ranking {
  /** How many of a language's best are needed to place them among those of the others. */
  static final int DEPTH = 100;

  private static final int NOISE_RANK = 11;
  private static final double NOISE_SHARE = .8;
  private static final double IDEAL_EXPONENT = .25;
  private static final double VERSION_SHARE = .6;

  /**
   * A hit before its article is read.
   *
   * @param doc number in the index
   * @param score comparable over the languages
   * @param query what found it
   */
  record Ranked(int doc, double score, LanguageQuery query) {}

  private Ranking() {}

  /**
   * Scores that are comparable over the languages.
   *
   * @param docs a language's hits, best first
   * @param query what found them, after the search
   */
  static List<Ranked> normalize(ScoreDoc[] docs, LanguageQuery query) {
    List<Ranked> ranked = new ArrayList<>();
    if (docs.length > 0) {
      double best = docs[0].score;
      double noise =
          docs.length == 1 ? 0 : NOISE_SHARE * docs[Math.min(docs.length, NOISE_RANK) - 1].score;
      double scale =
          Math.pow(Math.max(best - noise, 1e-9), 1 - IDEAL_EXPONENT)
              * Math.pow(Math.max(query.ideal(), 1e-9), IDEAL_EXPONENT);
      for (ScoreDoc each : docs) {
        ranked.add(new Ranked(each.doc, (each.score - noise) / scale, query));
      }
    }
    return ranked;
  }

  /**
   * Moves the versions of the best hit's story up: they and the best hit gain a share of its score.
   *
   * @param merged all hits, best first, not empty
   * @param versions documents that tell the story of the first in other languages
   * @param own the query's language
   */
  static List<Ranked> liftVersions(
      List<Ranked> merged, List<Integer> versions, Optional<Language> own) {
    Ranked best = merged.get(0);
    double bonus = VERSION_SHARE * Math.abs(best.score);
    List<Ranked> lifted =
        merged.stream()
            .map(
                each ->
                    each == best || versions.contains(each.doc)
                        ? new Ranked(each.doc, each.score + bonus, each.query)
                        : each)
            .toList();
    return merge(List.of(lifted), own);
  }

  /** All hits, best first; between equals the query's own language first. */
  static List<Ranked> merge(List<List<Ranked>> byLanguage, Optional<Language> own) {
    Comparator<Ranked> best = Comparator.comparingDouble(ranked -> -ranked.score);
    return byLanguage.stream()
        .flatMap(List::stream)
        .sorted(
            best.thenComparing(ranked -> !ranked.query.articles().equals(own))
                .thenComparingInt(Ranked::doc))
        .toList();
  }
}
