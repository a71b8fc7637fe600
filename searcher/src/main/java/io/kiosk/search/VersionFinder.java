package io.kiosk.search;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.StoryQuery;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Finds the versions of a story in the other languages: the beginning of an article, translated, is
 * the query, and the best answer is a version if it stands out far above the second. It depends on
 * the articles of the index alone, not on the order in which they came.
 */
final class VersionFinder {
  /** How far the best must be above the second: keeps 92 % of true versions, takes 6 % false. */
  private static final double STANDS_OUT = 1.3;

  private static final Set<String> NEEDED = Set.of(ArticleSchema.LANG, ArticleSchema.BODY);

  private final IndexSearcher searcher;
  private final TranslationLexicon lexicon;

  VersionFinder(IndexSearcher searcher, TranslationLexicon lexicon) {
    this.searcher = searcher;
    this.lexicon = lexicon;
  }

  /**
   * The versions of an article in the whole index, at most one a language.
   *
   * @param doc its number in the index
   * @return numbers of documents, in the order of {@link Language}
   */
  List<Integer> versions(int doc) throws IOException {
    List<Integer> versions = new ArrayList<>();
    for (Language to : Language.values()) {
      Optional<Query> story = story(doc, to);
      if (story.isPresent()) {
        standsOut(searcher.search(story.get(), 2).scoreDocs).ifPresent(versions::add);
      }
    }
    return versions;
  }

  /**
   * The version of an article among some documents of another language.
   *
   * @param doc the article's number in the index
   * @param to the other language
   * @param candidates numbers of documents
   */
  Optional<Integer> versionAmong(int doc, Language to, List<Integer> candidates)
      throws IOException {
    Optional<Query> story = story(doc, to);
    return story.isEmpty() ? Optional.empty() : standsOut(score(story.get(), candidates));
  }

  private Optional<Query> story(int doc, Language to) throws IOException {
    Document article = searcher.storedFields().document(doc, NEEDED);
    Optional<Language> from = Language.of(article.get(ArticleSchema.LANG));
    return from.isEmpty() || from.get() == to
        ? Optional.empty()
        : Optional.of(
            StoryQuery.of(
                article.get(ArticleSchema.BODY),
                from.get(),
                to,
                lexicon,
                searcher.getIndexReader()));
  }

  /** The best two of some documents. */
  private ScoreDoc[] score(Query query, List<Integer> candidates) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    List<ScoreDoc> scored = new ArrayList<>();
    List<Integer> ascending = candidates.stream().sorted().toList();
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer =
          next < ascending.size() && ascending.get(next) < end ? weight.scorer(leaf) : null;
      for (; next < ascending.size() && ascending.get(next) < end; next++) {
        int doc = ascending.get(next) - leaf.docBase;
        if (scorer != null
            && scorer.docID() <= doc
            && (scorer.docID() == doc || scorer.iterator().advance(doc) == doc)) {
          scored.add(new ScoreDoc(ascending.get(next), scorer.score()));
        }
      }
    }
    return scored.stream()
        .sorted(Comparator.comparingDouble(each -> -each.score))
        .limit(2)
        .toArray(ScoreDoc[]::new);
  }

  private static Optional<Integer> standsOut(ScoreDoc[] best) {
    boolean standsOut =
        best.length == 1 || best.length == 2 && best[0].score >= STANDS_OUT * best[1].score;
    return standsOut ? Optional.of(best[0].doc) : Optional.empty();
  }
}
