package io.kiosk.query;

import java.util.Objects;

/**
 * A query that cannot be read. The message says where, what was found, what was expected and what
 * to do; {@link #query} and {@link #offset} let a caller point at the place.
 *
 * <p>Unchecked, as {@link java.util.regex.PatternSyntaxException} is; a program that reads queries
 * of other people catches it.
 */
public final class QuerySyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The query as typed. */
  private final String query;

  /** Where it went wrong. */
  private final int offset;

  /**
   * Makes one whose message is {@code character N: } and the given text, N counted from 1.
   *
   * @param query the whole query as typed
   * @param offset in UTF-16 units, from 0 to the length of the query
   */
  QuerySyntaxException(String query, int offset, String problem) {
    super("character " + (Objects.checkIndex(offset, query.length() + 1) + 1) + ": " + problem);
    this.query = query;
    this.offset = offset;
  }

  /** A piece of the query for a message: short, in quotes, without control characters. */
  static String excerpt(String text) {
    String start = text.length() > 40 ? text.substring(0, 39) + "…" : text;
    return '"' + start.replaceAll("\\p{C}", "\uFFFD") + '"';
  }

  /** {@return the whole query as typed} */
  public String query() {
    return query;
  }

  /**
   * {@return where it went wrong: an offset into {@link #query} in UTF-16 units, its length if
   * something is missing at the end}
   */
  public int offset() {
    return offset;
  }
}
