package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Articles that tell one story answer a query nearly equally well, so each has at least nearly the
 * score of the best of them: what a translation of the query misses in one language, the version in
 * the query's own language has.
 */
final class StoryScores {

  /** Of each language as many of the best lift their versions. */
  static final int DEPTH = 10;

  /** With the whole score the best of the noise would lift its versions above the only answer. */
  private static final double SHARE = .95;

  private StoryScores() {}

  /**
   * The hits that versions lift.
   *
   * @param shown languages whose hits are lifted
   * @param others further languages whose hits only lift
   * @param versions of the index
   * @return hits with a score above their own, in no order, each once
   */
  static List<Ranked> lifted(
      Collection<RelevanceCursor> shown, Collection<RelevanceCursor> others, VersionReader versions)
      throws IOException {
    Map<String, Map<Integer, Ranked>> best = new HashMap<>();
    for (Collection<RelevanceCursor> cursors : List.of(shown, others)) {
      for (RelevanceCursor cursor : cursors) {
        for (Ranked hit : cursor.first().subList(0, Math.min(DEPTH, cursor.first().size()))) {
          for (int version : versions.documents(hit.doc())) {
            best.computeIfAbsent(versions.language(version), language -> new HashMap<>())
                .merge(version, hit, (one, two) -> one.score() >= two.score() ? one : two);
          }
        }
      }
    }
    List<Ranked> lifted = new ArrayList<>();
    for (RelevanceCursor cursor : shown) {
      String language = cursor.query().articles().map(Language::tag).orElse(ArticleSchema.OTHER);
      Map<Integer, Ranked> lifting = best.getOrDefault(language, Map.of());
      Set<Integer> beyond = new HashSet<>(lifting.keySet());
      for (Ranked hit : cursor.first()) {
        if (beyond.remove(hit.doc())) {
          lift(hit, lifting.get(hit.doc()), lifted);
        }
      }
      for (Ranked hit : cursor.among(beyond)) {
        lift(hit, lifting.get(hit.doc()), lifted);
      }
    }
    return lifted;
  }

  private static void lift(Ranked hit, Ranked version, List<Ranked> lifted) {
    double score = SHARE * version.score();
    if (score > hit.score()) {
      lifted.add(new Ranked(hit.doc(), score, hit.query(), OptionalInt.of(version.doc())));
    }
  }
}
