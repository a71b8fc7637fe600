package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void ordinalsAcronymsAndInitialsDoNotEndASentence() {
    assertThat(cut("Ab dem 20. Juli 2024 gilt das. Danach nicht.", Locale.GERMAN))
        .containsExactly("Ab dem 20. Juli 2024 gilt das. ", "Danach nicht.");
    assertThat(cut("The U.S. Department of Trade said so. J. Smith agreed.", Locale.ENGLISH))
        .containsExactly("The U.S. Department of Trade said so. ", "J. Smith agreed.");
    assertThat(cut("It happened in 1997. Nobody knew.", Locale.ENGLISH)).hasSize(2);
  }

  @Test
  void linesEndSentencesAndChineseHasItsOwnStops() {
    assertThat(cut("第一句。第二句！\n第三句", Locale.CHINESE)).containsExactly("第一句。", "第二句！\n", "第三句");
    assertThat(cut("", Locale.ROOT)).isEmpty();
    assertThat(String.join("", cut("a.\n\n\nb. c\r\n.", Locale.ROOT)))
        .isEqualTo("a.\n\n\nb. c\r\n.");
  }

  private static List<String> cut(String text, Locale locale) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int end : Sentences.ends(text, locale)) {
      sentences.add(text.substring(start, end));
      start = end;
    }
    return sentences;
  }
}
