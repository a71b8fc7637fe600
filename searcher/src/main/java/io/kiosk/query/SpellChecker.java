package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.query.LanguageQuery.Reading;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Proposes other spellings for words that are in no article and in no lexicon, from the words of
 * the articles in the query's language. Used by one thread for one query.
 */
public final class SpellChecker {
  private static final int MOST = 3;
  private static final int SHORTEST = 4;

  /** Shorter words may differ in one letter only. */
  private static final int LONG = 6;

  /** What is so many times rarer than the most frequent candidate is a slip itself. */
  private static final int RARER = 50;

  private static final int LONGEST = 40;
  private static final int CHINESE_SHORTEST = 3;
  private static final int CHINESE_LONGEST = 6;
  private static final int CHINESE_ARTICLES = 50;
  private static final Set<String> TEXT = Set.of(ArticleSchema.TITLE, ArticleSchema.BODY);

  private record Candidate(String term, int edits, int articles) {
    static final Comparator<Candidate> BEST =
        Comparator.comparingInt(Candidate::edits)
            .thenComparingInt(candidate -> -candidate.articles);
  }

  private record Place(String word, int offset) {}

  private final IndexSearcher searcher;
  private final TranslationLexicon lexicon;

  /**
   * A checker over an index.
   *
   * @param searcher over the index whose words are proposed; must stay open
   * @param lexicon whose words need no other spelling
   */
  public SpellChecker(IndexSearcher searcher, TranslationLexicon lexicon) {
    this.searcher = searcher;
    this.lexicon = lexicon;
  }

  /**
   * What to propose for a query.
   *
   * @param queries the query over the articles of each language
   * @return in the order of the query; words without a proposal are left out
   * @throws IOException if the index cannot be read
   */
  public List<Suggestion> suggest(List<LanguageQuery> queries) throws IOException {
    Map<Place, Set<String>> proposed = new LinkedHashMap<>();
    for (LanguageQuery query : queries) {
      for (Reading reading : query.readings()) {
        if (!query.articles().equals(Optional.of(reading.language()))) {
          continue;
        }
        if (reading.language() == Language.ZH) {
          for (Place run : scatteredRuns(reading)) {
            add(run, chinese(run.word), proposed);
          }
          continue;
        }
        for (QueryUnit unit : reading.units()) {
          if (isUnknown(unit, reading, queries)) {
            add(
                new Place(unit.text(), unit.offset()),
                written(unit.text(), reading.language()),
                proposed);
          }
        }
      }
    }
    return proposed.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(
            each ->
                new Suggestion(
                    each.getKey().word(), each.getKey().offset(), distinct(each.getValue())))
        .sorted(Comparator.comparingInt(Suggestion::offset))
        .toList();
  }

  /** The first ones, but those that differ in upper and lower case only. */
  private static List<String> distinct(Set<String> words) {
    Map<String, String> byFolded = new LinkedHashMap<>();
    words.forEach(word -> byFolded.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
    return byFolded.values().stream().limit(MOST).toList();
  }

  private static void add(Place place, List<String> instead, Map<Place, Set<String>> proposed) {
    proposed.computeIfAbsent(place, key -> new LinkedHashSet<>()).addAll(instead);
  }

  /** Runs of Chinese that fall into single characters, as names do that no lexicon has. */
  private static List<Place> scatteredRuns(Reading reading) {
    List<Place> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int singles = 0;
    int end = -1;
    for (QueryUnit unit : reading.units()) {
      boolean han = unit.core() && unit.text().codePoints().allMatch(Character::isIdeographic);
      if (!run.isEmpty() && (!han || unit.offset() != end)) {
        addRun(run, singles, end, runs);
        singles = 0;
      }
      if (han) {
        run.append(unit.text());
        singles += unit.text().length() == 1 ? 1 : 0;
        end = unit.offset() + unit.text().length();
      }
    }
    addRun(run, singles, end, runs);
    return runs;
  }

  private static void addRun(StringBuilder run, int singles, int end, List<Place> runs) {
    if (run.length() >= CHINESE_SHORTEST
        && run.length() <= CHINESE_LONGEST
        && 2 * singles >= run.length()) {
      runs.add(new Place(run.toString(), end - run.length()));
    }
    run.setLength(0);
  }

  /** Whether a plain word is met in no language, and no lexicon has it. */
  private boolean isUnknown(QueryUnit unit, Reading reading, List<LanguageQuery> queries)
      throws IOException {
    boolean plain =
        unit.core()
            && unit.alternatives().size() == 1
            && reading.literals().stream().noneMatch(literal -> literal.unit() == unit)
            && unit.text().codePoints().noneMatch(Character::isDigit);
    if (!plain || unit.alternatives().getFirst().isPhrase()) {
      return false;
    }
    if (reading.hasMet(unit) || isMet(unit, Optional.of(reading.language()))) {
      return false; // as nearly all words are
    }
    for (LanguageQuery query : queries) {
      for (Reading each : query.readings()) {
        String key = LanguageAnalyzers.lexiconKey(unit.text(), each.language().locale());
        if (lexicon.contains(key, each.language().locale())) {
          return false;
        }
        for (QueryUnit same : each.units()) {
          if (same.offset() == unit.offset()
              && same.text().equals(unit.text())
              && isMet(same, query.articles())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isMet(QueryUnit unit, Optional<Language> articles) throws IOException {
    for (Alternative alternative : unit.alternatives()) {
      for (String field : List.of(ArticleSchema.body(articles), ArticleSchema.title(articles))) {
        if (UnitQuery.MatchedPostings.of(
                    new FieldTerms(searcher.getIndexReader(), field), alternative)
                .documentFrequency()
            > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether articles have a Chinese word. */
  private boolean isMet(String word) throws IOException {
    Optional<Alternative> itself =
        CrossLanguageExpander.ofTokens(
            word, ChineseTerms.covering(word), 1, CrossLanguageExpander.ITSELF);
    return itself.isPresent()
        && isMet(new QueryUnit(word, 0, 1, true, List.of(itself.get())), Optional.of(Language.ZH));
  }

  private List<String> written(String word, Language language) throws IOException {
    String folded = LanguageAnalyzers.foldWritten(Optional.of(language), word);
    if (folded.length() < SHORTEST || folded.length() > LONGEST) {
      return List.of();
    }
    String field = ArticleSchema.writtenBody(Optional.of(language));
    List<Candidate> candidates = new ArrayList<>();
    IndexReader reader = searcher.getIndexReader();
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms != null) {
      LevenshteinAutomata edits = new LevenshteinAutomata(folded, true);
      Automaton near = edits.toAutomaton(folded.length() < LONG ? 1 : 2);
      CharacterRunAutomaton nearest = new CharacterRunAutomaton(edits.toAutomaton(1));
      TermsEnum each = new CompiledAutomaton(near).getTermsEnum(terms);
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String text = term.utf8ToString();
        candidates.add(new Candidate(text, nearest.run(text) ? 1 : 2, each.docFreq()));
      }
    }
    int most = candidates.stream().mapToInt(Candidate::articles).max().orElse(0);
    List<Candidate> best =
        candidates.stream()
            .filter(candidate -> candidate.articles * RARER >= most)
            .sorted(Candidate.BEST)
            .limit(MOST)
            .toList();
    List<String> spellings = new ArrayList<>();
    for (Candidate each : best) {
      spellings.add(spelling(each.term, field, language));
    }
    return spellings;
  }

  /** A word as the first article that has it spells it. */
  private String spelling(String term, String field, Language language) throws IOException {
    ScoreDoc[] found = searcher.search(new TermQuery(new Term(field, term)), 1).scoreDocs;
    if (found.length > 0) {
      Document article = searcher.storedFields().document(found[0].doc, TEXT);
      String body = ArticleSchema.text(article, ArticleSchema.BODY);
      for (AnalyzedText.Token token :
          AnalyzedText.tokens(LanguageAnalyzers.written(Optional.of(language)), body)) {
        if (token.term().equals(term)) {
          return body.substring(token.start(), token.end()).replaceFirst("['’][sS]$", "");
        }
      }
    }
    return term;
  }

  /** The most frequent word in articles of which one character differs, unless they have this. */
  private List<String> chinese(String word) throws IOException {
    if (isMet(word)) {
      return List.of();
    }
    LanguageQuery near =
        ArticleQuery.parse(word + "~1")
            .in(
                List.of(Language.ZH),
                Optional.of(Language.ZH),
                lexicon,
                LanguageAnalyzers.of(WordList.empty()),
                ArchiveNames.none(),
                false,
                Match.ALL);
    // The texts of the best candidates are read here, for the query would read those of all.
    Query candidates =
        near.query() instanceof VerifiedQuery verified ? verified.candidates() : near.query();
    TextFinder finder = near.readings().getFirst().literals().getFirst().finder();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ScoreDoc hit : searcher.search(candidates, CHINESE_ARTICLES).scoreDocs) {
      Document article = searcher.storedFields().document(hit.doc, TEXT);
      for (String field : TEXT) {
        String text = article.get(field) == null ? "" : article.get(field);
        finder
            .in(text)
            .forEach(
                span -> counts.merge(text.substring(span.start(), span.end()), 1, Integer::sum));
      }
    }
    if (counts.containsKey(word)) {
      return List.of();
    }
    return counts.entrySet().stream()
        .filter(each -> each.getKey().length() == word.length())
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
