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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * A query read in one language, as Lucene runs it over the articles of one language. Made for one
 * query and used by one thread.
 */
final class LuceneQueryBuilder {
  private static final double EXCLUDING = .3;

  private final String text;
  private final CrossLanguageExpander expander;
  private final Language reading;
  private final Optional<Language> articles;
  private final Match match;
  private final List<QueryUnit> units = new ArrayList<>();
  private final List<UnitQuery> scored = new ArrayList<>();
  private final List<LanguageQuery.Literal> literals = new ArrayList<>();

  /**
   * A builder.
   *
   * @param text the whole query as typed, for errors
   */
  LuceneQueryBuilder(
      String text,
      CrossLanguageExpander expander,
      Language reading,
      Optional<Language> articles,
      Match match) {
    this.text = text;
    this.expander = expander;
    this.reading = reading;
    this.articles = articles;
    this.match = match;
  }

  /** All units that a query made here asks for, except those it excludes. */
  LanguageQuery.Reading reading() {
    return new LanguageQuery.Reading(reading, units, scored, literals);
  }

  /** The query; it finds nothing where nothing of it is known in the articles' language. */
  Query build(QueryPart part) {
    return query(part, new Scope(List.of(Field.BODY, Field.TITLE)));
  }

  /** Where a part of the query is looked for. */
  private record Scope(List<Field> fields) {
    List<FieldWeight> analyzed(Optional<Language> articles) {
      return fields.stream()
          .map(
              field ->
                  switch (field) {
                    case TITLE ->
                        new FieldWeight(ArticleSchema.title(articles), ScoringModel.TITLE);
                    case BODY -> new FieldWeight(ArticleSchema.body(articles), 1);
                  })
          .toList();
    }

    List<FieldWeight> written(Optional<Language> articles) {
      return fields.stream()
          .map(
              field ->
                  switch (field) {
                    case TITLE ->
                        new FieldWeight(ArticleSchema.writtenTitle(articles), ScoringModel.TITLE);
                    case BODY -> new FieldWeight(ArticleSchema.writtenBody(articles), 1);
                  })
          .toList();
    }

    List<String> stored() {
      return fields.stream()
          .map(
              field ->
                  switch (field) {
                    case TITLE -> ArticleSchema.TITLE;
                    case BODY -> ArticleSchema.BODY;
                  })
          .toList();
    }
  }

  private Query query(QueryPart part, Scope fields) {
    return switch (part) {
      case QueryPart.Words words -> coverage(parts(words, fields));
      case QueryPart.Phrase phrase -> phrase(phrase, fields);
      case QueryPart.Exact exact -> exact(exact, fields);
      case QueryPart.Wildcard wildcard -> wildcard(wildcard, fields);
      case QueryPart.Fuzzy fuzzy -> fuzzy(fuzzy, fields);
      case QueryPart.InField inField -> query(inField.part(), new Scope(List.of(inField.field())));
      case QueryPart.Boost boost -> new BoostQuery(query(boost.part(), fields), boost.weight());
      case Group group -> group(group, fields);
      case QueryPart.Everything all -> ArticleSchema.articles();
      case QueryPart.Filter filter -> Filters.query(filter);
    };
  }

  private List<Part> parts(QueryPart.Words words, Scope fields) {
    List<Part> parts = new ArrayList<>();
    for (QueryUnit unit : expander.units(words.text(), words.offset(), reading, articles)) {
      QueryUnit asked = match == Match.ALL ? unit.withoutFaint() : unit;
      parts.add(new Part(unitQuery(asked, fields), unit.core()));
    }
    return parts;
  }

  private Query unitQuery(QueryUnit unit, Scope fields) {
    UnitQuery query = new UnitQuery(unit, fields.analyzed(articles));
    units.add(unit);
    scored.add(query);
    return query;
  }

  private Query coverage(List<Part> parts) {
    return parts.isEmpty() ? new MatchNoDocsQuery("no words") : new CoverageQuery(parts, match);
  }

  private Query group(Group group, Scope fields) {
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

  private List<Part> optionalParts(QueryPart part, Scope fields) {
    return part instanceof QueryPart.Words words
        ? parts(words, fields)
        : List.of(new Part(query(part, fields), true));
  }

  private Query excluded(QueryPart part, Scope fields) {
    if (!(part instanceof QueryPart.Words words)) {
      LuceneQueryBuilder aside =
          new LuceneQueryBuilder(text, expander, reading, articles, Match.ALL);
      return aside.query(part, fields);
    }
    List<Part> parts = new ArrayList<>();
    for (QueryUnit unit : expander.units(words.text(), words.offset(), reading, articles)) {
      List<Alternative> sure =
          unit.alternatives().stream().filter(a -> a.weight() >= EXCLUDING).toList();
      if (unit.core() && !sure.isEmpty()) {
        QueryUnit strict = new QueryUnit(unit.text(), unit.offset(), unit.weight(), true, sure);
        parts.add(new Part(new UnitQuery(strict, fields.analyzed(articles)), true));
      }
    }
    return parts.isEmpty()
        ? new MatchNoDocsQuery("nothing to exclude")
        : new CoverageQuery(parts, Match.ALL);
  }

  private Query phrase(QueryPart.Phrase phrase, Scope fields) {
    boolean literally = articles.isEmpty() || articles.get() == reading || !expander.translates();
    if (literally) {
      return phrase.slop() == 0 ? sideBySide(phrase, fields) : near(phrase, fields);
    }
    List<QueryUnit> asked =
        expander.phrase(phrase.text(), phrase.offset(), reading, articles.get());
    List<Part> parts = new ArrayList<>();
    asked.forEach(unit -> parts.add(new Part(unitQuery(unit, fields), true)));
    if (parts.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    Query all = new CoverageQuery(parts, Match.ALL);
    return asked.size() == 1
        ? all
        : new BooleanQuery.Builder()
            .add(all, Occur.MUST)
            .add(Proximity.of(asked, fields.analyzed(articles), phrase.slop()), Occur.FILTER)
            .build();
  }

  private Query sideBySide(QueryPart.Phrase phrase, Scope fields) {
    return literal(phrase.text(), phrase.offset())
        .<Query>map(unit -> unitQuery(unit, fields))
        .orElseGet(() -> new MatchNoDocsQuery("no words"));
  }

  private Query near(QueryPart.Phrase phrase, Scope fields) {
    List<List<AnalyzedText.Token>> readings = expander.tokens(phrase.text(), articles);
    addLiteral(
        itself(phrase.text(), phrase.offset(), 1),
        Proximity.finder(readings.getFirst(), phrase.slop(), articles));
    List<Query> queries = new ArrayList<>();
    for (FieldWeight field : fields.analyzed(articles)) {
      for (List<AnalyzedText.Token> tokens : readings) {
        PhraseQuery.Builder query = new PhraseQuery.Builder().setSlop(phrase.slop());
        tokens.forEach(token -> query.add(new Term(field.field(), token.term()), token.position()));
        queries.add(query.build());
      }
    }
    return new DisjunctionMaxQuery(queries, .1f);
  }

  /** Words side by side as one unit; nothing if there is no word. */
  private Optional<QueryUnit> literal(String words, int offset) {
    List<Alternative> phrases = new ArrayList<>();
    for (List<AnalyzedText.Token> tokens : expander.tokens(words, articles)) {
      CrossLanguageExpander.ofTokens(words, tokens, 1, CrossLanguageExpander.ITSELF)
          .ifPresent(phrases::add);
    }
    int length = phrases.stream().mapToInt(phrase -> phrase.terms().size()).max().orElse(0);
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(new QueryUnit(words, offset, length, true, phrases));
  }

  private Query exact(QueryPart.Exact exact, Scope fields) {
    Optional<QueryUnit> stems = literal(exact.text(), exact.offset());
    if (stems.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    UnitQuery candidates = new UnitQuery(stems.get(), fields.analyzed(articles));
    scored.add(candidates);
    ExactText finder = new ExactText(exact.text());
    addLiteral(itself(exact.text(), exact.offset(), 1), finder);
    return verified(candidates, fields, exact.text(), exact.text(), exact.offset(), finder);
  }

  private Query wildcard(QueryPart.Wildcard wildcard, Scope fields) {
    GapPattern pattern = GapPattern.of(wildcard.pattern());
    if (QueryChars.hasIdeograph(wildcard.pattern())) {
      return chinese(ChinesePattern.ofGaps(pattern), wildcard.pattern(), wildcard.offset(), fields);
    }
    List<WordPattern> words =
        pattern.words().stream().map(word -> WordPattern.ofGaps(word, articles)).toList();
    return words(words, wildcard.pattern(), wildcard.offset(), fields);
  }

  private Query fuzzy(QueryPart.Fuzzy fuzzy, Scope fields) {
    if (QueryChars.hasIdeograph(fuzzy.word())) {
      return fuzzy.maxEdits() == 0
          ? query(new QueryPart.Exact(fuzzy.word(), false, fuzzy.offset()), fields)
          : chinese(ChinesePattern.ofOneEdit(fuzzy.word()), fuzzy.word(), fuzzy.offset(), fields);
    }
    List<WordPattern> words =
        GapPattern.of(fuzzy.word().replace("\\", "\\\\")).words().stream()
            .map(word -> String.join("", word.texts()))
            .map(word -> WordPattern.ofEdits(word, fuzzy.maxEdits(), articles))
            .toList();
    return words(words, fuzzy.word(), fuzzy.offset(), fields);
  }

  /** Words side by side, each of which a pattern describes. */
  private Query words(List<WordPattern> words, String typed, int offset, Scope fields) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    TextFinder finder = WordPattern.finder(words, articles);
    addLiteral(itself(typed, offset, 1), finder);
    List<Part> parts = new ArrayList<>();
    for (WordPattern word : words) {
      UnitQuery query =
          new UnitQuery(
              itself(typed, offset, word.levels().size()),
              fields.written(articles),
              (terms, n) ->
                  PatternPostings.of(
                      terms,
                      word.levels().get(n),
                      n == 0 ? null : word.levels().get(n - 1),
                      count -> tooMany(typed, offset, count)));
      scored.add(query);
      parts.add(new Part(query, true));
    }
    return parts.size() == 1
        ? parts.getFirst().query()
        : verified(
            new CoverageQuery(parts, Match.ALL),
            fields,
            typed + "@" + offset,
            typed,
            offset,
            finder);
  }

  private Query chinese(ChinesePattern pattern, String typed, int offset, Scope fields) {
    if (pattern.characters() < 2) {
      throw new QuerySyntaxException(
          text,
          offset,
          QuerySyntaxException.excerpt(typed)
              + " would stand for too much: write at least two characters beside * and ?, three"
              + " before ~");
    }
    if (articles.isEmpty() || articles.get() != Language.ZH) {
      return new MatchNoDocsQuery("Chinese");
    }
    addLiteral(itself(typed, offset, 1), pattern);
    List<Part> variants = new ArrayList<>();
    for (ChinesePattern variant : pattern.each()) {
      List<Part> parts = new ArrayList<>();
      for (String stretch : variant.stretches()) {
        literal(stretch, offset).ifPresent(unit -> parts.add(new Part(scored(unit, fields), true)));
      }
      if (parts.isEmpty()) {
        parts.add(new Part(beginning(variant.firstCharacter(), typed, offset, fields), true));
      }
      variants.add(new Part(new CoverageQuery(parts, Match.ALL), true));
    }
    Query candidates = new CoverageQuery(variants, Match.ANY);
    return pattern.isOneWord()
        ? candidates
        : verified(candidates, fields, typed + "@" + offset, typed, offset, pattern);
  }

  /** Candidates whose text holds what was typed. */
  private Query verified(
      Query candidates, Scope fields, String key, String typed, int offset, TextFinder finder) {
    return new VerifiedQuery(
        candidates,
        fields.stored(),
        key,
        finder,
        VerifiedQuery.MAX_TEXTS,
        () ->
            new QuerySyntaxException(
                text,
                offset,
                QuerySyntaxException.excerpt(typed)
                    + " may be in more than "
                    + String.format(Locale.ROOT, "%,d", VerifiedQuery.MAX_TEXTS)
                    + inArticles()
                    + ", whose text would have to be read: join it with rarer words by AND, or"
                    + " narrow the articles by date or source"));
  }

  private UnitQuery scored(QueryUnit unit, Scope fields) {
    UnitQuery query = new UnitQuery(unit, fields.analyzed(articles));
    scored.add(query);
    return query;
  }

  /** Articles with a Chinese character, alone or with any other behind it. */
  private UnitQuery beginning(String character, String typed, int offset, Scope fields) {
    Automaton terms =
        Operations.determinize(
            Operations.concatenate(
                List.of(
                    Automata.makeString(character), Operations.optional(Automata.makeAnyChar()))),
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    UnitQuery query =
        new UnitQuery(
            itself(typed, offset, 1),
            fields.analyzed(articles),
            (dictionaries, n) ->
                PatternPostings.of(
                    dictionaries, terms, null, count -> tooMany(typed, offset, count)));
    scored.add(query);
    return query;
  }

  /** A unit that is what was typed. */
  private static QueryUnit itself(String typed, int offset, int levels) {
    List<Alternative> alternatives = new ArrayList<>();
    for (int n = 0; n < levels; n++) {
      alternatives.add(
          new Alternative(
              typed,
              List.of(typed),
              List.of(0),
              WordPattern.weight(n),
              CrossLanguageExpander.ITSELF));
    }
    return new QueryUnit(typed, offset, 1, true, alternatives);
  }

  private void addLiteral(QueryUnit unit, TextFinder finder) {
    units.add(unit);
    literals.add(new LanguageQuery.Literal(unit, finder));
  }

  private QuerySyntaxException tooMany(String typed, int offset, String count) {
    return new QuerySyntaxException(
        text,
        offset,
        QuerySyntaxException.excerpt(typed)
            + " stands for "
            + count
            + " different words in"
            + inArticles()
            + ", expected at most "
            + String.format(Locale.ROOT, "%,d", PatternPostings.MAX_WORDS)
            + ": write more of the word");
  }

  private String inArticles() {
    return articles
        .map(language -> " " + language.locale().getDisplayLanguage(Locale.ENGLISH) + " articles")
        .orElse(" articles of other languages");
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
