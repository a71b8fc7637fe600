package io.kiosk.analysis;

import io.kiosk.lexicon.HanFolding;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * Chinese text to terms that answer for any word, whatever a segmenter takes it for. Each Chinese
 * character is one position. The terms at a position are the bigram that begins there and, where
 * smartcn sees a word of this one character that is no function word, that character. A word of two
 * characters is thus one term, a longer one a phrase of bigrams. Runs of other letters and digits
 * are words of one position. Text is simplified, half width and lower case; offsets are those of
 * the source. A gap in the positions stands for punctuation, so that no phrase reaches across it.
 */
final class ChineseTokenizer extends Tokenizer {
  private static final String FUNCTION_CHARACTERS =
      "的了着过和与及或在是有为以于从由对把被将就都也还又而且但并不没很更最这那其之者所个们等中上下里后前到说会能可要吗呢吧啊";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);

  private final boolean words;
  private char[] text = new char[4096];
  private boolean[] single = new boolean[4096];
  private int length;
  private int at;
  private int runEnd;
  private int gap;
  private boolean separated;
  private boolean singlePending;

  /**
   * A tokenizer.
   *
   * @param words whether words of one character are terms; without them smartcn, whose dictionary
   *     takes a while to load, is not needed
   */
  ChineseTokenizer(boolean words) {
    this.words = words;
  }

  private static final class HHMMSegmenterHolder {
    static final HHMMSegmenter SEGMENTER = new HHMMSegmenter();
  }

  /** The character as it is indexed: simplified, half width, lower case. */
  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return fold((char) (c - 0xFEE0));
    }
    if (c == '\u3000') {
      return ' ';
    }
    return HanFolding.simplified(Character.toLowerCase(c));
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    for (int n; (n = input.read(text, length, text.length - length)) >= 0; ) {
      length += n;
      if (length == text.length) {
        text = ArrayUtil.grow(text, length + 1);
      }
    }
    for (int i = 0; i < length; i++) {
      text[i] = fold(text[i]);
    }
    if (single.length < length) {
      single = new boolean[text.length];
    }
    Arrays.fill(single, 0, length, false);
    markSingleWords();
    at = 0;
    runEnd = 0;
    gap = 0;
    separated = false;
    singlePending = false;
  }

  /** Marks the characters that smartcn takes for words, sentence by sentence. */
  private void markSingleWords() {
    int start = -1;
    for (int i = 0; i <= length; i++) {
      boolean han = i < length && isCjk(i);
      if (han && start < 0) {
        start = i;
      } else if (!han && start >= 0) {
        markRun(start, i);
        start = -1;
      }
    }
  }

  private void markRun(int start, int end) {
    if (end - start == 1) {
      single[start] = true;
      return;
    }
    if (!words) {
      return;
    }
    List<SegToken> tokens =
        HHMMSegmenterHolder.SEGMENTER.process(new String(text, start, end - start));
    for (SegToken token : tokens) {
      int from = token.startOffset;
      if (from >= 0 && token.endOffset - from == 1 && start + from < end) {
        single[start + from] = FUNCTION_CHARACTERS.indexOf(text[start + from]) < 0;
      }
    }
  }

  /** Where smartcn ends words in a run of Chinese characters, as offsets in the run. */
  static BitSet wordEnds(String run) {
    BitSet ends = new BitSet(run.length() + 1);
    for (SegToken token : HHMMSegmenterHolder.SEGMENTER.process(run)) {
      if (token.startOffset >= 0 && token.endOffset <= run.length()) {
        ends.set(token.endOffset);
      }
    }
    return ends;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (singlePending) {
      singlePending = false;
      emit(at - 1, at, 0);
      return true;
    }
    while (at < length) {
      if (isCjk(at)) {
        return cjkToken();
      }
      if (isWordCharacter(at)) {
        int start = at;
        while (at < length && continuesWord(start)) {
          at++;
        }
        emit(start, at, 1 + gap);
        return true;
      }
      if (!Character.isWhitespace(text[at]) && !separated) {
        gap++;
        separated = true;
      }
      at++;
    }
    return false;
  }

  private boolean cjkToken() {
    int start = at++;
    boolean pair = at < length && isCjk(at);
    boolean inRun = start > 0 && start < runEnd;
    runEnd = pair ? at + 1 : at;
    if (pair) {
      emit(start, start + 2, 1 + gap);
      singlePending = single[start];
      return true;
    }
    // The last character of a run: a word of its own, or already the end of the last bigram.
    if (single[start] || !inRun) {
      emit(start, at, 1 + gap);
      return true;
    }
    gap++;
    return incrementToken();
  }

  private void emit(int start, int end, int increment) {
    term.copyBuffer(text, start, end - start);
    offset.setOffset(correctOffset(start), correctOffset(end));
    position.setPositionIncrement(increment);
    gap = 0;
    separated = false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
    position.setPositionIncrement(gap);
  }

  private boolean isCjk(int i) {
    char c = text[i];
    if (c < '\u2E80') {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Character.isLetter(c) || c == '々';
      default -> false;
    };
  }

  private boolean isWordCharacter(int i) {
    char c = text[i];
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean continuesWord(int start) {
    if (at == start) {
      return true;
    }
    if (isWordCharacter(at)) {
      return !isCjk(at);
    }
    // 3.5 and 10,000 are one word, O'Neill too; U.S. loses its dots in a query in the same way.
    char c = text[at];
    return (c == '.' || c == ',' || c == '\'' || c == '’')
        && at + 1 < length
        && isWordCharacter(at + 1)
        && !isCjk(at + 1)
        && (c == '\''
            || c == '’'
            || Character.isDigit(text[at - 1]) && Character.isDigit(text[at + 1]));
  }
}
