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
 * @param explain whether hits say how they met each unit of the query
 * @param copies whether near-identical articles are hits of their own, not folded under one
 * @param without ids of articles that are no hits, whatever they say
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
    boolean explain,
    boolean copies,
    List<String> without,
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
    Objects.requireNonNull(cancelled, "cancelled");
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw new IllegalArgumentException(
          "from must not be after to, got " + from.get() + " and " + to.get());
    }
  }

  /** A builder that starts from this request. */
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
    builder.explain = explain;
    builder.copies = copies;
    builder.without = without;
    builder.facets = facets;
    builder.timeout = timeout;
    builder.cancelled = cancelled;
    return builder;
  }

  /** A request with the defaults: all languages, translated, most of the query, best 10 first. */
  public static SearchRequest of(ArticleQuery query) {
    return builder(query).build();
  }

  /**
   * A builder for articles about the same as a given one, in all languages: its title and beginning
   * are the query, as text without syntax, and it is no hit itself.
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

  /** A builder that starts from the defaults. */
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
    private boolean explain;
    private boolean copies;
    private List<String> without = List.of();
    private boolean facets;
    private Optional<Duration> timeout = Optional.empty();
    private BooleanSupplier cancelled = () -> false;

    private Builder(ArticleQuery query) {
      this.query = query;
    }

    /** See {@link SearchRequest#in}. */
    public Builder in(List<String> tags) {
      this.in = tags;
      return this;
    }

    /** See {@link SearchRequest#queryLanguages}. */
    public Builder queryLanguages(List<Language> languages) {
      this.queryLanguages = languages;
      return this;
    }

    /** See {@link SearchRequest#translate}. */
    public Builder translate(boolean value) {
      this.translate = value;
      return this;
    }

    /** See {@link SearchRequest#match}. */
    public Builder match(Match value) {
      this.match = value;
      return this;
    }

    /** See {@link SearchRequest#from}. */
    public Builder from(LocalDate day) {
      this.from = Optional.ofNullable(day);
      return this;
    }

    /** See {@link SearchRequest#to}. */
    public Builder to(LocalDate day) {
      this.to = Optional.ofNullable(day);
      return this;
    }

    /** See {@link SearchRequest#undated}. */
    public Builder undated(boolean value) {
      this.undated = value;
      return this;
    }

    /** See {@link SearchRequest#source}. */
    public Builder source(String name) {
      this.source = Optional.ofNullable(name);
      return this;
    }

    /** See {@link SearchRequest#order}. */
    public Builder order(Order value) {
      this.order = value;
      return this;
    }

    /** See {@link SearchRequest#groupByLanguage}. */
    public Builder groupByLanguage(boolean value) {
      this.groupByLanguage = value;
      return this;
    }

    /** See {@link SearchRequest#limit}. */
    public Builder limit(int value) {
      this.limit = value;
      return this;
    }

    /** See {@link SearchRequest#offset}. */
    public Builder offset(int value) {
      this.offset = value;
      return this;
    }

    /** See {@link SearchRequest#snippets}. */
    public Builder snippets(boolean value) {
      this.snippets = value;
      return this;
    }

    /** See {@link SearchRequest#gloss}. */
    public Builder gloss(boolean value) {
      this.gloss = value;
      return this;
    }

    /** See {@link SearchRequest#explain}. */
    public Builder explain(boolean value) {
      this.explain = value;
      return this;
    }

    /** See {@link SearchRequest#copies}. */
    public Builder copies(boolean value) {
      this.copies = value;
      return this;
    }

    /** See {@link SearchRequest#without}. */
    public Builder without(List<String> ids) {
      this.without = ids;
      return this;
    }

    /** See {@link SearchRequest#facets}. */
    public Builder facets(boolean value) {
      this.facets = value;
      return this;
    }

    /** See {@link SearchRequest#timeout}. */
    public Builder timeout(Duration value) {
      this.timeout = Optional.ofNullable(value);
      return this;
    }

    /** See {@link SearchRequest#cancelled}. */
    public Builder cancelled(BooleanSupplier value) {
      this.cancelled = value;
      return this;
    }

    /** The request. */
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
          explain,
          copies,
          without,
          facets,
          timeout,
          cancelled);
    }
  }
}
