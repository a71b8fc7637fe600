package io.kiosk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.WordList;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageAnalyzersTest {
  private static final WordList PARTS =
      WordList.of(
          List.of("sicherheit", "lucke", "regierung", "land", "stillstand", "frau", "quote"));

  private static final LanguageAnalyzers ANALYZERS = LanguageAnalyzers.of(PARTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | Houses' governments don't banned | house government don't ban",
        "EN | U.S. officials told us about the WHO | u.s official told us about the w.h.o",
        "EN | A.I. in the U.K. | ai in the uk",
        "EN | Erdoğan's café | erdogan cafe",
        "DE | Müller Mueller Straße Strasse | muller muller strasse strasse",
        "DE | Die Sicherheitslücken der Länder | die sicherheitslucke der land",
        "DE | Firmen zahlen Rekordzahlen zählen | firma zahlen rekordzahl zaehlen",
        "ZH | 卡巴斯基 退出 | 卡巴斯基退出",
        "ZH | 臺灣ＵＳＢ | 台湾usb",
      })
  void lexiconTermsAreTheNormalFormOfKeys(Language language, String text, String terms) {
    assertThat(String.join(" ", LanguageAnalyzers.lexiconTerms(language, text))).isEqualTo(terms);
  }

  @Test
  void germanIndexHoldsCompoundAndParts() throws IOException {
    assertThat(tokens(ANALYZERS.of(Locale.GERMAN), "Sicherheitslücken bei Regierungsstillstand"))
        .containsExactly(
            "sicherheitslucke+1[0,17]",
            "sicherheit+0[0,17]",
            "lucke+0[0,17]",
            "bei+1[18,21]",
            "regierungsstillstand+1[22,42]",
            "regierung+0[22,42]",
            "stillstand+0[22,42]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void wordsMetBeforeHaveTheSameTerms(Language language) throws IOException {
    Analyzer analyzer = ANALYZERS.of(Locale.forLanguageTag(language.tag()));
    String text = "U.S. Houses' Sicherheitslücken der WHO, Erdoğan's Cafés 美國稅 ";
    List<String> first = tokens(analyzer, text);
    assertThat(tokens(analyzer, text)).isEqualTo(first);
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      others.append("Sicherheit").append(Integer.toString(i, Character.MAX_RADIX)).append(' ');
    }
    assertThat(tokens(analyzer, text + others)).startsWith(first.toArray(String[]::new));
    assertThat(tokens(analyzer, text)).isEqualTo(first);
  }

  /** Enough words that who reads has forgotten the first when they come again. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void whoWritesHasTheTermsOfWhoReads(Language language) throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      words.append("Häuser").append(Integer.toString(i, 26)).append("lücken美國 ");
    }
    String text = words.append(words, 0, 1_000).toString();
    assertThat(tokens(LanguageAnalyzers.forWriting(PARTS).of(language.locale()), text))
        .isEqualTo(tokens(ANALYZERS.of(language.locale()), text));
  }

  @Test
  void chineseIndexHoldsBigramsAndWordsOfOneCharacter() throws IOException {
    assertThat(tokens(ANALYZERS.of(Locale.CHINESE), "美國稅，Kaspersky 3.5萬人"))
        .containsExactly(
            "美国+1[0,2]",
            "国税+1[1,3]",
            "税+1[2,3]",
            "kaspersky+2[4,13]",
            "3.5+1[14,17]",
            "万人+1[17,19]",
            "万+0[17,18]",
            "人+1[18,19]");
  }

  @Test
  void bigramsDoNotReachAcrossPunctuation() throws IOException {
    assertThat(tokens(ANALYZERS.of(Locale.CHINESE), "中国，美国"))
        .containsExactly("中国+1[0,2]", "美国+3[3,5]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void offsetsPointIntoTheSourceForHostileText(Language language) throws IOException {
    String text =
        "\uD800 a\u0000b 𠀀𠀁中 \uFFFF ﷽ ＵＳ e\u0301 " + "中".repeat(5000) + "x".repeat(3000);
    for (String token : tokens(ANALYZERS.of(language.locale()), text)) {
      assertThat(token).isNotEmpty();
    }
  }

  private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("f", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int last = 0;
      while (stream.incrementToken()) {
        assertThat(offset.startOffset()).isBetween(last, text.length());
        assertThat(offset.endOffset()).isBetween(offset.startOffset() + 1, text.length());
        last = offset.startOffset();
        tokens.add(
            term
                + "+"
                + position.getPositionIncrement()
                + "["
                + offset.startOffset()
                + ","
                + offset.endOffset()
                + "]");
      }
      stream.end();
    }
    return tokens;
  }
}
