package io.kiosk.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Does what a chain of filters does, and remembers it: most words of a text were met before. The
 * filters must make one term of one, and look at nothing but its characters. Beside it collects
 * what a second chain makes of the words, each once a text or, rarely, more often.
 */
final class TermCacheFilter extends TokenFilter implements WrittenWords, KnownTerm.Source {
  private static final int FIRST_WORDS = 1 << 10;
  private static final int GROWTH = 4;

  private static final int MAX_LENGTH = 32;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private Word[] words = new Word[FIRST_WORDS];
  private int added;
  private final int mostWords;
  private final OneTerm one = new OneTerm();
  private final OneTerm other = new OneTerm();
  private final TokenStream filters;
  private final TokenStream writtenFilters;
  private final List<Word> written = new ArrayList<>();
  private final List<KnownTerm> beginning = new ArrayList<>(TextTerms.BEGINNING);
  private final Written replay = new Written();
  private int text;
  private KnownTerm current;

  /**
   * A filter.
   *
   * @param mostWords how many it remembers, 170 bytes each: 1,024 times a power of four
   * @param filters the terms of the stream
   * @param writtenFilters the terms of {@link #written}
   */
  TermCacheFilter(
      TokenStream input,
      int mostWords,
      UnaryOperator<TokenStream> filters,
      UnaryOperator<TokenStream> writtenFilters) {
    super(input);
    this.mostWords = mostWords;
    this.filters = filters.apply(one);
    this.writtenFilters = writtenFilters.apply(other);
  }

  /** What is known of a word, and the number of the text that had it last. */
  private static final class Word {
    final int hash;
    final char[] spelling;
    final KnownTerm term;
    KnownTerm written; // null until it is asked for
    int text;

    Word(int hash, char[] spelling, char[] term) {
      this.hash = hash;
      this.spelling = spelling;
      this.term = new KnownTerm(shared(term, spelling));
    }

    KnownTerm asWritten(char[] form) {
      written =
          Arrays.equals(form, term.characters()) ? term : new KnownTerm(shared(form, spelling));
      return written;
    }

    private static char[] shared(char[] form, char[] spelling) {
      return Arrays.equals(form, spelling) ? spelling : form;
    }

    boolean is(int hashed, char[] characters, int length) {
      return hash == hashed && Arrays.equals(spelling, 0, spelling.length, characters, 0, length);
    }
  }

  /** A stream of the one term that it is given. */
  private static final class OneTerm extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private boolean given;

    void give(char[] word) {
      clearAttributes();
      term.copyBuffer(word, 0, word.length);
      given = true;
    }

    @Override
    public boolean incrementToken() {
      boolean there = given;
      given = false;
      return there;
    }
  }

  /** The words that were collected, in the order in which they came first. */
  private final class Written extends TokenStream implements KnownTerm.Source {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private int next;
    private KnownTerm current;

    @Override
    public void reset() throws IOException {
      writtenFilters.reset();
      next = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (next == written.size()) {
        return false;
      }
      clearAttributes();
      Word one = written.get(next++);
      current =
          one.written != null
              ? one.written
              : one.asWritten(filtered(one.spelling, other, writtenFilters));
      char[] characters = current.characters();
      word.copyBuffer(characters, 0, characters.length);
      return true;
    }

    @Override
    public KnownTerm knownTerm() {
      return current;
    }

    @Override
    public void close() throws IOException {
      writtenFilters.close();
    }
  }

  @Override
  public TokenStream written() {
    return replay;
  }

  @Override
  public List<KnownTerm> beginning() {
    return beginning;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    Word word = word();
    current = word.term;
    char[] characters = current.characters();
    term.copyBuffer(characters, 0, characters.length);
    if (beginning.size() < TextTerms.BEGINNING) {
      beginning.add(current);
    }
    if (word.text != text) {
      word.text = text;
      written.add(word);
    }
    return true;
  }

  @Override
  public KnownTerm knownTerm() {
    return current;
  }

  private Word word() throws IOException {
    char[] characters = term.buffer();
    int length = term.length();
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + characters[i];
    }
    hash *= 0x9E3779B1;
    if (length > MAX_LENGTH) {
      return read(hash);
    }
    int place = place(hash);
    Word known = words[place];
    if (known != null && known.is(hash, characters, length)) {
      return known;
    }
    Word second = words[place + 1];
    words[place + 1] = known;
    if (second == null || !second.is(hash, characters, length)) {
      second = read(hash);
      added++;
    }
    words[place] = second;
    if (added > words.length && words.length < mostWords) {
      grow();
    }
    return second;
  }

  /** The first of the two places of a word; in it is the one that was met last. */
  private int place(int hash) {
    return (hash >>> Integer.SIZE + 1 - Integer.numberOfTrailingZeros(words.length)) << 1;
  }

  private void grow() {
    Word[] before = words;
    words = new Word[GROWTH * before.length];
    for (Word word : before) {
      if (word != null) {
        int place = place(word.hash);
        words[words[place] == null ? place : place + 1] = word;
      }
    }
    added = 0;
  }

  private Word read(int hash) throws IOException {
    char[] spelling = Arrays.copyOf(term.buffer(), term.length());
    return new Word(hash, spelling, filtered(spelling, one, filters));
  }

  private static char[] filtered(char[] word, OneTerm given, TokenStream chain) throws IOException {
    given.give(word);
    if (!chain.incrementToken()) {
      throw new IllegalStateException("no term of " + new String(word));
    }
    CharTermAttribute result = chain.getAttribute(CharTermAttribute.class);
    return Arrays.copyOf(result.buffer(), result.length());
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    filters.reset();
    written.clear();
    beginning.clear();
    text++;
  }

  @Override
  public void close() throws IOException {
    super.close();
    filters.close();
  }
}
