package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintWordsTest {

  private static final HintWords WORDS = new HintWords();

  @ParameterizedTest
  @CsvSource({
    "nav,NAVIGATION",
    "wp-nav,NAVIGATION",
    "topNav2,NAVIGATION",
    "MENU,NAVIGATION",
    "articlebody,BODY",
    "article-body,BODY",
    "articleBody,BODY",
    "article_Body9,BODY",
    "x-article-body-y,BODY",
    "article-3x-body,BODY",
    "commentators,COMMENT",
    "hidden,HIDDEN"
  })
  void readsWordsPairsAndOpenEndings(String name, Hint hint) {
    assertThat(hints(name)).contains(hint);
  }

  @Test
  void knowsEveryWordOfTheList() {
    WordLists.sections(List.of("markup-hints.txt"))
        .forEach(
            (section, words) ->
                assertThat(words)
                    .allSatisfy(
                        word ->
                            assertThat(hints(word.replace("*", "")))
                                .contains(Hint.valueOf(section.toUpperCase(Locale.ROOT)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "navx", "xnav", "nav3x", "3nav", "Körper", "articleb", "x9y"})
  void findsNothingInOtherNames(String name) {
    assertThat(hints(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden-xs", "is-hidden", "hiddenOnPhones"})
  void hidesNothingForANameThatSaysMore(String name) {
    assertThat(hints(name)).doesNotContain(Hint.HIDDEN);
  }

  private static Set<Hint> hints(String name) {
    int bits = WORDS.bits(name.toCharArray(), 0, name.length());
    Set<Hint> hints = EnumSet.allOf(Hint.class);
    hints.removeIf(hint -> (bits & hint.bit()) == 0);
    return hints;
  }
}
