package io.kiosk.analysis;

import io.kiosk.lexicon.WordList;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Adds the parts of German compounds at the position of the whole: {@code sicherheitslucke} stays
 * and is followed by {@code sicherheit} and {@code lucke}. Works on basic forms; the parts carry
 * the offsets of the whole word. See {@link CompoundSplitter} for how words are cut.
 */
final class DecompoundFilter extends TokenFilter implements WrittenWords, KnownTerm.Source {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final TermCacheFilter words;
  private final CompoundSplitter splitter;
  private final int mostWords;
  private final CharArrayMap<List<KnownTerm>> known = new CharArrayMap<>(64, false);
  private final Deque<KnownTerm> pending = new ArrayDeque<>();
  private State compound;
  private KnownTerm current;

  DecompoundFilter(TermCacheFilter words, WordList parts, int mostWords) {
    super(words);
    this.mostWords = mostWords;
    this.words = words;
    this.splitter = new CompoundSplitter(parts);
  }

  @Override
  public TokenStream written() {
    return words.written();
  }

  @Override
  public List<KnownTerm> beginning() {
    return words.beginning();
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      restoreState(compound);
      current = pending.poll();
      term.copyBuffer(current.characters(), 0, current.characters().length);
      position.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    current = words.knownTerm();
    List<KnownTerm> parts = parts();
    if (parts.size() > 1) {
      pending.addAll(parts);
      compound = captureState();
    }
    return true;
  }

  @Override
  public KnownTerm knownTerm() {
    return current;
  }

  /** Most words were met before, and to try all ways to cut one costs more than to remember. */
  private List<KnownTerm> parts() {
    if (term.length() < CompoundSplitter.MIN_COMPOUND) {
      return List.of();
    }
    List<KnownTerm> parts = known.get(term.buffer(), 0, term.length());
    if (parts == null) {
      List<String> split = splitter.split(term.toString());
      parts =
          split.size() > 1
              ? split.stream().map(part -> new KnownTerm(part.toCharArray())).toList()
              : List.of();
      if (known.size() == mostWords) {
        known.clear();
      }
      known.put(term.toString(), parts);
    }
    return parts;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
  }
}
