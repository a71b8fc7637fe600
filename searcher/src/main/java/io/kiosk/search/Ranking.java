package io.kiosk.search;

import io.kiosk.query.LanguageQuery;
import io.kiosk.schema.Language;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.ScoreDoc;

/**
 * One list over all languages. Scores of different languages are not comparable as they stand. Per
 * language, with s1 the best score, f a share of the 11th score (how high noise reaches) and ideal
 * the score that an article meeting everything could reach, a score s becomes
 *
 * <pre>(s - f) / ((s1 - f)^.75 * ideal^.25)</pre>
 *
 * so that the best of every language stands out by how far it is above its own noise, and by a
 * little of how good it is in absolute terms. {@link StoryScores} then lifts versions of a story
 * nearly to the best of them.
 */
final class Ranking {
  /** How many of a language's best are needed to place them among those of the others. */
  static final int DEPTH = 100;

  /** Which of a language's best says how high noise reaches. */
  static final int NOISE_RANK = 11;

  private static final double NOISE_SHARE = .8;
  private static final double IDEAL_EXPONENT = .25;

  /**
   * A hit before its article is read.
   *
   * @param doc number in the index
   * @param score comparable over the languages
   * @param query what found it
   * @param liftedBy the version of its story that lifted it to this score; empty if it is its own
   */
  record Ranked(int doc, double score, LanguageQuery query, OptionalInt liftedBy) {

    /** A hit with a score of its own. */
    Ranked(int doc, double score, LanguageQuery query) {
      this(doc, score, query, OptionalInt.empty());
    }
  }

  private Ranking() {}

  /**
   * What makes the scores of one language comparable with those of the others.
   *
   * @param noise what is taken off
   * @param divisor of the rest
   */
  record Scale(double noise, double divisor) {

    /**
     * The scale of a language.
     *
     * @param docs its best hits, best first, more than {@value #NOISE_RANK} if there are
     * @param query what found them, after the search
     */
    static Scale of(ScoreDoc[] docs, LanguageQuery query) {
      if (docs.length == 0) {
        return new Scale(0, 1);
      }
      double best = docs[0].score;
      double noise =
          docs.length == 1 ? 0 : NOISE_SHARE * docs[Math.min(docs.length, NOISE_RANK) - 1].score;
      return new Scale(
          noise,
          Math.pow(Math.max(best - noise, 1e-9), 1 - IDEAL_EXPONENT)
              * Math.pow(Math.max(query.ideal(), 1e-9), IDEAL_EXPONENT));
    }

    /** A score on the common scale. */
    double of(float score) {
      return (score - noise) / divisor;
    }
  }

  /** Best first; between equals the query's own language first. */
  static Comparator<Ranked> order(Optional<Language> own) {
    Comparator<Ranked> best = Comparator.comparingDouble(ranked -> -ranked.score);
    return best.thenComparing(ranked -> !ranked.query.articles().equals(own))
        .thenComparingInt(Ranked::doc);
  }
}
