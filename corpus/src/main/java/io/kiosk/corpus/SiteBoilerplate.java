package io.kiosk.corpus;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Text that the pages of one site have in common: lines of articles that many of them repeat are
 * the site's, not the article's, whatever they say. Made for a second pass over an archive: first
 * every article is {@linkplain #add added}, then each is given {@linkplain #without without} the
 * repeated lines.
 *
 * <p>Lines count as the same without case, numbers and punctuation at their ends. A line is the
 * site's if it stands in at least {@value #MIN_PAGES} articles and in at least a quarter of all. An
 * article of which hardly a line would be left, such as one that the archive holds in many copies,
 * keeps them all.
 *
 * <p>Neither the order of the articles nor how many there are matters to the result or to memory:
 * lines are counted by hash in two tables of fixed size (16 MB in all), and the lower count of a
 * line is taken (count-min sketch; Cormode and Muthukrishnan, Journal of Algorithms 55, 2005). So a
 * line may be counted too high, with millions of others, but never too low. Not for several
 * threads.
 */
public final class SiteBoilerplate {

  /** The fewest articles that make a line the site's. */
  public static final int MIN_PAGES = 4;

  /** The share of all articles that must have a line. */
  private static final double MIN_SHARE = .25;

  private static final int TABLE = 1 << 21;

  private final int[] low = new int[TABLE];
  private final int[] high = new int[TABLE];
  private int pages;

  /** Nothing counted yet. */
  public SiteBoilerplate() {}

  /**
   * Counts the lines of an article.
   *
   * @param article to be added once
   */
  public void add(Article article) {
    Objects.requireNonNull(article, "article");
    pages++;
    Set<Long> seen = new HashSet<>();
    article
        .body()
        .lines()
        .mapToLong(SiteBoilerplate::hash)
        .filter(hash -> hash != 0 && seen.add(hash))
        .forEach(this::count);
  }

  private void count(long hash) {
    low[(int) hash & TABLE - 1]++;
    high[(int) (hash >>> 32) & TABLE - 1]++;
  }

  /** Whether the articles that were added have a line in common. */
  private boolean isRepeated(String line) {
    return articlesWith(line) >= Math.max(MIN_PAGES, pages * MIN_SHARE);
  }

  private int articlesWith(String line) {
    long hash = hash(line);
    return hash == 0
        ? 0
        : Math.min(low[(int) hash & TABLE - 1], high[(int) (hash >>> 32) & TABLE - 1]);
  }

  /**
   * {@return the result without what the site repeats; a rejected file stays as it is}
   *
   * @param result of a page that was added
   */
  public CleaningResult without(CleaningResult result) {
    return switch (result) {
      case Rejected rejected -> rejected;
      case Cleaned cleaned -> new Cleaned(cleaned.origin(), without(cleaned.article()));
    };
  }

  /**
   * {@return the same for an explained result; blocks that go name the number of articles that have
   * them}
   *
   * @param explanation of a page that was added
   */
  public Explanation without(Explanation explanation) {
    CleaningResult result = without(explanation.result());
    if (result.equals(explanation.result())) {
      return explanation;
    }
    List<ExplainedBlock> blocks = explanation.blocks().stream().map(this::without).toList();
    return new Explanation(result, blocks);
  }

  private ExplainedBlock without(ExplainedBlock block) {
    if (!block.kept() || !isRepeated(block.text())) {
      return block;
    }
    String reason = "in " + articlesWith(block.text()) + " of the site's " + pages + " articles";
    return new ExplainedBlock(block.kind(), block.text(), false, reason);
  }

  private Article without(Article article) {
    String body =
        article
            .body()
            .lines()
            .filter(line -> !isRepeated(line))
            .collect(Collectors.joining("\n"))
            .replaceAll("\n{3,}", "\n\n")
            .strip();
    boolean same = body.length() == article.body().length();
    return same || TextMeasure.of(body).weight() < Acceptance.MIN_WEIGHT
        ? article
        : article.withBody(body);
  }

  /** 64 bits of a line (FNV-1a, mixed); 0 if it has no letters. */
  private static long hash(String line) {
    String folded = Folding.foldEnds(line);
    if (folded.chars().noneMatch(Character::isLetter)) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < folded.length(); i++) {
      hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }
}
