package io.kiosk.query;

/**
 * The constants of ranking inside one language, in one place because they were measured together.
 */
final class ScoringModel {
  /** Saturation of term frequency. */
  static final float K1 = .9f;

  /** Share of length normalisation. */
  static final float B = .4f;

  /** What an occurrence in the title counts against one in the body. */
  static final float TITLE = 2f;

  /** Share of the query's weight that an article must meet under {@link Match#MOST}. */
  static final double MOST = .5;

  private ScoringModel() {}
}
