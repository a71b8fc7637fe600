package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.StopWords;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Cuts the Chinese of a query into words of the lexicon, since only those can be translated, and
 * where it has none into smartcn's. The cheapest path wins: every word costs 1, a single character
 * more, an unknown one more still; ending where smartcn ends a word is rewarded.
 */
final class ChineseSegmenter {
  private static final int MAX_WORD = 8;
  private static final double SINGLE = .3;
  private static final double UNKNOWN = .4;
  private static final double AGREES = -.25;

  /** So much that known words are taken from an unknown one that is longer than most names. */
  private static final double LONG_UNKNOWN = 2;

  /** For a character with the particle 的: the lexicon has 月的, "lunar". */
  private static final double PARTICLE = 1;

  private ChineseSegmenter() {}

  static List<QueryWord> words(String text, int offset, WordList lexicon) {
    String folded = LanguageAnalyzers.foldChinese(text);
    List<QueryWord> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (isHan(folded.charAt(at))) {
        while (end < text.length() && isHan(folded.charAt(end))) {
          end++;
        }
        segment(text, folded, at, end, offset, lexicon, words);
      } else {
        while (end < text.length() && !isHan(folded.charAt(end))) {
          end++;
        }
        other(text.substring(at, end), offset + at, words);
      }
      at = end;
    }
    return words;
  }

  private static void other(String text, int offset, List<QueryWord> words) {
    for (AnalyzedText.Token token :
        AnalyzedText.tokens(LanguageAnalyzers.simple(Language.ZH), text)) {
      words.add(
          new QueryWord(
              text.substring(token.start(), token.end()),
              token.term(),
              offset + token.start(),
              StopWords.of(Language.EN).contains(token.term())));
    }
  }

  private static void segment(
      String text,
      String folded,
      int from,
      int to,
      int offset,
      WordList lexicon,
      List<QueryWord> words) {
    String run = folded.substring(from, to);
    CharArraySet stop = StopWords.of(Language.ZH);
    BitSet smartcnEnds = LanguageAnalyzers.chineseWordEnds(run);
    int n = run.length();
    double[] cost = new double[n + 1];
    int[] start = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      cost[end] = Double.MAX_VALUE;
      for (int begin = Math.max(0, end - MAX_WORD); begin < end; begin++) {
        String word = run.substring(begin, end);
        boolean known = lexicon.contains(word) || stop.contains(word);
        if (!known && word.length() > 1 && !isSmartcnWord(smartcnEnds, begin, end)) {
          continue;
        }
        double candidate =
            cost[begin]
                + 1
                + (word.length() == 1 ? SINGLE : 0)
                + (known ? 0 : word.length() > 2 ? LONG_UNKNOWN : UNKNOWN)
                + (isParticle(word) && !isSmartcnWord(smartcnEnds, begin, end) ? PARTICLE : 0)
                + (smartcnEnds.get(end) ? AGREES : 0);
        if (candidate < cost[end]) {
          cost[end] = candidate;
          start[end] = begin;
        }
      }
    }
    List<QueryWord> reversed = new ArrayList<>();
    for (int end = n; end > 0; end = start[end]) {
      String word = run.substring(start[end], end);
      int at = from + start[end];
      reversed.add(
          new QueryWord(text.substring(at, from + end), word, offset + at, stop.contains(word)));
    }
    words.addAll(reversed.reversed());
  }

  private static boolean isParticle(String word) {
    return word.length() == 2 && word.charAt(1) == '的';
  }

  private static boolean isSmartcnWord(BitSet ends, int begin, int end) {
    return (begin == 0 || ends.get(begin)) && ends.nextSetBit(begin + 1) == end;
  }

  static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && Character.isLetter(c);
  }
}
