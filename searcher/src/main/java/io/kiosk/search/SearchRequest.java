package io.kiosk.search;

import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What to search for. Immutable; made by {@link #of} or {@link #builder}.
 *
 * @param query the words, phrases and filters
 * @param in BCP 47 tags of the articles' languages, {@code zh} takes all {@code zh-*}; empty for
 *     all
 * @param queryLanguages what the query is read as; empty to have it recognised
 * @param translate whether words are also searched in the other languages
 * @param match how much of the query an article must meet
 * @param from first day of publication
 * @param to last day of publication
 * @param undated whether articles without a date pass {@code from} and {@code to}
 * @param source words that the publisher's name must hold
 * @param order of the hits
 * @param groupByLanguage whether {@code limit} counts for each language
 * @param limit most hits, {@literal >= 1}
 * @param offset how many of the first hits to leave out, {@literal >= 0}; with {@code
 *     groupByLanguage} of each language
 * @param snippets whether hits get passages and matched words, which costs reading their text
 * @param gloss whether passages in another language than the query's are glossed in it
 * @param reader the language of glosses for a query that may be in several, such as a name alone,
 *     or has no words
 * @param explain whether hits say how they met each unit of the query
 * @param copies whether near-identical articles are hits of their own, not folded under one
 * @param without ids of articles that are no hits, whatever they say
 * @param exactTotal whether {@link SearchResult#total} counts all articles that match, however many
 *     they are; if not, a search by relevance need not look at articles that are too far from the
 *     best ones
 * @param facets whether all articles that match are counted by language, publisher and month
 * @param timeout how long the search may take until its last hit; empty for as long as it needs
 * @param cancelled asked often while the search runs, by its thread; it ends when that is true
 */
public record SearchRequest(
    ArticleQuery query,
    List<String> in,
    List<Language> queryLanguages,
    boolean translate,
    Match match,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    boolean undated,
    Optional<String> source,
    Order order,
    boolean groupByLanguage,
    int limit,
    int offset,
    boolean snippets,
    boolean gloss,
    Language reader,
    boolean explain,
    boolean copies,
    List<String> without,
    boolean exactTotal,
    boolean facets,
    Optional<Duration> timeout,
    BooleanSupplier cancelled) {

  /** UTF-16 units of an article that say what it is about: news begins with the gist. */
  private static final int LEAD = 600;

  /** The order of hits. */
  public enum Order {
    /** Best first. */
    RELEVANCE,
    /** Latest date of publication first, undated last. */
    NEWEST,
    /** Earliest date of publication first, undated last. */
    OLDEST
  }

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if {@code limit} is below 1, {@code offset} below 0, {@code
   *     from} after {@code to}, or {@code timeout} not positive
   */
  public SearchRequest {
    Objects.requireNonNull(query, "query");
    in = List.copyOf(in);
    queryLanguages = List.copyOf(queryLanguages);
    without = List.copyOf(without);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be >= 0, got " + offset);
    }
    if (timeout.isPresent() && !timeout.get().isPositive()) {
      throw new IllegalArgumentException("timeout must be > 0, got " + timeout.get());
    }
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(cancelled, "cancelled");
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw new IllegalArgumentException(
          "from must not be after to, got " + from.get() + " and " + to.get());
    }
  }

  /** {@return a builder that starts from this request} */
  public Builder toBuilder() {
    Builder builder = new Builder(query);
    builder.in = in;
    builder.queryLanguages = queryLanguages;
    builder.translate = translate;
    builder.match = match;
    builder.from = from;
    builder.to = to;
    builder.undated = undated;
    builder.source = source;
    builder.order = order;
    builder.groupByLanguage = groupByLanguage;
    builder.limit = limit;
    builder.offset = offset;
    builder.snippets = snippets;
    builder.gloss = gloss;
    builder.reader = reader;
    builder.explain = explain;
    builder.copies = copies;
    builder.without = without;
    builder.exactTotal = exactTotal;
    builder.facets = facets;
    builder.timeout = timeout;
    builder.cancelled = cancelled;
    return builder;
  }

  /**
   * {@return a request with the defaults: all languages, translated, most of the query, best 10
   * first}
   *
   * @param query may be in any of the languages
   */
  public static SearchRequest of(ArticleQuery query) {
    return builder(query).build();
  }

  /**
   * {@return a builder for articles about the same as a given one, in all languages: its title and
   * beginning are the query, as text without syntax, and it is no hit itself}
   *
   * @param article of this or another index
   */
  public static Builder similarTo(StoredArticle article) {
    String lead = article.body();
    if (lead.length() > LEAD) {
      int end = lead.offsetByCodePoints(0, lead.codePointCount(0, LEAD));
      lead = lead.substring(0, end);
    }
    String text = article.title().map(title -> title + "\n").orElse("") + lead;
    return builder(ArticleQuery.plain(text))
        .queryLanguages(Language.of(article.lang()).map(List::of).orElse(List.of()))
        .without(List.of(article.id()));
  }

  /**
   * {@return a builder that starts from the defaults of {@link #of}}
   *
   * @param query may be in any of the languages
   */
  public static Builder builder(ArticleQuery query) {
    return new Builder(query);
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    private final ArticleQuery query;
    private List<String> in = List.of();
    private List<Language> queryLanguages = List.of();
    private boolean translate = true;
    private Match match = Match.MOST;
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private boolean undated;
    private Optional<String> source = Optional.empty();
    private Order order = Order.RELEVANCE;
    private boolean groupByLanguage;
    private int limit = 10;
    private int offset;
    private boolean snippets = true;
    private boolean gloss;
    private Language reader = Language.EN;
    private boolean explain;
    private boolean copies;
    private List<String> without = List.of();
    private boolean exactTotal = true;
    private boolean facets;
    private Optional<Duration> timeout = Optional.empty();
    private BooleanSupplier cancelled = () -> false;

    private Builder(ArticleQuery query) {
      this.query = query;
    }

    /**
     * Sets {@link SearchRequest#in}, the articles' languages; all by default.
     *
     * @param tags BCP 47, in any case
     * @return this builder
     */
    public Builder in(List<String> tags) {
      this.in = tags;
      return this;
    }

    /**
     * Sets {@link SearchRequest#queryLanguages}; recognised by default.
     *
     * @param languages in which the words may be meant; empty to have them recognised
     * @return this builder
     */
    public Builder queryLanguages(List<Language> languages) {
      this.queryLanguages = languages;
      return this;
    }

    /**
     * Sets {@link SearchRequest#translate}; true by default.
     *
     * @param value false to search the words as they are
     * @return this builder
     */
    public Builder translate(boolean value) {
      this.translate = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#match}; {@link Match#MOST} by default.
     *
     * @param value how much of the query an article must meet
     * @return this builder
     */
    public Builder match(Match value) {
      this.match = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#from}; any by default.
     *
     * @param day in UTC, included; null for any
     * @return this builder
     */
    public Builder from(LocalDate day) {
      this.from = Optional.ofNullable(day);
      return this;
    }

    /**
     * Sets {@link SearchRequest#to}; any by default.
     *
     * @param day in UTC, included; null for any
     * @return this builder
     */
    public Builder to(LocalDate day) {
      this.to = Optional.ofNullable(day);
      return this;
    }

    /**
     * Sets {@link SearchRequest#undated}; false by default.
     *
     * @param value counts only with {@link #from} or {@link #to}
     * @return this builder
     */
    public Builder undated(boolean value) {
      this.undated = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#source}; any by default.
     *
     * @param name words of the publisher's name; null for any
     * @return this builder
     */
    public Builder source(String name) {
      this.source = Optional.ofNullable(name);
      return this;
    }

    /**
     * Sets {@link SearchRequest#order}; {@link Order#RELEVANCE} by default.
     *
     * @param value by relevance or by date of publication
     * @return this builder
     */
    public Builder order(Order value) {
      this.order = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#groupByLanguage}; false by default.
     *
     * @param value true for a list of hits of each language
     * @return this builder
     */
    public Builder groupByLanguage(boolean value) {
      this.groupByLanguage = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#limit}; 10 by default.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder limit(int value) {
      this.limit = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#offset}; 0 by default.
     *
     * @param value at least 0
     * @return this builder
     */
    public Builder offset(int value) {
      this.offset = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#snippets}; true by default.
     *
     * @param value false for hits without passages, which is faster
     * @return this builder
     */
    public Builder snippets(boolean value) {
      this.snippets = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#gloss}; false by default.
     *
     * @param value true for passages with {@link Snippet#gloss}
     * @return this builder
     */
    public Builder gloss(boolean value) {
      this.gloss = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#reader}; English by default.
     *
     * @param language in which the reader wants glosses where the query does not say it
     * @return this builder
     */
    public Builder reader(Language language) {
      this.reader = language;
      return this;
    }

    /**
     * Sets {@link SearchRequest#explain}; false by default.
     *
     * @param value true for hits with {@link Hit#explanation}
     * @return this builder
     */
    public Builder explain(boolean value) {
      this.explain = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#copies}; false by default.
     *
     * @param value false to fold them under one, see {@link Hit#copies}
     * @return this builder
     */
    public Builder copies(boolean value) {
      this.copies = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#without}; none by default.
     *
     * @param ids such as the index lacks do no harm
     * @return this builder
     */
    public Builder without(List<String> ids) {
      this.without = ids;
      return this;
    }

    /**
     * Sets {@link SearchRequest#exactTotal}; true by default.
     *
     * @param value false for an answer that may say only that there are more than some thousand,
     *     which is faster
     * @return this builder
     */
    public Builder exactTotal(boolean value) {
      this.exactTotal = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#facets}; false by default.
     *
     * @param value true for {@link SearchResult#facets}, which visits all articles that match
     * @return this builder
     */
    public Builder facets(boolean value) {
      this.facets = value;
      return this;
    }

    /**
     * Sets {@link SearchRequest#timeout}; none by default.
     *
     * @param value longer than zero; null for none
     * @return this builder
     */
    public Builder timeout(Duration value) {
      this.timeout = Optional.ofNullable(value);
      return this;
    }

    /**
     * Sets {@link SearchRequest#cancelled}; never by default.
     *
     * @param value quick, as it is asked often
     * @return this builder
     */
    public Builder cancelled(BooleanSupplier value) {
      this.cancelled = value;
      return this;
    }

    /**
     * {@return the request}
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public SearchRequest build() {
      return new SearchRequest(
          query,
          in,
          queryLanguages,
          translate,
          match,
          from,
          to,
          undated,
          source,
          order,
          groupByLanguage,
          limit,
          offset,
          snippets,
          gloss,
          reader,
          explain,
          copies,
          without,
          exactTotal,
          facets,
          timeout,
          cancelled);
    }
  }
}
