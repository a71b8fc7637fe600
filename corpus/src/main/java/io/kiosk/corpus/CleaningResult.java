package io.kiosk.corpus;

import java.util.Objects;

/** What became of one raw file; none disappears silently. */
public sealed interface CleaningResult {

  /** {@return where the raw file came from, as {@link RawFile#origin}} */
  String origin();

  /**
   * The file held an article.
   *
   * @param origin where the raw file came from
   * @param article what was found in it
   */
  record Cleaned(String origin, Article article) implements CleaningResult {
    /** Checks that nothing is null. */
    public Cleaned {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(article, "article");
    }
  }

  /**
   * The file held none.
   *
   * @param origin where the raw file came from
   * @param reason why
   * @param detail what was found, for people: {@code "96 % of its text is links"}
   */
  record Rejected(String origin, Reason reason, String detail) implements CleaningResult {
    /** Checks that nothing is null. */
    public Rejected {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }

    /** {@return reason and detail in one phrase, as reports print it} */
    public String message() {
      return detail.isEmpty() ? reason.label() : reason.label() + ": " + detail;
    }
  }

  /** Why a file was rejected. */
  enum Reason {
    /** Nothing but white space. */
    EMPTY("empty"),
    /** Not text: an image, an archive of unknown kind, a program. */
    BINARY("not text"),
    /** The file could not be read, or a container is damaged. */
    UNREADABLE("unreadable"),
    /** Beyond the documented limits of size, number of nodes or depth. */
    TOO_LARGE("too large"),
    /** A page without an article: front page, link list, login wall, error page. */
    NO_ARTICLE("no article");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** {@return the words that reports print} */
    public String label() {
      return label;
    }
  }
}
