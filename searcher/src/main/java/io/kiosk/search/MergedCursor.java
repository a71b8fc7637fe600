package io.kiosk.search;

import io.kiosk.schema.Language;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One list over all languages, best first; between equals the query's own language first. */
final class MergedCursor implements HitCursor {

  /** Finds the documents among the best that tell the story of the very best one. */
  @FunctionalInterface
  interface Versions {
    List<Integer> of(Ranked best) throws IOException;
  }

  private final List<? extends HitCursor> languages;
  private final List<Ranked> heads = new ArrayList<>();
  private final Comparator<Ranked> order;

  /** Hits that have gained a place, best first; their cursors come to them later. */
  private final List<Ranked> lifted = new ArrayList<>();

  private final Set<Integer> gained = new HashSet<>();

  /**
   * Merges.
   *
   * @param languages a cursor for each
   * @param own the query's language
   * @param versions what gains a place with the best hit
   */
  MergedCursor(List<RelevanceCursor> languages, Optional<Language> own, Versions versions)
      throws IOException {
    this.languages = languages;
    this.order = Ranking.order(own);
    for (RelevanceCursor language : languages) {
      heads.add(language.next());
    }
    int best = best();
    if (best >= 0 && languages.size() > 1) {
      lift(languages, heads.get(best), versions.of(heads.get(best)));
    }
  }

  private void lift(List<RelevanceCursor> cursors, Ranked best, List<Integer> versions)
      throws IOException {
    double gain = Ranking.versionBonus(best);
    List<Integer> gaining = new ArrayList<>(versions);
    gaining.add(best.doc());
    for (int i = 0; i < cursors.size(); i++) {
      for (Ranked each : cursors.get(i).first()) {
        if (gaining.contains(each.doc())) {
          lifted.add(new Ranked(each.doc(), each.score() + gain, each.query()));
          gained.add(each.doc());
        }
      }
      heads.set(i, unlifted(i, heads.get(i)));
    }
    lifted.sort(order);
  }

  private Ranked unlifted(int language, Ranked head) throws IOException {
    Ranked next = head;
    while (next != null && gained.contains(next.doc())) {
      next = languages.get(language).next();
    }
    return next;
  }

  /** The language whose next hit is the best; -1 if there is none. */
  private int best() {
    int best = -1;
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i) != null && (best < 0 || order.compare(heads.get(i), heads.get(best)) < 0)) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public Ranked next() throws IOException {
    int best = best();
    if (!lifted.isEmpty() && (best < 0 || order.compare(lifted.getFirst(), heads.get(best)) <= 0)) {
      return lifted.removeFirst();
    }
    if (best < 0) {
      return null;
    }
    Ranked next = heads.get(best);
    heads.set(best, unlifted(best, languages.get(best).next()));
    return next;
  }

  @Override
  public long total() {
    return languages.stream().mapToLong(HitCursor::total).sum();
  }

  @Override
  public boolean isExact() {
    return languages.stream().allMatch(HitCursor::isExact);
  }
}
