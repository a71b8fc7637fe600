package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * The beginning of an article as a query for versions of its story in another language. Of its
 * units only those that tell most are asked for: a lead has many words, and each costs.
 */
public final class StoryQuery {
  private static final int LEAD_WORDS = 60;
  private static final int LEAD_CHARACTERS = 600;
  private static final int UNITS = 20;

  private record Weighed(QueryUnit unit, double information) {}

  private StoryQuery() {}

  /**
   * A query for versions of a story.
   *
   * @param body text of the article
   * @param from its language
   * @param to the language of the versions
   * @param lexicon for the translations
   * @param reader the index that is searched, for its frequencies
   * @throws IOException if the index cannot be read
   */
  public static Query of(
      String body, Language from, Language to, TranslationLexicon lexicon, IndexReader reader)
      throws IOException {
    String lead = body.substring(0, Math.min(body.length(), LEAD_CHARACTERS));
    List<QueryWord> words = QueryWord.of(lead, 0, from, lexicon);
    if (words.size() > LEAD_WORDS) {
      lead = lead.substring(0, words.get(LEAD_WORDS).offset());
    }
    String field = ArticleSchema.body(Optional.of(to));
    double documents = Math.max(1, reader.getDocCount(field));
    List<Weighed> units = new ArrayList<>();
    for (QueryUnit unit :
        new CrossLanguageExpander(lexicon, LanguageAnalyzers.of(WordList.empty()), true)
            .units(lead, 0, from, Optional.of(to))) {
      double df = documentFrequency(unit, field, reader);
      if (unit.core() && df > 0) {
        units.add(new Weighed(unit, unit.weight() * UnitQuery.idf(documents, df)));
      }
    }
    List<CoverageQuery.Part> parts =
        units.stream()
            .sorted(Comparator.comparingDouble(weighed -> -weighed.information))
            .limit(UNITS)
            .map(
                weighed ->
                    new CoverageQuery.Part(
                        new UnitQuery(weighed.unit, List.of(new UnitQuery.FieldWeight(field, 1))),
                        true))
            .toList();
    return parts.isEmpty()
        ? new MatchNoDocsQuery("nothing known in the other language")
        : new CoverageQuery(parts, Match.ANY);
  }

  /** Weighted sum over the alternatives; a phrase is taken to be as frequent as its rarest term. */
  private static double documentFrequency(QueryUnit unit, String field, IndexReader reader)
      throws IOException {
    double sum = 0;
    for (Alternative alternative : unit.alternatives()) {
      int rarest = Integer.MAX_VALUE;
      for (String term : alternative.terms()) {
        rarest = Math.min(rarest, reader.docFreq(new Term(field, term)));
      }
      sum += alternative.weight() * rarest;
    }
    return sum;
  }
}
