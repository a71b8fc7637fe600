package io.kiosk.search;

import io.kiosk.schema.Language;
import io.kiosk.search.Ranking.Ranked;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One list over all languages, best first; between equals the query's own language first. */
final class MergedCursor implements HitCursor {

  private final List<? extends HitCursor> languages;
  private final List<Ranked> heads = new ArrayList<>();
  private final Comparator<Ranked> order;

  /** Hits that have gained a place, best first; their cursors come to them later. */
  private final Deque<Ranked> lifted;

  private final Set<Integer> gained = new HashSet<>();

  /**
   * Merges.
   *
   * @param languages a cursor for each
   * @param own the query's language
   * @param lifted hits of these languages with a score above the one that their cursor gives
   */
  MergedCursor(List<RelevanceCursor> languages, Optional<Language> own, List<Ranked> lifted)
      throws IOException {
    this.languages = languages;
    this.order = Ranking.order(own);
    this.lifted = new ArrayDeque<>(lifted.stream().sorted(order).toList());
    lifted.forEach(hit -> gained.add(hit.doc()));
    for (int i = 0; i < languages.size(); i++) {
      heads.add(unlifted(i, languages.get(i).next()));
    }
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
