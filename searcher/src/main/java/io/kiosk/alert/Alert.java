package io.kiosk.alert;

import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.query.QuerySyntaxException;
import io.kiosk.schema.Language;
import io.kiosk.search.SearchRequest;
import java.util.List;
import java.util.Objects;

/**
 * A question that is asked of every new article.
 *
 * @param name unique in an index, not blank, at most 100 UTF-16 units
 * @param query as typed
 * @param plain whether the query has no syntax
 * @param match how much of the query an article must meet
 * @param in BCP 47 tags of the articles' languages, {@code zh} takes all {@code zh-*}; empty for
 *     all
 * @param queryLanguages what the query is read as; empty to have it recognised
 */
public record Alert(
    String name,
    String query,
    boolean plain,
    Match match,
    List<String> in,
    List<Language> queryLanguages) {

  /** UTF-16 units of the longest name. */
  public static final int LONGEST_NAME = 100;

  /**
   * Checks the name and the query.
   *
   * @throws IllegalArgumentException if the name is blank or too long
   * @throws QuerySyntaxException if the query cannot be read
   */
  public Alert {
    Objects.requireNonNull(match, "match");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of an alert must have 1 to " + LONGEST_NAME + " characters, got " + name);
    }
    in = List.copyOf(in);
    queryLanguages = List.copyOf(queryLanguages);
    read(query, plain);
  }

  private static ArticleQuery read(String query, boolean plain) {
    return plain ? ArticleQuery.plain(query) : ArticleQuery.parse(query);
  }

  /** {@return what is asked of the articles} */
  public SearchRequest request() {
    return SearchRequest.builder(read(query, plain))
        .match(match)
        .in(in)
        .queryLanguages(queryLanguages)
        .build();
  }
}
