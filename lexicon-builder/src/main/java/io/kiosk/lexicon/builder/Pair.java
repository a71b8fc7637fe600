package io.kiosk.lexicon.builder;

/**
 * One translation as a dictionary has it, cleaned of its markup.
 *
 * @param left the text in the source's first language
 * @param right the text in its second language
 * @param weight how much the pair counts, > 0; the first translation of a plain entry has 1
 * @param entry whether it is a translation to be looked up; otherwise it only teaches which words
 *     go together
 */
record Pair(String left, String right, double weight, boolean entry) {

  static Pair entry(String left, String right, double weight) {
    return new Pair(left, right, weight, true);
  }

  static Pair example(String left, String right, double weight) {
    return new Pair(left, right, weight, false);
  }
}
