package io.kiosk.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A query as it was read, before it is cut into units, translated or turned into Lucene queries.
 *
 * <p>Every {@code offset} counts UTF-16 units of the query as typed, and every text is a piece of
 * that query, unchanged: {@code query.startsWith(text, offset)}. Backslashes are still in it; in
 * running text they are punctuation, in a pattern they have the meaning that Lucene gives them.
 *
 * <p>{@link Object#toString} of all parts is a compact form for tests and debugging.
 */
sealed interface QueryPart {

  /** Whether this only narrows the articles and asks for no word: a filter, or filters alone. */
  default boolean onlyFilters() {
    return switch (this) {
      case Filter filter -> true;
      case Group group -> group.clauses.stream().allMatch(c -> c.part.onlyFilters());
      case Boost boost -> boost.part.onlyFilters();
      case Words words -> false;
      case Phrase phrase -> false;
      case Exact exact -> false;
      case Wildcard wildcard -> false;
      case Fuzzy fuzzy -> false;
      case InField inField -> false;
      case Everything everything -> false;
    };
  }

  /**
   * The longest stretch of plain text without an operator, white space and punctuation included. It
   * may hold no word at all ({@code ???}), but only if the query has nothing else.
   */
  record Words(String text, int offset) implements QueryPart {
    @Override
    public String toString() {
      return "<" + text + ">";
    }
  }

  /**
   * Words that stand side by side in this order, or with a slop near each other.
   *
   * @param text what stood between the quotes
   * @param slop as in {@link org.apache.lucene.search.PhraseQuery}; 0 for side by side
   * @param offset of the text, behind the opening quote
   */
  record Phrase(String text, int slop, int offset) implements QueryPart {
    @Override
    public String toString() {
      return '"' + text + '"' + (slop == 0 ? "" : "~" + slop);
    }
  }

  /**
   * Exactly this word or phrase: no stemming, no folding, no translation.
   *
   * @param offset of the text, behind {@code =} or {@code ="}
   */
  record Exact(String text, boolean phrase, int offset) implements QueryPart {
    @Override
    public String toString() {
      return phrase ? "=\"" + text + '"' : "=<" + text + ">";
    }
  }

  /**
   * A word with gaps.
   *
   * @param pattern as in {@link org.apache.lucene.search.WildcardQuery}: {@code *} any characters,
   *     {@code ?} one, a backslash before a character that stands for itself; begins with a letter
   *     or digit
   */
  record Wildcard(String pattern, int offset) implements QueryPart {
    @Override
    public String toString() {
      return "wildcard<" + pattern + ">";
    }
  }

  /**
   * A word and those spelt nearly like it.
   *
   * @param maxEdits from 0 to 2
   */
  record Fuzzy(String word, int maxEdits, int offset) implements QueryPart {
    @Override
    public String toString() {
      return "fuzzy<" + word + ">~" + maxEdits;
    }
  }

  /** A part that must be met in one field; only around Words, Phrase, Exact, Wildcard and Fuzzy. */
  record InField(Field field, QueryPart part) implements QueryPart {
    @Override
    public String toString() {
      return field.name().toLowerCase(Locale.ROOT) + ":" + part;
    }
  }

  /**
   * A part that counts more or less than its neighbours.
   *
   * @param weight from .01 to 100; 1 is as usual
   */
  record Boost(QueryPart part, float weight) implements QueryPart {
    @Override
    public String toString() {
      return part + "^" + weight;
    }
  }

  /**
   * Several parts.
   *
   * @param clauses at least one, and at least one that is not excluded
   */
  record Group(List<Clause> clauses, Mode mode) implements QueryPart {
    public Group {
      clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(mode.name().toLowerCase(Locale.ROOT)).append('(');
      String gap = "";
      for (Clause clause : clauses) {
        text.append(gap).append(clause);
        gap = " ";
      }
      return text.append(')').toString();
    }
  }

  /** Every article: {@code *}, an empty query, or what a query excludes from. */
  record Everything(int offset) implements QueryPart {
    @Override
    public String toString() {
      return "*";
    }
  }

  /** What narrows the articles and adds nothing to their score. */
  sealed interface Filter extends QueryPart {

    /**
     * Articles in a language.
     *
     * @param lang {@code zh} takes all of {@code zh-*}; {@link Locale#ROOT} is {@code und}
     */
    record Lang(Locale lang, int offset) implements Filter {
      @Override
      public String toString() {
        return "lang:" + lang.toLanguageTag();
      }
    }

    /**
     * Articles of a source.
     *
     * @param name the name, or if it is a wildcard a pattern as in {@link QueryPart.Wildcard}
     */
    record Source(String name, boolean wildcard, int offset) implements Filter {
      @Override
      public String toString() {
        return "source:" + (wildcard ? "wildcard" : "") + "<" + name + ">";
      }
    }

    /**
     * Articles by an author.
     *
     * @param name the name, or if it is a wildcard a pattern as in {@link QueryPart.Wildcard}
     */
    record Author(String name, boolean wildcard, int offset) implements Filter {
      @Override
      public String toString() {
        return "author:" + (wildcard ? "wildcard" : "") + "<" + name + ">";
      }
    }

    /**
     * Articles published in a span of time.
     *
     * @param from first day, or null if the span has no beginning
     * @param to last day, not before {@code from}, or null if the span has no end; both null takes
     *     every article that has a date
     */
    record Published(LocalDate from, LocalDate to, int offset) implements Filter {
      @Override
      public String toString() {
        return "published:" + (from == null ? "*" : from) + ".." + (to == null ? "*" : to);
      }
    }
  }

  /** One part of a group and whether it must be met. */
  record Clause(Occur occur, QueryPart part) {
    @Override
    public String toString() {
      return switch (occur) {
        case REQUIRED -> "+" + part;
        case OPTIONAL -> part.toString();
        case EXCLUDED -> "-" + part;
      };
    }
  }

  /** Whether a clause must be met. Filters that stand beside other parts are required. */
  enum Occur {
    REQUIRED,
    OPTIONAL,
    EXCLUDED
  }

  /** How many of the optional clauses of a group must be met. */
  enum Mode {
    /** As many as the request says: the parts stand side by side. */
    MOST,
    /** All: they are joined by {@code AND}, and none is optional. */
    ALL,
    /** One or more: they are joined by {@code OR}. */
    ANY
  }

  /** A field with running text. */
  enum Field {
    TITLE,
    BODY
  }
}
