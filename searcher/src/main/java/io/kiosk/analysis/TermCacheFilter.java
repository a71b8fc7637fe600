package io.kiosk.analysis;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Does what a chain of filters does, and remembers it: most words of a text were met before. The
 * filters must make one term of one, and look at nothing but its characters.
 */
final class TermCacheFilter extends TokenFilter {
  /** About 1 MB for each thread that analyses. */
  private static final int MAX_TERMS = 8_192;

  private static final int MAX_LENGTH = 32;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final CharArrayMap<char[]> known = new CharArrayMap<>(64, false);
  private final OneTerm one = new OneTerm();
  private final TokenStream filters;
  private final CharTermAttribute filtered;

  TermCacheFilter(TokenStream input, UnaryOperator<TokenStream> filters) {
    super(input);
    this.filters = filters.apply(one);
    this.filtered = this.filters.getAttribute(CharTermAttribute.class);
  }

  /** A stream of the one term that it is given. */
  private static final class OneTerm extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private boolean given;

    void give(CharTermAttribute word) {
      clearAttributes();
      term.copyBuffer(word.buffer(), 0, word.length());
      given = true;
    }

    @Override
    public boolean incrementToken() {
      boolean there = given;
      given = false;
      return there;
    }
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int length = term.length();
    char[] result = length > MAX_LENGTH ? null : known.get(term.buffer(), 0, length);
    if (result != null) {
      term.copyBuffer(result, 0, result.length);
      return true;
    }
    one.give(term);
    if (!filters.incrementToken()) {
      throw new IllegalStateException("no term of " + term);
    }
    if (length <= MAX_LENGTH) {
      remember(term.toString());
    }
    term.copyBuffer(filtered.buffer(), 0, filtered.length());
    return true;
  }

  private void remember(String word) {
    if (known.size() == MAX_TERMS) {
      known.clear();
    }
    known.put(word, filtered.toString().toCharArray());
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    filters.reset();
  }

  @Override
  public void close() throws IOException {
    super.close();
    filters.close();
  }
}
