package io.kiosk.query;

import io.kiosk.query.QueryToken.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells words with gaps ({@code kasper*}, {@code m?ller}, {@code *steuer}) and inexact words
 * ({@code kaspersky~1}) from running text with a question mark, an asterisk or a tilde.
 */
final class WordReader {

  /** Punctuation that follows a word and is not part of it. */
  static final String AFTER_WORD = ",;:!?…'\"”“’»]}，。；：！？、）」』》";

  /** Punctuation that stands before a word and is not part of it. */
  private static final String BEFORE_WORD = "'\"„“‘«»¿¡[{（「『《";

  /** Longer ones would keep a search busy; no word of a news article is that long. */
  private static final int MAX_LENGTH = 100;

  /** Chinese has no spaces: what is longer than its longest names is a sentence. */
  private static final int MAX_IDEOGRAPHS = 8;

  /** A word with at least one letter before the first gap; {@code 10*3} and {@code 4*} are none. */
  private static final Pattern WILDCARD =
      Pattern.compile(
          "(?<start>(?=[\\p{N}\\p{M}]*+\\p{L})[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}'’·_-]|\\\\[*?])*+)"
              + "[*?](?:[\\p{L}\\p{N}\\p{M}'’·_*?-]|\\\\[*?])*+");

  /**
   * A word whose beginning is left open, with as much behind the gap as makes it worth looking for.
   * It goes on in small letters; {@code *NSYNC} is a name.
   */
  private static final Pattern ENDING =
      Pattern.compile(
          "\\*(?:(?=\\p{Ll})[\\p{L}\\p{N}\\p{M}'’·_-]{3,}+|\\p{IsHan}{2,}+)"
              + "(?:[\\p{L}\\p{N}\\p{M}'’·_*?-]|\\\\[*?])*+");

  private static final Pattern FUZZY =
      Pattern.compile("([\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}'’·_-])*+)~(\\d*+(?:\\.\\d++)?)");

  /**
   * Where a question or exclamation ends or a German plural names both sexes, and what is
   * emphasised or censored.
   */
  private static final Pattern RUNNING_TEXT =
      Pattern.compile(
          "\\*\\*|\\p{Ll}\\?++\\p{Lu}|[吗嗎呢么麼吧啊]\\?|\\?(?![\\p{L}\\p{N}*?])|\\*[iI]nnen");

  private WordReader() {}

  /**
   * Reads a piece of a query without white space and brackets.
   *
   * @return a token of kind WILDCARD, FUZZY or TEXT; the first two without punctuation around
   * @throws QuerySyntaxException if what is clearly an operator has an impossible argument
   */
  static QueryToken read(String query, int start, int end) {
    int first = start;
    int last = end;
    while (first < last && BEFORE_WORD.indexOf(query.charAt(first)) >= 0) {
      first++;
    }
    while (last > first && AFTER_WORD.indexOf(query.charAt(last - 1)) >= 0) {
      last--;
    }
    if (isWildcard(query, first, last)) {
      return bounded(query, new QueryToken(Kind.WILDCARD, first, last));
    }
    if (has('~', query, first, last)) {
      Matcher fuzzy = FUZZY.matcher(query).region(first, last);
      if (fuzzy.matches() && isFuzzy(fuzzy)) {
        return bounded(query, fuzzy(query, fuzzy));
      }
    }
    return new QueryToken(Kind.TEXT, start, end);
  }

  private static boolean isWildcard(String query, int start, int end) {
    return (has('*', query, start, end) || has('?', query, start, end))
        && (WILDCARD.matcher(query).region(start, end).matches()
            || ENDING.matcher(query).region(start, end).matches())
        && ideographs(query, start, end) <= MAX_IDEOGRAPHS
        && !RUNNING_TEXT.matcher(query).region(start, end).find();
  }

  private static boolean has(char sign, String query, int start, int end) {
    int at = query.indexOf(sign, start);
    return at >= 0 && at < end;
  }

  /** In Chinese, a tilde without a number is a tone of voice. */
  private static boolean isFuzzy(Matcher fuzzy) {
    String word = fuzzy.group(1);
    long ideographs = ideographs(word, 0, word.length());
    return word.codePoints().anyMatch(Character::isLetter)
        && ideographs <= (fuzzy.group(2).isEmpty() ? 0 : MAX_IDEOGRAPHS);
  }

  private static QueryToken fuzzy(String query, Matcher fuzzy) {
    String edits = fuzzy.group(2).isEmpty() ? "2" : fuzzy.group(2);
    if (!edits.matches("[012]")) {
      throw new QuerySyntaxException(
          query,
          fuzzy.end(1),
          "found "
              + QuerySyntaxException.excerpt("~" + edits)
              + " behind a word, expected ~0, ~1 or ~2 for the letters that may"
              + " differ; words near each other are written \"in quotes\"~5");
    }
    return new QueryToken(Kind.FUZZY, fuzzy.start(1), fuzzy.end(1), edits);
  }

  private static QueryToken bounded(String query, QueryToken token) {
    if (token.end() - token.start() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          query,
          token.start() + MAX_LENGTH,
          "found a word of "
              + (token.end() - token.start())
              + " characters with * ? or ~, expected at most "
              + MAX_LENGTH);
    }
    return token;
  }

  private static long ideographs(String text, int start, int end) {
    return IntStream.range(start, end)
        .filter(i -> !Character.isLowSurrogate(text.charAt(i)) && QueryChars.isIdeograph(text, i))
        .count();
  }
}
