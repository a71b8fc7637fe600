package io.kiosk.query;

import io.kiosk.analysis.CompoundSplitter;
import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.StopWords;
import io.kiosk.lexicon.Translation;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Running text of a query to the units that are searched in the articles of one language. In the
 * text's own language a unit is a word; in another it is a word or a phrase of the lexicon with its
 * weighted translations, and for a Latin word the word itself, because names stay as they are.
 */
final class CrossLanguageExpander {
  /** A pasted article is searched by its beginning. */
  private static final int MAX_UNITS = 256;

  private static final double PHRASE_WEIGHT = 1.3;
  private static final double IN_PHRASE_WEIGHT = .6;
  private static final double BIGRAM_WEIGHT = .5;
  private static final double SINGLE_CHARACTER_WEIGHT = .4;
  private static final double UNKNOWN_CHARACTER_WEIGHT = .5;
  private static final double SINGLE_TRANSLATION = .5;
  private static final double PART_WEIGHT = .3;
  private static final double COMPOUND_PART_WEIGHT = .8;
  private static final double OWN_PART_WEIGHT = .4;
  static final List<String> ITSELF = List.of("query");
  private static final List<String> FIGURE = List.of("figure");

  /** Said in English names inside German; German has no such words. */
  private static final CharArraySet ENGLISH_PARTICLES =
      new CharArraySet(
          List.of("the", "of", "and", "for", "to", "with", "by", "from", "at", "on"), true);

  private final TranslationLexicon lexicon;
  private final LanguageAnalyzers analyzers;
  private final boolean translate;
  private final CompoundSplitter compounds;
  private final ArchiveNames names;

  CrossLanguageExpander(
      TranslationLexicon lexicon,
      LanguageAnalyzers analyzers,
      ArchiveNames names,
      boolean translate) {
    this.names = names;
    this.lexicon = lexicon;
    this.analyzers = analyzers;
    this.translate = translate;
    this.compounds = new CompoundSplitter(lexicon.words(Language.DE.locale()));
  }

  /**
   * The units of a text.
   *
   * @param text a piece of the query
   * @param offset of the text in the query
   * @param from the language it is read in
   * @param to the language of the articles, empty for any that has no analysis of its own
   */
  List<QueryUnit> units(String text, int offset, Language from, Optional<Language> to) {
    List<QueryWord> words = QueryWord.of(text, offset, from, lexicon);
    List<QueryUnit> units = new ArrayList<>();
    if (to.isEmpty() || !translate && to.get() != from) {
      untranslated(words, to, units);
    } else if (to.get() == from) {
      sameLanguage(words, from, units);
      if (from == Language.ZH) {
        bigrams(text, offset, units);
      }
    } else {
      List<ArchiveNames.Found> found = names.find(text, words, offset, from, to.get());
      List<Figures.Figure> figures = Figures.in(text, from, to.get());
      List<QueryWord> rest = besideFigures(words, figures, text, offset, from);
      figures(figures, words, text, offset, to.get(), units);
      List<QueryWord> unknown = unlearnt(rest, offset, found);
      translated(
          from == Language.ZH ? besidePersons(unknown, to.get(), units) : unknown,
          from,
          to.get(),
          units);
      found.forEach(name -> named(name, offset, to.get()).ifPresent(units::add));
    }
    return units.size() > MAX_UNITS ? units.subList(0, MAX_UNITS) : units;
  }

  /** The words without single characters of names that an article explains. */
  private static List<QueryWord> unlearnt(
      List<QueryWord> words, int offset, List<ArchiveNames.Found> found) {
    return words.stream()
        .filter(
            word ->
                !isSingleHan(word.term())
                    || found.stream()
                        .noneMatch(
                            name ->
                                name.learnt()
                                    && offset + name.offset() <= word.offset()
                                    && offset + name.offset() + name.text().length() >= word.end()))
        .toList();
  }

  /** The words beside persons whom articles spell in pinyin, who become units. */
  private List<QueryWord> besidePersons(List<QueryWord> words, Language to, List<QueryUnit> units) {
    List<QueryWord> rest = new ArrayList<>();
    int end;
    for (int i = 0; i < words.size(); i = end) {
      end = ChineseNames.end(words, i);
      List<QueryWord> name = words.subList(i, end);
      Optional<QueryUnit> person = names.person(name, to).flatMap(found -> named(found, 0, to));
      person.ifPresentOrElse(units::add, () -> rest.addAll(name));
    }
    return rest;
  }

  /** A name of the archive; one that is only heard adds to the score. */
  private static Optional<QueryUnit> named(ArchiveNames.Found name, int offset, Language to) {
    List<Alternative> forms = new ArrayList<>();
    for (ArchiveNames.Form form : name.forms()) {
      alternative(
              form.written(),
              LanguageAnalyzers.lexiconKey(form.written(), to.locale()),
              to,
              form.weight(),
              List.of(form.source()))
          .ifPresent(forms::add);
    }
    return forms.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new QueryUnit(
                name.text(),
                offset + name.offset(),
                name.weight(),
                name.learnt(),
                distinct(forms)));
  }

  /** Whether words are translated at all. */
  boolean translates() {
    return translate;
  }

  /**
   * What a quoted phrase asks for in another language: its translation and itself if the lexicon
   * has it whole, else all of its parts: the longest phrases that the lexicon has, and words.
   */
  List<QueryUnit> phrase(String text, int offset, Language from, Language to) {
    List<QueryWord> words = QueryWord.of(text, offset, from, lexicon);
    List<QueryUnit> units = new ArrayList<>();
    if (from == Language.ZH) {
      List<Alternative> whole = translations(LanguageAnalyzers.foldChinese(text), from, to);
      if (!whole.isEmpty()) {
        return List.of(new QueryUnit(text, offset, Math.max(1, words.size()), true, whole));
      }
    }
    for (int i = 0; i < words.size(); ) {
      int end =
          from == Language.ZH
              ? i + 1
              : QueryWord.phraseEnd(words, i, phrase -> !translations(phrase, from, to).isEmpty());
      if (end > i + 1) {
        units.add(lexiconPhrase(words.subList(i, end), text, offset, from, to));
      } else if (!words.get(i).stop()) {
        List<QueryUnit> word = new ArrayList<>();
        word(words.get(i), from, to, 1, word);
        word.stream().filter(QueryUnit::core).forEach(units::add);
      }
      i = end;
    }
    return units;
  }

  /** A phrase of the lexicon, or the same words untranslated, as names are. */
  private QueryUnit lexiconPhrase(
      List<QueryWord> words, String text, int offset, Language from, Language to) {
    int start = words.getFirst().offset();
    String typed = text.substring(start - offset, words.getLast().end() - offset);
    List<Alternative> alternatives = new ArrayList<>();
    if (to != Language.ZH) {
      alternative(typed, String.join(" ", LanguageAnalyzers.lexiconTerms(to, typed)), to, 1, ITSELF)
          .ifPresent(alternatives::add);
    }
    alternatives.addAll(translations(words, from, to));
    return new QueryUnit(typed, start, words.size(), true, distinct(alternatives));
  }

  private void untranslated(List<QueryWord> words, Optional<Language> to, List<QueryUnit> units) {
    for (QueryWord word : words) {
      if (!word.stop()) {
        List<Alternative> itself =
            to.isEmpty() ? asIndexed(word) : itself(word, to.get(), 1).stream().toList();
        if (!itself.isEmpty()) {
          units.add(new QueryUnit(word.text(), word.offset(), 1, true, itself));
        }
      }
    }
  }

  private void sameLanguage(List<QueryWord> words, Language language, List<QueryUnit> units) {
    for (QueryWord word : words) {
      if (!word.stop()) {
        boolean single = language == Language.ZH && isSingleHan(word.term());
        unit(word.text(), word, single ? SINGLE_CHARACTER_WEIGHT : 1, true, word.term(), language)
            .ifPresent(units::add);
        if (language == Language.DE) {
          parts(word, units);
        }
      }
    }
  }

  /** What a German compound says is also said by its parts standing apart. */
  private void parts(QueryWord word, List<QueryUnit> units) {
    List<String> parts = compounds.split(word.term());
    for (String part : parts.size() > 1 ? parts : List.<String>of()) {
      String text = lexicon.surface(part, Language.DE.locale());
      unit(text, word, OWN_PART_WEIGHT, false, part, Language.DE).ifPresent(units::add);
    }
  }

  private static Optional<QueryUnit> unit(
      String text, QueryWord word, double weight, boolean core, String term, Language language) {
    return alternative(text, term, language, 1, ITSELF)
        .map(itself -> new QueryUnit(text, word.offset(), weight, core, List.of(itself)));
  }

  /** All character bigrams, so that a query cut in another way than the article still meets it. */
  private static void bigrams(String text, int offset, List<QueryUnit> units) {
    for (AnalyzedText.Token token : AnalyzedText.tokens(LanguageAnalyzers.chineseBigrams(), text)) {
      if (token.end() - token.start() == 2 && ChineseSegmenter.isHan(token.term().charAt(0))) {
        Alternative alternative =
            new Alternative(token.term(), List.of(token.term()), List.of(0), 1, ITSELF);
        units.add(
            new QueryUnit(
                text.substring(token.start(), token.end()),
                offset + token.start(),
                BIGRAM_WEIGHT,
                false,
                List.of(alternative)));
      }
    }
  }

  /**
   * The words beside figures. Chinese is cut anew without them, as they are no part of a word: 5月的
   * says May, not "lunar".
   */
  private List<QueryWord> besideFigures(
      List<QueryWord> words, List<Figures.Figure> figures, String text, int offset, Language from) {
    if (figures.isEmpty()) {
      return words;
    }
    if (from != Language.ZH) {
      return words.stream().filter(word -> !isWithin(word, figures, offset)).toList();
    }
    StringBuilder rest = new StringBuilder(text);
    for (Figures.Figure figure : figures) {
      rest.replace(figure.start(), figure.end(), " ".repeat(figure.end() - figure.start()));
    }
    return QueryWord.of(rest.toString(), offset, from, lexicon);
  }

  private static boolean isWithin(QueryWord word, List<Figures.Figure> figures, int offset) {
    return figures.stream()
        .anyMatch(
            figure ->
                word.offset() >= offset + figure.start() && word.end() <= offset + figure.end());
  }

  /** Figures in the manner of the articles; what was typed for them adds to the score. */
  private static void figures(
      List<Figures.Figure> figures,
      List<QueryWord> words,
      String text,
      int offset,
      Language to,
      List<QueryUnit> units) {
    for (Figures.Figure figure : figures) {
      List<Alternative> written = new ArrayList<>();
      for (String way : figure.written()) {
        alternative(way, LanguageAnalyzers.lexiconKey(way, to.locale()), to, 1, FIGURE)
            .ifPresent(written::add);
      }
      String typed = text.substring(figure.start(), figure.end());
      units.add(new QueryUnit(typed, offset + figure.start(), 1, true, distinct(written)));
    }
    for (QueryWord word : words) {
      if (isWithin(word, figures, offset) && !word.stop()) {
        itself(word, to, 1)
            .map(
                itself ->
                    new QueryUnit(
                        word.text(), word.offset(), IN_PHRASE_WEIGHT, false, List.of(itself)))
            .ifPresent(units::add);
      }
    }
  }

  private void translated(
      List<QueryWord> words, Language from, Language to, List<QueryUnit> units) {
    double[] weight = new double[words.size()];
    Arrays.fill(weight, 1);
    if (from != Language.ZH) {
      phrases(words, from, to, weight, units);
    }
    for (int i = 0; i < words.size(); i++) {
      QueryWord word = words.get(i);
      boolean particle = from == Language.DE && ENGLISH_PARTICLES.contains(word.text());
      if (!word.stop() && !particle) {
        word(word, from, to, weight[i], units);
      }
    }
  }

  /** The longest phrases of the lexicon, left to right; their words count less beside them. */
  private void phrases(
      List<QueryWord> words, Language from, Language to, double[] weight, List<QueryUnit> units) {
    for (int i = 0; i < words.size(); i++) {
      int end = QueryWord.phraseEnd(words, i, each -> !translations(each, from, to).isEmpty());
      if (end > i + 1) {
        List<QueryWord> phrase = words.subList(i, end);
        units.add(
            new QueryUnit(
                String.join(" ", phrase.stream().map(QueryWord::text).toList()),
                words.get(i).offset(),
                PHRASE_WEIGHT,
                true,
                translations(phrase, from, to)));
        Arrays.fill(weight, i, end, IN_PHRASE_WEIGHT);
        i = end - 1;
      }
    }
  }

  private void word(
      QueryWord word, Language from, Language to, double weight, List<QueryUnit> units) {
    List<Alternative> alternatives = new ArrayList<>();
    itself(word, to, 1).ifPresent(alternatives::add);
    boolean known = false;
    if (!word.isNumber()) {
      List<Alternative> translations =
          from == Language.DE ? german(word.term(), to) : translations(word.term(), from, to);
      known = !translations.isEmpty();
      alternatives.addAll(translations);
    }
    if (from == Language.DE && !known && compound(word, to, weight, alternatives, units)) {
      return;
    }
    if (!known && !word.isNumber()) {
      alternatives.addAll(borrowed(word.text(), from, to));
    }
    boolean han = from == Language.ZH && ChineseSegmenter.isHan(word.term().charAt(0));
    double unitWeight = han && !known ? weight * UNKNOWN_CHARACTER_WEIGHT : weight;
    units.add(new QueryUnit(word.text(), word.offset(), unitWeight, true, distinct(alternatives)));
    if (han && word.term().length() >= 4) {
      halves(word, to, units);
    } else if (from == Language.DE && known) {
      units.addAll(parts(word, to, weight * PART_WEIGHT, false));
    }
  }

  private List<Alternative> translations(List<QueryWord> phrase, Language from, Language to) {
    List<Alternative> known = translations(QueryWord.key(phrase), from, to);
    String typed = String.join(" ", phrase.stream().map(QueryWord::text).toList());
    return known.isEmpty() ? borrowed(typed, from, to) : known;
  }

  /**
   * What no German dictionary has may be English, as in names: Super Bowl, Burnout; and so is an
   * acronym among Chinese: GDP, which is BIP in German.
   */
  private List<Alternative> borrowed(String text, Language from, Language to) {
    boolean english =
        from == Language.DE && to == Language.ZH
            || from == Language.ZH && to == Language.DE && QueryWord.isAcronym(text);
    return !english || StopWords.of(Language.EN).contains(text)
        ? List.of()
        : translations(LanguageAnalyzers.lexiconKey(text, Language.EN.locale()), Language.EN, to);
  }

  /** A German compound's parts in another language; empty if it is none or nothing is known. */
  private List<QueryUnit> parts(QueryWord word, Language to, double weight, boolean core) {
    List<QueryUnit> parts = new ArrayList<>();
    List<String> terms = compounds.split(word.term());
    for (String part : terms.size() > 1 || core ? terms : List.<String>of()) {
      List<Alternative> alternatives = translations(part, Language.DE, to);
      if (!alternatives.isEmpty()) {
        String text = lexicon.surface(part, Language.DE.locale());
        parts.add(new QueryUnit(text, word.offset(), weight, core, alternatives));
      }
    }
    return parts;
  }

  /**
   * A German compound that the lexicon lacks is asked for by its parts, and as a whole beside them:
   * it may be a name.
   *
   * @param whole what meets the whole word
   * @return false if it is none
   */
  private boolean compound(
      QueryWord word, Language to, double weight, List<Alternative> whole, List<QueryUnit> units) {
    List<QueryUnit> parts = parts(word, to, weight * COMPOUND_PART_WEIGHT, true);
    if (parts.isEmpty()) {
      return false;
    }
    List<Alternative> alternatives = new ArrayList<>(whole);
    List<String> terms = compounds.split(word.term());
    alternatives.addAll(alternatives(lexicon.translateCompound(terms, to.locale()), to));
    units.add(new QueryUnit(word.text(), word.offset(), weight, false, distinct(alternatives)));
    units.addAll(parts);
    return true;
  }

  /** Long Chinese words also give their halves: 网络安全 is 网络 and 安全. */
  private void halves(QueryWord word, Language to, List<QueryUnit> units) {
    for (int i = 0; i + 2 <= word.term().length(); i += 2) {
      List<Alternative> alternatives =
          translations(word.term().substring(i, i + 2), Language.ZH, to);
      if (!alternatives.isEmpty()) {
        units.add(
            new QueryUnit(
                word.text().substring(i, i + 2),
                word.offset() + i,
                PART_WEIGHT,
                false,
                alternatives));
      }
    }
  }

  /** The word as it stands, for names and numbers; nothing for Chinese in a Latin language. */
  private static Optional<Alternative> itself(QueryWord word, Language to, double weight) {
    boolean han = ChineseSegmenter.isHan(word.term().charAt(0));
    if (han && to != Language.ZH || StopWords.of(to).contains(word.text())) {
      return Optional.empty();
    }
    List<String> terms = LanguageAnalyzers.lexiconTerms(to, word.text());
    return alternative(word.text(), String.join(" ", terms), to, weight, ITSELF);
  }

  /** The word as it stands in articles without a {@link Language}. */
  private List<Alternative> asIndexed(QueryWord word) {
    return distinct(
        tokens(word.text(), Optional.empty()).stream()
            .flatMap(tokens -> ofTokens(word.text(), tokens, 1, ITSELF).stream())
            .toList());
  }

  /** A text as the index may have it, compounds whole: in one way, or in one for each analyzer. */
  List<List<AnalyzedText.Token>> tokens(String text, Optional<Language> articles) {
    if (articles.isEmpty()) {
      return analyzers.others().stream()
          .map(analyzer -> AnalyzedText.tokens(analyzer, text))
          .distinct()
          .toList();
    }
    return List.of(
        articles.get() == Language.ZH
            ? ChineseTerms.covering(text)
            : AnalyzedText.tokens(LanguageAnalyzers.simple(articles.get()), text));
  }

  private List<Alternative> german(String term, Language to) {
    List<String> parts = compounds.split(term);
    return parts.size() > 1
        ? alternatives(lexicon.translateCompound(term, parts, to.locale()), to)
        : translations(term, Language.DE, to);
  }

  private List<Alternative> translations(String term, Language from, Language to) {
    return alternatives(lexicon.translate(term, from.locale(), to.locale()), to);
  }

  private List<Alternative> alternatives(List<Translation> translations, Language to) {
    double sum = translations.stream().mapToDouble(Translation::weight).sum();
    double max = translations.isEmpty() ? 1 : translations.get(0).weight();
    List<Alternative> alternatives = new ArrayList<>();
    for (Translation each : translations) {
      boolean single = to == Language.ZH && isSingleHan(each.term());
      double weight = each.weight() / Math.sqrt(sum * max) * (single ? SINGLE_TRANSLATION : 1);
      alternative(
              lexicon.surface(each.term(), to.locale()),
              each.term(),
              to,
              Math.min(1, weight),
              each.sources())
          .ifPresent(alternatives::add);
    }
    // Stable, so that the dictionaries' order settles ties: single characters have moved.
    alternatives.sort(Comparator.comparingDouble(each -> -each.weight()));
    return alternatives;
  }

  private static List<Alternative> distinct(List<Alternative> alternatives) {
    Map<List<String>, Alternative> byTerms = new LinkedHashMap<>();
    for (Alternative each : alternatives) {
      byTerms.merge(each.terms(), each, (a, b) -> a.weight() >= b.weight() ? a : b);
    }
    return List.copyOf(byTerms.values());
  }

  private static Optional<Alternative> alternative(
      String text, String term, Language language, double weight, List<String> sources) {
    if (language != Language.ZH) {
      List<String> terms = term.isEmpty() ? List.of() : List.of(term.split(" "));
      List<Integer> positions = new ArrayList<>();
      for (int i = 0; i < terms.size(); i++) {
        positions.add(i);
      }
      return terms.isEmpty()
          ? Optional.empty()
          : Optional.of(new Alternative(text, terms, positions, weight, sources));
    }
    return ofTokens(text, ChineseTerms.covering(term), weight, sources);
  }

  static Optional<Alternative> ofTokens(
      String text, List<AnalyzedText.Token> tokens, double weight, List<String> sources) {
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    int first = tokens.get(0).position();
    return Optional.of(
        new Alternative(
            text,
            tokens.stream().map(AnalyzedText.Token::term).toList(),
            tokens.stream().map(token -> token.position() - first).toList(),
            weight,
            sources));
  }

  private static boolean isSingleHan(String term) {
    return term.length() == 1 && ChineseSegmenter.isHan(term.charAt(0));
  }
}
