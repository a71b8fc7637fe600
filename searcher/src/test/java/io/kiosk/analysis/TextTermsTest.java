package io.kiosk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.WordList;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTermsTest {

  private static final LanguageAnalyzers ANALYZERS =
      LanguageAnalyzers.of(WordList.of(List.of("sicherheit", "lucke")));
  private static final List<String> TEXTS =
      List.of(
          "The U.S. WHO's reports, the reports reported Reports. Café CAFÉ's ｆｕｌｌ",
          "Die Sicherheitslücke der Straße: Häuser, Häusern und die Häuser in Mueller's Straße",
          "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft twice "
              + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          "",
          "The reports are reports of an earlier text as well",
          "港口的起重机 crane 2024");

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "zh", "fr"})
  void writtenWordsAreThoseOfTheirAnalyzer(String tag) throws IOException {
    Locale locale = Locale.forLanguageTag(tag);
    Optional<Language> language = Language.of(locale);
    for (String text : TEXTS) {
      List<String> expected = read(LanguageAnalyzers.written(language).tokenStream("f", text));
      TextTerms terms = ANALYZERS.terms(locale);
      assertThat(terms.written("f", text)).satisfies(w -> assertThat(read(w)).isEqualTo(expected));

      List<String> words = read(terms.of("f", text));
      assertThat(words).isEqualTo(read(ANALYZERS.of(locale).tokenStream("f", text)));
      read(terms.of("f", text));
      assertThat(read(terms.written("g", text))).hasSameElementsAs(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void theBeginningIsTheFirstTermsWithCompoundsWhole(String tag) throws IOException {
    Locale locale = Locale.forLanguageTag(tag);
    Language language = Language.of(locale).orElseThrow();
    TextTerms terms = ANALYZERS.terms(locale);
    for (String text : TEXTS) {
      String longer = text + " Sicherheitslücke".repeat(100);
      List<String> all = LanguageAnalyzers.lexiconTerms(language, longer);
      List<String> first = all.subList(0, TextTerms.BEGINNING);

      assertThat(beginning(terms, longer)).isEqualTo(first);
      read(terms.of("f", "another text"));
      read(terms.of("f", longer));
      read(terms.written("g", longer));
      assertThat(beginning(terms, longer)).isEqualTo(first);
    }
  }

  @Test
  void aWordThatIsSpeltTheSameComesOnce() throws IOException {
    TextTerms terms = ANALYZERS.terms(Locale.ENGLISH);
    for (String text : List.of("the cat saw the Cat", "the cat saw the Cat again")) {
      read(terms.of("f", text));
      assertThat(read(terms.written("g", text))).startsWith("the", "cat", "saw", "cat");
    }
  }

  private static List<String> beginning(TextTerms terms, String text) {
    return terms.beginning("f", text).stream().map(term -> new String(term.characters())).toList();
  }

  private static List<String> read(TokenStream stream) throws IOException {
    List<String> all = new ArrayList<>();
    try (stream) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        all.add(term.toString());
      }
      stream.end();
    }
    return all;
  }
}
