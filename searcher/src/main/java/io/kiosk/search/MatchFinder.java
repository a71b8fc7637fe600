package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.query.Alternative;
import io.kiosk.query.AnalyzedText;
import io.kiosk.query.LanguageQuery;
import io.kiosk.query.QueryUnit;
import io.kiosk.query.TextFinder;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;

/** Finds the places of a text where the units of a query are met. */
final class MatchFinder {
  /** Text beyond this is not looked at: it is far behind what a snippet shows. */
  private static final int MAX_TEXT = 200_000;

  private static final double FAINT = .2;

  /**
   * A place where a unit is met.
   *
   * @param unit what is asked for
   * @param alternative how it is met
   * @param start first UTF-16 unit of the text
   * @param end behind the last
   */
  record Place(QueryUnit unit, Alternative alternative, int start, int end) {

    double value() {
      return unit.weight() * alternative.weight();
    }
  }

  private record Wanted(QueryUnit unit, Alternative alternative) {}

  private final Analyzer analyzer;
  private final Map<String, List<Wanted>> byFirstTerm = new HashMap<>();
  private final List<LanguageQuery.Literal> literals = new ArrayList<>();

  /**
   * Finds what a query asks for.
   *
   * @param analyzer of the articles that it will be shown
   */
  MatchFinder(LanguageQuery query, Analyzer analyzer) {
    this(query, analyzer, true);
  }

  private MatchFinder(LanguageQuery query, Analyzer analyzer, boolean coreOnly) {
    Optional<Language> language = query.articles();
    for (LanguageQuery.Reading reading : query.readings()) {
      literals.addAll(reading.literals());
      for (QueryUnit unit : reading.units()) {
        boolean literal = reading.literals().stream().anyMatch(each -> each.unit() == unit);
        if (!literal && (unit.core() || !coreOnly)) {
          for (Alternative alternative : unit.alternatives()) {
            byFirstTerm
                .computeIfAbsent(alternative.terms().get(0), term -> new ArrayList<>())
                .add(new Wanted(unit, alternative));
          }
        }
      }
    }
    boolean bigramsDo =
        language.equals(Optional.of(Language.ZH))
            && byFirstTerm.keySet().stream().noneMatch(MatchFinder::isOneCharacter);
    this.analyzer = bigramsDo ? LanguageAnalyzers.chineseBigrams() : analyzer;
  }

  private static boolean isOneCharacter(String term) {
    return term.length() == 1 && Character.isIdeographic(term.charAt(0));
  }

  /** All places in the order of the text; they may overlap. */
  List<Place> find(String whole) {
    String text = whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole;
    List<Place> places = new ArrayList<>();
    for (LanguageQuery.Literal literal : literals) {
      Alternative itself = literal.unit().alternatives().getFirst();
      for (TextFinder.Span span : literal.finder().in(text)) {
        places.add(new Place(literal.unit(), itself, span.start(), span.end()));
      }
    }
    if (!byFirstTerm.isEmpty()) {
      addTerms(text, places);
      places.sort(Comparator.comparingInt(Place::start)); // stable
    }
    return places;
  }

  private void addTerms(String text, List<Place> places) {
    List<AnalyzedText.Token> tokens = AnalyzedText.tokens(analyzer, text);
    Map<Integer, List<AnalyzedText.Token>> byPosition = new HashMap<>();
    for (AnalyzedText.Token token : tokens) {
      byPosition.computeIfAbsent(token.position(), p -> new ArrayList<>(1)).add(token);
    }
    for (AnalyzedText.Token token : tokens) {
      for (Wanted wanted : byFirstTerm.getOrDefault(token.term(), List.of())) {
        int end = end(wanted.alternative, token, byPosition);
        if (end > 0) {
          places.add(new Place(wanted.unit, wanted.alternative, token.start(), end));
        }
      }
    }
  }

  /** Which candidates of every unit two texts have, those that only add to the score included. */
  static List<UnitMatch> explain(
      LanguageQuery query, Analyzer analyzer, String title, String body) {
    MatchFinder all = new MatchFinder(query, analyzer, false);
    List<Place> inTitle = all.find(title);
    List<Place> inBody = all.find(body);
    List<UnitMatch> matches = new ArrayList<>();
    for (LanguageQuery.Reading reading : query.readings()) {
      for (QueryUnit unit : reading.units()) {
        List<UnitMatch.Met> met = new ArrayList<>();
        for (Alternative candidate : unit.alternatives()) {
          int titles = count(inTitle, unit, candidate);
          int bodies = count(inBody, unit, candidate);
          if (titles + bodies > 0) {
            met.add(new UnitMatch.Met(candidate, titles, bodies));
          }
        }
        met.sort(Comparator.comparingDouble(each -> -each.candidate().weight()));
        matches.add(new UnitMatch(reading.language(), unit, met));
      }
    }
    return matches;
  }

  /** By identity: several readings of a query may have equal units. */
  private static int count(List<Place> places, QueryUnit unit, Alternative candidate) {
    return (int)
        places.stream().filter(p -> p.unit() == unit && p.alternative() == candidate).count();
  }

  /** Where an alternative that begins at a token ends; -1 if the rest of it does not follow. */
  private static int end(
      Alternative alternative,
      AnalyzedText.Token first,
      Map<Integer, List<AnalyzedText.Token>> byPosition) {
    int end = first.end();
    for (int i = 1; i < alternative.terms().size(); i++) {
      String term = alternative.terms().get(i);
      int position = first.position() + alternative.positions().get(i);
      AnalyzedText.Token next = null;
      for (AnalyzedText.Token token : byPosition.getOrDefault(position, List.of())) {
        next = token.term().equals(term) ? token : next;
      }
      if (next == null) {
        return -1;
      }
      end = next.end();
    }
    return end;
  }

  /**
   * The places worth showing: those that mean their unit about as surely as the surest one in the
   * same article. A faint one beside a sure one is chance.
   */
  static List<Place> strong(List<Place> places, List<Place> elsewhere) {
    Map<String, Double> best = new HashMap<>();
    Stream.concat(places.stream(), elsewhere.stream())
        .forEach(p -> best.merge(p.unit().text(), p.alternative().weight(), Math::max));
    return places.stream()
        .filter(p -> p.alternative().weight() >= FAINT * best.get(p.unit().text()))
        .toList();
  }

  /**
   * Which word met which, best first: for every unit the surface forms that mean it most, at most
   * two.
   */
  static List<MatchedTerm> matched(
      String title, List<Place> inTitle, String body, List<Place> inBody, String lang) {
    List<Place> all = new ArrayList<>(inTitle);
    all.addAll(inBody);
    Set<Place> titlePlaces = new HashSet<>(inTitle);
    Map<String, Integer> forms = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<MatchedTerm> matched = new ArrayList<>();
    Comparator<Place> best = Comparator.comparingDouble(place -> -place.alternative().weight());
    all.stream()
        .sorted(best)
        .forEach(
            place -> {
              String text = titlePlaces.contains(place) ? title : body;
              String surface = text.substring(place.start(), place.end());
              String query = place.unit().text();
              if (forms.getOrDefault(query, 0) < 2
                  && seen.add(query + '\n' + surface.toLowerCase(Locale.ROOT))) {
                forms.merge(query, 1, Integer::sum);
                matched.add(new MatchedTerm(query, surface, lang, place.alternative().weight()));
              }
            });
    return List.copyOf(matched);
  }
}
