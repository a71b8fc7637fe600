package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A query as typed. Immutable; the syntax is Lucene's classic one where it can be meant, and text
 * everywhere else: the grammar stands in the description of this package.
 */
public final class ArticleQuery {
  private final String text;
  private final QueryPart part;

  private ArticleQuery(String text, QueryPart part) {
    this.text = text;
    this.part = part;
  }

  /**
   * Reads a query with its syntax.
   *
   * @param text as typed, also empty
   * @return with {@link #text} in NFC
   * @throws QuerySyntaxException if it cannot be read
   */
  public static ArticleQuery parse(String text) {
    String composed = composed(text);
    return new ArticleQuery(composed, QueryReader.read(composed));
  }

  /**
   * {@return a query for all words of a text, none of which is syntax}
   *
   * @param text as typed, also empty
   */
  public static ArticleQuery plain(String text) {
    String composed = composed(text);
    return new ArticleQuery(composed, QueryReader.plain(composed));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** {@return what was typed, in NFC as the articles are; all offsets refer to it} */
  public String text() {
    return text;
  }

  /** {@return whether it asks for words, so that its answer has an order of relevance} */
  public boolean hasWords() {
    return hasWords(part);
  }

  private static boolean hasWords(QueryPart part) {
    return switch (part) {
      case QueryPart.Filter filter -> false;
      case QueryPart.Everything all -> false;
      case QueryPart.Group group ->
          group.clauses().stream()
              .anyMatch(c -> c.occur() != QueryPart.Occur.EXCLUDED && hasWords(c.part()));
      case QueryPart.Boost boost -> hasWords(boost.part());
      case QueryPart.Words words -> true;
      case QueryPart.Phrase phrase -> true;
      case QueryPart.Exact exact -> true;
      case QueryPart.Wildcard wildcard -> true;
      case QueryPart.Fuzzy fuzzy -> true;
      case QueryPart.InField inField -> true;
    };
  }

  /** Whether nothing is found that does not have words of it. */
  private static boolean demandsWords(QueryPart part) {
    return switch (part) {
      case QueryPart.Filter filter -> false;
      case QueryPart.Everything all -> false;
      case QueryPart.Group group ->
          group.clauses().stream()
              .anyMatch(c -> c.occur() == QueryPart.Occur.REQUIRED && demandsWords(c.part()));
      case QueryPart.Boost boost -> demandsWords(boost.part());
      case QueryPart.Words words -> true;
      case QueryPart.Phrase phrase -> true;
      case QueryPart.Exact exact -> true;
      case QueryPart.Wildcard wildcard -> true;
      case QueryPart.Fuzzy fuzzy -> true;
      case QueryPart.InField inField -> demandsWords(inField.part());
    };
  }

  /**
   * {@return the languages it may be in, the likeliest first; several when in doubt}
   *
   * @param lexicon whose words help to recognise it
   */
  public List<Language> languages(TranslationLexicon lexicon) {
    StringJoiner words = new StringJoiner(" ");
    addWords(part, words);
    return QueryLanguages.of(words.toString(), lexicon);
  }

  private static void addWords(QueryPart part, StringJoiner words) {
    switch (part) {
      case QueryPart.Filter filter -> {}
      case QueryPart.Everything all -> {}
      case QueryPart.Group group -> group.clauses().forEach(c -> addWords(c.part(), words));
      case QueryPart.Boost boost -> addWords(boost.part(), words);
      case QueryPart.Words plain -> words.add(plain.text());
      case QueryPart.Phrase phrase -> words.add(phrase.text());
      case QueryPart.Exact exact -> words.add(exact.text());
      case QueryPart.Wildcard wildcard -> words.add(wildcard.pattern());
      case QueryPart.Fuzzy fuzzy -> words.add(fuzzy.word());
      case QueryPart.InField inField -> addWords(inField.part(), words);
    }
  }

  /**
   * {@return the query over the articles of one language}
   *
   * @param readings the languages it is read in, at least one if it has words
   * @param articles the language of the articles, empty for those without an analysis of their own
   * @param lexicon for the translations
   * @param analyzers those of the index
   * @param names what the index says of names that the lexicon lacks
   * @param translate whether words are translated at all
   * @param match how much of the plain words an article must meet
   */
  public LanguageQuery in(
      List<Language> readings,
      Optional<Language> articles,
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      ArchiveNames names,
      boolean translate,
      Match match) {
    CrossLanguageExpander expander =
        new CrossLanguageExpander(lexicon, analyzers, names, translate);
    List<Query> queries = new ArrayList<>();
    List<LanguageQuery.Reading> units = new ArrayList<>();
    for (Language reading : readings) {
      LuceneQueryBuilder builder = new LuceneQueryBuilder(text, expander, reading, articles, match);
      queries.add(builder.build(part));
      units.add(builder.reading());
    }
    Query query = queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, 0);
    // The fields of text are those of one language, so that words need no filter beside them.
    return new LanguageQuery(
        articles, demandsWords(part) ? query : inLanguage(query, articles), units);
  }

  private static Query inLanguage(Query query, Optional<Language> articles) {
    String language = articles.map(Language::tag).orElse(ArticleSchema.OTHER);
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term(ArticleSchema.LANGUAGE, language)), Occur.FILTER)
        .build();
  }

  /** {@return the query of one that has no words, over all languages} */
  public Query filters() {
    return new LuceneQueryBuilder(
            text,
            new CrossLanguageExpander(
                TranslationLexicon.empty(),
                LanguageAnalyzers.of(WordList.empty()),
                ArchiveNames.none(),
                false),
            Language.EN,
            Optional.empty(),
            Match.ALL)
        .build(part);
  }

  /**
   * {@return a query for articles whose publisher's name holds these words}
   *
   * @param name one or more words, in their order; case and diacritics do not matter
   */
  public static Query source(String name) {
    return LuceneQueryBuilder.Filters.name(ArticleSchema.SOURCE, name, false);
  }

  @Override
  public String toString() {
    return part.toString();
  }
}
