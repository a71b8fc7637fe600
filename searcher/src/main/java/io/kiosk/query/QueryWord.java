package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.StopWords;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One word of a query read in a language.
 *
 * @param text as typed
 * @param term its index term, which is the lexicon's key
 * @param offset in the query, UTF-16 units
 * @param stop whether it carries no meaning of its own
 */
record QueryWord(String text, String term, int offset, boolean stop) {
  private static final int MAX_PHRASE = 5;

  /** The words of a text that stands at an offset of the query. */
  static List<QueryWord> of(
      String text, int offset, Language language, TranslationLexicon lexicon) {
    List<QueryWord> words =
        switch (language) {
          case ZH -> ChineseSegmenter.words(text, offset, lexicon.words(language.locale()));
          case DE, EN -> latin(text, offset, language);
        };
    // A query of nothing but stop words means them.
    return words.stream().allMatch(QueryWord::stop)
        ? words.stream().map(word -> word.withStop(false)).toList()
        : words;
  }

  private QueryWord withStop(boolean value) {
    return new QueryWord(text, term, offset, value);
  }

  private static List<QueryWord> latin(String text, int offset, Language language) {
    List<QueryWord> words = new ArrayList<>();
    String read = language == Language.DE ? asNouns(text) : text;
    for (AnalyzedText.Token token : AnalyzedText.tokens(LanguageAnalyzers.simple(language), read)) {
      String surface = text.substring(token.start(), token.end());
      words.add(
          new QueryWord(
              surface, token.term(), offset + token.start(), isStop(surface, token, language)));
    }
    return words;
  }

  /** Whoever types no capital letter at all means the nouns, too: "zahlen" is then Zahlen. */
  private static String asNouns(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (Character.isUpperCase(chars[i])) {
        return text;
      }
      boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      chars[i] = begins && chars[i] != 'ß' ? Character.toUpperCase(chars[i]) : chars[i];
    }
    return new String(chars);
  }

  private static boolean isStop(String surface, AnalyzedText.Token token, Language language) {
    // Acronyms such as US and names such as May are no stop words.
    boolean acronym = token.term().indexOf('.') > 0;
    boolean name = surface.equals("May") || surface.equals("Will");
    return !acronym
        && !(name && language == Language.EN && token.start() > 0)
        && StopWords.of(language).contains(withoutGenitive(surface));
  }

  private static String withoutGenitive(String surface) {
    return surface.endsWith("'s") || surface.endsWith("’s")
        ? surface.substring(0, surface.length() - 2)
        : surface;
  }

  /** The lexicon's key of words that stand side by side. */
  static String key(List<QueryWord> words) {
    return String.join(" ", words.stream().map(QueryWord::term).toList());
  }

  /**
   * Where the longest phrase that begins at a word ends.
   *
   * @param known whether these words are a phrase
   * @return behind its last word; behind the word at {@code start} if there is none
   */
  static int phraseEnd(List<QueryWord> words, int start, Predicate<List<QueryWord>> known) {
    if (!words.get(start).stop()) {
      for (int end = Math.min(words.size(), start + MAX_PHRASE); end > start + 1; end--) {
        if (!words.get(end - 1).stop() && known.test(words.subList(start, end))) {
          return end;
        }
      }
    }
    return start + 1;
  }

  /** Whether a word is two capital letters of Latin script or more. */
  static boolean isAcronym(String text) {
    return text.length() > 1 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Behind its last UTF-16 unit in the query. */
  int end() {
    return offset + text.length();
  }

  /** Whether it consists of digits, with points and commas between them at most. */
  boolean isNumber() {
    return !term.isEmpty()
        && term.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',');
  }

  /** Whether its first letter is upper case. */
  boolean isCapitalized() {
    return Character.isUpperCase(text.codePointAt(0));
  }
}
