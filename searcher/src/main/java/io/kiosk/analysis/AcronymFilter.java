package io.kiosk.analysis;

import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Joins dotted acronyms ({@code U.K.} to {@code UK}) and keeps those apart that are a stop word in
 * lower case: {@code US}, {@code U.S.} become {@code u.s}, {@code WHO} becomes {@code w.h.o}.
 * Stands before the lower-case filter.
 */
final class AcronymFilter extends TokenFilter {
  private static final int MAX_LETTERS = 6;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final CharArraySet stopWords;

  AcronymFilter(TokenStream input, CharArraySet stopWords) {
    super(input);
    this.stopWords = stopWords;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int letters = dottedLetters();
    if (letters > 0) {
      char[] buffer = term.buffer();
      for (int i = 0; i < letters; i++) {
        buffer[i] = buffer[2 * i];
      }
      term.setLength(letters);
    }
    if (isUpperCaseStopWord()) {
      String joined = term.toString().toLowerCase(Locale.ROOT);
      term.setEmpty();
      for (int i = 0; i < joined.length(); i++) {
        term.append(i == 0 ? "" : ".").append(joined.charAt(i));
      }
    }
    return true;
  }

  /** Number of letters of a token like {@code U.S.A} or {@code U.S.A.}; 0 for any other. */
  private int dottedLetters() {
    int length = term.length();
    if (length < 3 || length > 2 * MAX_LETTERS) {
      return 0;
    }
    for (int i = 0; i < length; i++) {
      char c = term.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return 0;
      }
    }
    return (length + 1) / 2;
  }

  private boolean isUpperCaseStopWord() {
    int length = term.length();
    if (length < 2 || length > MAX_LETTERS) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!Character.isUpperCase(term.charAt(i))) {
        return false;
      }
    }
    return stopWords.contains(term.buffer(), 0, length);
  }
}
