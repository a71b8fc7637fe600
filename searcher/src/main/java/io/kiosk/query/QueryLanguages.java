package io.kiosk.query;

import io.kiosk.analysis.CompoundSplitter;
import io.kiosk.analysis.StopWords;
import io.kiosk.lexicon.LanguageDetector;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognises the language of a query. Script, common words and letters decide first ({@link
 * LanguageDetector#candidates}); a few words are too few for that to tell German from English, so
 * it is then asked which of them a lexicon knows in one of the two languages only. "interest rates"
 * is English, "Zinsen" German, "Bank" may be either, and so may be "war" beside a name.
 */
final class QueryLanguages {
  private final TranslationLexicon lexicon;
  private final CompoundSplitter compounds;

  private QueryLanguages(TranslationLexicon lexicon) {
    this.lexicon = lexicon;
    this.compounds = new CompoundSplitter(lexicon.words(Language.DE.locale()));
  }

  /**
   * The languages that words may be meant in.
   *
   * @param words without syntax
   * @param lexicon that may know them; if it is empty, it decides nothing
   * @return the likeliest first; several when in doubt
   */
  static List<Language> of(String words, TranslationLexicon lexicon) {
    List<Language> candidates =
        LanguageDetector.candidates(words).stream()
            .flatMap(locale -> Language.of(locale).stream())
            .toList();
    List<Language> narrowed =
        candidates.equals(List.of(Language.DE, Language.EN))
            ? new QueryLanguages(lexicon).narrowed(words, candidates)
            : candidates;
    return isEnglishByItself(words) ? List.of(Language.EN) : narrowed;
  }

  /** "war" or "die" alone is English: nobody asks for nothing but a German stop word. */
  private static boolean isEnglishByItself(String words) {
    List<String> all = List.of(words.strip().split("\\s+"));
    return all.stream().anyMatch(StopWords.homographs()::contains)
        && all.stream()
            .allMatch(
                word ->
                    StopWords.homographs().contains(word)
                        || StopWords.of(Language.DE).contains(word)
                            && StopWords.of(Language.EN).contains(word));
  }

  /** One language if it alone has words that the other lacks, else both. */
  private List<Language> narrowed(String words, List<Language> both) {
    Set<Integer> german = known(words, Language.DE);
    Set<Integer> english = known(words, Language.EN);
    boolean onlyGerman = !english.containsAll(german);
    // The dictionaries of English have far more names, which are written alike in both languages.
    boolean onlyEnglish =
        english.stream()
            .anyMatch(at -> !german.contains(at) && !Character.isUpperCase(words.charAt(at)));
    return onlyGerman == onlyEnglish ? both : List.of(onlyGerman ? Language.DE : Language.EN);
  }

  /** Where the words begin that are words of the language. */
  private Set<Integer> known(String words, Language language) {
    Set<Integer> known = new HashSet<>();
    for (QueryWord word : QueryWord.of(words, 0, language, lexicon)) {
      if (isKnown(word, language)) {
        known.add(word.offset());
      }
    }
    return known;
  }

  /** Dictionaries of English have "sich", too, but whoever types it writes German. */
  private boolean isKnown(QueryWord word, Language language) {
    Language other = language == Language.DE ? Language.EN : Language.DE;
    if (StopWords.of(language).contains(word.text())
        || language == Language.EN && StopWords.homographs().contains(word.text())) {
      return true;
    }
    return !StopWords.of(other).contains(word.text())
        && (lexicon.contains(word.term(), language.locale())
            || language == Language.DE && compounds.split(word.term()).size() > 1);
  }
}
