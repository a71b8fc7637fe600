package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryWordTest {

  @Test
  void capitalLettersTellGermanNouns() {
    assertThat(terms("Firmen zahlen Steuern")).containsExactly("firma", "zahlen", "steuer");
    assertThat(terms("Firmen Zahlen")).containsExactly("firma", "zahl");
  }

  @Test
  void withoutAnyCapitalLetterWordsAreReadAsNouns() {
    assertThat(terms("zahlen der schulen")).containsExactly("zahl", "der", "schule");
    assertThat(terms("neue züge")).containsExactly("neu", "zug");
    List<QueryWord> words = QueryWord.of("neue züge", 3, Language.DE, TranslationLexicon.empty());
    assertThat(words).extracting(QueryWord::text).containsExactly("neue", "züge");
    assertThat(words).extracting(QueryWord::offset).containsExactly(3, 8);
  }

  private static List<String> terms(String text) {
    return QueryWord.of(text, 0, Language.DE, TranslationLexicon.empty()).stream()
        .map(QueryWord::term)
        .toList();
  }
}
