package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.query.CoverageQuery.Part;
import io.kiosk.query.QueryPart.Clause;
import io.kiosk.query.QueryPart.Field;
import io.kiosk.query.QueryPart.Group;
import io.kiosk.query.UnitQuery.FieldWeight;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;

/**
 * A query read in one language, as Lucene runs it over the articles of one language. Made for one
 * query and used by one thread.
 */
final class LuceneQueryBuilder {
  private static final double EXCLUDING = .3;
  private static final int FUZZY_PREFIX = 1;

  private final CrossLanguageExpander expander;
  private final Language reading;
  private final Optional<Language> articles;
  private final Match match;
  private final List<UnitQuery> units = new ArrayList<>();

  LuceneQueryBuilder(
      CrossLanguageExpander expander, Language reading, Optional<Language> articles, Match match) {
    this.expander = expander;
    this.reading = reading;
    this.articles = articles;
    this.match = match;
  }

  /** All units that a query made here asks for, except those it excludes. */
  List<UnitQuery> units() {
    return units;
  }

  /** The query; it finds nothing where nothing of it is known in the articles' language. */
  Query build(QueryPart part) {
    return query(part, fields(Optional.empty()));
  }

  private List<FieldWeight> fields(Optional<Field> only) {
    FieldWeight body = new FieldWeight(ArticleSchema.body(articles), 1);
    FieldWeight title = new FieldWeight(ArticleSchema.title(articles), ScoringModel.TITLE);
    return only.map(
            field ->
                switch (field) {
                  case TITLE -> List.of(title);
                  case BODY -> List.of(body);
                })
        .orElse(List.of(body, title));
  }

  private Query query(QueryPart part, List<FieldWeight> fields) {
    return switch (part) {
      case QueryPart.Words words -> coverage(parts(words, fields));
      case QueryPart.Phrase phrase -> phrase(phrase, fields);
      case QueryPart.Exact exact -> exact(exact, fields);
      case QueryPart.Wildcard wildcard ->
          inEach(fields, field -> new WildcardQuery(new Term(field, fold(wildcard.pattern()))));
      case QueryPart.Fuzzy fuzzy ->
          inEach(
              fields,
              field ->
                  new FuzzyQuery(
                      new Term(field, fold(fuzzy.word())), fuzzy.maxEdits(), FUZZY_PREFIX));
      case QueryPart.InField inField -> query(inField.part(), fields(Optional.of(inField.field())));
      case QueryPart.Boost boost -> new BoostQuery(query(boost.part(), fields), boost.weight());
      case Group group -> group(group, fields);
      case QueryPart.Everything all -> ArticleSchema.articles();
      case QueryPart.Filter filter -> Filters.query(filter);
    };
  }

  private List<Part> parts(QueryPart.Words words, List<FieldWeight> fields) {
    List<Part> parts = new ArrayList<>();
    for (QueryUnit unit : expander.units(words.text(), words.offset(), reading, articles)) {
      parts.add(new Part(unitQuery(unit, fields), unit.core()));
    }
    return parts;
  }

  private Query unitQuery(QueryUnit unit, List<FieldWeight> fields) {
    UnitQuery query = new UnitQuery(unit, fields);
    units.add(query);
    return query;
  }

  private Query coverage(List<Part> parts) {
    return parts.isEmpty() ? new MatchNoDocsQuery("no words") : new CoverageQuery(parts, match);
  }

  private Query group(Group group, List<FieldWeight> fields) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<Part> optional = new ArrayList<>();
    boolean positive = false;
    for (Clause clause : group.clauses()) {
      switch (clause.occur()) {
        case REQUIRED -> {
          boolean filter = clause.part().onlyFilters();
          positive |= !filter;
          all.add(query(clause.part(), fields), filter ? Occur.FILTER : Occur.MUST);
        }
        case OPTIONAL -> optional.addAll(optionalParts(clause.part(), fields));
        case EXCLUDED -> all.add(excluded(clause.part(), fields), Occur.MUST_NOT);
      }
    }
    if (!optional.isEmpty()) {
      // What stands beside a required word only adds to the score, as in Lucene's classic syntax.
      Query query =
          switch (group.mode()) {
            case MOST, ALL -> coverage(optional);
            case ANY -> new CoverageQuery(optional, Match.ANY);
          };
      all.add(query, positive ? Occur.SHOULD : Occur.MUST);
    } else if (!positive) {
      all.add(ArticleSchema.articles(), Occur.FILTER);
    }
    return all.build();
  }

  private List<Part> optionalParts(QueryPart part, List<FieldWeight> fields) {
    return part instanceof QueryPart.Words words
        ? parts(words, fields)
        : List.of(new Part(query(part, fields), true));
  }

  private Query excluded(QueryPart part, List<FieldWeight> fields) {
    if (!(part instanceof QueryPart.Words words)) {
      LuceneQueryBuilder aside = new LuceneQueryBuilder(expander, reading, articles, Match.ALL);
      return aside.query(part, fields);
    }
    List<Part> parts = new ArrayList<>();
    for (QueryUnit unit : expander.units(words.text(), words.offset(), reading, articles)) {
      List<Alternative> sure =
          unit.alternatives().stream().filter(a -> a.weight() >= EXCLUDING).toList();
      if (unit.core() && !sure.isEmpty()) {
        QueryUnit strict = new QueryUnit(unit.text(), unit.offset(), unit.weight(), true, sure);
        parts.add(new Part(new UnitQuery(strict, fields), true));
      }
    }
    return parts.isEmpty()
        ? new MatchNoDocsQuery("nothing to exclude")
        : new CoverageQuery(parts, Match.ALL);
  }

  private Query phrase(QueryPart.Phrase phrase, List<FieldWeight> fields) {
    if (articles.isEmpty() || articles.get() == reading) {
      return inEach(fields, field -> phraseQuery(field, phrase.text(), phrase.slop()));
    }
    List<Part> parts = new ArrayList<>();
    expander
        .phrase(phrase.text(), phrase.offset(), reading, articles.get())
        .forEach(unit -> parts.add(new Part(unitQuery(unit, fields), true)));
    return parts.isEmpty() ? new MatchNoDocsQuery("no words") : new CoverageQuery(parts, Match.ALL);
  }

  private Query phraseQuery(String field, String text, int slop) {
    List<Query> readings =
        expander.tokens(text, articles).stream()
            .map(tokens -> phraseQuery(field, tokens, slop))
            .toList();
    return readings.size() == 1 ? readings.getFirst() : new DisjunctionMaxQuery(readings, 0);
  }

  private static Query phraseQuery(String field, List<AnalyzedText.Token> tokens, int slop) {
    PhraseQuery.Builder query = new PhraseQuery.Builder().setSlop(slop);
    tokens.forEach(token -> query.add(new Term(field, token.term()), token.position()));
    return query.build();
  }

  private Query exact(QueryPart.Exact exact, List<FieldWeight> fields) {
    return inEach(
        fields,
        field ->
            new ExactQuery(
                phraseQuery(field, exact.text(), 0),
                field.equals(ArticleSchema.title(articles))
                    ? ArticleSchema.TITLE
                    : ArticleSchema.BODY,
                exact.text()));
  }

  private static Query inEach(List<FieldWeight> fields, Function<String, Query> query) {
    return new DisjunctionMaxQuery(
        fields.stream().map(field -> query.apply(field.field())).toList(), .1f);
  }

  private String fold(String word) {
    String folded =
        articles.isPresent() && articles.get() == Language.ZH
            ? LanguageAnalyzers.foldChinese(word)
            : LanguageAnalyzers.other().normalize("", word).utf8ToString();
    return folded.toLowerCase(Locale.ROOT);
  }

  /** Filters as queries; they need no language. */
  static final class Filters {
    private Filters() {}

    static Query query(QueryPart.Filter filter) {
      return switch (filter) {
        case QueryPart.Filter.Lang lang -> ArticleSchema.languageRange(lang.lang().toLanguageTag());
        case QueryPart.Filter.Source source ->
            name(ArticleSchema.SOURCE, source.name(), source.wildcard());
        case QueryPart.Filter.Author author ->
            name(ArticleSchema.AUTHOR, author.name(), author.wildcard());
        case QueryPart.Filter.Published published ->
            published.from() == null && published.to() == null
                ? ArticleSchema.dated()
                : ArticleSchema.publishedBetween(
                    Optional.ofNullable(published.from()), Optional.ofNullable(published.to()));
      };
    }

    /** Names that hold the given words side by side, or one that fits the pattern. */
    static Query name(String field, String name, boolean wildcard) {
      if (wildcard) {
        String pattern = LanguageAnalyzers.other().normalize("", name).utf8ToString();
        return new ConstantScoreQuery(new WildcardQuery(new Term(field, pattern)));
      }
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      AnalyzedText.tokens(LanguageAnalyzers.other(), name)
          .forEach(token -> phrase.add(new Term(field, token.term()), token.position()));
      return new ConstantScoreQuery(phrase.build());
    }
  }
}
