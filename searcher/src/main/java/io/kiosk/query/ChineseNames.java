package io.kiosk.query;

import io.kiosk.analysis.NameSounds;
import io.kiosk.schema.Language;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds names that a lexicon does not have in the words of a Chinese text: they are torn into
 * single characters, each of which means something that a name does not say (李强: plum, strong). A
 * name begins with a family name, or is written in the characters that foreign names are written
 * in.
 */
final class ChineseNames {

  /** Characters of a name that is not Chinese, at least; two are too often a word. */
  private static final int SHORTEST_NAME = 3;

  /** Characters of a name that is not Chinese; a longer run is none, and is not looked through. */
  private static final int LONGEST_NAME = 12;

  /** What ends in these is a place, or a party to talks (方). */
  private static final String NO_PERSON = "省市州县区镇乡村屯站港江河湖山岛方";

  private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿两第";

  private ChineseNames() {}

  /**
   * Where the name that begins at a word ends.
   *
   * @param words of a Chinese text
   * @return behind its last word; behind the word at {@code start} if there is none
   */
  static int end(List<QueryWord> words, int start) {
    int end = start;
    while (end < words.size() && end - start <= LONGEST_NAME && continues(words, start, end)) {
      end++;
    }
    return isName(words.subList(start, end)) ? end : start + 1;
  }

  private static boolean isName(List<QueryWord> words) {
    String name = words.stream().map(QueryWord::term).collect(Collectors.joining());
    int length = name.length();
    if (words.size() < 2) {
      return false;
    }
    boolean person = Pinyin.family(name) > 0 && NO_PERSON.indexOf(name.charAt(length - 1)) < 0;
    return person
        || length >= SHORTEST_NAME
            && length <= LONGEST_NAME
            && name.chars().allMatch(c -> NameSounds.isOfNames((char) c));
  }

  private static boolean continues(List<QueryWord> words, int start, int at) {
    QueryWord word = words.get(at);
    return at == start
        ? isPart(word) || Pinyin.isSurname(word.term())
        : isPart(word) && words.get(at - 1).end() == word.offset();
  }

  private static boolean isPart(QueryWord word) {
    String term = word.term();
    return term.length() == 1
        && !word.stop()
        && ChineseSegmenter.isHan(term.charAt(0))
        && NUMERALS.indexOf(term.charAt(0)) < 0
        && FunctionWords.gloss(term, Language.ZH, Language.EN).isEmpty();
  }
}
