package io.kiosk.analysis;

import io.kiosk.lexicon.WordList;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Adds the parts of German compounds at the position of the whole: {@code sicherheitsluck} stays
 * and is followed by {@code sicherheit} and {@code luck}. Works on stemmed terms; the parts carry
 * the offsets of the whole word. See {@link CompoundSplitter} for how words are cut.
 */
final class DecompoundFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final CompoundSplitter splitter;
  private final Deque<String> pending = new ArrayDeque<>();
  private State compound;

  DecompoundFilter(TokenStream input, WordList parts) {
    super(input);
    this.splitter = new CompoundSplitter(parts);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      restoreState(compound);
      term.setEmpty().append(pending.poll());
      position.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    List<String> parts = splitter.split(term.toString());
    if (parts.size() > 1) {
      pending.addAll(parts);
      compound = captureState();
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
  }
}
