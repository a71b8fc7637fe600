package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.query.UnitQuery.FieldWeight;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Units of a query that an article has near each other. */
final class Proximity {

  /** How many positions a translated phrase may take up for each of its units, and beside them. */
  private static final int WIDTH_OF_UNIT = 3;

  private static final int SPARE_WIDTH = 5;

  private Proximity() {}

  /**
   * Articles that have an alternative of every unit near the others in one of some fields. Word
   * order and length differ between languages, so they may stand in any order and with room
   * between.
   *
   * @param slop how many more words may stand between than in an ordinary phrase
   */
  static Query of(List<QueryUnit> units, List<FieldWeight> fields, int slop) {
    int width = SPARE_WIDTH + WIDTH_OF_UNIT * units.size() + slop;
    IntervalsSource[] each =
        units.stream()
            .filter(unit -> !unit.alternatives().isEmpty())
            .map(Proximity::any)
            .toArray(IntervalsSource[]::new);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (FieldWeight field : fields) {
      query.add(
          new IntervalQuery(field.field(), Intervals.maxwidth(width, Intervals.unordered(each))),
          Occur.SHOULD);
    }
    return query.build();
  }

  private static IntervalsSource any(QueryUnit unit) {
    return Intervals.or(
        unit.alternatives().stream().map(Proximity::sideBySide).toArray(IntervalsSource[]::new));
  }

  private static IntervalsSource sideBySide(Alternative alternative) {
    List<IntervalsSource> terms = new ArrayList<>();
    for (int i = 0; i < alternative.terms().size(); i++) {
      IntervalsSource term = Intervals.term(alternative.terms().get(i));
      int gap =
          i == 0 ? 0 : alternative.positions().get(i) - alternative.positions().get(i - 1) - 1;
      terms.add(gap > 0 ? Intervals.extend(term, gap, 0) : term);
    }
    return terms.size() == 1
        ? terms.getFirst()
        : Intervals.phrase(terms.toArray(IntervalsSource[]::new));
  }

  /** Finds the terms of a phrase where all of them stand within its length and some more words. */
  static TextFinder finder(List<AnalyzedText.Token> phrase, int slop, Optional<Language> language) {
    Map<String, Integer> wanted = new HashMap<>();
    phrase.forEach(token -> wanted.merge(token.term(), 1, Integer::sum));
    int width =
        phrase.isEmpty() ? 0 : phrase.getLast().position() - phrase.getFirst().position() + slop;
    return text -> {
      List<AnalyzedText.Token> tokens =
          AnalyzedText.tokens(
              language.map(LanguageAnalyzers::simple).orElse(LanguageAnalyzers.other()), text);
      List<AnalyzedText.Token> known =
          tokens.stream().filter(token -> wanted.containsKey(token.term())).toList();
      List<TextFinder.Span> spans = new ArrayList<>();
      int shown = 0;
      for (int i = 0; i < known.size(); i++) {
        int end = window(known, i, width, wanted);
        for (shown = Math.max(shown, i); shown < end; shown++) {
          spans.add(new TextFinder.Span(known.get(shown).start(), known.get(shown).end()));
        }
      }
      return spans;
    };
  }

  /** Behind the shortest window from a token on that has all that is wanted; -1 if none has. */
  private static int window(
      List<AnalyzedText.Token> tokens, int start, int width, Map<String, Integer> wanted) {
    Map<String, Integer> missing = new HashMap<>(wanted);
    for (int i = start;
        i < tokens.size() && tokens.get(i).position() - tokens.get(start).position() <= width;
        i++) {
      missing.computeIfPresent(tokens.get(i).term(), (term, n) -> n == 1 ? null : n - 1);
      if (missing.isEmpty()) {
        return i + 1;
      }
    }
    return -1;
  }
}
