package io.kiosk.index;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * One input that gives an article.
 *
 * @param origin where it is
 * @param modified when its file was last modified, milliseconds since 1970
 * @param stamp by which its file is recognised when it has not changed; 0 for none
 */
record Member(Origin origin, long modified, long stamp) {

  /** The hash of content that has gone, which no input has. */
  private static final String GONE = "0".repeat(64);

  /**
   * Which of several inputs gives the article its text: the one last modified, then the last by
   * name and line. A function of the inputs, not of the order in which they were met.
   */
  static final Comparator<Member> RANK =
      Comparator.comparingLong(Member::modified)
          .thenComparing(Member::file)
          .thenComparingLong(member -> member.line().orElse(0));

  Member {
    origin =
        new Origin(
            ArticleDocuments.key(origin.file()), origin.line(), origin.sha256(), origin.cleaner());
  }

  String file() {
    return origin.file();
  }

  OptionalLong line() {
    return origin.line();
  }

  boolean outranks(Member other) {
    return RANK.compare(this, other) > 0;
  }

  /** Whether both were made from the same bytes by the same cleaner. */
  boolean sameBytes(Member other) {
    return origin.sha256().equals(other.origin.sha256())
        && origin.cleaner() == other.origin.cleaner();
  }

  /** An equal one that is another object: the same input, whose text need not be written. */
  Member copy() {
    return new Member(origin, modified, stamp);
  }

  /** The same, but to be read again at the next occasion. */
  Member stale() {
    return new Member(new Origin(file(), line(), GONE, origin.cleaner()), modified, 0);
  }
}
