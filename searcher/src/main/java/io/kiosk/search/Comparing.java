package io.kiosk.search;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.Glosser;
import io.kiosk.query.LanguageQuery;
import io.kiosk.query.TypicalTerms;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import io.kiosk.search.Comparison.Coverage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;

/** Makes a {@link Comparison}. */
final class Comparing {

  private static final int TERMS = 12;

  /** Articles of a language whose words are counted; of more, as many evenly spread ones are. */
  private static final int SAMPLE = 1_000;

  private static final Set<String> TEXT = Set.of(ArticleSchema.TITLE, ArticleSchema.BODY);

  private final RequestQueries queries;
  private final IndexSearcher searcher;
  private final TranslationLexicon lexicon;
  private final Language reader;

  Comparing(RequestQueries queries, IndexSearcher searcher, TranslationLexicon lexicon) {
    this.queries = queries;
    this.searcher = searcher;
    this.lexicon = lexicon;
    this.reader = queries.readings().isEmpty() ? Language.EN : queries.readings().getFirst();
  }

  Comparison run() throws IOException {
    Map<LanguageQuery, Counts> byQuery = new LinkedHashMap<>();
    queries.queries().forEach(query -> byQuery.put(query, new Counts()));
    MatchingArticles.forEach(
        queries,
        searcher,
        (query, values, doc, docBase) -> byQuery.get(query).add(values, doc, docBase));
    List<Coverage> coverages = new ArrayList<>();
    for (Map.Entry<LanguageQuery, Counts> each : byQuery.entrySet()) {
      coverages.add(coverage(each.getKey(), each.getValue()));
    }
    return new Comparison(queries.readings(), coverages);
  }

  private static final class Counts {
    private final List<Integer> docs = new ArrayList<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private long undated;
    private LocalDate first;
    private LocalDate last;

    void add(ArticleValues values, int doc, int docBase) throws IOException {
      docs.add(docBase + doc);
      String source = values.source(doc);
      if (!source.isBlank()) {
        sources.merge(source, 1L, Long::sum);
      }
      Optional<ArticleValues.Published> published = values.published(doc);
      if (published.isEmpty()) {
        undated++;
        return;
      }
      LocalDate day = published.get().first();
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
    }
  }

  private Coverage coverage(LanguageQuery query, Counts counts) throws IOException {
    return new Coverage(
        query.articles(),
        counts.docs.size(),
        searcher.getIndexReader().docFreq(ArticleSchema.analysisTerm(query.articles())),
        counts.undated,
        Optional.ofNullable(counts.first),
        Optional.ofNullable(counts.last),
        Facets.mostFirst(counts.sources),
        query.articles().isEmpty() ? List.of() : terms(query, query.articles().get(), counts.docs));
  }

  private List<Comparison.Term> terms(LanguageQuery query, Language language, List<Integer> docs)
      throws IOException {
    TypicalTerms terms = new TypicalTerms(language, lexicon);
    double step = Math.max(1, (double) docs.size() / SAMPLE);
    for (double at = 0; at < docs.size(); at += step) {
      Document article = searcher.storedFields().document(docs.get((int) at), TEXT);
      String title = ArticleSchema.text(article, ArticleSchema.TITLE);
      String body = ArticleSchema.text(article, ArticleSchema.BODY);
      terms.add(title == null ? body : title + "\n" + body);
    }
    Glosser glosser = new Glosser(lexicon);
    return terms.best(TERMS, docs.size(), query, searcher.getIndexReader()).stream()
        .map(word -> new Comparison.Term(word, gloss(word.text(), language, glosser)))
        .toList();
  }

  private Optional<String> gloss(String word, Language language, Glosser glosser) {
    if (language == reader) {
      return Optional.empty();
    }
    String gloss = glosser.glossWord(word, language, reader);
    return gloss.isBlank() || gloss.equalsIgnoreCase(word) ? Optional.empty() : Optional.of(gloss);
  }
}
