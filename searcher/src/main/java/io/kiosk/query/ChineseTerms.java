package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import java.util.ArrayList;
import java.util.List;

/** Chinese words as phrases of the bigrams that the index holds. */
final class ChineseTerms {

  private ChineseTerms() {}

  /**
   * As few terms as cover a text, with their positions: 卡巴斯基 is 卡巴 at 0 and 斯基 at 2. A single
   * character is itself.
   */
  static List<AnalyzedText.Token> covering(String text) {
    List<AnalyzedText.Token> tokens = AnalyzedText.tokens(LanguageAnalyzers.chineseBigrams(), text);
    List<AnalyzedText.Token> covering = new ArrayList<>();
    int covered = 0;
    for (int i = 0; i < tokens.size(); i++) {
      AnalyzedText.Token token = tokens.get(i);
      boolean nextReachesOn = i + 1 < tokens.size() && starts(tokens, i) <= covered;
      if (token.end() > covered && !nextReachesOn) {
        covering.add(token);
        covered = token.end();
      }
    }
    return covering;
  }

  /** Where the next longer term begins; the text's end if there is none. */
  private static int starts(List<AnalyzedText.Token> tokens, int i) {
    for (int next = i + 1; next < tokens.size(); next++) {
      if (tokens.get(next).end() > tokens.get(i).end()) {
        return tokens.get(next).start();
      }
    }
    return Integer.MAX_VALUE;
  }
}
