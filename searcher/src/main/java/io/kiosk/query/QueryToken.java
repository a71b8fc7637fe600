package io.kiosk.query;

/**
 * A piece of a query with its meaning.
 *
 * @param start where its text begins in the query, in UTF-16 units; for a quotation behind the
 *     quote
 * @param end where its text ends
 * @param argument the name of a field, the slop of a quotation, the edits of a fuzzy word, the
 *     number of a boost; otherwise empty
 */
record QueryToken(Kind kind, int start, int end, String argument) {

  QueryToken(Kind kind, int start, int end) {
    this(kind, start, end, "");
  }

  /** The same characters, meaning nothing but themselves. */
  QueryToken asText() {
    return new QueryToken(Kind.TEXT, start, end);
  }

  enum Kind {
    /** Anything that is no syntax, without white space. */
    TEXT(true, true),
    QUOTED(true, true),
    EXACT(true, true),
    EXACT_QUOTED(true, true),
    WILDCARD(true, true),
    FUZZY(true, true),
    /** The value of a filter. */
    VALUE(true, true),
    /** {@code [a TO b]} with its brackets. */
    RANGE(true, true),
    FIELD(true, false),
    OPEN(true, false),
    CLOSE(false, true),
    /** {@code ^2} behind an operand. */
    BOOST(false, true),
    REQUIRE(true, false),
    EXCLUDE(true, false),
    AND(false, false),
    OR(false, false);

    /** Whether an operand may begin with it. */
    final boolean startsOperand;

    /** Whether an operand may end with it. */
    final boolean endsOperand;

    Kind(boolean startsOperand, boolean endsOperand) {
      this.startsOperand = startsOperand;
      this.endsOperand = endsOperand;
    }

    /** Whether it is {@code +}, {@code -}, {@code !} or {@code NOT}. */
    boolean isModifier() {
      return this == REQUIRE || this == EXCLUDE;
    }

    /** Whether it belongs to the one operand that follows it. */
    boolean isPrefix() {
      return isModifier() || this == FIELD;
    }

    /** Whether it stands between two operands. */
    boolean isConnective() {
      return this == AND || this == OR;
    }
  }
}
