package io.kiosk.lexicon.builder;

import io.kiosk.analysis.ChineseWordTokenizer;
import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.StopWords;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Text as index terms, which are the keys of the tables. Not safe for several threads. */
final class Terms {

  private static final Map<String, String> ENGLISH = new HashMap<>();
  private static final Set<String> CHINESE_STOP =
      Set.of(
          "的", "地", "得", "了", "着", "之", "在", "是", "和", "与", "及", "或", "被", "把", "使", "令", "为", "以",
          "于", "一个", "某", "等");

  private final Map<Language, Set<String>> stop = new HashMap<>();
  private final ChineseWordTokenizer chinese = new ChineseWordTokenizer();
  private final CharTermAttribute word = chinese.addAttribute(CharTermAttribute.class);

  Terms() {
    for (Language language : List.of(Language.DE, Language.EN)) {
      Set<String> terms = new HashSet<>();
      for (Object stopWord : StopWords.of(language)) {
        terms.addAll(LanguageAnalyzers.lexiconTerms(language, new String((char[]) stopWord)));
      }
      stop.put(language, terms);
    }
    stop.put(Language.ZH, CHINESE_STOP);
  }

  /** The key of a text: its terms joined by spaces; empty if there are none. */
  static String key(Language language, String text) {
    return String.join(" ", LanguageAnalyzers.lexiconTerms(language, text));
  }

  static String english(String text) {
    return ENGLISH.computeIfAbsent(text, t -> key(Language.EN, t));
  }

  /** The words of a key that carry meaning, for the alignment of words. */
  List<String> contentWords(Language language, String key) {
    return words(language, key).stream().filter(w -> isContentWord(language, w)).toList();
  }

  /** All words of a key. */
  List<String> words(Language language, String key) {
    return language == Language.ZH ? joinCharacters(segment(key)) : List.of(key.split(" "));
  }

  boolean isContentWord(Language language, String word) {
    return !isStopWord(language, word) && !isNumber(word);
  }

  /**
   * A run of single characters is most often one word, mostly a name, that smartcn does not know.
   */
  private static List<String> joinCharacters(List<String> words) {
    List<String> joined = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (String word : words) {
      if (word.length() == 1 && !CHINESE_STOP.contains(word)) {
        run.append(word);
      } else {
        flush(run, joined);
        joined.add(word);
      }
    }
    flush(run, joined);
    return joined;
  }

  private static void flush(StringBuilder run, List<String> joined) {
    if (!run.isEmpty()) {
      joined.add(run.toString());
      run.setLength(0);
    }
  }

  boolean isStopWord(Language language, String term) {
    return stop.get(language).contains(term);
  }

  /** Numbers mean themselves. */
  static boolean isNumber(String term) {
    return term.chars().noneMatch(Character::isLetter);
  }

  /** The words that smartcn sees; punctuation is left out. */
  List<String> segment(String key) {
    List<String> words = new ArrayList<>();
    try (chinese) {
      chinese.setReader(new StringReader(key));
      chinese.reset();
      while (chinese.incrementToken()) {
        String text = word.toString();
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
          words.add(text);
        }
      }
      chinese.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string cannot fail", e);
    }
    return words;
  }
}
