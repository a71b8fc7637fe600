package io.kiosk.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One article of an answer.
 *
 * @param rank place in the answer, from 1
 * @param score larger is better; comparable within one answer only. In an order by date it counts
 *     down from the number of hits
 * @param article what the index keeps of it
 * @param title the title with its highlights; an empty text when it has none
 * @param snippets passages of the body, in the order of the text
 * @param matched best first; empty when the query has no words
 * @param copies ids of near-identical articles that match too and are folded under this one
 * @param versions articles that tell its story in other languages, whether they match or not
 * @param liftedBy the one of its versions that answers the query better and lifted it to nearly its
 *     own score; empty if no version did
 * @param explanation how it met each unit of the query, in the order of the query; empty unless the
 *     request asks for it
 */
public record Hit(
    int rank,
    double score,
    StoredArticle article,
    Snippet title,
    List<Snippet> snippets,
    List<MatchedTerm> matched,
    List<String> copies,
    List<Version> versions,
    Optional<Version> liftedBy,
    List<UnitMatch> explanation) {

  /** Copies the lists. */
  public Hit {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(title, "title");
    snippets = List.copyOf(snippets);
    matched = List.copyOf(matched);
    copies = List.copyOf(copies);
    versions = List.copyOf(versions);
    Objects.requireNonNull(liftedBy, "liftedBy");
    explanation = List.copyOf(explanation);
  }
}
